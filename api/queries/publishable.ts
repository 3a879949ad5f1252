/** What of a frozen Relazione may be published, and what the RPCT decided of its reasons. */
import { canonicalJson } from '../../domain/register/canonical-json.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import type { ReasonFact } from '../../domain/relazione/objective-facts.js';
import { withReleases } from '../../domain/relazione/published-facts.js';
import type { Relazione } from '../../domain/relazione/relazione.js';
import type { RelazioneFacts } from '../../domain/relazione/relazione-facts.js';
import type { Tx } from '../../store/in-town.js';
import { holdersOn } from '../../store/people/people.js';
import { sha256Hex } from '../../store/register/register.js';
import { type Validated, validatedSnapshot } from '../../store/relazione/publication.js';
import { listSnapshots, type Snapshot, snapshotFacts } from '../../store/relazione/relazione.js';
import { type KeptRelease, lastReleases, releaseKey, releasesOf } from '../../store/relazione/releases.js';
import type { Viewer } from '../viewer.js';

/** A reason of the snapshot, with what was decided of it. */
export interface ReasonToRelease {
  readonly objective: string;
  readonly sector: string;
  readonly number: string | null;
  readonly title: string;
  readonly reason: Pick<ReasonFact, 'text' | 'by' | 'on' | 'exOfficio'>;
  readonly sha256: string;
  /** `null`: nothing yet, and it is not published. */
  readonly release: KeptRelease | null;
}

/** The snapshot that is, or will be, published: the latest validated one, else the last. */
export interface Publishable {
  readonly snapshot: Snapshot;
  readonly facts: RelazioneFacts;
  /** `null`: it is not validated. */
  readonly validated: Validated | null;
  /** A later one was frozen, and is not validated. */
  readonly later: number | null;
}

/** `null`: nothing is frozen. */
export async function publishableOf(tx: Tx, cycle: string): Promise<Publishable | null> {
  const [snapshots, validated] = await Promise.all([listSnapshots(tx, cycle), validatedSnapshot(tx, cycle)]);
  const snapshot = snapshots.find(({ id }) => id === validated?.snapshot) ?? snapshots[0];
  const facts = snapshot === undefined ? null : await snapshotFacts(tx, snapshot.id);
  if (snapshot === undefined || facts === null) return null;
  const [last] = snapshots;
  return { snapshot, facts, validated, later: last === snapshot ? null : (last?.number ?? null) };
}

export async function reasonsOf(
  tx: Tx,
  cycle: string,
  { facts }: Publishable,
): Promise<readonly ReasonToRelease[]> {
  const kept = await lastReleases(tx, cycle);
  return facts.sectors.flatMap((sector) =>
    sector.objectives.flatMap(({ id, number, title, reason: told, evaluatorReason }) =>
      [told, evaluatorReason].flatMap((reason): readonly ReasonToRelease[] => {
        if (reason == null) return [];
        const place = { objective: id, sector: sector.name, reasonSha256: sha256Hex(reason.text) };
        return [
          {
            ...{ objective: id, sector: sector.name, number, title, reason, sha256: place.reasonSha256 },
            release: kept.get(releaseKey(place)) ?? null,
          },
        ];
      }),
    ),
  );
}

/** As it would be published now. */
export const publishedNow = async (
  tx: Tx,
  cycle: string,
  facts: RelazioneFacts,
  publishesTotals: boolean,
): Promise<Relazione> =>
  relazione({ ...withReleases(facts, await releasesOf(tx, cycle)), publishesTotals }, 'publication');

/** Equal: nothing of what is published has changed. */
export const sameRelazione = (one: Relazione, other: Relazione): boolean =>
  canonicalJson(one) === canonicalJson(other);

/** The RPCT; the Segretario where nobody holds that role. `null`: they may; else who does. */
export async function releasedByOther(
  tx: Tx,
  { roles, today }: Pick<Viewer, 'roles' | 'today'>,
): Promise<string | null> {
  if (roles.some(({ role }) => role === 'rpct')) return null;
  return (await holdersOn(tx, today)).get('rpct')?.[0]?.name ?? null;
}
