/** The RPCT's decisions on the reasons of a year: appended, never rewritten. */
import type { ReleaseOf } from '../../domain/relazione/published-facts.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import { sha256Hex } from '../register/register.js';

/** What the RPCT may decide about a reason. */
export const RELEASE_DECISIONS = ['as-written', 'other-words', 'withheld'] as const;
/** Published as it was written, in other words, or not. */
export type ReleaseDecision = (typeof RELEASE_DECISIONS)[number];

/** One reason, by its objective, the name of its sector and the SHA-256 of its words. */
export interface ReleasePlace {
  readonly objective: string;
  readonly sector: string;
  readonly reasonSha256: string;
}

/** A decision that stands. */
export interface KeptRelease extends ReleasePlace {
  /** From 1; rises with each decision. */
  readonly version: number;
  readonly decision: ReleaseDecision;
  /** The other words. */
  readonly text: string | null;
  readonly on: CivilDate;
  readonly by: string | null;
}

/** Tells reasons apart. */
export const releaseKey = ({ objective, sector, reasonSha256 }: ReleasePlace): string =>
  JSON.stringify([objective, sector, reasonSha256]);

/** Of a year, by {@link releaseKey}: the last decision on each reason. */
export async function lastReleases(tx: Tx, cycle: string): Promise<ReadonlyMap<string, KeptRelease>> {
  const rows = await tx<KeptRelease[]>`
    select distinct on (r.objective, r.sector, r.reason_sha256) r.objective, r.sector, r.reason_sha256, r.version,
      r.decision, r.text, r.decided_on as on, p.name as by
    from relazione_release r left join person p on p.town = r.town and p.id = r.decided_by
    where r.cycle = ${cycle} order by r.objective, r.sector, r.reason_sha256, r.version desc`;
  return new Map(rows.map((row) => [releaseKey(row), row]));
}

/** What is released, as the facts of a Relazione tell it. */
export async function releasesOf(tx: Tx, cycle: string): Promise<ReleaseOf> {
  const kept = await lastReleases(tx, cycle);
  return ({ objective, sector, reason }) => {
    const found = kept.get(releaseKey({ objective, sector, reasonSha256: sha256Hex(reason) }));
    return found === undefined || found.decision === 'withheld'
      ? null
      : { text: found.text ?? reason, on: found.on };
  };
}

/** A decision to be recorded. */
export interface NewRelease extends Omit<KeptRelease, 'version' | 'by'> {
  readonly cycle: string;
  /** In which it was read. */
  readonly snapshot: string;
  /** The version that was seen; 0: none. */
  readonly after: number;
  /** Town time. */
  readonly at: Instant;
  readonly by: string;
}

/** `false`: somebody decided after the version that was seen. The caller holds the cycle. */
export async function addRelease(tx: Tx, made: NewRelease): Promise<boolean> {
  const last = (await lastReleases(tx, made.cycle)).get(releaseKey(made));
  if ((last?.version ?? 0) !== made.after) return false;
  await tx`
    insert into relazione_release (cycle, objective, sector, reason_sha256, version, snapshot, decision, text,
      decided_on, decided_at, decided_by)
    values (${made.cycle}, ${made.objective}, ${made.sector}, ${made.reasonSha256}, ${made.after + 1},
      ${made.snapshot}, ${made.decision}, ${made.text}, ${made.on}, ${made.at}, ${made.by})`;
  return true;
}
