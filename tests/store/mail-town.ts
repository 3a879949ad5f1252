/** One planned town for each test, and the steps of a mail in it: frozen, taken in hand, answered. */
import { beforeEach } from 'vitest';
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import {
  type ClaimedDigest,
  claimDigest,
  type DeliveryKind,
  freezeDigests,
  type NewDigest,
  recordAnswer,
} from '../../store/notices/digests.js';
import { NOON, type PlannedTown, plannedTown, TODAY } from './furnished-town.js';

export interface MailTown {
  /** This test's own. */
  town(): PlannedTown;
  here<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  freeze(digest: NewDigest): Promise<void>;
  /** For 60 s from `now`, which is noon unless said. */
  claim(now?: Instant, except?: readonly string[]): Promise<ClaimedDigest | null>;
  answer(digest: string, kind: DeliveryKind): Promise<boolean>;
}

/** Call it at the top of a file. */
export function mailTown(sql: Sql): MailTown {
  let town: PlannedTown;
  beforeEach(async () => {
    town = await plannedTown(sql);
  });
  const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(sql, town.town, work);
  return {
    town: () => town,
    here,
    freeze: (digest) => here((tx) => freezeDigests(tx, [digest])),
    claim: (now = NOON, except = []) =>
      here((tx) => claimDigest(tx, { day: TODAY, kind: 'daily' }, { now, leaseMs: 60_000, except })),
    answer: (digest, kind) =>
      here((tx) => recordAnswer(tx, { digest, kind, at: NOON, code: 250, response: 'ok' })),
  };
}
