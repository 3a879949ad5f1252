/**
 * Puts the example town into an empty installation, by the same commands that people use: town and
 * people, plan with its act, heads of its sectors. Each step looks whether it was done, so that a load
 * that was killed goes on where it was.
 */
import { randomUUID } from 'node:crypto';
import type { Announcer } from '../api/announcer.js';
import { draftPlan } from '../api/commands/plan/import-draft.js';
import { confirmPlan } from '../api/commands/plan/import-plan.js';
import type { Commander, Outcome } from '../api/commands/run-command.js';
import type { Refusal } from '../api/refusals.js';
import { type Instant, instant } from '../domain/time/instant.js';
import { instantAt } from '../domain/time/zone.js';
import { listTowns } from '../store/across-towns.js';
import type { Json, Sql } from '../store/connection.js';
import { findCycle } from '../store/cycle/cycles.js';
import { factsClock } from '../store/facts-clock.js';
import { inTown } from '../store/in-town.js';
import { addPerson, assignRole, holdersOn, listPeople } from '../store/people/people.js';
import { createTown } from '../store/towns/towns.js';
import { actingAs } from './acting-as.js';
import type { ExampleFiles } from './example-files.js';

const START_MINUTE = 10 * 60;

/** The town's id; made where it is not there. Its clock starts on the start day at 10:00. */
export async function ensureTown(sql: Sql, { town }: ExampleFiles): Promise<string> {
  const known = (await listTowns(sql)).find(({ slug }) => slug === town.slug);
  if (known !== undefined) return known.id;
  const id = randomUUID();
  const createdAt = instant(Date.now());
  const start = instantAt(town.startDay, START_MINUTE, town.zone);
  await inTown(sql, id, async (tx) => {
    const { slug, name, ipaCode, zone, closures } = town;
    await createTown(tx, {
      id,
      slug,
      name,
      ipaCode,
      zone,
      closures,
      mode: 'demo',
      settings: town.settings,
      clockOffsetMs: start - createdAt,
      createdAt,
    });
    for (const person of town.people) {
      const row = await addPerson(tx, { name: person.name, email: person.email, createdAt: start });
      for (const role of person.roles) {
        // Heads come with the sectors of the plan.
        if (role.role !== 'head') await assignRole(tx, { person: row, role, validFrom: town.startDay });
      }
    }
  });
  return id;
}

/**
 * Imports and confirms the plan as the Segretario, unless the year has one, and gives each sector its head.
 * Without an `announcer` the workflows start when the relay tells them, seconds later.
 */
export async function ensurePlan(
  sql: Sql,
  town: string,
  files: ExampleFiles,
  announcer?: Announcer,
): Promise<void> {
  const { plan, planBytes } = files;
  const known = await inTown(sql, town, (tx) => findCycle(tx, plan.document.year));
  if (known?.approvedOn == null) {
    const secretary = await commanderOf(sql, town, 'secretary', announcer);
    const json = { mediaType: 'application/json', lines: [], partial: null };
    const file = { ...json, fileName: 'plan.json', bytes: planBytes, plan };
    const { draft } = carriedOut(await draftPlan(secretary, file));
    carriedOut(await confirmPlan(secretary, { draft, act: files.town.act }));
  }
  await inTown(sql, town, async (tx) => {
    const held = await holdersOn(tx, files.town.startDay);
    const people = await listPeople(tx);
    for (const { email, roles } of files.town.people) {
      const person = people.find((one) => one.email === email);
      for (const role of roles) {
        if (person === undefined || role.role !== 'head' || held.has(`head:${role.sector}`)) continue;
        await assignRole(tx, { person: person.id, role, validFrom: files.town.startDay });
      }
    }
  });
}

/** As whoever holds the role. Throws when nobody does: a bug of the example. */
export async function commanderOf(
  sql: Sql,
  town: string,
  role: string,
  announcer?: Announcer,
): Promise<Commander> {
  const commander = await actingAs(sql, town, role, 'page', announcer);
  if (commander === null) throw new Error(`nobody holds ${role} in the example`);
  return commander;
}

/** What the town's clock shows at the real instant `real`. */
export const townTime = (sql: Sql, town: string): Promise<Instant> =>
  inTown(sql, town, async (tx) => (await factsClock(tx, instant(Date.now()))).now);

/** The example's own commands are never refused; one that is, is a bug. */
export function carriedOut<Result extends Json>(outcome: Outcome<Result>): Result {
  if (outcome.ok) return outcome.result;
  throw new Error(`the example was refused: ${JSON.stringify(outcome.refusal satisfies Refusal)}`);
}
