/** What a town writes in the Relazione of a year, and the snapshots of it: appended, never rewritten. */
import type { ClosingStep } from '../../domain/cycle/closing-rules.js';
import type { PendingSubmission } from '../../domain/cycle/missing-in-relazione.js';
import { inCanonicalOrder } from '../../domain/relazione/frozen-content.js';
import type { RelazioneFacts, RelazioneText } from '../../domain/relazione/relazione-facts.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';

/** A text of the town, as it stands. */
export interface WrittenText {
  readonly part: RelazioneText;
  /** From 1; rises with each saving. */
  readonly version: number;
  /** Empty: left out. */
  readonly text: string;
  /** Town time. */
  readonly at: Instant;
  readonly by: string | null;
}

/** The last version of each part that was ever written. */
export const lastTexts = async (tx: Tx, cycle: string): Promise<readonly WrittenText[]> =>
  tx<WrittenText[]>`
    select distinct on (t.part) t.part, t.version, t.text, t.written_at as at, p.name as by
    from relazione_text t left join person p on p.town = t.town and p.id = t.written_by
    where t.cycle = ${cycle} order by t.part, t.version desc`;

/** A text to be kept. */
export interface NewText {
  readonly cycle: string;
  readonly part: RelazioneText;
  readonly text: string;
  /** The version that was seen; 0: none. */
  readonly after: number;
  readonly at: Instant;
  readonly by: string;
}

/** `false`: somebody wrote it after the version that was seen. */
export async function writeText(tx: Tx, { cycle, part, text, after, at, by }: NewText): Promise<boolean> {
  const [last] = await tx<{ version: number }[]>`
    select max(version) as version from relazione_text where cycle = ${cycle} and part = ${part}`;
  if ((last?.version ?? 0) !== after) return false;
  const done = await tx`
    insert into relazione_text (cycle, part, version, text, written_at, written_by)
    values (${cycle}, ${part}, ${after + 1}, ${text}, ${at}, ${by}) on conflict do nothing`;
  return done.count === 1;
}

/** Lower-case hex SHA-256. */
export interface SnapshotHashes {
  readonly facts: string;
  /** Of the JSON file of each version; of that for publication with no reason released and no totals. */
  readonly internal: string;
  readonly publication: string;
}

/** Facts frozen with their hashes; numbers rise from 1 within the year. */
export interface Snapshot {
  readonly id: string;
  /** From 1 in the year. */
  readonly number: number;
  readonly cause: 'transmission' | 'adoption' | 'approval' | 'new-version';
  /** Of a later one. */
  readonly reason: string | null;
  readonly sha256: SnapshotHashes;
  /** Town time. */
  readonly madeAt: Instant;
  readonly madeBy: string | null;
  /** Obligation of the step that it hangs on. */
  readonly duty: string;
  /** Steps that stand and are about it. */
  readonly steps: readonly ClosingStep[];
}

/** Of a year, latest first. */
export async function listSnapshots(tx: Tx, cycle: string): Promise<readonly Snapshot[]> {
  type Row = Omit<Snapshot, 'sha256'> & {
    factsSha256: string;
    internalSha256: string;
    publicationSha256: string;
  };
  const rows = await tx<Row[]>`
    select s.id, s.number, s.cause, s.reason, s.facts_sha256, s.internal_sha256, s.publication_sha256, s.made_at,
      p.name as made_by, s.duty,
      array(select d.step from closing_fact f
        join closing_duty d on d.town = f.town and d.obligation = f.obligation
        where f.town = s.town and f.snapshot = s.id and f.withdrawn_at is null order by f.seq) as steps
    from relazione_snapshot s left join person p on p.town = s.town and p.id = s.made_by
    where s.cycle = ${cycle} order by s.number desc`;
  return rows.map(({ factsSha256, internalSha256, publicationSha256, ...row }) => ({
    ...row,
    sha256: { facts: factsSha256, internal: internalSha256, publication: publicationSha256 },
  }));
}

/** What was frozen; `null`: the town has no such snapshot. */
export async function snapshotFacts(tx: Tx, id: string): Promise<RelazioneFacts | null> {
  const [row] = await tx<{ facts: RelazioneFacts }[]>`select facts from relazione_snapshot where id = ${id}`;
  return row === undefined ? null : inCanonicalOrder(row.facts);
}

/** A snapshot to be frozen. */
export interface NewSnapshot extends Pick<Snapshot, 'number' | 'cause' | 'reason' | 'sha256' | 'duty'> {
  readonly cycle: string;
  readonly facts: RelazioneFacts;
  readonly at: Instant;
  readonly by: string;
}

/** Returns its id. The caller holds the cycle, so that no two take the same number. */
export async function addSnapshot(tx: Tx, made: NewSnapshot): Promise<string> {
  const { sha256 } = made;
  const [row] = await tx<{ id: string }[]>`
    insert into relazione_snapshot (cycle, number, duty, cause, reason, facts, facts_sha256, internal_sha256,
      publication_sha256, made_at, made_by)
    values (${made.cycle}, ${made.number}, ${made.duty}, ${made.cause}, ${made.reason},
      ${tx.json(made.facts as unknown as Json)}, ${sha256.facts}, ${sha256.internal}, ${sha256.publication},
      ${made.at}, ${made.by})
    returning id`;
  if (row === undefined) throw new Error('the snapshot was not written');
  return row.id;
}

/** Submissions of windows that have opened, which the Segretario has not acknowledged. */
export const pendingSubmissions = async (
  tx: Tx,
  cycle: string,
  today: CivilDate,
): Promise<readonly PendingSubmission[]> =>
  tx<PendingSubmission[]>`
    select m.obligation as id, s.name as sector, w.title as window, m.state
    from submission m
      join monitoring_window w on w.town = m.town and w.id = m.monitoring_window
      join obligation o on o.town = m.town and o.id = m.obligation and o.state <> 'superseded'
      join sector s on s.town = m.town and s.id = m.sector
    where w.cycle = ${cycle} and w.skipped is null and w.opens <= ${today} and m.state <> 'acknowledged'
    order by w.ordinal, s.name`;

/** An act, an outcome or a publication is about it. */
export async function referTo(tx: Tx, fact: string, snapshot: string): Promise<void> {
  await tx`update closing_fact set snapshot = ${snapshot} where id = ${fact}`;
}
