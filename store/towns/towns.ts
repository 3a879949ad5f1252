/** The row of one town. Each function runs inside that town; across towns see `across-towns.ts`. */
import type { Ladders } from '../../domain/obligations/ladder.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type Closure, DEFAULT_CLOSURES } from '../../domain/time/closures.js';
import type { Instant } from '../../domain/time/instant.js';
import type { TownClock } from '../../domain/time/town-clock.js';
import type { AnyTx, Fragment, Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { readTown } from './town-reading.js';
import { closuresSchema, laddersSchema, type TownSettings, townSettingsSchema } from './town-settings.js';

/** The clock moves in `demo` and `trial` only; `live` is the real time. */
export type TownMode = 'demo' | 'trial' | 'live';

/** The town with everything it sets for itself. */
export interface Town {
  readonly id: string;
  /** Short name in addresses: `caluso`. */
  readonly slug: string;
  readonly name: string;
  readonly ipaCode: string | null;
  readonly mode: TownMode;
  readonly clock: TownClock;
  readonly liveFrom: CivilDate | null;
  readonly closures: readonly Closure[];
  /** Only what differs from the default: the ladders in force are `laddersOf(town)`. */
  readonly ladders: Partial<Ladders>;
  readonly settings: TownSettings;
}

/** A town to be made. */
export interface NewTown {
  /** The same id the transaction was opened with. */
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly ipaCode?: string | null;
  readonly zone?: string;
  readonly mode: TownMode;
  readonly clockOffsetMs?: number;
  readonly closures?: readonly Closure[];
  readonly settings?: Partial<TownSettings>;
  /** Real time. */
  readonly createdAt: Instant;
}

interface TownRow {
  id: string;
  slug: string;
  name: string;
  ipaCode: string | null;
  zone: string;
  mode: TownMode;
  clockOffsetMs: number;
  liveFrom: CivilDate | null;
  closures: unknown;
  ladders: unknown;
  settings: unknown;
}

/** Makes the town of `inTown(sql, town.id, …)`. Rejects on a slug already taken. */
export async function createTown(tx: Tx, town: NewTown): Promise<void> {
  await tx`insert into town (id, slug, name, ipa_code, zone, mode, clock_offset_ms, closures, settings, created_at)
    values (${town.id}, ${town.slug}, ${town.name}, ${town.ipaCode ?? null}, ${town.zone ?? 'Europe/Rome'},
      ${town.mode}, ${town.clockOffsetMs ?? 0},
      ${tx.json(closuresSchema.parse(town.closures ?? DEFAULT_CLOSURES) as Json)},
      ${tx.json(townSettingsSchema.parse(town.settings ?? {}))}, ${town.createdAt})`;
}

/** The town of this transaction; `null` when there is none with that id. Throws on settings that do not read. */
export const findTown = (tx: Tx): Promise<Town | null> => townAsked(tx, tx``);

/** Sent before this returns, so that whatever is asked next comes after it. */
async function townAsked(tx: Tx, held: Fragment): Promise<Town | null> {
  const [row] = await tx<TownRow[]>`
    select id, slug, name, ipa_code, zone, mode, clock_offset_ms, live_from, closures, ladders, settings
    from town ${held}`.execute();
  return row === undefined ? null : townOfRow(row);
}

/** As {@link findTown}, for a town that must be there. */
export async function loadTown(tx: Tx): Promise<Town> {
  const town = await findTown(tx);
  if (town === null) throw new Error('the town of this transaction does not exist');
  return town;
}

/** Do the settings of this town read? For rows that came from elsewhere; the transaction may see all towns. */
export async function townReads(tx: AnyTx, id: string): Promise<boolean> {
  const [row] = await tx<TownRow[]>`
    select id, slug, name, ipa_code, zone, mode, clock_offset_ms, live_from, closures, ladders, settings
    from town where id = ${id}`;
  try {
    return row !== undefined && townOfRow(row).id === id;
  } catch {
    return false;
  }
}

/**
 * Holds the town until the transaction ends, and returns it as it is then: rounds, and whatever else
 * must not happen twice at once in a town, come one after the other. Commands are not held up. Queries
 * asked after this call see the town held, before its answer has come too. `null`: no such town.
 */
export const lockTown = (tx: Tx): Promise<Town | null> => townAsked(tx, tx`for no key update`);

/** Until the transaction ends the town's clock stays as it is; several may hold it at once. */
export async function holdClock(tx: Tx): Promise<void> {
  await tx`select id from town for share`;
}

/** Moves the town's clock; rejects (`town_clock_moves_forward`, `town_clock_is_real_when_live`) otherwise. */
export async function moveClock(tx: Tx, offsetMs: number): Promise<void> {
  await tx`update town set clock_offset_ms = ${offsetMs}`;
}

/** Name and IPA code. */
export async function changeNames(tx: Tx, { name, ipaCode }: Pick<Town, 'name' | 'ipaCode'>): Promise<void> {
  await tx`update town set name = ${name}, ipa_code = ${ipaCode}`;
}

/** Days on which the offices are closed, beside Sundays and public holidays. */
export async function changeClosures(tx: Tx, closures: readonly Closure[]): Promise<void> {
  await tx`update town set closures = ${tx.json(closuresSchema.parse(closures) as Json)}`;
}

/** Only what differs from the default, by kind of obligation. */
export async function changeLadders(tx: Tx, ladders: Partial<Ladders>): Promise<void> {
  await tx`update town set ladders = ${tx.json(laddersSchema.parse(ladders) as Json)}`;
}

/** All of them at once; throws where they are not of the shape. */
export async function changeSettings(tx: Tx, settings: TownSettings): Promise<void> {
  await tx`update town set settings = ${tx.json(townSettingsSchema.parse(settings))}`;
}

const townOfRow = (row: TownRow): Town => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  ipaCode: row.ipaCode,
  mode: row.mode,
  clock: { offsetMs: row.clockOffsetMs, zone: row.zone },
  liveFrom: row.liveFrom,
  ...readTown(row.id, row),
});
