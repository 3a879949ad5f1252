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

/** Ids of the town's sectors by name. */
export async function sectorIds(tx: Tx): Promise<SectorIds> {
  const rows = await tx<{ id: string; name: string }[]>`select id, name from sector`;
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** The other way round: names by id. */
export async function sectorNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ id: string; name: string }[]>`select id, name from sector`;
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Those that the town has already stay as they are. */
export const addSectors = (tx: Tx, names: readonly string[]): Promise<number> =>
  insertRows(
    tx,
    'sector',
    [...new Set(names)].map((name) => ({ id: randomUUID(), name })),
    tx`on conflict do nothing`,
  );

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
