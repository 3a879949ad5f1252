/** *Obiettivi individuali*: by sector and collaborator, with what does not fit; only what the viewer may see is read. */
import {
  type IndividualFinding,
  individualFindings,
  type ParentObjective,
} from '../../domain/cycle/individual-objectives.js';
import { type CivilDate, civilDateOf, yearOf } from '../../domain/time/civil-date.js';
import { type Cycle, listCycles } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { type Collaborator, findCollaborator, listCollaborators } from '../../store/people/collaborators.js';
import { findPerson } from '../../store/people/people.js';
import { sectorIds } from '../../store/people/roles.js';
import {
  individualsOf,
  type KeptIndividual,
  listIndividuals,
  parentsIn,
} from '../../store/plan/individual-objectives.js';
import type { Viewer } from '../viewer.js';
import { cycleShown } from './cycle-shown.js';
import { individualReach } from './individual-reach.js';

export interface IndividualSector {
  readonly id: string;
  readonly name: string;
  readonly collaborators: readonly Collaborator[];
  readonly objectives: readonly KeptIndividual[];
  readonly findings: readonly IndividualFinding[];
  readonly mayWrite: boolean;
}

export interface IndividualPage {
  readonly year: number;
  /** To choose from: those with a cycle, the latest first. */
  readonly years: readonly number[];
  /** Those that the viewer may see, by name. */
  readonly sectors: readonly IndividualSector[];
  /** The Segretario's, who sees all. */
  readonly isSecretary: boolean;
}

/** `null`: the viewer holds no sector and is not the Segretario. `asked`: `null` for the year that is running. */
export async function loadIndividualPage(
  tx: Tx,
  viewer: Viewer,
  asked: number | null,
): Promise<IndividualPage | null> {
  const [reach, ids, cycles] = await Promise.all([
    individualReach(tx, viewer),
    sectorIds(tx),
    listCycles(tx),
  ]);
  const readable = [...ids].filter(([name]) => reach.mayRead(name)).sort();
  if (readable.length === 0 && !reach.isSecretary) return null;
  const { year, years } = yearOfPlan(cycles, asked, viewer.today);
  const sectors = await Promise.all(
    readable.map(async ([name, id]): Promise<IndividualSector> => {
      const [collaborators, objectives] = await Promise.all([
        listCollaborators(tx, { ...daysOf(year), sector: id }),
        listIndividuals(tx, { year, sector: id }),
      ]);
      const asking = collaborators.filter(
        ({ to }) => to === null || to >= viewer.today || yearOf(viewer.today) > year,
      );
      const findings = individualFindings(
        asking.map((one) => one.id),
        objectives,
      );
      return { id, name, collaborators, objectives, findings, mayWrite: reach.mayWrite(name) };
    }),
  );
  return { year, years, sectors, isSecretary: reach.isSecretary };
}

/** Only years with a plan: there is nothing to link to in another. */
function yearOfPlan(
  cycles: readonly Cycle[],
  asked: number | null,
  today: CivilDate,
): { readonly year: number; readonly years: readonly number[] } {
  const approved = cycles.filter(({ approvedOn }) => approvedOn !== null);
  const years = approved.map(({ year }) => year);
  return { year: cycleShown(approved, asked, today)?.year ?? yearOf(today), years };
}

const daysOf = (year: number): { readonly from: CivilDate; readonly to: CivilDate } => ({
  from: civilDateOf(year, 1, 1),
  to: civilDateOf(year, 12, 31),
});

export interface PersonSheet {
  readonly year: number;
  readonly years: readonly number[];
  readonly collaborator: Collaborator;
  readonly objectives: readonly KeptIndividual[];
  readonly findings: readonly IndividualFinding[];
  /** What an objective may be linked to. */
  readonly parents: readonly ParentObjective[];
  readonly mayWrite: boolean;
  /** The person's own, for whoever assigns; `null`: none, or others read it too. */
  readonly mailbox: string | null;
  /** The year is open: objectives may be added and changed; degrees are recorded afterwards too. */
  readonly isOpen: boolean;
}

/** `unknown`: not in this town. `not-allowed`: of a sector that the viewer does not hold. */
export async function loadPersonSheet(
  tx: Tx,
  viewer: Viewer,
  { collaborator: id, year: asked }: { readonly collaborator: string; readonly year: number | null },
): Promise<PersonSheet | 'unknown' | 'not-allowed'> {
  const collaborator = await findCollaborator(tx, id);
  if (collaborator === null) return 'unknown';
  const reach = await individualReach(tx, viewer);
  if (!reach.mayRead(collaborator.sectorName)) return 'not-allowed';
  const cycles = await listCycles(tx);
  const { year, years } = yearOfPlan(cycles, asked, viewer.today);
  const [all, parents] = await Promise.all([
    listIndividuals(tx, { year, sector: collaborator.sector }),
    parentsIn(tx, { year, sector: collaborator.sector }),
  ]);
  const objectives = all.filter((one) => one.collaborator === id);
  const mayWrite = reach.mayWrite(collaborator.sectorName);
  const person = mayWrite ? await findPerson(tx, collaborator.person) : null;
  return {
    ...{ year, years, collaborator, objectives, parents },
    findings: individualFindings([id], objectives),
    mayWrite,
    mailbox: person?.sharedMailbox === false ? person.email : null,
    isOpen: cycles.find((one) => one.year === year)?.state === 'open',
  };
}

/** One's own, of all years. */
export const loadMine = (tx: Tx, viewer: Viewer): Promise<readonly KeptIndividual[]> =>
  individualsOf(tx, viewer.person.id);
