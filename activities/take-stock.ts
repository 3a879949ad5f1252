/**
 * One transaction under the town's lock: late mails are given up, the round of the day is held, the alert
 * mail frozen, and the next instant worked out. What it returns is read from rows, so that a repetition
 * after a crash finds the same work to do.
 */
import { nextRoundSlot } from '../domain/obligations/agenda-at.js';
import { type Instant, instant } from '../domain/time/instant.js';
import { alertInstant } from '../domain/time/round-slot.js';
import { realInstant } from '../domain/time/town-clock.js';
import { inTown, type Tx } from '../store/in-town.js';
import { loadLeftovers } from '../store/notices/digest-leftovers.js';
import { unansweredDays } from '../store/notices/digests.js';
import { appendEntries } from '../store/register/register.js';
import { storeNext } from '../store/workflow-next.js';
import { roundStart, type StockResult } from '../workflows/contract.js';
import type { ActivityDeps } from './deps.js';
import { freezeAlert, nextAlert } from './freeze-alert.js';
import { giveUpLate, mailsEnd } from './give-up.js';
import { holdRound, type RoundOutcome } from './hold-round.js';
import { sealIfDue } from './seal-week.js';
import { openStock, type Stock } from './stock.js';

interface StockInput {
  readonly town: string;
  readonly nowMs: number;
  /** Of the stock before, where no change was signalled since: town time. */
  readonly nextRound?: StockResult['nextRound'];
}

/** Throws the final failure `UnknownTown`; anything else is worth another attempt. */
export async function takeStock(
  deps: Pick<ActivityDeps, 'sql' | 'sha256' | 'sender'>,
  { town, nowMs, nextRound }: StockInput,
): Promise<StockResult> {
  return inTown(deps.sql, town, async (tx) => {
    const stock = await openStock(tx, instant(nowMs));
    const givenUp = await giveUpLate(tx, stock);
    const round = (await asSaid(tx, stock, nextRound)) ?? (await holdRound(tx, stock, deps));
    await freezeAlert(tx, stock, deps);
    await appendEntries(tx, [...givenUp, ...round.entries]);

    // Neither looks at what the other writes.
    const [result] = await Promise.all([lookAhead(tx, stock, round), sealIfDue(tx, stock)]);
    return result;
  });
}

async function lookAhead(tx: Tx, stock: Stock, round: RoundOutcome): Promise<StockResult> {
  const [unanswered, alertAt] = await Promise.all([unansweredDays(tx), nextAlert(tx, stock)]);
  const { daily: digestDay = null, alert: alertDay = null } = unanswered;
  const next = nextOf(stock, round, alertAt, digestDay !== null || alertDay !== null);
  const nextMs = next === null ? null : realInstant(next, stock.town.clock);
  const { id: town } = stock.town;
  await storeNext(tx, { ...roundStart({ town }), nextAt: nextMs, storedAt: stock.real });
  return { nextMs, digestDay, alertDay, nextRound: round.next };
}

/**
 * Before the next round that was said nothing of it is due, unless mails were given up since: that much need not be read
 * again after each mailing. `null`: ask the agenda.
 */
async function asSaid(
  tx: Tx,
  { now }: Stock,
  nextRound: StockResult['nextRound'],
): Promise<RoundOutcome | null> {
  if (nextRound === undefined || (nextRound !== null && nextRound <= now)) return null;
  const { lines, summary } = await loadLeftovers(tx);
  if (lines.length + summary.length > 0) return null;
  return { next: nextRound === null ? null : instant(nextRound), hasLeftovers: false, entries: [] };
}

/** The earliest of all that the round must not miss, in town time; always later than now. */
function nextOf(
  stock: Stock,
  { next, hasLeftovers }: RoundOutcome,
  alertAt: Instant | null,
  isUnanswered: boolean,
): Instant | null {
  const waits = [next, alertAt];
  if (hasLeftovers) waits.push(nextRoundSlot(stock.rounds, stock.calendar, stock.now));
  if (isUnanswered) waits.push(...whileUnanswered(stock));
  const instants = waits.filter((at) => at !== null).map((at) => Math.max(at, stock.now + 1));
  return instants.length === 0 ? null : instant(Math.min(...instants));
}

/** While mails of today lack their answer: 15:00, when the Segretario hears of it, and 17:00, when they are given up. */
function whileUnanswered(stock: Stock): readonly Instant[] {
  const { town, today, now } = stock;
  const ahead = [alertInstant(today, town.clock.zone), mailsEnd(stock)].filter((at) => at > now);
  return ahead.length > 0 ? ahead : [instant(now + LATE_MS)];
}

/** Past 17:00 somebody still holds a mail, or it has an hour's chance: look again soon. */
const LATE_MS = 10 * 60_000;
