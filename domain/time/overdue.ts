import { type Instant, instant } from './instant.js';

/** A workflow this long past its stored `next` has missed it: the watchdog acts, health says so (design §2). */
const OVERDUE_MS = 10 * 60_000;

/** Every stored `next` earlier than this is overdue. Real time. */
export const overdueBefore = (nowMs: number): Instant => instant(nowMs - OVERDUE_MS);
