/** Absences: from when to when a person receives nothing, and who receives instead. No reason is asked. */
import { addDays, type CivilDate, parseCivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { Tx } from '../../../store/in-town.js';
import {
  addAbsence,
  callOffAbsence,
  endAbsence,
  holdPerson,
  type KeptAbsence,
  listAbsences,
} from '../../../store/people/absences.js';
import { listPeople } from '../../../store/people/people.js';
import type { FieldProblem } from '../../refusals.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { auditPerson, invalid } from './people-command.js';

/** As typed. */
export interface AbsenceAsked {
  readonly person: string;
  readonly from: string;
  /** Empty: no end known. */
  readonly to: string;
  /** Id of a person; empty: nobody in particular. */
  readonly substitute: string;
}

export interface AbsenceKept {
  readonly [key: string]: string;
  readonly absence: string;
}

type Days = Pick<KeptAbsence, 'from' | 'to'>;

const overlap = (a: Days, b: Days): boolean =>
  (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);

const inWords = ({ from, to }: Days): string =>
  `dal giorno ${italianDate(from)}${to === null ? ', senza termine' : ` al giorno ${italianDate(to)}`}`;

const alreadyAway = (known: Days): string =>
  `È già assente ${inWords(known)}: cambia quell'assenza o scegli altri giorni.`;

export function recordAbsence(commander: Commander, asked: AbsenceAsked): Promise<Outcome<AbsenceKept>> {
  return runCommand(commander, 'people.change', { absence: { ...asked } }, async (tx, clock) => {
    const people = await listPeople(tx);
    if (!people.some(({ id }) => id === asked.person)) return { ok: false, refusal: { code: 'not-found' } };
    const days = daysAsked(asked, clock.today);
    const problems = 'problems' in days ? [...days.problems] : [];
    if (asked.substitute === asked.person) {
      problems.push({ field: 'substitute', message: 'Chi è assente non può sostituire sé stesso.' });
    } else if (asked.substitute !== '' && !people.some(({ id }) => id === asked.substitute)) {
      problems.push({ field: 'substitute', message: "Scegli una persona dell'ente." });
    }
    if ('problems' in days || problems.length > 0) return invalid(...problems);
    await holdPerson(tx, asked.person);
    const other = (await absencesOf(tx, asked.person)).find((one) => overlap(one, days));
    if (other !== undefined) return invalid({ field: 'from', message: alreadyAway(other) });
    const substitute = asked.substitute === '' ? null : asked.substitute;
    const by = commander.viewer.person.id;
    const absence = await addAbsence(tx, { person: asked.person, ...days, substitute, at: clock.now, by });
    await auditPerson(tx, commander, clock, {
      action: 'absence.add',
      person: asked.person,
      before: null,
      after: { absence, ...days, substitute },
    });
    return { ok: true, result: { absence }, starts: [] };
  });
}

function daysAsked(asked: AbsenceAsked, today: CivilDate): Days | { readonly problems: FieldProblem[] } {
  const from = parseCivilDate(asked.from);
  const to = asked.to === '' ? null : parseCivilDate(asked.to);
  const problems: FieldProblem[] = [];
  if (from === null) problems.push({ field: 'from', message: "Indica il primo giorno dell'assenza." });
  if (from !== null && from < today) {
    const message = 'Indica un giorno da oggi in poi: gli avvisi dei giorni passati sono già partiti.';
    problems.push({ field: 'from', message });
  }
  if (asked.to !== '' && (to === null || (from !== null && to < from))) {
    problems.push({ field: 'to', message: "L'ultimo giorno non esiste o viene prima del primo." });
  }
  return from === null || problems.length > 0 ? { problems } : { from, to };
}

/** Another last day, earlier or later; one before the first day calls the absence off. `person`: whose it must be. */
export function changeAbsenceEnd(
  commander: Commander,
  asked: { readonly absence: string; readonly lastDay: string; readonly person: string | null },
): Promise<Outcome<AbsenceKept>> {
  return runCommand(commander, 'people.change', { absenceEnd: { ...asked } }, async (tx, clock) => {
    const known = (await listAbsences(tx)).find(({ id }) => id === asked.absence);
    if (known === undefined || (asked.person !== null && asked.person !== known.person)) {
      return { ok: false, refusal: { code: 'not-found' } };
    }
    await holdPerson(tx, known.person);
    const refused = (message: string) => invalid({ field: 'lastDay', message });
    const yesterday = addDays(clock.today, -1);
    const lastDay = parseCivilDate(asked.lastDay);
    if (lastDay === null) return refused("Indica l'ultimo giorno di assenza.");
    if (lastDay < yesterday) {
      return refused('Indica ieri, se oggi è già tornato, o un giorno successivo: il passato non cambia.');
    }
    if (known.to !== null && known.to < yesterday) {
      return refused(`L'assenza ${inWords(known)} è già finita: registrane un'altra.`);
    }
    const others = (await absencesOf(tx, known.person)).filter(({ id }) => id !== known.id);
    const changed = { from: known.from, to: lastDay };
    const other = others.find((one) => lastDay >= known.from && overlap(one, changed));
    if (other !== undefined) return refused(alreadyAway(other));
    const before = { absence: known.id, from: known.from, to: known.to };
    if (lastDay < known.from) {
      await callOffAbsence(tx, known.id, clock.now);
      await auditPerson(tx, commander, clock, {
        action: 'absence.call-off',
        person: known.person,
        before,
        after: null,
      });
    } else {
      await endAbsence(tx, known.id, lastDay);
      await auditPerson(tx, commander, clock, {
        action: 'absence.end',
        person: known.person,
        before,
        after: { ...before, to: lastDay },
      });
    }
    return { ok: true, result: { absence: known.id }, starts: [] };
  });
}

const absencesOf = async (tx: Tx, person: string): Promise<readonly KeptAbsence[]> =>
  (await listAbsences(tx)).filter((one) => one.person === person);
