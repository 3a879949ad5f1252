/** Towns in which one milestone is due on Friday 30 June 2023, the first day of notices; it is the Thursday before. */
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import type { Stage } from './stage.js';
import { foundTown, type PersonWish, type TestTown } from './town.js';

export const HEAD = headOf('Finanziario');
/** The mailbox of `HEAD`. */
export const MAILBOX = 'responsabile.finanziario@prova.example';

export const foundThirtyJune = (
  stage: Pick<Stage, 'sql'>,
  people: readonly PersonWish[] = [HEAD, SECRETARY, MAYOR],
  terms: readonly (string | null)[] = ['2023-06-30'],
): Promise<TestTown> =>
  foundTown(stage.sql, {
    plan: planOf({ Finanziario: [terms] }),
    approved: '2023-06-29',
    now: '2023-06-29 10:00',
    people,
  });

export interface Given {
  readonly rung: string;
  readonly day: string;
  readonly name: string | null;
}

/** Every notice of a town with the person it was given to. */
export const noticesOf = (stage: Pick<Stage, 'in'>, { town }: TestTown): Promise<readonly Given[]> =>
  stage.in(
    town,
    (tx) => tx<Given[]>`select n.rung, n.day, p.name from notice n left join person p on p.id = n.person
      order by n.day, n.rung, p.name`,
  );

interface Fate {
  readonly kind: string;
  readonly day: string;
  readonly name: string;
  readonly state: string;
  readonly attempts: number;
}

/** Every mail of a town, alerts last: kind, day, person, what became of it and after how many attempts. */
export async function fatesOf(stage: Pick<Stage, 'in'>, { town }: TestTown): Promise<readonly unknown[][]> {
  const rows = await stage.in(
    town,
    (tx) => tx<Fate[]>`select d.kind, d.day, p.name, d.state, d.attempts from digest d
      join person p on p.id = d.person order by d.kind desc, d.day, p.name`,
  );
  return rows.map(({ kind, day, name, state, attempts }) => [kind, day, name, state, attempts]);
}
