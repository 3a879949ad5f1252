/** The review in rows, on a real PostgreSQL: two rounds, a body of one, private notes by direct SQL, two at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CLOSING } from '../../domain/cycle/closing-rules.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { connect } from '../../store/connection.js';
import { alignClosing } from '../../store/cycle/closing-duties.js';
import { type Cycle, findCycle } from '../../store/cycle/cycles.js';
import { recordStep, withdrawStep } from '../../store/cycle/record-step.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { findObligation } from '../../store/obligations/obligations.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { eraseWords } from '../../store/privacy/erasure.js';
import { listRounds, membersOn, standingObservations } from '../../store/review/review.js';
import { criteriaInForce, keepConclusion, keepCriteria } from '../../store/review/review-conclusions.js';
import { insertDeclaration, listDeclarations } from '../../store/review/review-declarations.js';
import { findNote, insertNote, listNotes, removeNote, shareNote } from '../../store/review/review-notes.js';
import { insertQuestion, isSettled, listQuestions } from '../../store/review/review-questions.js';
import { freshDatabase } from '../database.js';
import { NOON, type PlannedTown, plannedTown } from './furnished-town.js';

const database = await freshDatabase();
const app = connect(database.appUrl, { max: 4 });
afterAll(() => app.end());

const planned: PlannedTown = await plannedTown(app);
const day = civilDate('2024-05-06');
const setting = { rules: DEFAULT_CLOSING, calendar: workingCalendar([]), today: day };
const here = <T>(work: (tx: Tx, cycle: Cycle) => Promise<T>): Promise<T> =>
  inTown(app, planned.town, async (tx) => {
    const cycle = await findCycle(tx, 2023);
    if (cycle === null) throw new Error('no cycle');
    return work(tx, cycle);
  });
const rounds = () => here((tx, { id }) => listRounds(tx, id, DEFAULT_CLOSING));
const running = async () => (await rounds()).at(-1)?.duty ?? '';
const people = { oiv: '', other: '' };

beforeAll(() =>
  here(async (tx, cycle) => {
    await alignClosing(tx, cycle, setting);
    for (const [key, name] of [
      ['oiv', 'Nucleo'],
      ['other', 'Altra'],
    ] as const)
      people[key] = await addPerson(tx, { name, email: `${key}@prova.example`, createdAt: NOON });
    await assignRole(tx, { person: people.oiv, role: { role: 'oiv' }, validFrom: civilDate('2023-01-01') });
  }),
);

const record = (
  step: 'transmission' | 'validation',
  on: string,
  outcome: 'not-validated' | 'with-observations' | null,
  note: string | null,
) =>
  here((tx, cycle) =>
    recordStep(
      tx,
      cycle,
      step,
      {
        ...{ kind: 'done', on: civilDate(on), outcome, note, act: null, addresses: [] },
        ...{ protocolNumber: null, protocolOn: null, at: NOON, by: people.oiv },
      },
      setting,
    ),
  );
const ask = () =>
  here(async (tx, { id }) => {
    const duty = (await listRounds(tx, id, DEFAULT_CLOSING)).at(-1)?.duty ?? '';
    return insertQuestion(tx, {
      ...{ cycle: id, duty, objective: null, to: { role: 'head', sector: 'Finanziario' }, title: 'Domanda' },
      ...{ text: 'Perché?', askedOn: day, due: civilDate('2024-05-13'), at: NOON, by: people.oiv },
    });
  });
const stateOf = (id: string) => here(async (tx) => (await findObligation(tx, id))?.obligation.state);

describe('private notes, by direct SQL as traguardo_app', () => {
  it('are seen by nobody but their author, whatever is asked for, and by the town when shared', async () => {
    const duty = await running();
    const note = await here((tx) =>
      insertNote(tx, {
        duty,
        objective: null,
        author: people.oiv,
        text: 'Solo mio',
        at: NOON,
        shared: false,
      }),
    );
    const all = (person: string | null) =>
      here(async (tx) => {
        if (person !== null) await tx`select set_config('app.person', ${person}, true)`;
        return (await tx`select text from review_note`).length;
      });
    expect([
      await all(null),
      await all(planned.secretary),
      await all(people.other),
      await all(people.oiv),
    ]).toEqual([0, 0, 0, 1]);
    expect(await here((tx) => findNote(tx, note, planned.secretary))).toBeNull();
    expect(await here((tx) => shareNote(tx, note, people.other, NOON))).toBe(false);
    await expect(
      here(async (tx) => {
        await tx`select set_config('app.person', ${people.other}, true)`;
        await tx`insert into review_note (duty, author, text, written_at) values (${duty}, ${people.oiv}, 'x', ${NOON})`;
      }),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await here((tx) => shareNote(tx, note, people.oiv, NOON))).toBe(true);
    expect(await here((tx) => listNotes(tx, duty, planned.secretary))).toMatchObject([{ text: 'Solo mio' }]);
    expect(await here((tx) => removeNote(tx, note, people.oiv, NOON))).toBe(false);
  });

  it('taken away before they were shared leave no word', async () => {
    const duty = await running();
    const said = { duty, objective: null, author: people.oiv, text: 'Ci ripenso', at: NOON, shared: false };
    const note = await here((tx) => insertNote(tx, said));
    expect(await here((tx) => removeNote(tx, note, people.oiv, NOON))).toBe(true);
    const left = await here(async (tx) => {
      await tx`select set_config('app.person', ${people.oiv}, true)`;
      return tx<{ text: string }[]>`select text from review_note where id = ${note}`;
    });
    expect(left[0]?.text).toBe('');
  });
});

describe('the rounds of a year', () => {
  it('begin with the transmission, end with the outcome; not validated there is a second, whose questions are its own', async () => {
    const early = await ask();
    expect((await rounds())[0]).toMatchObject({ number: 1, state: 'ahead', due: null });
    await record('transmission', '2024-05-02', null, null);
    expect((await rounds())[0]).toMatchObject({ state: 'open', due: '2024-06-01' });
    expect(await stateOf(early)).toBe('open');
    const refused = await record('validation', '2024-05-06', 'not-validated', 'Mancano i risultati');
    expect((await rounds()).map(({ state }) => state)).toEqual(['closed', 'ahead']);
    expect(await stateOf(early)).toBe('superseded');
    expect(await here((tx) => isSettled(tx, early))).toBe(true);
    const second = await ask();
    if (!refused.ok) throw new Error('it was recorded before');
    await here((tx, cycle) =>
      withdrawStep(tx, cycle, refused.fact, { at: NOON, by: people.oiv, because: 'Errore' }, setting),
    );
    expect((await rounds()).map(({ state }) => state)).toEqual(['open']);
    expect([await stateOf(early), await stateOf(second)]).toEqual(['open', 'superseded']);
  });

  it('an outcome on a round that has one is not recorded, and what was observed waits in the next year', async () => {
    expect((await record('validation', '2024-05-06', 'with-observations', '1. Indicatori\n2. Dati')).ok).toBe(
      true,
    );
    expect((await record('validation', '2024-05-06', 'with-observations', 'Di nuovo')).ok).toBe(false);
    expect(await here((tx) => standingObservations(tx))).toEqual([
      { year: 2023, on: '2024-05-06', lines: ['Indicatori', 'Dati'] },
    ]);
  });
});

describe('who evaluates', () => {
  it('is whoever holds the role on the day, with the offices of the year; what they declared is kept in order', async () => {
    await here((tx) =>
      assignRole(tx, {
        ...{ person: people.oiv, role: { role: 'head', sector: 'Tecnico' } },
        ...{ validFrom: civilDate('2022-01-01'), validTo: civilDate('2023-01-15') },
      }),
    );
    const members = await here((tx, cycle) => membersOn(tx, cycle, day));
    expect(members).toMatchObject([{ name: 'Nucleo', conflicts: [{ is: 'own-sector', sector: 'Tecnico' }] }]);
    expect(await here((tx) => membersOn(tx, { year: 2024 }, day))).toMatchObject([{ conflicts: [] }]);
    const duty = await running();
    for (const kind of ['abstained', 'taken-back'] as const)
      await here((tx) =>
        insertDeclaration(tx, {
          duty,
          member: people.oiv,
          kind,
          sector: 'Tecnico',
          text: kind,
          on: day,
          at: NOON,
          by: people.oiv,
        }),
      );
    const said = await here((tx) => listDeclarations(tx, duty));
    expect(said.map(({ kind, sector }) => `${kind} ${sector}`)).toEqual([
      'abstained Tecnico',
      'taken-back Tecnico',
    ]);
  });
});

describe('the checklist', () => {
  it('of a town stands under the next number; of two who change it at once one is told', async () => {
    const list = [{ key: 'a', text: 'Chiara', norm: '', verified: false }];
    const kept = await Promise.all(
      [1, 2].map(() => here((tx) => keepCriteria(tx, 0, list, { at: NOON, by: people.oiv }))),
    );
    expect(kept.filter((number) => number !== null)).toEqual([1]);
    expect(await here(criteriaInForce)).toEqual({ number: 1, criteria: list });
  });

  it('takes a conclusion from who saw what stands there', async () => {
    const duty = await running();
    const keep = (seen: number, note: string) =>
      here((tx) =>
        keepConclusion(tx, {
          ...{ duty, about: { criterion: 'a', objective: null }, conclusion: 'met', note, criteria: 1, seen },
          ...{ at: NOON, by: people.oiv },
        }),
      );
    expect([
      await keep(0, 'uno'),
      await keep(0, 'due'),
      await keep(1, 'tre'),
      await keep(1, 'quattro'),
    ]).toEqual([true, false, true, false]);
  });
});

it('erased with a person, their notes, conclusions and declarations have no words left', async () => {
  await here((tx) => eraseWords(tx, people.oiv, { at: NOON, zone: 'Europe/Rome' }));
  const left = await here(async (tx) => {
    await tx`select set_config('app.person', ${people.oiv}, true)`;
    return tx<{ text: string }[]>`select text from review_note union all select note from review_conclusion
      union all select text from review_declaration`;
  });
  expect(left.length).toBeGreaterThan(3);
  expect(left.filter(({ text }) => text !== '')).toEqual([]);
  const questions = await here(async (tx, { id }) =>
    listQuestions(tx, { duties: (await listRounds(tx, id, DEFAULT_CLOSING)).map(({ duty }) => duty ?? '') }),
  );
  expect(questions.length).toBeGreaterThan(0);
});
