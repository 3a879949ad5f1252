/**
 * What the DNS says of a sender's domain (SPF: RFC 7208, DKIM: RFC 6376, DMARC: RFC 7489), judged for a town
 * whose mails must arrive. Pure: records in, a sentence and an advice out.
 */

export interface Finding {
  /** `weak`: mails arrive, less surely. */
  readonly state: 'good' | 'weak' | 'bad';
  /** Italian. */
  readonly text: string;
}

const good = (text: string): Finding => ({ state: 'good', text });
const weak = (text: string): Finding => ({ state: 'weak', text });
const bad = (text: string): Finding => ({ state: 'bad', text });

/** Which mechanism lets the servers of a provider send for the domain. */
const PROVIDERS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:office365|outlook)\.com$/i, 'include:spf.protection.outlook.com'],
  [/\.(?:gmail|google)\.com$/i, 'include:_spf.google.com'],
];

/** `records`: all TXT of the domain; `host`: where mails are handed over. */
export function spfOf(domain: string, records: readonly string[], host: string): Finding {
  const policies = records.filter((record) => /^v=spf1(?:\s|$)/i.test(record));
  const [policy] = policies;
  if (policy === undefined)
    return bad(
      `SPF: ${domain} non ne ha. Pubblica un record TXT "v=spf1 … -all" che nomini il server da cui parte la posta.`,
    );
  if (policies.length > 1)
    return bad(
      `SPF: ${domain} ne ha ${policies.length}, e chi riceve non ne considera nessuno. Lasciane uno.`,
    );
  if (/\s\+?all\b/i.test(policy))
    return bad(`SPF: "${policy}" autorizza chiunque. Finisci il record con "-all" o "~all".`);
  const needed = PROVIDERS.find(([name]) => name.test(host))?.[1];
  if (needed !== undefined && !policy.toLowerCase().includes(needed))
    return bad(`SPF: "${policy}" non nomina ${host}. Aggiungi "${needed}".`);
  if (!/\s[-~]all\b|\sredirect=/i.test(policy))
    return weak(
      `SPF: "${policy}" non dice che fare degli altri server. Finisci il record con "-all" o "~all".`,
    );
  return good(`SPF: ${policy}`);
}

/** `found`: of each selector tried, its TXT records. */
export function dkimOf(domain: string, found: ReadonlyMap<string, readonly string[]>): Finding {
  const keys = [...found].flatMap(([selector, records]) =>
    records.filter((record) => /(?:^|;)\s*p=/.test(record)).map((record) => ({ selector, record })),
  );
  const [valid] = keys.filter(({ record }) => /(?:^|;)\s*p=\s*[^;\s]/.test(record));
  if (valid !== undefined) return good(`DKIM: chiave pubblicata con il selettore "${valid.selector}"`);
  const [revoked] = keys;
  if (revoked !== undefined)
    return bad(
      `DKIM: la chiave del selettore "${revoked.selector}" è revocata. Fai firmare la posta con una chiave nuova.`,
    );
  return weak(
    `DKIM: nessuna chiave con i selettori provati (${[...found.keys()].join(', ')}). Se il server firma, indica il selettore con --dkim; se non firma, chiedi di farlo a chi lo gestisce: ${domain} passa più facilmente i filtri.`,
  );
}

/** `records`: TXT of `_dmarc.` of the domain, or of the one above it that has them. */
export function dmarcOf(domain: string, records: readonly string[]): Finding {
  const policies = records.filter((record) => /^v=DMARC1\s*(?:;|$)/i.test(record));
  const [policy] = policies;
  if (policy === undefined)
    return weak(
      `DMARC: ${domain} non ne ha. Comincia da un record TXT su _dmarc.${domain}: "v=DMARC1; p=none; rua=mailto:…".`,
    );
  if (policies.length > 1)
    return bad(
      `DMARC: ${domain} ne ha ${policies.length}, e chi riceve non ne considera nessuno. Lasciane uno.`,
    );
  const wanted = /;\s*p\s*=\s*(\w+)/i.exec(policy)?.[1]?.toLowerCase();
  if (wanted === 'quarantine' || wanted === 'reject') return good(`DMARC: ${policy}`);
  if (wanted === 'none')
    return good(`DMARC: ${policy} (raccoglie soltanto: quando SPF e DKIM sono a posto passa a "quarantine")`);
  return bad(`DMARC: "${policy}" non dice che fare (manca p=). Scrivi p=none, p=quarantine o p=reject.`);
}
