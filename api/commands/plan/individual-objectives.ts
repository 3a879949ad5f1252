/**
 * *Obiettivi individuali*: assigned, changed, assessed, withdrawn by whoever holds the sector. They are no obligations:
 * no workflow hears of them and nobody is mailed. What they say stays out of every history but their own.
 */
import type { IndividualDegree } from '../../../domain/cycle/individual-objectives.js';
import { pointsToDecimal } from '../../../domain/plan/points.js';
import { yearOf } from '../../../domain/time/civil-date.js';
import type { Json } from '../../../store/connection.js';
import { findCycle } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { findCollaborator } from '../../../store/people/collaborators.js';
import {
  type AssignedIndividual,
  assessIndividual,
  holdIndividual,
  insertIndividual,
  type KeptIndividual,
  parentsIn,
  updateIndividual,
  withdrawIndividual,
} from '../../../store/plan/individual-objectives.js';
import { individualReach } from '../../queries/individual-reach.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import { auditCommand } from '../audit-command.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { type DegreeAsked, type IndividualAsked, readDegree, readIndividual } from './individual-asked.js';

export interface IndividualKept {
  readonly [key: string]: string;
  readonly objective: string;
  readonly collaborator: string;
}

export function assignIndividual(
  commander: Commander,
  asked: IndividualAsked & { readonly collaborator: string; readonly year: number },
): Promise<Outcome<IndividualKept>> {
  return runCommand(commander, 'individual.write', { assign: { ...asked } }, async (tx, clock) => {
    const collaborator = await findCollaborator(tx, asked.collaborator);
    if (collaborator === null) return { ok: false, refusal: { code: 'not-found' } };
    const refusal = await refusedTo(tx, commander, clock, collaborator.sectorName);
    if (refusal !== null) return { ok: false, refusal };
    const cycle = await findCycle(tx, asked.year);
    if (cycle === null || cycle.state === 'closed') return yearClosed(asked.year);
    if (
      yearOf(collaborator.from) > asked.year ||
      (collaborator.to !== null && yearOf(collaborator.to) < asked.year)
    )
      return invalid({ field: '', message: `Nel ${asked.year} non è tra i collaboratori del settore.` });
    const read = readIndividual(asked, asked.year, await parentIds(tx, asked.year, collaborator.sector));
    if (!read.ok) return invalid(...read.problems);
    const of = { cycle: cycle.id, collaborator: collaborator.id };
    const assigned = { at: clock.now, by: commander.viewer.person.id };
    const objective = await insertIndividual(tx, { ...read.value, ...of }, assigned);
    await audit(tx, commander, clock, {
      ...{ action: 'individual.assign', objective, sector: collaborator.sectorName },
      after: { collaborator: collaborator.id, ...saidOf(read.value) },
    });
    return kept(objective, collaborator.id);
  });
}

/** Of one that is there; `rowVersion`: which one was seen, `null` when nobody said. */
interface Seen {
  readonly objective: string;
  readonly rowVersion: number | null;
}

/** Refused in a closed year, and when somebody changed it after the author looked. */
export const changeIndividual = (
  commander: Commander,
  asked: IndividualAsked & Seen,
): Promise<Outcome<IndividualKept>> =>
  onOne(commander, asked, { change: { ...asked } }, async (tx, clock, one) => {
    if (one.cycleState === 'closed') return yearClosed(one.year);
    // What it is linked to already may stay, also where a variation withdrew it.
    const parents = [...(await parentIds(tx, one.year, one.sector)), one.parent.id];
    const read = readIndividual(asked, one.year, parents);
    if (!read.ok) return invalid(...read.problems);
    await updateIndividual(tx, one.id, read.value);
    const before = saidOf({ ...one, parent: one.parent.id });
    await audit(tx, commander, clock, {
      ...{ action: 'individual.change', objective: one.id, sector: one.sectorName },
      ...{ before, after: saidOf(read.value) },
    });
    return kept(one.id, one.collaborator);
  });

/** At the end of the year, and after it: the evaluation of people often comes when the cycle is closed. */
export const assess = (commander: Commander, asked: DegreeAsked & Seen): Promise<Outcome<IndividualKept>> =>
  onOne(commander, asked, { assess: { ...asked } }, async (tx, clock, one) => {
    const read = readDegree(asked);
    if (!read.ok) return invalid(...read.problems);
    await assessIndividual(tx, one.id, { ...read.value, at: clock.now, by: commander.viewer.person.id });
    await audit(tx, commander, clock, {
      ...{ action: 'individual.assess', objective: one.id, sector: one.sectorName },
      before: { degree: degreeText(one.degree), note: one.note },
      after: { degree: degreeText(read.value.degree), note: read.value.note },
    });
    return kept(one.id, one.collaborator);
  });

/** It stays in the history, and counts no more. */
export const withdraw = (commander: Commander, asked: Seen): Promise<Outcome<IndividualKept>> =>
  onOne(commander, asked, { withdraw: { ...asked } }, async (tx, clock, one) => {
    if (one.cycleState === 'closed') return yearClosed(one.year);
    await withdrawIndividual(tx, one.id, clock.now);
    const before = saidOf({ ...one, parent: one.parent.id });
    await audit(tx, commander, clock, {
      ...{ action: 'individual.withdraw', objective: one.id, sector: one.sectorName, before },
    });
    return kept(one.id, one.collaborator);
  });

function onOne(
  commander: Commander,
  seen: Seen,
  asked: Json,
  work: (tx: Tx, clock: FactsClock, one: KeptIndividual) => Promise<Done<IndividualKept>>,
): Promise<Outcome<IndividualKept>> {
  return runCommand(commander, 'individual.write', asked, async (tx, clock) => {
    const one = await holdIndividual(tx, seen.objective);
    if (one === null) return { ok: false, refusal: { code: 'not-found' } };
    const refusal = await refusedTo(tx, commander, clock, one.sectorName);
    if (refusal !== null) return { ok: false, refusal };
    if (seen.rowVersion !== null && seen.rowVersion !== one.rowVersion)
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    return work(tx, clock, one);
  });
}

/** Why this person may not write in a sector; `null`: they may. The Segretario is told who does. */
export async function refusedTo(
  tx: Tx,
  { viewer }: Commander,
  { today }: FactsClock,
  sector: string,
): Promise<Refusal | null> {
  const reach = await individualReach(tx, { ...viewer, today });
  if (reach.mayWrite(sector)) return null;
  if (!reach.mayRead(sector)) return { code: 'not-allowed' };
  return { code: 'invalid', problems: [{ field: '', message: BY_THE_HEAD }] };
}
const BY_THE_HEAD = 'Gli obiettivi individuali li assegna e li valuta il Responsabile del settore.';

const yearClosed = (year: number): { ok: false; refusal: Refusal } => {
  const message = `Il ciclo ${year} non è aperto: gli obiettivi restano come sono.`;
  const problem: FieldProblem = { field: '', message };
  return invalid(problem);
};

const kept = (objective: string, collaborator: string): Done<IndividualKept> => ({
  ...{ ok: true, result: { objective, collaborator }, starts: [] },
});

const parentIds = async (tx: Tx, year: number, sector: string): Promise<readonly string[]> =>
  (await parentsIn(tx, { year, sector })).map(({ id }) => id);

const saidOf = ({ parent, title, weight, due }: AssignedIndividual): { readonly [key: string]: Json } => ({
  // Under the name that the erasure of a person looks for.
  ...{ parent, name: title, due },
  weight: weight === null ? null : pointsToDecimal(weight),
});

const degreeText = (degree: IndividualDegree): string | null =>
  degree.is === 'open' ? null : degree.is === 'degree' ? pointsToDecimal(degree.degree) : degree.is;

const audit = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  change: { action: string; objective: string; sector: string; before?: Json; after?: Json },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right: 'individual.write', owners: [{ role: 'head', sector: change.sector }] },
    action: change.action,
    ...{ subjectKind: 'individual-objective', subject: change.objective },
    ...{ before: change.before ?? null, after: change.after ?? null },
  });
