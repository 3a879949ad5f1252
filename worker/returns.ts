/**
 * Reads what comes back: the mailbox of the return path by IMAP where there is one, and what the built-in inbox
 * took. Several workers may do it: what was recorded once is known. The log holds outcomes and counts.
 */
import { type ReturnDeps, type ReturnOutcome, takeReturn } from '../activities/take-return.js';
import type { Instant } from '../domain/time/instant.js';
import type { ImapMailbox } from '../mail/imap-mailbox.js';
import { tokenIn } from '../mail/return-path.js';
import type { Log } from '../running/log.js';
import { markReturnRead, unreadReturns } from '../store/notices/inbox-returns.js';

export interface ReturnsDeps extends ReturnDeps {
  readonly now: () => Instant;
  readonly log: Pick<Log, 'info'>;
}

const AT_MOST = 50;
/** Understood to the end; the others are for a person to read. */
const DONE: ReadonlySet<ReturnOutcome> = new Set(['bounced', 'delayed', 'known', 'automatic']);

/** One look at the mailbox. */
export async function readReturns(deps: ReturnsDeps, mailbox: ImapMailbox): Promise<void> {
  await mailbox.turn(
    async (raw) => DONE.has(await take(deps, { raw, envelopeTo: [] }, 'imap')),
    new Date(deps.now()),
  );
}

/** One look at the built-in inbox: what came there for the return path. */
export async function readInboxReturns(deps: ReturnsDeps): Promise<void> {
  for (const { id, raw, envelopeTo } of await unreadReturns(deps.sql, AT_MOST)) {
    const isOurs = envelopeTo.some((address) => tokenIn(deps.returnPath, address) !== null);
    if (isOurs) await take(deps, { raw, envelopeTo }, 'inbox');
    await markReturnRead(deps.sql, id, deps.now());
  }
}

async function take(
  deps: ReturnsDeps,
  came: Parameters<typeof takeReturn>[1],
  from: 'imap' | 'inbox',
): Promise<ReturnOutcome> {
  const outcome = await takeReturn(deps, came, deps.now());
  deps.log.info({ outcome, via: from }, 'a mail came back');
  return outcome;
}
