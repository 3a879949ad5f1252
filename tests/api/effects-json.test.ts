/** The JSON API of the prova generale's other pages: a past day, an absence, a ladder, closures tried out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pastDaySchema } from '../../api/routes/past-day.js';
import { effectSchema } from '../../api/routes/rehearsed-json.js';
import { problemSchema } from '../../api/routes/schemas.js';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { inTown } from '../../store/in-town.js';
import { insertNotices, insertPassedOver } from '../../store/notices/notices.js';
import { recordRound } from '../../store/notices/rounds.js';
import { callOffAbsence, listAbsences } from '../../store/people/absences.js';
import { appendAudit } from '../../store/register/audit.js';
import { loadTown } from '../../store/towns/towns.js';
import { NOON, openStage } from './stage.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const secretary = await stage.enter(ours.people.secretary);
const DAY = civilDate('2023-06-20');
const { head } = ours.people;

const owed = ours.obligations.find(
  ({ owner, term, state }) => owner.role === 'head' && term.kind === 'date' && state === 'open',
) as Obligation;

const get = async (path: string): Promise<unknown> => {
  const { status, text } = await secretary.get(`/api/v1${path}`);
  expect(status, text).toBe(200);
  return JSON.parse(text);
};
const effect = async (path: string) => effectSchema.parse(await get(path));
const problemsOf = async (path: string, method = 'GET', body?: unknown) => {
  const { status, text } = await secretary.json(method, `/api/v1${path}`, body);
  expect(status, text).toBe(422);
  return problemSchema.parse(JSON.parse(text)).errors;
};
/** Mails of those days by the prova generale, each as `day person`. */
const rehearsed = async (from: string, until: string): Promise<readonly string[]> => {
  const { text } = await secretary.get(`/api/v1/rehearsal?from=${from}&until=${until}`);
  const line = z.object({ day: z.string(), person: z.object({ id: z.string() }).nullable() });
  return text
    .trim()
    .split('\n')
    .map((one) => line.parse(JSON.parse(one)))
    .map(({ day, person }) => `${day} ${person?.id}`);
};

beforeAll(() =>
  inTown(sql, ours.town, async (tx) => {
    // The absence that the town comes with would be another change.
    for (const { id } of await listAbsences(tx)) await callOffAbsence(tx, id, NOON);
    const at = instant(NOON - 9 * 86_400_000);
    const given = { obligation: owed.id, obligationVersion: 1, day: DAY, recipient: owed.owner };
    await recordRound(tx, { day: DAY, at, notices: 2, digests: 1, passedOver: 1 });
    await insertNotices(tx, [
      { ...given, id: crypto.randomUUID(), rung: 'late-1', person: head },
      { ...given, id: crypto.randomUUID(), rung: 'late-3', person: null },
    ]);
    await insertPassedOver(tx, [
      { obligation: owed, rung: 'due-day', recipient: owed.owner, day: DAY, reason: 'no-round' },
    ]);
    await appendAudit(tx, {
      ...{ at, person: head, role: owed.owner, channel: 'page', action: 'obligation.complete' },
      ...{ subjectKind: 'obligation', subject: owed.id },
    });
  }),
);

describe('GET /api/v1/past-day', () => {
  it('says the round, the notices given, what was passed over and why, what was answered', async () => {
    const past = pastDaySchema.parse(await get(`/past-day?day=${DAY}`));
    expect(past.isWorkingDay).toBe(true);
    expect(past.round).toEqual({ at: '2023-06-20T10:00:00.000Z', notices: 2, digests: 1, passedOver: 1 });
    expect(past.given.map(({ rung, person, state }) => [rung, person === null, state])).toEqual([
      ['late-1', false, null],
      ['late-3', true, null],
    ]);
    const recorded = past.notGiven.filter((one) => one.recorded);
    expect(recorded.map(({ rung, reason, obligation }) => [rung, reason, obligation.id])).toEqual([
      ['due-day', 'no-round', owed.id],
    ]);
    expect(past.answers.map(({ action, channel, obligation }) => [action, channel, obligation?.id])).toEqual([
      ['obligation.complete', 'page', owed.id],
    ]);
  });

  it('without a day is the working day before today; of a Sunday it says that it was closed', async () => {
    expect(pastDaySchema.parse(await get('/past-day')).day).toBe('2023-06-28');
    const sunday = pastDaySchema.parse(await get('/past-day?day=2023-06-25'));
    expect([sunday.isWorkingDay, sunday.round]).toEqual([false, null]);
  });

  it.each([
    ['2023-02-30', '«2023-02-30» non è un giorno del calendario.'],
    ['ieri', '«ieri» non è un giorno del calendario.'],
    ['2023-06-30', "Il giorno deve ancora venire: per i giorni a venire c'è la prova generale."],
    ['0203-06-30', expect.stringMatching(/^Prima di .+ 202\d qui non scadeva e non partiva nulla\.$/)],
  ])('refuses %s', async (day, detail) => {
    expect(await problemsOf(`/past-day?day=${day}`)).toEqual([{ pointer: '#/day', detail }]);
  });
});

describe('GET /api/v1/rehearsal/absence-effect', () => {
  const DAYS = 'from=2023-06-29&until=2023-12-31';

  it('takes every mail of those days from whoever is absent and gives each to the substitute', async () => {
    const own = (await rehearsed('2023-06-29', '2023-12-31')).filter((one) => one.endsWith(head));
    expect(own.length).toBeGreaterThan(0);
    const { changes, mails, from, until } = await effect(
      `/rehearsal/absence-effect?person=${head}&${DAYS}&substitute=${ours.people.oiv}`,
    );
    // Today's round was held: the first day is tomorrow.
    expect([from, until]).toEqual(['2023-06-30', '2023-12-31']);
    const gone = changes.filter(({ kind }) => kind === 'gone').map(({ before }) => before);
    expect(gone.map((mail) => `${mail?.day} ${mail?.person?.id}`)).toEqual(own);
    const taken = changes.filter(({ kind }) => kind === 'added' || kind === 'changed');
    expect(taken.map(({ after }) => `${after?.day} ${after?.person?.id}`)).toEqual(
      own.map((one) => one.replace(head, ours.people.oiv)),
    );
    expect(mails.after - mails.before).toBe(taken.filter(({ kind }) => kind === 'added').length - own.length);
    for (const { after } of taken) expect(after?.text).toContain('al posto di');
  });

  it('records nothing', async () => {
    expect(await inTown(sql, ours.town, (tx) => listAbsences(tx))).toEqual([]);
  });

  it.each([
    [`person=${theirs.people.head}&${DAYS}`, '#/person', 'Scegli chi manca.'],
    [
      `person=${head}&${DAYS}&substitute=${head}`,
      '#/substitute',
      'Scegli chi sostituisce, diverso da chi manca.',
    ],
    [
      `person=${head}&from=2023-08-32&until=2023-09-01`,
      '#/from',
      '«2023-08-32» non è un giorno del calendario.',
    ],
    [`person=${head}&from=2023-09-02&until=2023-09-01`, '#/until', "L'ultimo giorno viene prima del primo."],
    [`person=${head}&from=&until=2023-09-01`, '#/from', "Indica il primo e l'ultimo giorno."],
    [DAYS, '#/person', 'person: manca o non è del tipo giusto.'],
  ])('refuses %s', async (query, pointer, detail) => {
    expect(await problemsOf(`/rehearsal/absence-effect?${query}`)).toEqual([{ pointer, detail }]);
  });
});

describe('GET /api/v1/rehearsal/ladder-effect', () => {
  const ladderOf = (body: unknown) => z.looseObject({ ladder: z.looseObject({}) }).parse(body).ladder;

  it('with nothing said gives the ladder in force, by which no mail changes', async () => {
    const body = await get('/rehearsal/ladder-effect?kind=milestone&span=all');
    const { changes, mails } = effectSchema.parse(body);
    expect([changes, mails.after]).toEqual([[], mails.before]);
    expect(ladderOf(body)).toMatchObject({ firstNoticeDays: 30, mayor: { on: true, act: null } });
  });

  it('with 1 rung left takes mails away and adds none, and keeps the ladder as it is', async () => {
    const before = await inTown(sql, ours.town, (tx) => loadTown(tx));
    const path = '/rehearsal/ladder-effect?kind=milestone&rungs=due-day&mayor=false&span=all';
    const body = await get(path);
    const { changes, mails } = effectSchema.parse(body);
    expect(ladderOf(body)).toMatchObject({ rungs: ['due-day'], mayor: { on: false } });
    expect(mails.after).toBeLessThan(mails.before);
    const count = (wanted: string): number => changes.filter(({ kind }) => kind === wanted).length;
    expect(count('added') - count('gone')).toBe(mails.after - mails.before);
    expect(await inTown(sql, ours.town, (tx) => loadTown(tx))).toEqual(before);
  });

  it.each([
    ['kind=boh', '#/kind'],
    ['kind=milestone&firstNoticeDays=14', '#/firstNoticeDays'],
    ['kind=milestone&firstNoticeDays=molti', '#/firstNoticeDays'],
    ['kind=milestone&rungs=due-day,boh&mayor=false', '#/rungs'],
    ['kind=milestone&mayor=true', '#/act'],
    ['kind=milestone&act=delibera', '#/act'],
    ['kind=milestone&span=sempre', '#/span'],
  ])('refuses %s', async (query, pointer) => {
    const errors = await problemsOf(`/rehearsal/ladder-effect?${query}`);
    expect(errors?.map((one) => one.pointer)).toEqual([pointer]);
    expect(errors?.[0]?.detail).not.toMatch(/Invalid|expected/);
  });
});

describe('POST /api/v1/closures/effect', () => {
  const saturday = { kind: 'weekday', weekday: 6 };
  const tryOut = async (closures: unknown, span = 'all') => {
    const path = `/api/v1/closures/effect?span=${span}`;
    const { status, text } = await secretary.json('POST', path, { closures });
    expect(status, text).toBe(200);
    return effectSchema.parse(JSON.parse(text));
  };

  it('leaves no mail on the days that would be closed, and changes nothing when they are those in force', async () => {
    expect((await tryOut([saturday])).changes).toEqual([]);
    const days = { kind: 'days', from: '2023-07-03', to: '2023-07-14' };
    const closed = (day = ''): boolean => day >= days.from && day <= days.to;
    const inForce = await rehearsed(days.from, days.to);
    const { changes } = await tryOut([saturday, days], 'months');
    expect(inForce.length).toBeGreaterThan(0);
    expect(changes.filter(({ before }) => closed(before?.day))).toHaveLength(inForce.length);
    expect(changes.filter(({ after }) => closed(after?.day))).toEqual([]);
    const { closures } = await inTown(sql, ours.town, (tx) => loadTown(tx));
    expect(closures).toEqual([saturday]);
  });

  it('refuses days that are none, each beside its closure', async () => {
    const closures = [saturday, { kind: 'days', from: '2023-08-20', to: '2023-08-10' }];
    expect((await problemsOf('/closures/effect', 'POST', { closures }))?.[0]?.pointer).toBe(
      '#/closures/1/to',
    );
    const [error] = (await problemsOf('/closures/effect', 'POST', {})) ?? [];
    expect(error?.pointer).toBe('#/closures');
  });
});

it('is for the Segretario and the evaluators; strangers are told to enter', async () => {
  const asks = [
    '/past-day',
    `/rehearsal/absence-effect?person=${head}&from=2023-07-03&until=2023-07-28`,
    '/rehearsal/ladder-effect?kind=milestone',
  ].map((path) => `/api/v1${path}`);
  const seen = async (visitor: typeof secretary): Promise<readonly number[]> => {
    const posted = await visitor.json('POST', '/api/v1/closures/effect', { closures: [] });
    const got = await Promise.all(asks.map((path) => visitor.get(path)));
    return [...got, posted].map(({ status }) => status);
  };
  expect(await seen(await stage.enter(ours.people.oiv))).toEqual([200, 200, 200, 200]);
  for (const person of [head, ours.people.mayor, ours.people.rpct, ours.people.nobody])
    expect(await seen(await stage.enter(person))).toEqual([403, 403, 403, 403]);
  expect(await seen(stage.stranger())).toEqual([401, 401, 401, 401]);
});
