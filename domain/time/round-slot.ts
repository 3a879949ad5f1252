/**
 * When a town's work of the day happens, by its own clock. The round is spread over 07:30–09:00 by a
 * stable hash of the tenant, a missed one is made up until 17:00; the alert leaves at 15:00; the
 * register of what stood is entered at 04:00–06:00. Nothing falls between 00:30 and 04:00, where the
 * two nights of the clock change lose or double an hour (design §4).
 */
import type { CivilDate } from './civil-date.js';
import type { Instant } from './instant.js';
import { instantAt } from './zone.js';

const ROUND_FROM_MINUTE = 7 * 60 + 30;
const ROUND_SPREAD_MINUTES = 90;
const ROUND_UNTIL_MINUTE = 17 * 60;
const ALERT_MINUTE = 15 * 60;
const REGISTER_FROM_MINUTE = 4 * 60;
const REGISTER_SPREAD_MINUTES = 120;

/** Minutes of the day between which a town may choose when its mails leave. */
export const SENDING_MINUTES = { first: ROUND_FROM_MINUTE, last: 12 * 60 } as const;

/** FNV-1a over the characters: stable across machines and versions, spread enough for minutes. */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** Of one working day; instants by the town's clock. */
export interface RoundWindow {
  /** 04:00: before it not even a round that somebody asks for is held. */
  readonly earliest: Instant;
  /** When the round of the day is due. */
  readonly slot: Instant;
  /** First instant at which it is too late to make it up on that day. */
  readonly until: Instant;
}

/** `sendsAt`: the minute of the day that the town chose; `null`: none, its own of the spread. */
export function roundWindow(
  town: string,
  day: CivilDate,
  zone: string,
  sendsAt: number | null = null,
): RoundWindow {
  const minute = sendsAt ?? ROUND_FROM_MINUTE + (stableHash(town) % ROUND_SPREAD_MINUTES);
  return {
    earliest: instantAt(day, REGISTER_FROM_MINUTE, zone),
    slot: instantAt(day, minute, zone),
    until: instantAt(day, ROUND_UNTIL_MINUTE, zone),
  };
}

/** 15:00 of the day: the alert mail, when there is one. */
export const alertInstant = (day: CivilDate, zone: string): Instant => instantAt(day, ALERT_MINUTE, zone);

/** 04:00–06:00 of the day, spread by objective: what stood after a due date enters the register. */
export const registerInstant = (objective: string, day: CivilDate, zone: string): Instant =>
  instantAt(day, REGISTER_FROM_MINUTE + (stableHash(objective) % REGISTER_SPREAD_MINUTES), zone);
