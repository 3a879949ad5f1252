/** Makes a town on trial with its sectors, its people and their roles, in one transaction. From there the Segretario goes on. */
import { roleKey } from '../../domain/obligations/obligation.js';
import type { Instant } from '../../domain/time/instant.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { listTowns } from '../../store/across-towns.js';
import type { Sql } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { addSectors } from '../../store/people/roles.js';
import { type AuditChannel, appendAudit } from '../../store/register/audit.js';
import { townSettingsSchema } from '../../store/towns/town-settings.js';
import { endTownSetup } from '../../store/towns/town-setups.js';
import { createTown } from '../../store/towns/towns.js';
import type { FieldProblem } from '../refusals.js';
import type { TownAsked } from './town-setup.js';

/** The zone of every town that is made here. */
export const TOWN_ZONE = 'Europe/Rome';

export interface MakeTown {
  readonly sql: Sql;
  /** The real clock. */
  readonly now: Instant;
  readonly channel: AuditChannel;
  /** Of the town to be. */
  readonly id: string;
  /** The setup that it comes from, which ends with it; `null`: the command line. */
  readonly account: string | null;
}

export type MadeTown =
  | { readonly ok: true }
  /** The setup was ended by somebody else meanwhile. */
  | { readonly ok: false; readonly why: 'gone' }
  | { readonly ok: false; readonly why: 'invalid'; readonly problem: FieldProblem };

class Gone extends Error {}

export async function makeTown(making: MakeTown, asked: TownAsked): Promise<MadeTown> {
  const { sql, id } = making;
  const taken: MadeTown = {
    ...{ ok: false, why: 'invalid' },
    problem: {
      field: 'sigla',
      message: `La sigla "${asked.slug}" è già di un altro comune: scegline una diversa.`,
    },
  };
  const known = await listTowns(sql);
  if (known.some((one) => one.id === id)) return { ok: false, why: 'gone' };
  if (known.some(({ slug }) => slug === asked.slug)) return taken;
  try {
    await inTown(sql, id, (tx) => write(tx, making, asked));
    return { ok: true };
  } catch (error) {
    if (error instanceof Gone) return { ok: false, why: 'gone' };
    // Somebody took the short name in the same moment.
    if ((error as { code?: unknown }).code === '23505') return taken;
    throw error;
  }
}

async function write(tx: Tx, { now, channel, id, account }: MakeTown, asked: TownAsked): Promise<void> {
  if (account !== null && !(await endTownSetup(tx, account, id))) throw new Gone();
  const { slug, name, ipaCode, closures, words, mayorRung, minute, sectors, people } = asked;
  const settings = townSettingsSchema.parse({ words, mayorRung, sending: { minute } });
  await createTown(tx, {
    ...{ id, slug, name, ipaCode, zone: TOWN_ZONE, mode: 'trial', closures, settings, createdAt: now },
  });
  await addSectors(tx, sectors);
  const validFrom = civilDateAt(now, TOWN_ZONE);
  const ids: string[] = [];
  for (const { name: who, email, sharedMailbox, roles } of people) {
    const person = await addPerson(tx, { name: who, email, sharedMailbox, createdAt: now });
    for (const role of roles) await assignRole(tx, { person, role, validFrom });
    ids.push(person);
  }
  await appendAudit(tx, {
    ...{ at: now, person: null, role: null, channel, action: 'town.add' },
    ...{ subjectKind: 'town', subject: id },
    after: {
      ...{ slug, name, secretary: ids[0] ?? null, administrator: account, sectors: sectors.length },
      people: people.map(({ roles }, place) => ({ person: ids[place] ?? null, roles: roles.map(roleKey) })),
    },
  });
}
