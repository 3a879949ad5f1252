/**
 * The snapshot of a Relazione: frozen by the first of transmission and act, in the transaction that records it; what
 * comes after refers to the last one. Whatever changes later needs a new version, with its reason.
 */
import { createHash } from 'node:crypto';
import { relazioneJson } from '../../../documents/relazione-json.js';
import type { ClosingStep } from '../../../domain/cycle/closing-rules.js';
import { canonicalJson } from '../../../domain/register/canonical-json.js';
import { relazione } from '../../../domain/relazione/build-relazione.js';
import { contentOf, inCanonicalOrder } from '../../../domain/relazione/frozen-content.js';
import { unpublished } from '../../../domain/relazione/published-facts.js';
import type { RelazioneVersion } from '../../../domain/relazione/relazione.js';
import type { RelazioneFacts } from '../../../domain/relazione/relazione-facts.js';
import type { Cycle } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { sha256Hex } from '../../../store/register/register.js';
import { validatedSnapshot } from '../../../store/relazione/publication.js';
import {
  addSnapshot,
  listSnapshots,
  referTo,
  type Snapshot,
  type SnapshotHashes,
  snapshotFacts,
} from '../../../store/relazione/relazione.js';
import { loadTown } from '../../../store/towns/towns.js';
import { relazioneFacts } from '../../queries/relazione-facts.js';
import type { Refusal } from '../../refusals.js';

const FREEZES: ReadonlySet<ClosingStep> = new Set(['transmission', 'adoption', 'approval']);

const hashesOf = (facts: RelazioneFacts): SnapshotHashes => ({
  facts: sha256Hex(canonicalJson(facts)),
  internal: fileHash(facts, 'internal'),
  publication: fileHash(unpublished(facts), 'publication'),
});

const fileHash = (facts: RelazioneFacts, version: RelazioneVersion): string =>
  createHash('sha256')
    .update(relazioneJson(relazione(inCanonicalOrder(facts), version)))
    .digest('hex');

interface Frozen {
  readonly cycle: Cycle;
  readonly clock: FactsClock;
  readonly by: string;
}

/** What was read has its hashes; the caller holds the cycle. */
export async function freeze(
  tx: Tx,
  { cycle, clock, by }: Frozen,
  facts: RelazioneFacts,
  said: Pick<Snapshot, 'number' | 'cause' | 'reason' | 'duty'>,
): Promise<string> {
  return addSnapshot(tx, { ...said, cycle: cycle.id, facts, sha256: hashesOf(facts), at: clock.now, by });
}

/** `seen`: number of the snapshot on the page; `null`: it did not say. A refusal where another has superseded it. */
export async function supersededSince(tx: Tx, cycle: Cycle, seen: number | null): Promise<Refusal | null> {
  if (seen === null) return null;
  const [last] = await listSnapshots(tx, cycle.id);
  if (last === undefined || last.number === seen) return null;
  return { code: 'snapshot-superseded', seen, last: last.number, reason: last.reason };
}

/** A fact of the closing that was just recorded. */
interface ReferringStep {
  readonly step: ClosingStep;
  readonly fact: string;
  /** Its obligation. */
  readonly duty: string;
  /** From 1: what comes again after *non validata*. */
  readonly round: number;
  readonly note: string | null;
}

/** It is about the last snapshot, or about the one that it freezes; what is published is the last validated one. */
export async function referStep(tx: Tx, frozen: Frozen, recorded: ReferringStep): Promise<void> {
  const { cycle } = frozen;
  const all = await listSnapshots(tx, cycle.id);
  const validated = recorded.step === 'publication' ? await validatedSnapshot(tx, cycle.id) : null;
  const snapshot = FREEZES.has(recorded.step)
    ? await snapshotFor(tx, frozen, all, recorded)
    : (validated?.snapshot ?? all[0]?.id ?? null);
  if (snapshot !== null) await referTo(tx, recorded.fact, snapshot);
}

/** The last one stands while a step is about one of them; what goes to the Nucleo again is frozen again if it changed. */
async function snapshotFor(
  tx: Tx,
  frozen: Frozen,
  all: readonly Snapshot[],
  { step, duty, round, note }: ReferringStep,
): Promise<string> {
  const [last] = all;
  const again = step === 'transmission' && round > 1;
  if (last !== undefined && !again && all.some(({ steps }) => steps.length > 0)) return last.id;
  const { cycle, clock } = frozen;
  const facts = await relazioneFacts(tx, cycle, await loadTown(tx), clock.today);
  if (last !== undefined && (await isAlike(tx, last, facts))) return last.id;
  const because = again
    ? 'Trasmessa di nuovo dopo la mancata validazione'
    : 'Registrata di nuovo dopo un annullamento';
  return freeze(tx, frozen, facts, {
    ...{ number: (last?.number ?? 0) + 1, cause: step as Snapshot['cause'], duty },
    reason: last === undefined ? null : (note ?? because),
  });
}

/** Nothing changed after it. */
export const isAlike = async (tx: Tx, { id }: Snapshot, facts: RelazioneFacts): Promise<boolean> => {
  const frozen = await snapshotFacts(tx, id);
  return frozen !== null && contentOf(frozen) === contentOf(facts);
};
