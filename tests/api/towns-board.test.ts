/** *I miei Comuni*: one line for each town of an account, what each town's own board says, and nothing of any other. */
import { beforeEach, describe, expect, it } from 'vitest';
import { loadDashboard } from '../../api/queries/dashboard.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { raiseAlert } from '../../store/notices/alerts.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { peopledTown, type StageTown } from './peopled-town.js';
import { openSignInStage } from './sign-in-stage.js';
import { NOON } from './stage.js';
import type { Visitor } from './visitor.js';

const { stage, clock, browser, somebody, linkFor } = await openSignInStage();
const { sql, ours, theirs } = stage;
const third = await peopledTown(sql, 'Comune di altrove');
await inTown(sql, third.town, (tx) => tx`update town set mode = 'trial'`);

beforeEach(() => {
  clock.now = NOON;
});

let made = 0;
/** An account that holds a role in each of these towns. */
async function holding(role: 'secretary' | 'oiv' | 'rpct', towns: readonly StageTown[]): Promise<Visitor> {
  made += 1;
  const email = `piu.enti.${made}@prova.example`;
  for (const { town } of towns)
    await inTown(sql, town, async (tx) => {
      const person = await addPerson(tx, { name: `Piu Enti ${made}`, email, createdAt: NOON });
      await assignRole(tx, { person, role: { role }, validFrom: civilDate('2023-01-01') });
    });
  const visitor = browser();
  await visitor.post((await linkFor(email, visitor)).link, {});
  return visitor;
}

interface Line {
  readonly town: { readonly id: string; readonly name: string };
  readonly terms: { readonly today: number; readonly week: number; readonly late: number };
  readonly whole: Readonly<Record<string, unknown>> | null;
  readonly reviews: readonly Readonly<Record<string, unknown>>[];
}
const board = async (visitor: Visitor): Promise<readonly Line[]> => {
  const { status, text } = await visitor.get('/api/v1/towns/board');
  expect(status).toBe(200);
  return (JSON.parse(text) as { towns: readonly Line[] }).towns;
};

describe('the board of a Segretario of two towns', () => {
  it('says of each what its own board says, and nothing of the third', async () => {
    await inTown(sql, ours.town, async (tx) => {
      await tx`update obligation set held_back = true, held_back_reason = 'prova'
        where id = (select id from obligation where state = 'open' and kind = 'milestone' order by id limit 1)`;
      const [digest] = await tx<{ id: string }[]>`select id from digest limit 1`;
      await raiseAlert(tx, {
        ...{
          toRole: 'secretary',
          kind: 'digest-not-sent',
          about: digest?.id ?? '',
          raisedAt: NOON,
          detail: {},
        },
      });
    });
    const visitor = await holding('secretary', [ours, theirs]);
    const lines = await board(visitor);
    expect(lines.map(({ town }) => town.id).sort()).toEqual([ours.town, theirs.town].sort());
    for (const { town, terms, whole } of lines) {
      const own = await inTown(sql, town.id, (tx) => loadDashboard(tx, NOON, null));
      expect(terms.late, town.name).toBe(own.late.length);
      expect(terms.today, town.name).toBe(own.counts['due-today']);
      expect(terms.week).toBeGreaterThanOrEqual(terms.today);
      expect(whole).toMatchObject({ silent: own.silent.length, validationDue: null });
    }
    expect(lines.find(({ town }) => town.id === ours.town)?.whole).toMatchObject({ held: 1, refused: 1 });
    expect(lines.find(({ town }) => town.id === theirs.town)?.whole).toMatchObject({ held: 0, refused: 0 });
    const { text } = await visitor.get('/comuni');
    for (const name of ['Comune di qua', 'Comune di là']) expect(text).toContain(name);
    expect(text).not.toContain('Comune di altrove');
    expect(text).not.toContain(third.town);
  });

  it('counts a term of Friday in the week and not today, and what the Sunday before was due as late', async () => {
    const due = (day: string) =>
      inTown(
        sql,
        theirs.town,
        (tx) => tx`update obligation set due = ${civilDate(day)}, state = 'open',
        done_on = null, done_recorded_at = null where id = ${theirs.obligations[0]?.id ?? ''} and due is not null`,
      );
    const visitor = await holding('secretary', [theirs]);
    const counts = async () => (await board(visitor))[0]?.terms ?? { today: 0, week: 0, late: 0 };
    await due('2023-06-30');
    const friday = await counts();
    await due('2023-06-29');
    const today = await counts();
    expect([today.today, today.week, today.late]).toEqual([friday.today + 1, friday.week, friday.late]);
    await due('2023-07-03');
    const monday = await counts();
    expect([monday.today, monday.week]).toEqual([friday.today, friday.week - 1]);
    await due('2023-06-25');
    expect((await counts()).late).toBe(monday.late + 1);
  });

  it('leads into a town by a form of its own, to the page of a year, and nowhere else', async () => {
    const visitor = await holding('secretary', [ours, theirs]);
    const { fields } = await visitor.form('/comuni', '/ente');
    const go = async (to: Record<string, string>) =>
      (await visitor.post('/ente', { ...fields, ...to })).headers.get('location');
    expect(await go({})).toBe('/cruscotto');
    expect(await go({ poi: '/istruttoria', anno: '2023' })).toBe('/istruttoria?anno=2023');
    expect(await go({ poi: '//altrove.example', anno: '' })).toBe('/');
    expect(await go({ poi: 'https://altrove.example' })).toBe('/');
    expect(await go({ poi: '/istruttoria', anno: '2023&x=1' })).toBe('/istruttoria');
    expect((await visitor.post('/ente', { ...fields, ente: third.town })).status).toBe(404);
    expect((await visitor.post('/ente', { ...fields, modulo: 'x' })).status).toBe(403);
  });

  it('by a key tells of the one town that the key stands for', async () => {
    const visitor = await holding('secretary', [ours, theirs]);
    const { fields: choice } = await visitor.form('/comuni', '/ente');
    await visitor.post('/ente', { ...choice, poi: '/' });
    const { fields } = await visitor.form('/accessi', '/accessi/chiavi');
    const { text } = await visitor.post('/accessi/chiavi', {
      ...fields,
      nome: 'Enti',
      uso: 'legge',
      durata: '30',
    });
    const key = /<code>(trg_[\w-]{43})<\/code>/.exec(text)?.[1] ?? '';
    const headers = { authorization: `Bearer ${key}` };
    const answer = await stage.app.request('/api/v1/towns/board', { headers });
    expect(((await answer.json()) as { towns: Line[] }).towns.map(({ town }) => town.id)).toEqual([
      choice['ente'],
    ]);
    expect((await stage.app.request('/comuni', { headers })).status).toBe(303);
  });
});

describe('the board of others', () => {
  it('counts only what they owe where they read no board', async () => {
    const head = browser();
    await head.post((await linkFor(await somebody({ towns: [ours, theirs] }), head)).link, {});
    const lines = await board(head);
    expect(lines).toHaveLength(2);
    for (const { whole, reviews } of lines) expect([whole, reviews]).toEqual([null, []]);
    const secretary = await board(await holding('secretary', [ours]));
    const here = lines.find(({ town }) => town.id === ours.town);
    expect(here?.terms.late).toBeLessThanOrEqual(secretary[0]?.terms.late ?? 0);
    expect((await head.get('/comuni')).text).not.toContain('In attesa di qualcuno');
  });

  it('tells a shared Nucleo each year that it may work on, with its term once the Relazione was transmitted', async () => {
    const visitor = await holding('oiv', [ours, theirs]);
    expect((await board(visitor)).flatMap(({ reviews }) => reviews)).toEqual([]);
    clock.now = Date.parse('2024-02-01T11:00:00Z') as typeof NOON;
    const later = await holding('oiv', [ours, theirs]);
    const reviews = (await board(later)).flatMap((line) => line.reviews);
    expect(reviews).toHaveLength(2);
    expect(reviews[0]).toMatchObject({ year: 2023, round: 1, concluded: expect.any(Number) });
    const { text } = await later.get('/comuni');
    expect(text).toContain('Istruttorie da fare');
    expect(text).toContain('Comune di qua, 2023');
    expect(text).toContain('name="poi" value="/istruttoria"');
  });

  it('is shut to strangers and to a demo', async () => {
    const stranger = browser();
    expect((await stranger.get('/comuni')).headers.get('location')).toBe('/?poi=%2Fcomuni');
    expect((await stranger.get('/api/v1/towns/board')).status).toBe(401);
  });
});
