/** People and the roles they hold, each for a time. Roles are never deleted: the past keeps its names. */
import type { Role } from '../../../domain/obligations/obligation.js';
import { roleKey } from '../../../domain/obligations/obligation.js';
import { addDays, parseCivilDate } from '../../../domain/time/civil-date.js';
import { isMailAddress } from '../../../mail/mail-address.js';
import type { Tx } from '../../../store/in-town.js';
import {
  addPerson,
  assignRole,
  changePerson,
  endRole,
  findPerson,
  roleHolders,
} from '../../../store/people/people.js';
import { sectorIds } from '../../../store/people/roles.js';
import type { FieldProblem } from '../../refusals.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { auditPerson, invalid } from './people-command.js';

/** As typed; an empty address: no mailbox. */
export interface PersonAsked {
  readonly name: string;
  readonly email: string;
  readonly sharedMailbox: boolean;
}

export interface PersonKept {
  readonly [key: string]: string;
  readonly person: string;
}

function personProblems({ name, email }: PersonAsked): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (name.trim() === '') problems.push({ field: 'name', message: 'Indica il nome.' });
  if (name.length > 120) problems.push({ field: 'name', message: 'Il nome supera i 120 caratteri.' });
  if (email.trim() !== '' && !isMailAddress(email.trim())) {
    problems.push({ field: 'email', message: `«${email.trim()}» non è un indirizzo e-mail.` });
  }
  return problems;
}

const kept = (asked: PersonAsked) => ({
  name: asked.name.trim().replace(/\s+/g, ' '),
  email: asked.email.trim() || null,
  sharedMailbox: asked.sharedMailbox,
});

/** `person`: `null` adds somebody, an id changes them. */
export function keepPerson(
  commander: Commander,
  person: string | null,
  asked: PersonAsked,
): Promise<Outcome<PersonKept>> {
  return runCommand(commander, 'people.change', { person, ...asked }, async (tx, clock) => {
    const problems = personProblems(asked);
    if (problems.length > 0) return invalid(...problems);
    if (person === null) {
      const id = await addPerson(tx, { ...kept(asked), createdAt: clock.now });
      await auditPerson(tx, commander, clock, {
        action: 'person.add',
        person: id,
        before: null,
        after: kept(asked),
      });
      return { ok: true, result: { person: id }, starts: [] };
    }
    const before = await findPerson(tx, person);
    if (before === null || !(await changePerson(tx, person, kept(asked)))) {
      return { ok: false, refusal: { code: 'not-found' } };
    }
    const { id: _, ...was } = before;
    await auditPerson(tx, commander, clock, {
      action: 'person.change',
      person,
      before: was,
      after: kept(asked),
    });
    return { ok: true, result: { person }, starts: [] };
  });
}

/** As typed. */
export interface TenureAsked {
  readonly person: string;
  readonly role: string;
  /** Name of the sector, for a head. */
  readonly sector: string;
  readonly from: string;
  /** Empty: no end known. */
  readonly to: string;
  /** Those who hold it now stop on the day before. */
  readonly succeeds: boolean;
}

export interface TenureKept {
  readonly [key: string]: string;
  readonly tenure: string;
}

export function giveRole(commander: Commander, asked: TenureAsked): Promise<Outcome<TenureKept>> {
  return runCommand(commander, 'people.change', { give: { ...asked } }, async (tx, clock) => {
    if ((await findPerson(tx, asked.person)) === null) return { ok: false, refusal: { code: 'not-found' } };
    const role = await roleAsked(tx, asked);
    const from = parseCivilDate(asked.from);
    const to = asked.to === '' ? null : parseCivilDate(asked.to);
    const problems: FieldProblem[] = [];
    if (role === null)
      problems.push({ field: 'role', message: 'Indica il ruolo e, per un Responsabile, il settore.' });
    if (from === null) problems.push({ field: 'from', message: 'Indica il primo giorno nel ruolo.' });
    if (asked.to !== '' && (to === null || (from !== null && to < from))) {
      problems.push({ field: 'to', message: "L'ultimo giorno non esiste o viene prima del primo." });
    }
    if (role === null || from === null || problems.length > 0) return invalid(...problems);
    const tenures = (await roleHolders(tx)).filter((one) => roleKey(one.role) === roleKey(role));
    const again = tenures.find(
      (one) =>
        one.person.id === asked.person &&
        (one.validTo === null || one.validTo >= from) &&
        (to === null || one.validFrom <= to),
    );
    if (again !== undefined)
      return invalid({ field: 'from', message: 'Ha già questo ruolo in quel periodo.' });
    // Of the first day that there is none is before.
    const begun = asked.succeeds ? tenures.filter((one) => one.validFrom < from) : [];
    for (const one of begun) await endRole(tx, one.id, addDays(from, -1));
    const tenure = await assignRole(tx, { person: asked.person, role, validFrom: from, validTo: to });
    const after = { tenure, role: roleKey(role), from, to, succeeds: asked.succeeds };
    await auditPerson(tx, commander, clock, {
      action: 'role.give',
      person: asked.person,
      before: null,
      after,
    });
    return { ok: true, result: { tenure }, starts: [] };
  });
}

/** Closes a tenure; `lastDay` as typed. `person`: whose it must be; `null`: not said. Somebody stays who can give roles. */
export function closeRole(
  commander: Commander,
  asked: { readonly tenure: string; readonly lastDay: string; readonly person: string | null },
): Promise<Outcome<TenureKept>> {
  return runCommand(commander, 'people.change', { close: { ...asked } }, async (tx, clock) => {
    const tenure = (await roleHolders(tx)).find((one) => one.id === asked.tenure);
    if (tenure === undefined || (asked.person !== null && tenure.person.id !== asked.person)) {
      return { ok: false, refusal: { code: 'not-found' } };
    }
    const lastDay = parseCivilDate(asked.lastDay);
    if (lastDay === null || !(await endRole(tx, asked.tenure, lastDay))) {
      const message = "L'ultimo giorno non esiste, viene prima dell'inizio o il ruolo era già finito.";
      return invalid({ field: 'lastDay', message });
    }
    const stillHeld = await roleHolders(tx, clock.today);
    if (stillHeld.every(({ role }) => role.role !== 'secretary' && role.role !== 'vice-secretary')) {
      const message =
        "L'ente resterebbe da subito senza Segretario: attribuisci prima il ruolo a chi subentra.";
      return invalid({ field: 'lastDay', message });
    }
    const before = { tenure: tenure.id, role: roleKey(tenure.role), to: tenure.validTo };
    await auditPerson(tx, commander, clock, {
      action: 'role.close',
      person: tenure.person.id,
      before,
      after: { ...before, to: lastDay },
    });
    return { ok: true, result: { tenure: asked.tenure }, starts: [] };
  });
}

const TOWN_ROLES = ['secretary', 'vice-secretary', 'mayor', 'assessor', 'oiv', 'rpct'] as const;

async function roleAsked(tx: Tx, { role, sector }: TenureAsked): Promise<Role | null> {
  if (role === 'head') return (await sectorIds(tx)).has(sector) ? { role, sector } : null;
  const known = TOWN_ROLES.find((one) => one === role);
  return known === undefined ? null : { role: known };
}
