/** *Chi prepara*: the sectors whose submissions the viewer answers for, and whom they named for them. */
import { type Role, roleKey } from '../../domain/obligations/obligation.js';
import { listCycles } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { type AskedObjective, askedObjectives } from '../../store/monitoring/asked-lines.js';
import { listSubmissions } from '../../store/monitoring/submissions.js';
import { type KeptCompiler, listCompilers } from '../../store/people/compilers.js';
import { actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { cycleShown } from './cycle-shown.js';

export interface CompiledSector {
  readonly id: string;
  readonly name: string;
  /** Who owes its submissions. */
  readonly owners: readonly Role[];
  readonly objectives: readonly AskedObjective[];
  /** Now and to come, by name. */
  readonly compilers: readonly KeptCompiler[];
}

/** Of the year that is running, in the plan's order; none before a plan is approved. */
export async function loadCompiledSectors(tx: Tx, viewer: Viewer): Promise<readonly CompiledSector[]> {
  const approved = (await listCycles(tx)).filter(({ approvedOn }) => approvedOn !== null);
  const cycle = cycleShown(approved, null, viewer.today);
  if (cycle === null) return [];
  const [submissions, compilers] = await Promise.all([
    listSubmissions(tx, cycle.year),
    listCompilers(tx, viewer.today),
  ]);
  const sectors = new Map<string, Omit<CompiledSector, 'objectives'>>();
  for (const { sector: id, sectorName: name, owner } of submissions) {
    const owners = sectors.get(id)?.owners ?? [];
    const isKnown = owners.some((one) => roleKey(one) === roleKey(owner));
    sectors.set(id, {
      ...{ id, name, owners: isKnown ? owners : [...owners, owner] },
      compilers: compilers.filter(({ sector }) => sector === id),
    });
  }
  const own = [...sectors.values()].filter(({ owners }) => mayName(viewer, owners));
  return Promise.all(
    own.map(async (one) => ({ ...one, objectives: await askedObjectives(tx, cycle.id, one.id) })),
  );
}

const mayName = (viewer: Viewer, owners: readonly Role[]): boolean =>
  actingRole(viewer.roles, 'compilers.name', owners) !== null;
