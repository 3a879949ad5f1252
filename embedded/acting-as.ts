/** Commands of the API given without a page: by the example while it is loaded, by the command line. */
import { randomBytes } from 'node:crypto';
import type { Announcer } from '../api/announcer.js';
import type { Commander } from '../api/commands/run-command.js';
import { createHealth } from '../api/health.js';
import { instant } from '../domain/time/instant.js';
import type { Sql } from '../store/connection.js';
import { factsClock } from '../store/facts-clock.js';
import { inTown } from '../store/in-town.js';
import { rolesOfPerson } from '../store/people/absences.js';
import { holdersOn } from '../store/people/people.js';
import type { AuditChannel } from '../store/register/audit.js';
import { loadTown } from '../store/towns/towns.js';

/** The workflows concerned hear of it from the relay of the worker, seconds later. */
const TO_THE_RELAY: Announcer = { tell: () => undefined, settled: () => Promise.resolve() };

/** As whoever holds the role (a `roleKey`) now by the town's clock; `null` when nobody does. */
export async function actingAs(
  sql: Sql,
  town: string,
  role: string,
  channel: AuditChannel,
  announcer = TO_THE_RELAY,
): Promise<Commander | null> {
  const now = () => instant(Date.now());
  const viewer = await inTown(sql, town, async (tx) => {
    const clock = await factsClock(tx, now());
    const person = (await holdersOn(tx, clock.today)).get(role)?.[0];
    if (person === undefined) return null;
    const roles = await rolesOfPerson(tx, person.id, clock.today);
    return {
      town: await loadTown(tx),
      person,
      roles,
      compiles: [],
      now: clock.now,
      today: clock.today,
      formToken: '',
    };
  });
  if (viewer === null) return null;
  const deps = {
    sql,
    now,
    announcer,
    health: createHealth(sql, () => Promise.resolve(true), now),
    secret: randomBytes(32),
    demo: null,
    publicUrl: null,
    secure: false,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
  return { deps, viewer, channel, key: null };
}
