/** What a town says for the *Calendario normativo*, as a form or a body asks for it: read, with a sentence for each fault. */
import type { LegalRuleId } from '../../../domain/cycle/legal/legal-rule.js';
import { RECORDED } from '../../../domain/cycle/legal/legal-rules.js';
import { type CivilDate, civilDateOf, parseCivilDate } from '../../../domain/time/civil-date.js';
import type { LegalSettings } from '../../../store/cycle/legal-settings.js';
import type { FieldProblem } from '../../refusals.js';
import { shortDate } from '../../views/italian-time.js';

/** As typed; empty: taken away. */
export interface LegalAsked {
  readonly year: number;
  readonly population: string;
  readonly employees: string;
  readonly deferralTerm: string;
  readonly deferralAct: string;
  readonly done: Readonly<Partial<Record<LegalRuleId, string>>>;
}

/** Only what is to change: the rest stays as it stands. */
export type LegalChange = Pick<LegalAsked, 'year'> & Partial<LegalAsked>;

/** What stands there for a year, as if somebody had typed it. */
export function typedLegal({ population, employees, years }: LegalSettings, year: number): LegalAsked {
  const said = years[String(year)];
  return {
    year,
    population: population?.toString() ?? '',
    employees: employees?.toString() ?? '',
    deferralTerm: said?.deferral?.term ?? '',
    deferralAct: said?.deferral?.act ?? '',
    done: { ...said?.done },
  };
}

/** A change of what stands there. */
export function changedLegal(change: LegalChange, settings: LegalSettings): LegalAsked {
  const before = typedLegal(settings, change.year);
  return { ...before, ...change, done: { ...before.done, ...change.done } };
}

/** What the field of a part is called in the form or in the body. */
export interface LegalFields {
  readonly population: string;
  readonly employees: string;
  readonly deferralTerm: string;
  readonly deferralAct: string;
  readonly done: (rule: LegalRuleId) => string;
}

export const FORM_FIELDS: LegalFields = {
  population: 'abitanti',
  employees: 'dipendenti',
  deferralTerm: 'differito-al',
  deferralAct: 'differito-da',
  done: (rule) => `fatto-${rule}`,
};

export interface LegalSaid {
  readonly population: number | null;
  readonly employees: number | null;
  readonly year: LegalSettings['years'][string];
}

export type LegalRead =
  | { readonly ok: true; readonly said: LegalSaid }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const ACT_LIMIT = 200;
/** More than any Comune has. */
const MOST = { population: 10_000_000, employees: 100_000 } as const;

/** `today`: nothing was done later. */
export function readLegal(asked: LegalAsked, today: CivilDate, fields: LegalFields): LegalRead {
  const problems: FieldProblem[] = [];
  const problem = (field: string, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const count = (part: 'population' | 'employees'): number | null => {
    const plain = asked[part].trim().replace(/(?<=\d)\.(?=\d{3})/g, '');
    if (plain === '') return null;
    if (/^\d{1,9}$/.test(plain) && Number(plain) <= MOST[part]) return Number(plain);
    return problem(fields[part], `«${plain.slice(0, 40)}» non è un numero di ${COUNTED[part]}.`);
  };
  const dayIn = (text: string, field: string): CivilDate | null => {
    const plain = text.trim();
    if (plain === '') return null;
    return parseCivilDate(plain) ?? problem(field, `«${plain.slice(0, 40)}» non è un giorno del calendario.`);
  };
  const deferral = readDeferral(asked, fields, dayIn, problem);
  const done = RECORDED.flatMap((rule): readonly (readonly [LegalRuleId, CivilDate])[] => {
    const field = fields.done(rule);
    const day = dayIn(asked.done[rule] ?? '', field);
    if (day === null) return [];
    if (day > today) problem(field, `Il ${shortDate(day)} deve ancora venire: indica quando è stato fatto.`);
    else if (!isNear(day, asked.year))
      problem(field, `Il ${shortDate(day)} è lontano dal ${asked.year}: controlla l'anno.`);
    return [[rule, day]];
  });
  const [population, employees] = [count('population'), count('employees')];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, said: { population, employees, year: { deferral, done: Object.fromEntries(done) } } };
}

const COUNTED = { population: 'abitanti', employees: 'dipendenti' } as const;

function readDeferral(
  { year, deferralTerm, deferralAct }: LegalAsked,
  fields: LegalFields,
  dayIn: (text: string, field: string) => CivilDate | null,
  problem: (field: string, message: string) => null,
): LegalSaid['year']['deferral'] {
  const act = deferralAct.trim().replace(/\s+/g, ' ');
  const term = dayIn(deferralTerm, fields.deferralTerm);
  if (deferralTerm.trim() === '')
    return act === ''
      ? null
      : problem(fields.deferralTerm, 'Indica a quale giorno è stato differito il termine.');
  if (act === '') return problem(fields.deferralAct, "Indica il decreto che l'ha differito, con la data.");
  if (act.length > ACT_LIMIT) return problem(fields.deferralAct, `L'atto supera i ${ACT_LIMIT} caratteri.`);
  if (term === null) return null;
  if (term <= civilDateOf(year - 1, 12, 31) || term > civilDateOf(year, 12, 31))
    return problem(
      fields.deferralTerm,
      `Il termine del bilancio ${year} si differisce a un giorno del ${year}.`,
    );
  return { term, act };
}

/** From the July two years before to the third year after. */
const isNear = (day: CivilDate, year: number): boolean =>
  day >= civilDateOf(year - 2, 7, 1) && day <= civilDateOf(year + 3, 12, 31);
