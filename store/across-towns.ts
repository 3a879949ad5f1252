/**
 * The one door across towns: each function here calls one SECURITY DEFINER function of the migrations
 * (`000009_across_towns.sql` and later ones). Nothing else in the house sees two towns at once.
 */
import type { Instant } from '../domain/time/instant.js';
import type { AnyTx, Json, Sql } from './connection.js';
import type { TownMode } from './towns/towns.js';

/** A town as far as programs above towns know it. */
export interface TownEntry {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly mode: TownMode;
  readonly zone: string;
  readonly clockOffsetMs: number;
}

/** All towns, by name. */
export const listTowns = async (sql: Sql | AnyTx): Promise<readonly TownEntry[]> =>
  sql<TownEntry[]>`select * from across_towns()`;

/** The town of a mail; `null` when no town has it. What a link names is not yet known to be true. */
export async function townOfDigest(sql: Sql | AnyTx, digest: string): Promise<string | null> {
  const [row] = await sql<{ town: string | null }[]>`select across_digest_town(${digest}) as town`;
  return row?.town ?? null;
}

/** The town of a calendar's address, by the hash of its token; `null` when no town has it. */
export async function townOfCalendar(sql: Sql | AnyTx, hash: Uint8Array): Promise<string | null> {
  const [row] = await sql<{ town: string | null }[]>`select across_calendar_town(${hash}) as town`;
  return row?.town ?? null;
}

/** The town whose public page stands at that short name; `null`: no town has it, or it is switched off. */
export async function townOfPublicPage(sql: Sql | AnyTx, slug: string): Promise<string | null> {
  const [row] = await sql<{ town: string | null }[]>`select across_public_town(${slug}) as town`;
  return row?.town ?? null;
}

/** Mails with one of these Message-IDs, at most two: a report that names two is about neither. */
export const digestsByMessageId = async (
  sql: Sql | AnyTx,
  messageIds: readonly string[],
): Promise<readonly { readonly town: string; readonly digest: string }[]> =>
  sql<{ town: string; digest: string }[]>`select * from across_returned_digests(${[...messageIds]})`;

/** One that the API could not tell after its commit. */
export interface WaitingAnnouncement {
  readonly town: string;
  readonly id: number;
  readonly workflowId: string;
  readonly workflowType: string;
  readonly args: readonly Json[];
}

/**
 * Takes at most `atMost` announcements written at or before `createdBefore` (real time) and nobody
 * else's; they stay this transaction's until it ends. Settle them before it does.
 */
export const claimAnnouncements = async (
  tx: AnyTx,
  createdBefore: Instant,
  atMost: number,
): Promise<readonly WaitingAnnouncement[]> =>
  tx<WaitingAnnouncement[]>`select * from across_claim_announcements(${createdBefore}, ${atMost})`;

/** `failed` ones stay and come after the others next time. `at` is real time. */
export async function settleAnnouncements(
  tx: AnyTx,
  outcome: {
    readonly announced: readonly number[];
    readonly failed: readonly number[];
    readonly at: Instant;
  },
): Promise<void> {
  await tx`select across_settle_announcements(${[...outcome.announced]}::bigint[], ${[...outcome.failed]}::bigint[],
    ${outcome.at})`;
}

/** A workflow that is past its stored `next`. */
export interface OverdueWorkflow {
  readonly town: string;
  readonly workflowId: string;
  readonly workflowType: string;
  readonly args: readonly Json[];
  readonly nextAt: Instant;
}

/** Workflows whose stored next is earlier than `dueBefore` (real time) and that were not revived since then. */
export const overdueWorkflows = async (
  sql: Sql | AnyTx,
  dueBefore: Instant,
  atMost: number,
): Promise<readonly OverdueWorkflow[]> =>
  sql<OverdueWorkflow[]>`select * from across_overdue_workflows(${dueBefore}, ${atMost})`;

/** The watchdog has started it again at the real instant `at`; counted. */
export async function markRevived(sql: Sql | AnyTx, workflow: OverdueWorkflow, at: Instant): Promise<void> {
  await sql`select across_mark_revived(${workflow.town}, ${workflow.workflowId}, ${at})`;
}

/** How much waits, for figures and health. */
export interface Backlog {
  readonly announcements: number;
  /** Real time; `null` when none waits. */
  readonly oldestAnnouncement: Instant | null;
  readonly overdueWorkflows: number;
  /** How often the watchdog ever had to act. */
  readonly revivals: number;
  readonly unansweredDigests: number;
  /** Of those, tried at least once: the mail server put them off or did not answer. */
  readonly putOffDigests: number;
}

/** For health and `doctor`; a workflow is overdue when its next is earlier than `dueBefore` (real time). */
export async function backlog(sql: Sql | AnyTx, dueBefore: Instant): Promise<Backlog> {
  const [row] = await sql<Backlog[]>`select * from across_backlog(${dueBefore})`;
  if (row === undefined) throw new Error('the backlog has no row');
  return row;
}

/** A mail server with a limit, all times real: one mail every `everyMs`, waited for at most `patienceMs`. */
export interface PacedServer {
  /** host:port */
  readonly server: string;
  readonly everyMs: number;
  readonly patienceMs: number;
}

/** The real instant from which one mail may begin, whoever else sends to that server; `null`: none within patience. */
export async function takeTurn(
  sql: Sql | AnyTx,
  { server, everyMs, patienceMs }: PacedServer,
  now: Instant,
): Promise<Instant | null> {
  const [row] = await sql<{ turn: Instant | null }[]>`
    select across_take_turn(${server}, ${now}, ${everyMs}, ${patienceMs}) as turn`;
  return row?.turn ?? null;
}
