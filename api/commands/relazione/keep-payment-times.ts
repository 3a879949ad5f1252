/** The share of pay tied to payment times: target, annual indicator, who verified it. A gate of its own. */

import { readFigure } from '../../../domain/cycle/figure.js';
import { degreeOf } from '../../../domain/scoring/degree.js';
import type { PaymentTimes } from '../../../domain/scoring/gates.js';
import { figure } from '../../../domain/scoring/indicator.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import { keepPaymentTimes } from '../../../store/relazione/payment-times.js';
import type { FieldProblem } from '../../refusals.js';
import { actingRole } from '../../rights.js';
import { takeYear } from '../measurement/measurement-command.js';
import { auditEvaluation } from '../monitoring/sheet-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

/** As typed; empty: not known yet. */
export interface PaymentTimesAsked {
  readonly year: number;
  readonly sector: string;
  readonly share: string;
  readonly target: string;
  readonly indicator: string;
  readonly verifiedBy: string;
  readonly verifiedOn: string;
  /** The version that was on the page; 0: nothing was recorded; `null`: not said. */
  readonly rowVersion: number | null;
}

export interface PaymentTimesKept {
  readonly [key: string]: Json;
  readonly sector: string;
}

const NAME_LIMIT = 200;

export function recordPaymentTimes(
  commander: Commander,
  asked: PaymentTimesAsked,
): Promise<Outcome<PaymentTimesKept>> {
  const action = 'measurement.record';
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<PaymentTimesKept>> => {
    const taken = await takeYear(tx, commander, clock, asked.year);
    if (!taken.ok) return taken;
    const { measurement, sectors } = taken.year;
    const sector = sectors.find(({ id }) => id === asked.sector);
    const role = actingRole(commander.viewer.roles, action, []);
    if (sector === undefined || role === null) return { ok: false, refusal: { code: 'not-found' } };
    if (asked.rowVersion !== null && asked.rowVersion !== (sector.payment?.rowVersion ?? 0))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const read = readTimes(asked, clock);
    if ('problems' in read) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
    const by = commander.viewer.person.id;
    await keepPaymentTimes(tx, { measurement, sector: asked.sector }, read, { at: clock.now, by });
    const { share, target, indicator } = read;
    await auditEvaluation(tx, commander, clock, {
      ...{ action: 'measurement.payment-times', role, duty: measurement },
      after: { sector: asked.sector, share, target, indicator, verifiedOn: read.verified?.on ?? null },
    });
    return { ok: true, result: { sector: asked.sector }, starts: [] };
  });
}

function readTimes(
  asked: PaymentTimesAsked,
  { today }: FactsClock,
): PaymentTimes | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const days = (field: 'target' | 'indicator'): number | null => {
    const text = asked[field].trim();
    if (text === '') return null;
    const read = readFigure(text, 'giorni');
    if (read.ok && Math.abs(Number(read.value)) < 10_000) return Number(read.value);
    problems.push({ field, message: 'Scrivi un numero di giorni, anche negativo, per esempio -3,2.' });
    return null;
  };
  const plain = asked.share
    .trim()
    .replace(/(?<!\s)\s*%$/, '')
    .replace(',', '.');
  const share = /^\d{1,3}(\.\d{1,4})?$/.test(plain) ? degreeOf(Number(plain)) : null;
  if (share === null)
    problems.push({ field: 'share', message: 'La quota è una percentuale da 0 a 100, per esempio 30.' });
  const [target, indicator] = [days('target') ?? 0, days('indicator')];
  const verified = readVerified(asked, today, indicator !== null, problems);
  if (problems.length > 0 || share === null) return { problems };
  return {
    share,
    target: figure(target),
    indicator: indicator === null ? null : figure(indicator),
    verified,
  };
}

function readVerified(
  { verifiedBy, verifiedOn }: PaymentTimesAsked,
  today: FactsClock['today'],
  isKnown: boolean,
  problems: FieldProblem[],
): PaymentTimes['verified'] {
  const [by, typed] = [verifiedBy.trim(), verifiedOn.trim()];
  const problem = (field: string, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  if (by === '' && typed === '') return null;
  if (by === '') return problem('verifiedBy', "Indica chi ha verificato l'indicatore.");
  if (by.length > NAME_LIMIT) return problem('verifiedBy', `Al più ${NAME_LIMIT} caratteri.`);
  const on = parseCivilDate(typed);
  if (on === null) return problem('verifiedOn', 'Indica il giorno della verifica: giorno, mese e anno.');
  if (on > today) return problem('verifiedOn', 'Il giorno della verifica è nel futuro.');
  if (!isKnown) return problem('indicator', "Si verifica un indicatore che c'è: scrivi il suo valore.");
  return { by, on };
}
