/**
 * Every text of every body of the JSON API, spoiled: with the character zero, which no database keeps, and with half of a
 * surrogate pair, which has no bytes. One schema that takes any string where the others take `text` is found here. And
 * every day is the first or the last that there is: what counts from it, or up to it, ends.
 */
import { afterAll, expect, it } from 'vitest';
import { type Action, RIGHTS, reachOf } from '../../../api/rights.js';
import { type ApiDocument, filledBodies } from '../filled-bodies.js';
import { SAMPLES, thingsOf } from '../route-samples.js';
import { openStage } from '../stage.js';
import { type Answer, Visitor } from '../visitor.js';

const stage = await openStage();
const { app, ours, sql } = stage;
const things = await thingsOf(sql, ours);
const api = (await (await app.request('/api/openapi.json')).json()) as ApiDocument;

const routes = new Map<string, Action>();
for (const { method, path, handler } of app.routes) {
  const action = (handler as { readonly action?: Action }).action;
  if (action !== undefined && method !== 'GET' && path.startsWith('/api/v1/'))
    routes.set(`${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, action);
}

/** Whoever may do it to something of theirs. */
const actorOf = (action: Action): string => {
  const rule: unknown = RIGHTS[action];
  const bySecretary = typeof rule === 'string' || reachOf([{ role: 'secretary' }], action) !== null;
  return bySecretary ? ours.people.secretary : ours.people.head;
};

/** The body again and again, one text of it spoiled each time; names of fields are texts too. */
function* spoiled(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield* [value + SPOIL, ...(DAY.test(value) ? EXTREMES : [])];
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) for (const other of spoiled(one)) yield value.with(at, other);
    return;
  }
  for (const [name, one] of Object.entries(value)) {
    const { [name]: _, ...others } = value as Record<string, unknown>;
    if (name === 'nome') yield { ...others, [name + SPOIL]: one };
    for (const other of spoiled(one)) yield { ...value, [name]: other };
  }
}
const DAY = /^\d{4}-\d\d-\d\d$/;
const EXTREMES = ['0001-01-01', '9999-12-31'];
/** Whoever looks for one of them only lets the other through. */
const SPOIL = '\0\ud800';

/** What a sample says, and beside it all else that the document lets be said. */
const together = (said: unknown, filled: unknown): unknown =>
  isObject(said) && isObject(filled) ? { ...filled, ...said } : (said ?? filled);
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sends what a sample asks in every spoiled form instead. */
class Spoiler extends Visitor {
  readonly found: string[] = [];

  override async json(method: string, path: string, body?: unknown): Promise<Answer> {
    let last: Answer = { status: 0, headers: new Headers(), text: '' };
    const filled = filledBodies(api, method.toLowerCase(), path);
    const asked = new Set(
      filled.flatMap((one) => [one, together(body, one)]).map((one) => JSON.stringify(one)),
    );
    const sent = new Set<string>();
    for (const one of asked)
      for (const other of spoiled(JSON.parse(one))) {
        const text = JSON.stringify(other);
        if (sent.has(text)) continue;
        sent.add(text);
        last = await super.json(method, path, other);
        if (last.status >= 500) this.found.push(text);
      }
    return last;
  }
}

afterAll(() => expect(stage.logged.filter((line) => line.startsWith('unforeseen failure'))).toEqual([]));

it.each([...routes])('%s refuses them in words, or takes them', async (route, action) => {
  const visitor = new Spoiler(app);
  await visitor.enter(ours.town, actorOf(action));
  await SAMPLES[route]?.(visitor, things);
  expect(visitor.found.slice(0, 3)).toEqual([]);
});

const byDay = Object.entries(api.paths).flatMap(([path, { get }]) => {
  const days = (get?.parameters ?? []).filter((one) => one.in === 'query' && one.schema.format === 'date');
  return days.length === 0 ? [] : [{ path, names: days.map(({ name }) => name) }];
});

it.each(byDay)(
  'GET $path answers for the first day that there is, and for the last',
  async ({ path, names }) => {
    const visitor = await stage.enter(ours.people.secretary);
    for (const day of EXTREMES) {
      const query = new URLSearchParams({
        person: things.person,
        ...Object.fromEntries(names.map((name) => [name, day])),
      });
      const { status } = await visitor.get(`${path.replaceAll(/\{\w+\}/g, things.objective)}?${query}`);
      expect([day, status < 500]).toEqual([day, true]);
    }
  },
);

it('knows the lists that are asked by days', () => {
  expect(byDay.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/api/v1/audit', '/api/v1/past-day']),
  );
});
