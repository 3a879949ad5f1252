/** The evaluators' review over the API and the pages: questions and answers, notes, conclusions, conflicts, two rounds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { townTime } from '../activities/town.js';
import { problemIn, transmitted } from './reviewed-town.js';
import { NOON, openStage } from './stage.js';

let now = townTime('2024-05-06 10:00');
const stage = await openStage({ now: () => now });
const { ours, theirs, sql } = stage;
let second = '';

const Review = z.object({
  rounds: z.array(z.object({ number: z.int(), state: z.string(), due: z.string().nullable() })),
  sectors: z.array(
    z.object({
      name: z.string(),
      excluded: z.boolean(),
      objectives: z.array(z.object({ id: z.string(), state: z.string() })),
    }),
  ),
  questions: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      due: z.string(),
      answers: z.array(z.object({ text: z.string() })),
    }),
  ),
  criteria: z.object({
    number: z.int(),
    all: z.array(z.object({ key: z.string(), conclusion: z.object({ rowVersion: z.int() }).nullable() })),
  }),
  members: z.array(z.object({ id: z.string(), conflicts: z.array(z.string()), mustDeclare: z.boolean() })),
  notes: z.array(z.object({ id: z.string(), text: z.string(), shared: z.boolean() })),
});
const ReviewQuestion = z.object({ question: z.string(), due: z.string() });

const enter = (who: keyof typeof ours.people) => stage.enter(ours.people[who]);
const send = async (person: string, method: string, path: string, body: object) =>
  (await stage.enter(person)).json(method, `/api/v1/review${path}`, body);
const seen = async (person: string) =>
  Review.parse(JSON.parse((await (await stage.enter(person)).json('GET', '/api/v1/review?year=2023')).text));
const objectiveOf = async (sector: string): Promise<string> =>
  (await seen(ours.people.oiv)).sectors.find(({ name }) => name === sector)?.objectives[0]?.id ?? '';
const ask = async (body: object, person = ours.people.oiv) => {
  const answer = await send(person, 'POST', '/questions', {
    year: 2023,
    to: 'head:Finanziario',
    text: 'Perché?',
    ...body,
  });
  return {
    ...answer,
    question: answer.status === 200 ? ReviewQuestion.parse(JSON.parse(answer.text)) : null,
  };
};

beforeAll(async () => {
  await transmitted(stage, '2024-05-02');
  await inTown(sql, ours.town, async (tx) => {
    second = await addPerson(tx, { name: 'Seconda Componente', email: 'due@prova.example', createdAt: NOON });
    await assignRole(tx, { person: second, role: { role: 'oiv' }, validFrom: civilDate('2024-01-01') });
  });
});

describe('a question', () => {
  it('is an obligation of the head due 5 working days later; the answer concludes it and the members read it', async () => {
    const objective = await objectiveOf('Finanziario');
    const { question } = await ask({ objective });
    expect(question?.due).toBe('2024-05-13');
    const head = await enter('head');
    const own = await seen(ours.people.head);
    expect(own.questions.map(({ id }) => id)).toContain(question?.question);
    expect(own.sectors).toEqual([]);
    const empty = await head.json('POST', `/api/v1/obligations/${question?.question}/complete`, {
      note: ' ',
    });
    expect(problemIn(empty).errors?.map(({ pointer }) => pointer)).toEqual(['#/note']);
    const done = await head.json('POST', `/api/v1/obligations/${question?.question}/complete`, {
      note: 'Ecco',
    });
    expect(done.status).toBe(200);
    const kept = (await seen(second)).questions.find(({ id }) => id === question?.question);
    expect(kept).toMatchObject({ state: 'answered', answers: [{ text: 'Ecco' }] });
    const state = (await seen(second)).sectors[0]?.objectives.find(({ id }) => id === objective)?.state;
    expect(state).toBe('answered');
  });

  it('shows its words to who must answer, who evaluates and the Segretario; the Sindaco reads that there is one', async () => {
    const { question } = await ask({ text: 'Parole della domanda' });
    const page = `/scadenze/${question?.question}`;
    for (const who of ['head', 'oiv', 'secretary'] as const)
      expect((await (await enter(who)).get(page)).text).toContain('Parole della domanda');
    const mayor = await (await enter('mayor')).get(page);
    expect(mayor.status).toBe(200);
    expect(mayor.text).not.toContain('Parole della domanda');
    expect((await (await enter('otherHead')).get(page)).status).toBe(403);
  });

  it.each([
    ['without words', { text: '  ' }, '#/text'],
    ['of 10,000 characters', { text: 'x'.repeat(10_000) }, '#/text'],
    ['to the head of a sector that the town does not have', { to: 'head:Altrove' }, '#/to'],
    ['to the Sindaco, who is not under review', { to: 'mayor' }, '#/to'],
    [
      'on an objective that is nobody’s',
      { objective: '00000000-0000-4000-8000-000000000000' },
      '#/objective',
    ],
    ['on what is no id', { objective: 'x' }, '#/objective'],
  ])('%s is refused with its field', async (_, body, pointer) => {
    const answer = await ask(body);
    expect(answer.status).toBe(422);
    expect(problemIn(answer).errors?.map((one) => one.pointer)).toContain(pointer);
  });

  it('on an objective of another town, or to a head who does not answer for it, is refused', async () => {
    const foreign = await inTown(
      sql,
      theirs.town,
      async (tx) => (await tx<{ id: string }[]>`select id from objective`)[0]?.id,
    );
    expect((await ask({ objective: foreign })).status).toBe(422);
    const objective = await inTown(sql, ours.town, async (tx) => {
      const [row] = await tx<
        { id: string }[]
      >`select o.id from objective o join sector_weight w on w.objective = o.id
        join sector s on s.id = w.sector where s.name = 'Tecnico' and not o.shared limit 1`;
      return row?.id;
    });
    expect(problemIn(await ask({ objective })).errors?.[0]?.pointer).toBe('#/to');
  });

  it('is put by members alone', async () => {
    for (const who of ['secretary', 'head', 'mayor', 'rpct'] as const)
      expect((await ask({}, ours.people[who])).status).toBe(403);
  });
});

describe('a note', () => {
  it('is its author’s alone, also for the other member and the Segretario, until shared', async () => {
    const made = await send(ours.people.oiv, 'POST', '/notes', { year: 2023, text: 'Solo per me' });
    const { note } = z.object({ note: z.string() }).parse(JSON.parse(made.text));
    const texts = async (person: string) => (await seen(person)).notes.map(({ text }) => text);
    expect(await texts(ours.people.oiv)).toContain('Solo per me');
    for (const person of [second, ours.people.secretary])
      expect(await texts(person)).not.toContain('Solo per me');
    expect((await send(second, 'POST', `/notes/${note}/share`, { year: 2023 })).status).toBe(404);
    expect((await send(ours.people.oiv, 'POST', `/notes/${note}/share`, { year: 2023 })).status).toBe(200);
    for (const person of [second, ours.people.secretary])
      expect(await texts(person)).toContain('Solo per me');
    expect((await send(ours.people.oiv, 'POST', `/notes/${note}/remove`, { year: 2023 })).status).toBe(409);
  });
});

describe('a conclusion', () => {
  const met = { year: 2023, criterion: 'clear', conclusion: 'met', seen: 0 };
  it('of two members at once one stands and the other is told', async () => {
    const both = await Promise.all(
      [ours.people.oiv, second].map((person) => send(person, 'PUT', '/conclusions', met)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = (await seen(second)).criteria.all.find(({ key }) => key === 'clear');
    expect(kept?.conclusion?.rowVersion).toBe(1);
  });

  it.each([
    ['on no criterion of the list', { criterion: 'altro' }, '#/criterion'],
    ['with remarks that are not said', { conclusion: 'with-remarks' }, '#/note'],
    ['without a choice', { conclusion: '' }, '#/conclusion'],
  ])('%s is refused', async (_, body, pointer) => {
    const answer = await send(second, 'PUT', '/conclusions', { ...met, ...body });
    expect(problemIn(answer).errors?.map((one) => one.pointer)).toContain(pointer);
  });
});

describe('the outcome', () => {
  const validated = { year: 2023, round: 1, outcome: 'validated', date: '2024-05-06' };
  const declare = (person: string, kind: string, body: object = {}) =>
    send(person, 'POST', '/declarations', { year: 2023, kind, text: 'Perché sì', ...body });

  it('waits for what a member who was head of a sector must declare; that sector they do not evaluate', async () => {
    await inTown(sql, ours.town, (tx) =>
      assignRole(tx, {
        ...{ person: second, role: { role: 'head', sector: 'Tecnico' } },
        ...{ validFrom: civilDate('2023-02-01'), validTo: civilDate('2023-03-31') },
      }),
    );
    const member = (await seen(second)).members.find(({ id }) => id === second);
    expect(member).toMatchObject({ conflicts: ['head:Tecnico'], mustDeclare: true });
    expect((await ask({ to: 'head:Tecnico' }, second)).status).toBe(403);
    const [tecnico] = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ id: string }[]>`select id from sector where name = 'Tecnico'`,
    );
    const degree = {
      sector: tecnico?.id,
      objective: await objectiveOf('Tecnico'),
      verdict: 'degree',
      degree: '100',
    };
    const own = await (await stage.enter(second)).json('POST', '/api/v1/measurement/decisions', {
      ...{ year: 2023, decisions: [degree] },
    });
    expect(problemIn(own).type).toContain('own-evaluation');
    const refused = await send(ours.people.oiv, 'POST', '/outcome', validated);
    expect(refused.status).toBe(409);
    expect(problemIn(refused).detail).toContain('Seconda Componente');
    expect((await declare(second, 'abstained', { sector: 'Tecnico' })).status).toBe(200);
    expect((await seen(second)).members.some(({ mustDeclare }) => mustDeclare)).toBe(false);
  });

  it('is refused to who abstained, and to all when nobody is left; taken back, they act again', async () => {
    expect((await declare(ours.people.oiv, 'abstained', { member: second })).status).toBe(422);
    await declare(ours.people.oiv, 'abstained');
    expect(problemIn(await send(ours.people.oiv, 'POST', '/outcome', validated)).type).toContain('abstained');
    expect((await ask({})).status).toBe(403);
    await declare(ours.people.secretary, 'abstained', { member: second });
    expect(problemIn(await send(second, 'POST', '/outcome', validated)).type).toContain('nobody-left');
    const { outcome, date } = validated;
    const byPaper = await (await enter('secretary')).json('POST', '/api/v1/cycles/2023/validation', {
      ...{ outcome, date },
    });
    expect(problemIn(byPaper).type).toContain('nobody-left');
    expect((await declare(ours.people.oiv, 'taken-back')).status).toBe(200);
  });

  it('not validated begins a second round, in which the first is closed and its open questions ask nobody', async () => {
    const { question } = await ask({ text: 'Senza risposta' });
    const said = { ...validated, outcome: 'not-validated' };
    expect(problemIn(await send(ours.people.oiv, 'POST', '/outcome', said)).errors?.[0]?.pointer).toBe(
      '#/note',
    );
    expect(
      (await send(ours.people.oiv, 'POST', '/outcome', { ...said, note: 'Mancano i risultati' })).status,
    ).toBe(200);
    const { rounds, questions } = await seen(ours.people.oiv);
    expect(rounds.map(({ state }) => state)).toEqual(['closed', 'ahead']);
    expect(questions.find(({ id }) => id === question?.question)?.state).toBe('unanswered');
    const late = await (await enter('head')).json(
      'POST',
      `/api/v1/obligations/${question?.question}/complete`,
      { note: 'Tardi' },
    );
    expect(late.status).toBe(409);
    expect(problemIn(await send(ours.people.oiv, 'POST', '/outcome', validated)).type).toContain(
      'review-closed',
    );
    expect(problemIn(await ask({ round: 1 })).type).toContain('review-closed');
  });

  it('withdrawn, the first round is open again and asks what it asked', async () => {
    const cycle = z
      .object({ recorded: z.array(z.object({ id: z.string(), step: z.string() })) })
      .parse(JSON.parse((await (await enter('secretary')).json('GET', '/api/v1/cycles/2023')).text));
    const fact = cycle.recorded.find(({ step }) => step === 'validation')?.id;
    const secretary = await enter('secretary');
    const back = await secretary.json('POST', '/api/v1/cycles/2023/withdraw', { fact, reason: 'Errore' });
    expect(back.status).toBe(200);
    const { rounds, questions } = await seen(ours.people.oiv);
    expect(rounds.map(({ state }) => state)).toEqual(['open']);
    expect(questions.some(({ state }) => state === 'waiting')).toBe(true);
    expect(questions.some(({ state }) => state === 'unanswered')).toBe(false);
  });

  it('with observations comes back, line by line, in the next year’s cycle', async () => {
    const said = {
      ...validated,
      outcome: 'with-observations',
      note: '- Indicatori più chiari\n- Dati prima',
    };
    expect((await send(ours.people.oiv, 'POST', '/outcome', said)).status).toBe(200);
    expect((await send(ours.people.oiv, 'POST', '/outcome', said)).status).toBe(409);
    now = townTime('2024-05-07 10:00');
    await inTown(
      sql,
      ours.town,
      (tx) => tx`insert into cycle (year, approved_on, live_on) values (2024, '2024-02-01', '2024-02-01')`,
    );
    for (const place of ['/ciclo', '/cruscotto']) {
      const { text } = await (await enter('secretary')).get(`${place}?anno=2024`);
      expect(text).toContain('Osservazioni da riprendere dal 2023');
      expect(text).toContain('Indicatori più chiari');
    }
    expect((await (await enter('secretary')).get('/cruscotto?anno=2023')).text).not.toContain('più chiari');
    const told = await (await enter('secretary')).get('/api/v1/cycles/2024');
    expect(JSON.parse(told.text)).toMatchObject({
      observed: { year: 2023, lines: ['Indicatori più chiari', 'Dati prima'] },
    });
    expect((await ask({})).status).toBe(409);
  });
});
