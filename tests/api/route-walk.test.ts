/** Every route × stranger, every role, another town: a route that nobody thought of fails here. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Action, actingRole, isAboveTowns, isPublic, RIGHTS, reachOf } from '../../api/rights.js';
import type { Role } from '../../domain/obligations/obligation.js';
import { SAMPLES, thingsOf } from './route-samples.js';
import { rowsNow } from './rows-now.js';
import { openStage, type StageTown } from './stage.js';
import type { Visitor } from './visitor.js';

const stage = await openStage();
const { app, ours, theirs, sql } = stage;
const things = await thingsOf(sql, ours);

interface Walked {
  readonly route: string;
  /** `null`: the route names none. */
  readonly action: Action | null;
}

/** Every route that answers, once, with what its gate says. */
const routes: readonly Walked[] = (() => {
  const found = new Map<string, Action | null>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const route = `${method} ${path.replaceAll(/\{(?!\.)(\w+)\}/g, ':$1')}`;
    const action = (handler as { readonly action?: Action }).action ?? found.get(route) ?? null;
    found.set(route, action);
  }
  return [...found].map(([route, action]) => ({ route, action }));
})();

const ROLES: Readonly<Record<Exclude<keyof typeof ours.people, 'nobody'>, readonly Role[]>> = {
  secretary: [{ role: 'secretary' }],
  head: [{ role: 'head', sector: 'Finanziario' }],
  otherHead: [{ role: 'head', sector: 'Tecnico' }],
  oiv: [{ role: 'oiv' }],
  mayor: [{ role: 'mayor' }],
  rpct: [{ role: 'rpct' }],
};
const people = Object.keys(ROLES) as (keyof typeof ROLES)[];

/** What a route's thing is owed by; lists and commands of the town have no owner. */
function ownersOf(route: string): readonly Role[] | null {
  if (/\/(scadenze|obligations)\/:id\/(data|due-date)/.test(route)) return [{ role: 'secretary' }];
  if (/\/(scadenze|obligations|monitoraggio|monitoring)\/:id/.test(route))
    return [{ role: 'head', sector: 'Finanziario' }];
  if (/\/(misurazione\/(settori|criteri)|measurement\/sectors)\/:id$/.test(route))
    return [{ role: 'head', sector: 'Finanziario' }];
  if (/\/(autovalutazione|self-evaluations)\/:id/.test(route) || /\/(motiva|reasons)$/.test(route))
    return [{ role: 'head', sector: 'Finanziario' }];
  if (/\/(chi-prepara|compilers)\/:id/.test(route)) return [{ role: 'head', sector: 'Finanziario' }];
  if (
    /(:id|^(POST|PUT|DELETE)).*/.test(route) &&
    /(obiettivi-individuali|individual-objectives|collaborators)/.test(route)
  )
    return [{ role: 'head', sector: 'Finanziario' }];
  return null;
}

/** Whoever has entered once looks at many routes. */
const cookies = new Map<string, string>();
async function enter(person: string, town: StageTown = ours): Promise<Visitor> {
  const visitor = stage.stranger();
  visitor.cookie = cookies.get(person) ?? '';
  if (visitor.cookie === '') await visitor.enter(town.town, person);
  cookies.set(person, visitor.cookie);
  return visitor;
}

let rows = '';
const noteRows = async (): Promise<string> => {
  rows = await rowsNow(sql, [ours.town, theirs.town]);
  return rows;
};
/** Since it was asked last, or since `noteRows`. */
async function expectNothingChanged(): Promise<void> {
  const before = rows;
  expect(await noteRows()).toBe(before);
}

const isApi = (route: string): boolean => route.includes(' /api/');
const ask = (route: string) => SAMPLES[route] ?? (() => Promise.reject(new Error(`no sample for ${route}`)));

describe('every route', () => {
  it(`names an action of the table of rights (${routes.length} routes)`, () => {
    expect(routes.filter(({ action }) => action === null || !(action in RIGHTS))).toEqual([]);
    expect(routes.length).toBeGreaterThan(60);
  });

  it('has a request to walk it with', () => {
    const routeNames = routes.map(({ route }) => route);
    expect(routeNames.filter((route) => !(route in SAMPLES))).toEqual([]);
    expect(Object.keys(SAMPLES).filter((route) => !routeNames.includes(route))).toEqual([]);
  });

  it('is named by some route, each action of the table', () => {
    const used = new Set(routes.map(({ action }) => action));
    const inside: readonly Action[] = ['register.read'];
    expect(
      Object.keys(RIGHTS).filter(
        (action) => !used.has(action as Action) && !inside.includes(action as Action),
      ),
    ).toEqual([]);
  });
});

describe('a stranger', () => {
  // What stands above towns is not there in the demo of this walk: see administrator-walk.test.ts.
  const closed = routes.filter(({ action }) => action !== null && !isPublic(action) && !isAboveTowns(action));
  beforeAll(noteRows);

  it.each(closed)('is not let in: $route', async ({ route }) => {
    const { status, headers, text } = await ask(route)(stage.stranger(), things);
    if (isApi(route)) expect(status).toBe(401);
    else if (route.startsWith('GET')) {
      expect(status).toBe(303);
      expect(headers.get('location')).toMatch(/^\/\?poi=/);
    } else expect(status).toBe(401);
    for (const name of ['Finanziario', 'Rendiconto', 'Tempi di pagamento']) expect(text).not.toContain(name);
    await expectNothingChanged();
  });

  it('with a session that somebody else signed is a stranger', async () => {
    const visitor = stage.stranger();
    const body = Buffer.from(JSON.stringify([ours.town, ours.people.secretary, 'x', 4_000_000_000])).toString(
      'base64url',
    );
    for (const cookie of [`${body}.x`, `${body}.${body}`, body, '', '.', 'a.b.c']) {
      visitor.cookie = `traguardo_sessione=${cookie}`;
      expect((await visitor.get('/api/v1/me')).status, cookie).toBe(401);
    }
  });
});

describe.each(people)('as %s', (who) => {
  // Reads first: commands change what later ones find.
  const gated = routes.filter(
    ({ action, route }) =>
      action !== null && !isPublic(action) && !isAboveTowns(action) && route !== 'POST /esci',
  );
  const sorted = [...gated].sort((a, b) =>
    Number(a.route.startsWith('GET ')) < Number(b.route.startsWith('GET ')) ? 1 : -1,
  );

  it.each(sorted)('$route is open or shut as the table says', async ({ route, action }) => {
    if (action === null) return;
    const visitor = await enter(ours.people[who]);
    const rule: unknown = RIGHTS[action];
    const owners = ownersOf(route);
    const mayAtAll = rule === 'entered' || reachOf(ROLES[who], action) !== null;
    const may = mayAtAll && (owners === null || actingRole(ROLES[who], action, owners) !== null);
    const { status } = await ask(route)(visitor, things);
    if (!may) expect(status).toBe(403);
    else {
      expect(status).not.toBe(401);
      expect(status).toBeLessThan(500);
      // The mail, the file and the dossiers of the samples are not everybody's own; the inboxes of the test are empty, and no sheet is printed.
      const ownOnly =
        /\/(avvisi|digests|documenti|evidence)\/:id(\/(vedi|contenuto))?$|\/dossier$/.test(route) &&
        reachOf(ROLES[who], action)?.relation === 'own';
      // The answer of the samples is the head's, and nobody takes back another's.
      const isOthersAnswer = /\/(ritira|withdraw)$/.test(route) && who !== 'head';
      const isOfInbox = /\/(posta(-di-prova)?|trial-mails)\/:id|paper-mails\/sheets/.test(route);
      if (!ownOnly && !isOthersAnswer && !isOfInbox)
        expect([403, 404]).not.toContain(afterAnother(route, status));
    }
  });
});

/** A draft is put away, a compiler called off by the first who may: the next finds none. */
const afterAnother = (route: string, status: number): number =>
  /((importa|chi-prepara)\/:|(plan-drafts|compilers)\/:id)/.test(route) && status === 404 ? 200 : status;

describe('somebody without a role today', () => {
  it.each(routes.filter(({ action }) => action !== null && typeof RIGHTS[action] !== 'string'))(
    'is shut out of $route',
    async ({ route }) => {
      const visitor = await enter(ours.people.nobody);
      expect((await ask(route)(visitor, things)).status).toBe(403);
    },
  );
});

describe("another town's Segretario", () => {
  const withThing = routes.filter(
    ({ route }) => /:(id|draft|tenure)\b/.test(route) && !route.includes('/posta/'),
  );

  beforeAll(noteRows);

  it.each(withThing)('finds nothing of ours at $route', async ({ route }) => {
    const visitor = await enter(theirs.people.secretary, theirs);
    const { status, text } = await ask(route)(visitor, things);
    expect(status).toBe(404);
    for (const id of Object.values(things)) if (id !== '') expect(text).not.toContain(id);
    await expectNothingChanged();
  });

  const lists = routes.filter(
    ({ route }) => route.startsWith('GET ') && !/:/.test(route) && route !== 'GET /',
  );
  it.each(lists)('sees no id of ours at $route', async ({ route }) => {
    const visitor = await enter(theirs.people.secretary, theirs);
    const { text } = await ask(route)(visitor, things);
    for (const id of Object.values(things)) if (id !== '') expect(text).not.toContain(id);
    expect(text).not.toContain('Comune di qua');
  });
});
