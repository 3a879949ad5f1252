/** Brings what a running year owes for its evaluation and closing in line with other terms of the town. */
import type { ClosingRules } from '../../domain/cycle/closing-rules.js';
import type { MeasurementTerms } from '../../domain/cycle/measurement-obligations.js';
import { yearDayOf } from '../../domain/cycle/windows.js';
import type { YearTerms } from '../../domain/cycle/year-terms.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { WorkingCalendar } from '../../domain/time/working-calendar.js';
import type { Tx } from '../in-town.js';
import { planMeasurement } from '../measurement/measurement.js';
import { putOff } from '../obligations/obligation-commands.js';
import { listFacts, standing } from './closing.js';
import { alignClosing } from './closing-duties.js';
import type { Cycle } from './cycles.js';

/** What is owed for the evaluation and the closing, as it stands. */
export interface OwedTerm {
  readonly id: string;
  readonly title: string;
  /** Of a self-evaluation. */
  readonly sector: string | null;
  readonly opens: CivilDate | null;
  readonly due: CivilDate;
}

/** `before` null: it opens; `after` null: it is owed no more. */
export interface MovedTerm {
  readonly year: number;
  readonly before: OwedTerm | null;
  readonly after: OwedTerm | null;
}

/** Only what is open: what was done stays. */
const owedTerms = async (tx: Tx, cycle: string): Promise<readonly OwedTerm[]> => tx<OwedTerm[]>`
  select o.id, o.title, s.name as sector, o.opens, o.due
  from obligation o left join sector s on s.town = o.town and s.id = o.sector
    left join closing_duty d on d.town = o.town and d.obligation = o.id
  where o.cycle = ${cycle} and o.state = 'open' and o.due is not null
    and (o.kind in ('self-evaluation', 'measurement') or d.obligation is not null)
  order by o.due, o.title, s.name, o.id`;

/** Has a step of the closing been recorded? Then its order stands. */
export const isClosingBegun = async (tx: Tx, cycle: string): Promise<boolean> =>
  standing(await listFacts(tx, cycle)).length > 0;

/**
 * Moves what is open and is due by another day now. What the sectors were not told yet (it opens later) keeps its
 * version; for the rest the ladder begins anew. A sheet that was opened again keeps its own days.
 */
export async function moveTerms(
  tx: Tx,
  cycle: Cycle,
  { measurement, closing }: YearTerms,
  { today, calendar }: { readonly today: CivilDate; readonly calendar: WorkingCalendar },
): Promise<readonly MovedTerm[]> {
  const before = await owedTerms(tx, cycle.id);
  await moveEvaluation(tx, cycle, measurement, today);
  await planMeasurement(tx, cycle, measurement);
  await alignClosing(tx, cycle, { rules: closing satisfies ClosingRules, calendar, today });
  const after = await owedTerms(tx, cycle.id);
  const ids = [...new Set([...after, ...before].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [was, is] = [before, after].map((all) => all.find((one) => one.id === id) ?? null);
    if (was?.due === is?.due && was?.opens === is?.opens) return [];
    return [{ year: cycle.year, before: was ?? null, after: is ?? null }];
  });
}

async function moveEvaluation(
  tx: Tx,
  { id: cycle, year }: Cycle,
  terms: MeasurementTerms,
  today: CivilDate,
): Promise<void> {
  const open = await tx<
    { id: string; kind: 'self-evaluation' | 'measurement'; opens: CivilDate; due: CivilDate }[]
  >`
    select o.id, o.kind, o.opens, o.due from obligation o
      left join self_evaluation s on s.town = o.town and s.obligation = o.id
    where o.cycle = ${cycle} and o.kind in ('self-evaluation', 'measurement') and o.state = 'open'
      and o.opens is not null and s.state is distinct from 'reopened'
    order by o.id`;
  for (const { id, kind, ...stands } of open) {
    const term = kind === 'measurement' ? terms.measurement : terms.selfEvaluation;
    const [opens, due] = [yearDayOf(year, term.opens), yearDayOf(year, term.due)];
    if (stands.opens > today) {
      if (opens !== stands.opens || due !== stands.due)
        await tx`update obligation set opens = ${opens}, due = ${due}, row_version = row_version + 1
          where id = ${id}`;
    } else if (due !== stands.due) await putOff(tx, { obligation: id, rowVersion: null, due, today });
  }
}
