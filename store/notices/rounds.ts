/** The rounds of a town, at most one a day. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** A round that was held. */
export interface Round {
  readonly day: CivilDate;
  /** Town time. */
  readonly at: Instant;
  readonly notices: number;
  readonly digests: number;
  readonly passedOver: number;
}

/** `false` when the day had its round already: nothing was written. Hold the town (`lockTown`) first. */
export async function recordRound(tx: Tx, round: Round): Promise<boolean> {
  const made = await tx`
    insert into round (day, at, notices, digests, passed_over)
    values (${round.day}, ${round.at}, ${round.notices}, ${round.digests}, ${round.passedOver})
    on conflict (town, day) do nothing`;
  return made.count === 1;
}

/** The latest; `null` before the first. */
export async function lastRound(tx: Tx): Promise<Round | null> {
  const [row] = await tx<
    Round[]
  >`select day, at, notices, digests, passed_over from round order by day desc limit 1`;
  return row ?? null;
}

/** {@link lastRound} and {@link roundAskedOn} in one go. */
export async function roundsSoFar(
  tx: Tx,
): Promise<{ readonly last: Round | null; readonly askedOn: CivilDate | null }> {
  const [row] = await tx<(Round & { askedOn: CivilDate | null })[]>`
    select t.round_asked_on as asked_on, r.day, r.at, r.notices, r.digests, r.passed_over
    from town t left join lateral (select * from round order by day desc limit 1) r on true`;
  if (row === undefined) return { last: null, askedOn: null };
  const { askedOn, ...last } = row;
  return { last: last.day === null ? null : last, askedOn };
}

/** "Invia ora": the round of `day` does not wait for its slot (`askedOn` of the agenda). */
export async function askRound(tx: Tx, day: CivilDate): Promise<void> {
  await tx`update town set round_asked_on = ${day}`;
}

/** The day for which somebody asked last; `null`: nobody ever did. */
export async function roundAskedOn(tx: Tx): Promise<CivilDate | null> {
  const [row] = await tx<{ day: CivilDate | null }[]>`select round_asked_on as day from town`;
  return row?.day ?? null;
}
