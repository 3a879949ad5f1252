/**
 * Returns that are no report by RFC 3464: what qmail, old servers and providers' own programs write, and
 * the receipts of certified mail (PEC, RFC 6109).
 */
import type { Headers } from './automatic-mail.js';
import { cleanText } from './clean-text.js';
import { addressesIn, codeIn, type Fate } from './delivery-status.js';
import { statusIn } from './mailbox-fault.js';
import { RESPONSE_LIMIT } from './send-result.js';

/** The receipts that say that a mail did not arrive; the others say that it did, or is on its way. */
const PEC_FATES: Readonly<Record<string, Fate['outcome']>> = {
  'non-accettazione': 'failed',
  'errore-consegna': 'failed',
  'rilevazione-virus': 'failed',
  'preavviso-errore-consegna': 'delayed',
};

/** `undefined`: no receipt of certified mail. `null`: a receipt with good news. */
export function pecFate(headers: Headers, text: string): Fate | null | undefined {
  const receipt = headers.get('x-ricevuta')?.toLowerCase();
  if (receipt === undefined) return undefined;
  const outcome = PEC_FATES[receipt];
  if (outcome === undefined) return null;
  const to = /(?:destinat\w+ a\S*|indirizzat\w+ a\S*|all'utente|per)\s+["<]?([^\s"<>]+@[^\s"<>]+)/i.exec(
    text,
  )?.[1];
  return {
    ...fateIn(text, lineWith(text, /errore|anomalia|motivo|\b5\.\d/i)),
    outcome,
    recipients: addressesIn([to ?? '']),
  };
}

const DELAYED =
  /(?:delay(?:ed)?\b|still being (?:retried|tried)|will be retried|temporar\w+ (?:failure|error)|ritardo|verr[àa] ritentat)/i;
const FAILED =
  /(?:undeliver|not be delivered|delivery (?:has )?fail|returned (?:mail|to sender)|permanent (?:error|failure)|failure notice|couldn't be delivered|mancata consegna|non (?:è stato|e' stato|può essere|e stato) (?:possibile )?(?:consegna|recapita)|impossibile (?:consegnare|recapitare)|unzustellbar|this is the qmail-send program|user unknown|no such user|does not exist|utente sconosciuto|casella (?:inesistente|piena))/i;
/** Where the report ends and our own mail begins. */
const COPY =
  /\n--[^\n]*(?:below this line|original message|copy of|returned message|messaggio originale|this is a copy)[^\n]*/i;

/** Of a mail that a system sent without a report; `null`: it tells of no delivery. */
export function oddFate(headers: Headers, text: string): Fate | null {
  const report = text.split(COPY)[0] ?? '';
  const subject = headers.get('subject') ?? '';
  const told = `${subject}\n${report}`;
  const failedTo = headers.get('x-failed-recipients') ?? '';
  const isFailed = failedTo !== '' || FAILED.test(told);
  const isDelayed = DELAYED.test(subject) || (!isFailed && DELAYED.test(told));
  if (!isFailed && !isDelayed) return null;
  const reason = lineWith(
    report,
    /\b[45]\d\d[ -]|[#\s(][45]\.\d{1,3}\.\d{1,3}|unknown|no such|not exist|full|inesistente|sconosciut/i,
  );
  const named =
    failedTo === '' ? (/^[^\S\n]*<?([^\s<>]+@[^\s<>]+?)>?:?[^\S\n]*$/m.exec(report)?.[1] ?? '') : failedTo;
  return {
    ...fateIn(report, reason),
    outcome: isDelayed ? 'delayed' : 'failed',
    recipients: addressesIn([named]),
  };
}

function fateIn(text: string, reason: string): Pick<Fate, 'status' | 'code' | 'response'> {
  return {
    status: statusIn(reason) ?? statusIn(text),
    code: codeIn(reason),
    response: cleanText(reason, RESPONSE_LIMIT, ''),
  };
}

const lineWith = (text: string, sign: RegExp): string =>
  text.split('\n').find((line) => sign.test(line)) ?? '';
