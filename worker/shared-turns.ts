/** The pace of all workers together, kept in PostgreSQL (docs/adr/0050-the-pace-is-shared.md). */
import { instant } from '../domain/time/instant.js';
import { type MailPace, type TakeTurn, turnEvery } from '../mail/pace.js';
import { takeTurn } from '../store/across-towns.js';
import type { Sql } from '../store/connection.js';

/** `undefined`: the server has no limit. */
export function sharedTurns({ perMinute }: MailPace, sql: Sql): TakeTurn | undefined {
  if (perMinute === null) return undefined;
  return (server, patienceMs) =>
    takeTurn(sql, { server, patienceMs, everyMs: turnEvery(perMinute) }, instant(Date.now()));
}
