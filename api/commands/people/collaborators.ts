/** *Collaboratori* of a sector, from a pasted list: people who are known are found, the others are added, without any role. */
import { type PastedName, pastedNames, plainName } from '../../../domain/cycle/pasted-names.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { isMailAddress } from '../../../mail/mail-address.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { addCollaborator, endCollaborator, findCollaborator } from '../../../store/people/collaborators.js';
import { addPerson, listPeople, type Person } from '../../../store/people/people.js';
import { sectorNames } from '../../../store/people/roles.js';
import { lockTown } from '../../../store/towns/towns.js';
import type { FieldProblem } from '../../refusals.js';
import { auditCommand } from '../audit-command.js';
import { refusedTo } from '../plan/individual-objectives.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { invalid } from './people-command.js';

/** As typed. */
export interface CollaboratorsAsked {
  /** Id. */
  readonly sector: string;
  /** A name a line, with the mailbox where there is one. */
  readonly list: string;
  /** Their first day in the sector; empty: today. */
  readonly from: string;
}

export interface CollaboratorsKept {
  readonly [key: string]: number;
  readonly added: number;
  /** Were there before. */
  readonly known: number;
}

const MOST = 200;

export function addCollaborators(
  commander: Commander,
  asked: CollaboratorsAsked,
): Promise<Outcome<CollaboratorsKept>> {
  return runCommand(commander, 'individual.write', { collaborators: { ...asked } }, async (tx, clock) => {
    const sector = (await sectorNames(tx)).get(asked.sector);
    if (sector === undefined) return { ok: false, refusal: { code: 'not-found' } };
    const refusal = await refusedTo(tx, commander, clock, sector);
    if (refusal !== null) return { ok: false, refusal };
    // Two lists at once would make the same person twice.
    await lockTown(tx);
    const names = pastedNames(asked.list);
    const from = asked.from.trim() === '' ? clock.today : parseCivilDate(asked.from.trim());
    const people = await listPeople(tx);
    const found = names.map((name) => ({ name, ...personFor(name, people) }));
    const problems = [
      ...(from === null ? [{ field: 'from', message: 'Questo giorno non esiste.' }] : []),
      ...listProblems(names),
      ...found.flatMap(({ problem }) => (problem === null ? [] : [{ field: 'list', message: problem }])),
    ];
    if (from === null || problems.length > 0) return invalid(...problems.slice(0, 20));
    const ids: string[] = [];
    for (const { name, person } of found) {
      const id = person ?? (await addPerson(tx, { ...name, createdAt: clock.now }));
      const added = await addCollaborator(tx, { person: id, sector: asked.sector, from });
      if (added !== null) ids.push(added);
    }
    await audit(tx, commander, clock, sector, {
      action: 'collaborators.add',
      after: { from, collaborators: ids },
    });
    return { ok: true, result: { added: ids.length, known: names.length - ids.length }, starts: [] };
  });
}

function listProblems(names: readonly PastedName[]): readonly FieldProblem[] {
  const problem = (message: string): FieldProblem => ({ field: 'list', message });
  if (names.length === 0) return [problem('Incolla almeno un nome, uno per riga.')];
  if (names.length > MOST) return [problem(`L'elenco ha ${names.length} nomi: al più ${MOST} per volta.`)];
  return names.flatMap(({ line, name, email }) => {
    if (name === '') return [problem(`Riga ${line}: manca il nome.`)];
    if (name.length > 120) return [problem(`Riga ${line}: il nome supera i 120 caratteri.`)];
    if (email !== null && (!isMailAddress(email) || email.length > 254))
      return [problem(`Riga ${line}: «${email.slice(0, 80)}» non è un indirizzo e-mail.`)];
    return [];
  });
}

/** Known by mailbox, else by name: of two of the same name nobody can say which. */
function personFor(
  { line, name, email }: PastedName,
  people: readonly Person[],
): { readonly person: string | null; readonly problem: string | null } {
  const named = people.filter((one) => plainName(one.name) === plainName(name));
  if (email !== null) {
    const exact = named.find((one) => one.email?.toLowerCase() === email.toLowerCase());
    return { person: exact?.id ?? null, problem: null };
  }
  if (named.length > 1)
    return {
      person: null,
      problem: `Riga ${line}: più persone si chiamano ${name}. Aggiungi la casella di posta.`,
    };
  return { person: named[0]?.id ?? null, problem: null };
}

export interface CollaboratorEnded {
  readonly [key: string]: string;
  readonly collaborator: string;
}

/** Not of the sector any more; objectives and degrees stay. */
export function endCollaboration(
  commander: Commander,
  asked: { readonly collaborator: string; readonly lastDay: string },
): Promise<Outcome<CollaboratorEnded>> {
  return runCommand(commander, 'individual.write', { end: { ...asked } }, async (tx, clock) => {
    const one = await findCollaborator(tx, asked.collaborator);
    if (one === null) return { ok: false, refusal: { code: 'not-found' } };
    const refusal = await refusedTo(tx, commander, clock, one.sectorName);
    if (refusal !== null) return { ok: false, refusal };
    const lastDay = parseCivilDate(asked.lastDay.trim());
    if (lastDay === null || !(await endCollaborator(tx, one.id, lastDay))) {
      const message = "L'ultimo giorno non esiste, viene prima del primo o la fine era già registrata.";
      return invalid({ field: 'lastDay', message });
    }
    const after = { collaborator: one.id, to: lastDay };
    await audit(tx, commander, clock, one.sectorName, { action: 'collaborators.end', after });
    return { ok: true, result: { collaborator: one.id }, starts: [] };
  });
}

const audit = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  sector: string,
  { action, after }: { readonly action: string; readonly after: Json },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right: 'individual.write', owners: [{ role: 'head', sector }], action },
    ...{ subjectKind: 'collaborators', subject: null, after },
  });
