/**
 * `doctor --mail`: hands a test mail to the server that the worker would use and says what it answered, opens the
 * mailbox of what comes back, then asks the DNS about the sender's domain. What cannot be asked from here is said, and is no failure.
 */
import { randomBytes } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { instant } from '../domain/time/instant.js';
import { cleanText } from '../mail/clean-text.js';
import { imapMailbox, isRefusedSignIn } from '../mail/imap-mailbox.js';
import type { ImapSettings } from '../mail/imap-settings.js';
import { isMailAddress, type MailAddress } from '../mail/mail-address.js';
import { dkimOf, dmarcOf, type Finding, spfOf } from '../mail/sender-records.js';
import type { SmtpSettings } from '../mail/smtp-settings.js';
import { testMail } from '../mail/test-mail.js';
import { SMTP_TIMEOUTS_MS, type SmtpTimeouts, smtpTransport } from '../mail/transport.js';
import { adviceOf, mailboxAdvice } from '../mail/trouble-advice.js';
import { ConfigRefused } from '../running/settings.js';
import { readMailConfig } from '../worker/config.js';
import { bad, type Check, type DoctorReport, good, reportOf, unsure } from './doctor-report.js';

export interface MailDoctorWish {
  /** Who receives the test mail; `null`: the sender. */
  readonly to: string | null;
  /** DKIM selectors to try; none: the usual ones. */
  readonly selectors: readonly string[];
  /** `address:port` of the DNS server to ask; `null`: this machine's. */
  readonly dns: string | null;
  readonly timeouts?: SmtpTimeouts;
}

/** What providers and common mail programs call their keys. */
const SELECTORS = ['selector1', 'selector2', 'google', 'default', 'dkim', 'mail', 's1', 's2', 'k1'];
const DNS_MS = 3_000;

export async function doctorMail(wish: MailDoctorWish, env: NodeJS.ProcessEnv): Promise<DoctorReport> {
  try {
    const { smtp, mailFrom, returns } = readMailConfig(env);
    const to = wish.to ?? mailFrom.address;
    if (!isMailAddress(to)) return reportOf([bad(`"${to}" non è un indirizzo di posta`)]);
    return reportOf([
      await handedOver(smtp, mailFrom, to, wish.timeouts ?? SMTP_TIMEOUTS_MS),
      ...(await recordsOf(mailFrom.address.slice(mailFrom.address.lastIndexOf('@') + 1), smtp.host, wish)),
      await readable(returns.mailbox),
    ]);
  } catch (error) {
    if (error instanceof ConfigRefused) return reportOf([bad(`Impostazioni della posta: ${error.message}`)]);
    throw error;
  }
}

async function handedOver(
  smtp: SmtpSettings,
  from: MailAddress,
  to: string,
  timeouts: SmtpTimeouts,
): Promise<Check> {
  const transport = smtpTransport(smtp, timeouts);
  const unique = randomBytes(12).toString('hex');
  try {
    const result = await transport.sendOne(testMail(from, to, { unique, at: instant(Date.now()) }));
    const where = `${smtp.host}:${smtp.port}`;
    if (result.kind === 'accepted')
      return good(`${where} ha accettato il messaggio di prova per ${to}: ${result.response}`);
    return bad(
      `${where} non ha accettato il messaggio di prova per ${to}: ${result.response}. ${adviceOf(result)}`,
    );
  } finally {
    transport.close();
  }
}

/** The mailbox of what comes back. */
async function readable(settings: ImapSettings | null): Promise<Check> {
  if (settings === null)
    return unsure(
      'Posta che torna indietro: BOUNCE_IMAP_URL è vuoto, i rifiuti che arrivano dopo non si leggono',
    );
  const where = `${settings.host}:${settings.port}`;
  const how = 'type' in settings.auth ? 'OAuth2' : 'password';
  try {
    const mails = await imapMailbox(settings, 0).count();
    return good(`${where} apre la casella dei ritorni (${how}): ${mails} messaggi in ${settings.folder}`);
  } catch (error) {
    const said = saidBy(error);
    return bad(
      `${where} non apre la casella dei ritorni (${how}): ${said}. ${mailboxAdvice(said, isRefusedSignIn(error))}`,
    );
  }
}

/** What the server or the token endpoint said, on one line. */
function saidBy(error: unknown): string {
  const { message = '', responseText = '' } = error as { message?: string; responseText?: string };
  return cleanText(responseText || message, 300, 'nessuna risposta');
}

async function recordsOf(
  domain: string,
  host: string,
  { selectors, dns }: MailDoctorWish,
): Promise<readonly Check[]> {
  const resolver = new Resolver({ timeout: DNS_MS, tries: 1 });
  if (dns !== null) resolver.setServers([dns]);
  const spf = await textsOf(resolver, domain);
  if (spf === null)
    return [unsure(`SPF, DKIM e DMARC di ${domain}: non verificabile da qui, il DNS non risponde`)];
  const keys = new Map<string, readonly string[]>();
  for (const selector of selectors.length > 0 ? selectors : SELECTORS)
    keys.set(selector, (await textsOf(resolver, `${selector}._domainkey.${domain}`)) ?? []);
  return [
    lineOf(spfOf(domain, spf, host)),
    lineOf(dkimOf(domain, keys)),
    lineOf(dmarcOf(domain, await dmarcTexts(resolver, domain))),
  ];
}

/** A domain without a policy has that of its organization (RFC 7489 §6.6.3): here the nearest above it that has one. */
async function dmarcTexts(resolver: Resolver, domain: string): Promise<readonly string[]> {
  for (let above = domain; above.includes('.'); above = above.slice(above.indexOf('.') + 1)) {
    const texts = ((await textsOf(resolver, `_dmarc.${above}`)) ?? []).filter((one) =>
      /^v=DMARC1/i.test(one),
    );
    if (texts.length > 0) return texts;
  }
  return [];
}

const NOTHING_THERE = ['ENODATA', 'ENOTFOUND'];

/** `null`: no server answered. */
async function textsOf(resolver: Resolver, name: string): Promise<readonly string[] | null> {
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    return NOTHING_THERE.includes((error as NodeJS.ErrnoException).code ?? '') ? [] : null;
  }
}

const LINES = { good, weak: unsure, bad } as const;
const lineOf = ({ state, text }: Finding): Check => LINES[state](text);
