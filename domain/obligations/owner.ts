/**
 * Who owes an objective: the head of the sector, unless the printed owner names the Segretario or the
 * Sindaco, or an objective's printed owner is what another sector prints as its own (design §3).
 */
import type { PlanObjective, PlanSector } from '../plan/plan-document.js';
import type { Role } from './obligation.js';

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** `sectors`: all of the plan, with their printed owners. */
export function ownerOf(objective: PlanObjective, sector: PlanSector, sectors: readonly PlanSector[]): Role {
  const own = objective.owner?.trim() ? plain(objective.owner) : null;
  const printed = own ?? (sector.owner === null ? '' : plain(sector.owner));
  if (printed.includes('segretari')) return { role: 'secretary' };
  if (printed.includes('sindac')) return { role: 'mayor' };
  // Its own sector is asked first: two sectors may print the same person.
  const theirs = [sector, ...sectors].find(
    (one) => own !== null && one.owner !== null && plain(one.owner) === own,
  );
  return { role: 'head', sector: (theirs ?? sector).name };
}
