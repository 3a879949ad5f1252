/** *Relazione*: what a year's still lacks, what the town writes in it, what is frozen of it. */
import type { RelazioneStamp } from '../../documents/relazione-stamp.js';
import { type MissingInRelazione, missingInRelazione } from '../../domain/cycle/missing-in-relazione.js';
import { stepsOf } from '../../domain/cycle/year-steps.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import type { Relazione, RelazioneVersion } from '../../domain/relazione/relazione.js';
import { yearOf } from '../../domain/time/civil-date.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { type Cycle, listCycles } from '../../store/cycle/cycles.js';
import { loadYearFacts } from '../../store/cycle/year-facts.js';
import type { Tx } from '../../store/in-town.js';
import {
  lastTexts,
  listSnapshots,
  pendingSubmissions,
  type Snapshot,
  snapshotFacts,
  type WrittenText,
} from '../../store/relazione/relazione.js';
import { copiesAmong, type SignedCopy } from '../../store/relazione/signed-copies.js';
import { loadTown } from '../../store/towns/towns.js';
import { isAlike } from '../commands/relazione/freeze-relazione.js';
import { actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { cycleShown } from './cycle-shown.js';
import { publishedNow } from './publishable.js';
import { relazioneFacts } from './relazione-facts.js';

export interface RelazionePage {
  readonly cycle: Cycle;
  readonly years: readonly number[];
  readonly missing: readonly MissingInRelazione[];
  /** *Pronta per il Nucleo*, complete or declared. */
  readonly isReady: boolean;
  /** Parts that were ever written. */
  readonly texts: readonly WrittenText[];
  /** Latest first. */
  readonly snapshots: readonly Snapshot[];
  /** What came back signed of them. */
  readonly copies: readonly SignedCopy[];
  /** The facts are no longer those of the last snapshot. */
  readonly hasChanged: boolean;
  readonly mayWrite: boolean;
}

/** The year asked for; else the one before, while it is being closed; else the one that is running. */
export async function cycleOf(tx: Tx, viewer: Viewer, asked: number | null, exact: boolean) {
  const approved = (await listCycles(tx)).filter(({ approvedOn }) => approvedOn !== null);
  const closing = approved.find(({ year, state }) => year === yearOf(viewer.today) - 1 && state === 'open');
  const shown = cycleShown(approved, asked ?? closing?.year ?? null, viewer.today);
  return { cycle: exact && shown?.year !== asked ? null : shown, approved };
}

/** `exact`: that year or nothing. `null`: no plan is approved. */
export async function loadRelazionePage(
  tx: Tx,
  viewer: Viewer,
  asked: number | null,
  { exact = false }: { readonly exact?: boolean } = {},
): Promise<RelazionePage | null> {
  const { cycle, approved } = await cycleOf(tx, viewer, asked, exact);
  if (cycle === null) return null;
  const town = await loadTown(tx);
  const [facts, texts, snapshots, submissions, year] = await Promise.all([
    relazioneFacts(tx, cycle, town, viewer.today),
    lastTexts(tx, cycle.id),
    listSnapshots(tx, cycle.id),
    pendingSubmissions(tx, cycle.id, viewer.today),
    loadYearFacts(tx, cycle, town),
  ]);
  const [last] = snapshots;
  return {
    ...{ cycle, texts, snapshots },
    copies: await copiesAmong(
      tx,
      ['relazione'],
      snapshots.map(({ id }) => id),
    ),
    years: approved.map((one) => one.year),
    missing: missingInRelazione(facts, submissions),
    isReady: stepsOf(year, viewer.today).some(({ id, state }) => id === 'ready' && state === 'done'),
    hasChanged: last !== undefined && !(await isAlike(tx, last, facts)),
    mayWrite: cycle.state === 'open' && actingRole(viewer.roles, 'relazione.write', []) !== null,
  };
}

export interface RelazioneAsked {
  readonly year: number;
  readonly version: RelazioneVersion;
  /** Number of a snapshot; `last`: the last one, else a draft; `draft`: from the facts of now. */
  readonly of: number | 'last' | 'draft';
}

/** To hand over; `snapshot` is `null` of a draft. `null`: there is no such year or snapshot. */
export async function relazioneAsked(
  tx: Tx,
  viewer: Viewer,
  { year, version, of }: RelazioneAsked,
): Promise<{ readonly made: Relazione; readonly snapshot: Snapshot | null } | null> {
  const { cycle } = await cycleOf(tx, viewer, year, true);
  if (cycle === null) return null;
  const snapshots = of === 'draft' ? [] : await listSnapshots(tx, cycle.id);
  const snapshot = (of === 'last' ? snapshots[0] : snapshots.find(({ number }) => number === of)) ?? null;
  if (snapshot === null && typeof of === 'number') return null;
  const town = await loadTown(tx);
  if (snapshot === null)
    return { made: relazione(await relazioneFacts(tx, cycle, town, viewer.today), version), snapshot };
  const facts = await snapshotFacts(tx, snapshot.id);
  if (facts === null) return null;
  // What is released afterwards changes what is published, never what was frozen.
  const made =
    version === 'internal'
      ? relazione(facts, version)
      : await publishedNow(tx, cycle.id, facts, town.settings.relazione.publishesTotals);
  return { made, snapshot };
}

/** What the files of a snapshot say of it; `null`: a draft. */
export const stampOf = (snapshot: Snapshot | null, zone: string): RelazioneStamp =>
  snapshot === null
    ? null
    : {
        ...{ number: snapshot.number, on: civilDateAt(snapshot.madeAt, zone) },
        sha256: snapshot.sha256.facts,
      };
