/** The checklist of a review: the town's criteria, and the conclusions on them and on objectives. */
import { z } from 'zod';
import { type Conclusion, type Criterion, DEFAULT_CRITERIA } from '../../domain/review/criteria.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';

const criteriaSchema = z.array(
  z.object({ key: z.string(), text: z.string(), norm: z.string(), verified: z.boolean() }),
);

/** The checklist in force; 0: the one with which every town begins. */
export interface NumberedCriteria {
  /** 0: the default. */
  readonly number: number;
  readonly criteria: readonly Criterion[];
}

/** Those of a number, else the latest. */
export async function criteriaInForce(tx: Tx): Promise<NumberedCriteria> {
  const [row] = await tx<{ number: number; criteria: unknown }[]>`
    select number, criteria from review_criteria order by number desc limit 1`;
  return row === undefined
    ? { number: 0, criteria: DEFAULT_CRITERIA }
    : { number: row.number, criteria: criteriaSchema.parse(row.criteria) };
}

/** `null`: another list was kept meanwhile, after number `seen`. Returns the new number. */
export async function keepCriteria(
  tx: Tx,
  seen: number,
  criteria: readonly Criterion[],
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<number | null> {
  const rows = await tx<{ number: number }[]>`
    insert into review_criteria (number, criteria, recorded_at, recorded_by)
    select ${seen + 1}, ${tx.json(criteria as unknown as Json)}, ${at}, ${by}
    where not exists (select 1 from review_criteria where number > ${seen})
    on conflict do nothing returning number`;
  return rows[0]?.number ?? null;
}

/** What it is about: a criterion by its key, or an objective by its id. */
export type Concluded =
  | { readonly criterion: string; readonly objective: null }
  | { readonly criterion: null; readonly objective: string };

/** A conclusion that stands. */
export interface KeptConclusion {
  readonly criterion: string | null;
  readonly objective: string | null;
  readonly conclusion: Conclusion;
  readonly note: string;
  /** Number of the criteria in force then. */
  readonly criteria: number;
  /** Town time. */
  readonly at: Instant;
  readonly byName: string;
  readonly rowVersion: number;
}

/** Of a round. */
export const listConclusions = async (tx: Tx, duty: string): Promise<readonly KeptConclusion[]> =>
  tx<KeptConclusion[]>`
    select c.criterion, c.objective, c.conclusion, c.note, c.criteria, c.concluded_at as at, p.name as by_name,
      c.row_version
    from review_conclusion c join person p on p.town = c.town and p.id = c.concluded_by
    where c.duty = ${duty} order by c.criterion, c.objective`;

/** A conclusion to be kept. */
export interface NewConclusion {
  readonly duty: string;
  readonly about: Concluded;
  readonly conclusion: Conclusion;
  readonly note: string;
  readonly criteria: number;
  /** The row version that was seen; 0: nothing stood there. */
  readonly seen: number;
  readonly at: Instant;
  readonly by: string;
}

/** Of two who conclude at once one wins. `false`: something else stands there than was seen. */
export async function keepConclusion(tx: Tx, said: NewConclusion): Promise<boolean> {
  const { duty, about, conclusion, note, criteria, seen, at, by } = said;
  const kept =
    seen === 0
      ? await tx`
        insert into review_conclusion (duty, criterion, objective, conclusion, note, criteria, concluded_at, concluded_by)
        values (${duty}, ${about.criterion}, ${about.objective}, ${conclusion}, ${note}, ${criteria}, ${at}, ${by})
        on conflict do nothing`
      : await tx`
        update review_conclusion set conclusion = ${conclusion}, note = ${note}, criteria = ${criteria},
          concluded_at = ${at}, concluded_by = ${by}, row_version = row_version + 1
        where duty = ${duty} and criterion is not distinct from ${about.criterion}
          and objective is not distinct from ${about.objective}::uuid and row_version = ${seen}`;
  return kept.count === 1;
}
