/**
 * Whose individual objectives somebody may see and write: the head's, of the sectors they hold themselves; the
 * Segretario's, who writes only where a sector has no head. Standing in for a few weeks opens nothing (docs/adr/0046).
 */

import type { Tx } from '../../store/in-town.js';
import type { RoleHolder } from '../../store/people/people.js';
import { roleHolders } from '../../store/people/people.js';
import type { Viewer } from '../viewer.js';

export interface IndividualReach {
  /** Sectors by name. */
  mayRead(sector: string): boolean;
  mayWrite(sector: string): boolean;
  /** Sees the sectors of all. */
  readonly isSecretary: boolean;
}

export async function individualReach(
  tx: Tx,
  viewer: Pick<Viewer, 'person' | 'roles' | 'today'>,
): Promise<IndividualReach> {
  const holders = await roleHolders(tx, viewer.today);
  const own = holders.filter(({ person }) => person.id === viewer.person.id).map(({ role }) => role);
  const heads = headsOf(holders);
  const holds = (sector: string): boolean => heads.get(sector)?.has(viewer.person.id) === true;
  // A Vice acts as the Segretario by law; a substitute who is none does not.
  const acts = viewer.roles.some(({ role }) => role === 'secretary');
  const isSecretary = acts && own.some(({ role }) => role === 'secretary' || role === 'vice-secretary');
  return {
    isSecretary,
    mayRead: (sector) => isSecretary || holds(sector),
    mayWrite: (sector) => holds(sector) || (isSecretary && !heads.has(sector)),
  };
}

function headsOf(holders: readonly RoleHolder[]): ReadonlyMap<string, ReadonlySet<string>> {
  const heads = new Map<string, Set<string>>();
  for (const { role, person } of holders) {
    if (role.role !== 'head') continue;
    heads.set(role.sector, (heads.get(role.sector) ?? new Set()).add(person.id));
  }
  return heads;
}
