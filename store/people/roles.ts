/** A role as two columns and back. The domain names a sector by its name, rows by its id. */
import { randomUUID } from 'node:crypto';
import type { Role } from '../../domain/obligations/obligation.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';

/** How a row says a role. */
export interface RoleColumns {
  readonly role: Role['role'];
  /** Sector id; `null` for the roles of the whole town. */
  readonly sector: string | null;
}

/** Ids of the town's sectors by name. */
export type SectorIds = ReadonlyMap<string, string>;

interface SectorRow {
  readonly id: string;
  readonly name: string;
}

/** What a transaction has read of its town's sectors, which none ever leaves: notices, entries and answers all ask. */
const read = new WeakMap<Tx, Promise<readonly SectorRow[]>>();

function sectorsOf(tx: Tx): Promise<readonly SectorRow[]> {
  const rows = read.get(tx) ?? tx<SectorRow[]>`select id, name from sector`.then((found) => found);
  read.set(tx, rows);
  return rows;
}

/** Ids of the town's sectors by name. */
export const sectorIds = async (tx: Tx): Promise<SectorIds> =>
  new Map((await sectorsOf(tx)).map(({ id, name }) => [name, id]));

/** The other way round: names by id. */
export const sectorNames = async (tx: Tx): Promise<ReadonlyMap<string, string>> =>
  new Map((await sectorsOf(tx)).map(({ id, name }) => [id, name]));

/** Those that the town has already stay as they are. */
export async function addSectors(tx: Tx, names: readonly string[]): Promise<number> {
  const rows = [...new Set(names)].map((name) => ({ id: randomUUID(), name }));
  const added = await insertRows(tx, 'sector', rows, tx`on conflict do nothing`);
  read.delete(tx);
  return added;
}

/** Throws on a sector that the town does not have. */
export function roleColumns(role: Role, sectors: SectorIds): RoleColumns {
  if (role.role !== 'head') return { role: role.role, sector: null };
  const sector = sectors.get(role.sector);
  if (sector === undefined) throw new Error(`the town has no sector "${role.sector}"`);
  return { role: 'head', sector };
}

/** `sectorName` is that of the row's sector. */
export const roleOf = (role: Role['role'], sectorName: string | null): Role =>
  role === 'head' ? { role, sector: sectorName ?? '' } : { role };
