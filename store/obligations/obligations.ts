/** Reading obligations: all of a town for the agenda, lists for pages. */
import type {
  Obligation,
  ObligationKind,
  ObligationState,
  Role,
} from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { roleColumns, sectorIds } from '../people/roles.js';
import { byDueThenPlan, byPlan, obligationRows, type PlacedRow } from './obligation-lookup.js';
import {
  type ObligationRecord,
  type ObligationRow,
  obligationOf,
  recordOf,
  selectObligations,
} from './obligation-rows.js';

/**
 * Every obligation of the town that was not superseded, of all years: what the agenda is asked about. In the
 * plan's order, so that a digest of the round lists sectors and recurrences as the rehearsal does.
 */
export async function loadObligations(tx: Tx): Promise<readonly Obligation[]> {
  const rows = await obligationRows(tx, tx`o.state <> 'superseded'`);
  return rows.sort(byPlan).map(obligationOf);
}

/**
 * Until the transaction ends no command changes an open obligation, so what the agenda reads after this is
 * what the freeze sees. In id order, as nobody else holds several.
 */
export async function holdOpenObligations(tx: Tx): Promise<void> {
  await tx`select id from obligation where state = 'open' order by id for share`;
}

/** Those of one objective, superseded ones left out, by due date. */
export async function obligationsOfObjective(
  tx: Tx,
  objective: string,
): Promise<readonly ObligationRecord[]> {
  const rows = await tx<ObligationRow[]>`${selectObligations(tx)}
    where o.objective = ${objective} and o.state <> 'superseded' order by o.due, s.name, o.occurrence, o.id`;
  return rows.map(recordOf);
}

/** `null` when the town has none with that id. */
export async function findObligation(tx: Tx, id: string): Promise<ObligationRecord | null> {
  const [row] = await tx<ObligationRow[]>`${selectObligations(tx)} where o.id = ${id}`;
  return row === undefined ? null : recordOf(row);
}

/** What is absent does not restrict. */
export interface ObligationFilter {
  readonly year?: number;
  readonly kind?: ObligationKind;
  readonly state?: ObligationState;
  /** Owed by any of these roles; an empty list matches nothing. */
  readonly owners?: readonly Role[];
  /** Sector id under which the plan lists it. */
  readonly sector?: string;
  readonly dueFrom?: CivilDate;
  readonly dueUntil?: CivilDate;
  /** Found in title, number or milestone, whatever case and accents. */
  readonly search?: string;
}

/** For pages and CSV, by due date (undated last), then as the plan lists them. Superseded only when asked for. */
export async function listObligations(
  tx: Tx,
  filter: ObligationFilter = {},
): Promise<readonly ObligationRecord[]> {
  const owners = filter.owners === undefined ? null : await ownerKeys(tx, filter.owners);
  const rows = await obligationRows(
    tx,
    tx`
    ${filter.state === undefined ? tx`o.state <> 'superseded'` : tx`o.state = ${filter.state}`}
    ${filter.year === undefined ? tx`` : tx`and c.year = ${filter.year}`}
    ${filter.kind === undefined ? tx`` : tx`and o.kind = ${filter.kind}`}
    ${filter.sector === undefined ? tx`` : tx`and o.sector = ${filter.sector}`}
    ${filter.dueFrom === undefined ? tx`` : tx`and o.due >= ${filter.dueFrom}`}
    ${filter.dueUntil === undefined ? tx`` : tx`and o.due <= ${filter.dueUntil}`}
    ${owners === null ? tx`` : tx`and o.owner_role || coalesce(':' || o.owner_sector, '') = any (${owners})`}`,
  );
  const wanted = plain(filter.search ?? '');
  const matching = wanted === '' ? rows : rows.filter((row) => plain(wordsOf(row)).includes(wanted));
  return matching.sort(byDueThenPlan).map(recordOf);
}

const wordsOf = (row: PlacedRow): string =>
  [row.number, row.objectiveTitle, row.title, row.phrase].filter((word) => word !== null).join(' ');

/** For searching: without case and accents, so that "attivita" finds "Attività". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

async function ownerKeys(tx: Tx, owners: readonly Role[]): Promise<string[]> {
  const sectors = await sectorIds(tx);
  return owners.map((role) => {
    const columns = roleColumns(role, sectors);
    return columns.sector === null ? columns.role : `${columns.role}:${columns.sector}`;
  });
}
