/** A life lived by the real activities, one after the other, each at the instant that the one before said. */
import type { ActivityDeps } from '../../../activities/deps.js';
import { followCycle } from '../../../activities/follow-cycle.js';
import { type Attempt, sendDigests } from '../../../activities/send-digests.js';
import { takeStock } from '../../../activities/take-stock.js';
import type { Announcer } from '../../../api/announcer.js';
import { addDays } from '../../../domain/time/civil-date.js';
import { type Instant, instant } from '../../../domain/time/instant.js';
import { realInstant, type TownClock } from '../../../domain/time/town-clock.js';
import { civilDateAt, instantAt } from '../../../domain/time/zone.js';
import type { MailTransport } from '../../../mail/transport.js';
import { inTown } from '../../../store/in-town.js';
import { loadTown } from '../../../store/towns/towns.js';
import type { MailingKind, StockResult } from '../../../workflows/contract.js';
import { type TestTown, ZONE } from '../../activities/town.js';
import { carryOut, commandDeps } from './carry-out.js';
import type { Deed } from './deeds.js';
import type { Life } from './life.js';
import { runningAt } from './told-ahead.js';

export interface Driver {
  readonly deps: ActivityDeps;
  /** To a mail server that takes nothing today. */
  readonly refusing: MailTransport;
  /** Called now and then, when nothing is under way; `undisturbed`: until when nobody does anything. Town time. */
  readonly meanwhile?: (moment: Meanwhile) => Promise<void>;
}

export interface Meanwhile {
  readonly town: TestTown;
  /** Real time. */
  readonly real: Instant;
  readonly undisturbed: Instant;
}

/** Every so many looks. */
const NOW_AND_THEN = 7;

const SOON_MS = 1_000;

export async function liveByPlainDriver(
  { deps, refusing, meanwhile }: Driver,
  town: TestTown,
  life: Life,
  deeds: readonly Deed[],
): Promise<void> {
  const { clock } = await inTown(deps.sql, town.town, loadTown);
  const left = [...deeds];
  let wake: Instant | null = instantAt(life.approved, 18 * 60, ZONE);
  /** What the last look said of the next round, until a change is told: as the workflow keeps it. */
  let nextRound: StockResult['nextRound'];
  /** When the cycle looks at the year again: at once, then when it said, and after each variation. */
  let turn: Instant | null = wake;
  const end = instantAt(addDays(life.until, 1), 0, ZONE);
  for (let looks = 1; ; looks++) {
    const [deed] = left;
    const [year, when] = [whenRunning(turn, life), whenRunning(wake, life)];
    if (year < end && year <= Math.min(deed?.at ?? Infinity, when)) {
      turn = await followYear(deps, town, clock, year);
      nextRound = undefined;
      continue;
    }
    if (deed !== undefined && deed.at <= when) {
      left.shift();
      const isTold = await doIt(deps, town, clock, deed);
      if (isTold) [wake, nextRound] = [deed.at, undefined];
      if (deed.kind === 'vary') turn = deed.at;
      continue;
    }
    if (when >= end) return;
    ({ wake, nextRound } = await look(deps, refusing, { town, clock, life, at: when, nextRound }));
    const undisturbed = instant(
      Math.min(left[0]?.at ?? Infinity, ...disturbances(life).filter((at) => at > when)),
    );
    const real = realInstant(instant(when + 2 * SOON_MS), clock);
    const isQuiet = !life.mailless.has(civilDateAt(when, ZONE));
    if (isQuiet && looks % NOW_AND_THEN === 0) await meanwhile?.({ town, real, undisturbed });
  }
}

const NEVER = instant(Number.MAX_SAFE_INTEGER);
const whenRunning = (at: Instant | null, life: Life): Instant => (at === null ? NEVER : runningAt(at, life));

/** The cycle's look at the year; town time of the next. */
async function followYear(
  deps: ActivityDeps,
  { town, cycle, year }: TestTown,
  clock: TownClock,
  at: Instant,
): Promise<Instant | null> {
  const { nextMs } = await followCycle(deps, { town, cycle, year, nowMs: realInstant(at, clock) });
  return nextMs === null ? null : instant(nextMs + clock.offsetMs);
}

/** When something other than a deed comes between: nothing runs, or mails do not leave. */
const disturbances = ({ outages, mailless, until }: Life): readonly Instant[] => [
  ...outages.map(({ from }) => from),
  ...[...mailless, addDays(until, 1)].map((day) => instantAt(day, 0, ZONE)),
];

/** Says whether the round was told. */
async function doIt(deps: ActivityDeps, town: TestTown, clock: TownClock, deed: Deed): Promise<boolean> {
  const told: string[] = [];
  const announcer: Announcer = {
    tell: (_, announced) => void told.push(...announced.map(({ start }) => start.workflowId)),
    settled: () => Promise.resolve(),
  };
  const now = (): Instant => realInstant(deed.at, clock);
  const starts = await carryOut(commandDeps({ ...deps, now, announcer }), town, deed);
  return starts.length + told.length > 0;
}

interface Moment {
  readonly town: TestTown;
  readonly clock: TownClock;
  readonly life: Life;
  readonly at: Instant;
  readonly nextRound: StockResult['nextRound'];
}

interface Looked extends Pick<Moment, 'nextRound'> {
  readonly wake: Instant | null;
}

/** Takes stock and hands over what waits; says when to look again (town time). */
async function look(deps: ActivityDeps, refusing: MailTransport, moment: Moment): Promise<Looked> {
  const { town, clock, life, at, nextRound } = moment;
  const real = realInstant(at, clock);
  const stock = await takeStock(deps, { town: town.town, nowMs: real, nextRound });
  const looked = ({ nextMs, nextRound: said }: StockResult): Looked => ({
    wake: nextMs === null ? null : instant(nextMs + clock.offsetMs),
    nextRound: said,
  });
  if (stock.digestDay === null && stock.alertDay === null) return looked(stock);
  const isMailless = life.mailless.has(civilDateAt(at, ZONE));
  const sending = isMailless ? { ...deps, transport: refusing } : deps;
  const begun = Date.now();
  const never = new AbortController().signal;
  const attempt: Attempt = { now: () => instant(real + Date.now() - begun), stopping: never, broken: never };
  const send = async (day: string | null, kind: MailingKind): Promise<boolean> =>
    day === null ||
    sendDigests(sending, { town: town.town, day, kind }, attempt).then(
      () => true,
      (failure: { readonly type?: string }) => {
        if (failure.type === 'MailsWaiting') return false;
        throw failure;
      },
    );
  const isSent = (await send(stock.digestDay, 'daily')) && (await send(stock.alertDay, 'alert'));
  if (!isSent) return looked(stock);
  const nowMs = real + Date.now() - begun + SOON_MS;
  return looked(await takeStock(deps, { town: town.town, nowMs, nextRound: stock.nextRound }));
}
