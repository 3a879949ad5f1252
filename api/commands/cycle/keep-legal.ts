/**
 * Keeps what the town says for the *Calendario normativo*. Terms shown there move, and the obligations that were made
 * of them; what is said to be done concludes the obligation, which from then on holds the day.
 */
import type { LegalRuleId } from '../../../domain/cycle/legal/legal-rule.js';
import { canonicalJson } from '../../../domain/register/canonical-json.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { Json } from '../../../store/connection.js';
import type { LegalDuty } from '../../../store/cycle/legal-duties.js';
import type { LegalSettings } from '../../../store/cycle/legal-settings.js';
import type { Tx } from '../../../store/in-town.js';
import { changeSettings, lockTown } from '../../../store/towns/towns.js';
import { isOfTheCycle, loadLegalYear } from '../../queries/legal-page.js';
import type { FieldProblem } from '../../refusals.js';
import { auditTown } from '../audit-command.js';
import { concludeDuties } from '../obligations/conclude-duties.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { seenMark } from '../seen-mark.js';
import { changedLegal, type LegalChange, type LegalFields, readLegal } from './legal-asked.js';

export interface LegalKept {
  readonly [key: string]: number;
  readonly year: number;
}

/** A short mark of what stood there for a year when somebody looked. */
export const legalSeen = (settings: LegalSettings, year: number): string =>
  seenMark(canonicalJson(saidFor(settings, year)));

/** `seen`: {@link legalSeen} of what was on the page; `null`: whatever stands there. */
export function keepLegal(
  commander: Commander,
  asked: LegalChange,
  seen: string | null,
  fields: LegalFields,
): Promise<Outcome<LegalKept>> {
  const fingerprint = { ...asked, done: { ...asked.done }, seen } as Json;
  return runCommand(commander, 'legal-calendar.change', fingerprint, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    const { legal } = town.settings;
    if (seen !== null && seen !== legalSeen(legal, asked.year))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const read = readLegal(changedLegal(asked, legal), clock.today, fields);
    if (!read.ok) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
    const { population, employees, year } = read.said;
    const duties = await dutiesDone(tx, asked.year, year.done, fields);
    if (duties.problems.length > 0)
      return { ok: false, refusal: { code: 'invalid', problems: duties.problems } };
    const after: LegalSettings = {
      population,
      employees,
      years: { ...legal.years, [String(asked.year)]: { ...year, done: duties.left } },
    };
    await changeSettings(tx, { ...town.settings, legal: after });
    await auditTown(tx, commander, clock, 'legal-calendar.change', {
      before: saidFor(legal, asked.year),
      after: saidFor(after, asked.year),
    });
    await concludeDuties(tx, commander, clock, duties.done);
    return { ok: true, result: { year: asked.year }, starts: [] };
  });
}

interface DutiesDone {
  /** Days of terms that nobody owes as an obligation: the settings hold them. */
  readonly left: LegalSettings['years'][string]['done'];
  readonly done: readonly { readonly duty: LegalDuty; readonly doneOn: CivilDate }[];
  readonly problems: readonly FieldProblem[];
}

async function dutiesDone(
  tx: Tx,
  year: number,
  said: LegalSettings['years'][string]['done'],
  fields: LegalFields,
): Promise<DutiesDone> {
  const known = await loadLegalYear(tx, year);
  const { duties } = known;
  const left = { ...said };
  const done: { duty: LegalDuty; doneOn: CivilDate }[] = [];
  const problems: FieldProblem[] = [];
  const before = known.settings.years[String(year)]?.done ?? {};
  for (const [rule, day] of Object.entries(left) as [LegalRuleId, CivilDate][])
    if (isOfTheCycle(known, rule) && day !== before[rule])
      problems.push({ field: fields.done(rule), message: IN_THE_CYCLE });
  for (const duty of duties) {
    const doneOn = said[duty.rule];
    if (doneOn === undefined) continue;
    delete left[duty.rule];
    if (duty.state === 'open') done.push({ duty, doneOn });
    else if (doneOn !== duty.doneOn) problems.push({ field: fields.done(duty.rule), message: CONCLUDED });
  }
  return { left, done, problems };
}

const IN_THE_CYCLE = 'Questo giorno si registra nella pagina «Il ciclo», e qui arriva da solo.';
const CONCLUDED = 'Questo termine è una scadenza già conclusa: per cambiare il giorno riaprila.';

const saidFor = ({ population, employees, years }: LegalSettings, year: number): Json => ({
  population,
  employees,
  year,
  deferral: years[String(year)]?.deferral ?? null,
  done: { ...years[String(year)]?.done },
});
