/** The evaluators' review of a year: its rounds, each hanging on its transmission, and who evaluates. */

import type { ClosingRules } from '../../domain/cycle/closing-rules.js';
import { conflictsOf, type Member } from '../../domain/review/body.js';
import { type Observed, observationsIn } from '../../domain/review/reminders.js';
import { type ReviewRound, reviewRounds } from '../../domain/review/round.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type KeptFact, listDuties, listFacts, standing } from '../cycle/closing.js';
import type { Cycle } from '../cycle/cycles.js';
import type { Tx } from '../in-town.js';
import { holdersOn, type Person, tenuresOf } from '../people/people.js';

/** A round with what it hangs on. */
export interface KeptRound extends ReviewRound {
  /** Id of the transmission's duty; `null`: nothing asks for it yet, so nothing can be kept. */
  readonly duty: string | null;
  /** What the evaluators wrote with the outcome. */
  readonly fact: KeptFact | null;
  /** The act of the round that adopted the Relazione; `null`: none yet, or the town's order has none. */
  readonly adoption: KeptFact | null;
}

/** Of a year, in order; the last is the one that is running. */
export async function listRounds(tx: Tx, cycle: string, rules: ClosingRules): Promise<readonly KeptRound[]> {
  const [duties, all] = await Promise.all([listDuties(tx, cycle), listFacts(tx, cycle)]);
  const facts = standing(all);
  return reviewRounds(rules, facts).map((round) => ({
    ...round,
    duty:
      duties.find(({ step, round: of }) => step === 'transmission' && of === round.number)?.obligation ??
      null,
    fact: facts.find(({ step, round: of }) => step === 'validation' && of === round.number) ?? null,
    adoption: facts.find(({ step, round: of }) => step === 'adoption' && of === round.number) ?? null,
  }));
}

/** Who evaluates on a day, with the offices they held from the first day of the year; `also` acts for somebody absent. */
export async function membersOn(
  tx: Tx,
  { year }: Pick<Cycle, 'year'>,
  day: CivilDate,
  also: Pick<Person, 'id' | 'name'> | null = null,
): Promise<readonly Member[]> {
  const holders: readonly Pick<Person, 'id' | 'name'>[] = (await holdersOn(tx, day)).get('oiv') ?? [];
  const all = also === null || holders.some(({ id }) => id === also.id) ? holders : [...holders, also];
  return Promise.all(
    all.map(async ({ id, name }) => ({
      person: id,
      name,
      conflicts: conflictsOf(await tenuresOf(tx, id), year, day),
    })),
  );
}

/** What the evaluators wrote of years that they validated with observations, latest first. */
export async function standingObservations(tx: Tx): Promise<readonly Observed[]> {
  const rows = await tx<{ year: number; on: CivilDate; note: string }[]>`
    select c.year, f.happened_on as on, f.note
    from closing_fact f
      join closing_duty d on d.town = f.town and d.obligation = f.obligation
      join cycle c on c.town = d.town and c.id = d.cycle
    where f.outcome = 'with-observations' and f.withdrawn_at is null and f.note is not null
    order by f.seq desc`;
  return rows.map(({ year, on, note }) => ({ year, on, lines: observationsIn(note) }));
}
