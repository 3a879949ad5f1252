/** Every route × somebody who runs the installation: towns by name and size, no fact of any; and × everybody else. */
import { describe, expect, it } from 'vitest';
import { type Action, isAboveTowns, isPublic, RIGHTS } from '../../api/rights.js';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { nameAdministrator } from '../../store/people/administrators.js';
import { keyFor } from './made-key.js';
import { enterAdministrator } from './onboarding/administrator.js';
import { SAMPLES, thingsOf } from './route-samples.js';
import { rowsNow } from './rows-now.js';
import { openSignInStage } from './sign-in-stage.js';

const on = await openSignInStage();
const { stage, browser, somebody, linkFor } = on;
const { app, ours, theirs, sql } = stage;
const things = await thingsOf(sql, ours);
const { visitor: administrator } = await enterAdministrator(on);
administrator.token = async () =>
  (await administrator.form('/installazione', '/installazione/enti')).fields['modulo'] ?? '';
const head = browser();
await head.post((await linkFor(await somebody(), head)).link, {});

/** Of somebody who runs the installation and has a role in a town. */
const both = browser();
const address = await somebody();
const owner = connect(stage.database.ownerUrl, { max: 1 });
await nameAdministrator(owner, address, instant(on.clock.now));
await owner.end();
await both.post((await linkFor(address, both)).link, {});
const key = await keyFor(both, { uso: 'registra' });

const routes = [
  ...new Map(
    app.routes.flatMap(({ method, path, handler }) => {
      const { action } = handler as { readonly action?: Action };
      const route = `${method} ${path.replaceAll(/\{(?!\.)(\w+)\}/g, ':$1')}`;
      return method === 'ALL' || action === undefined ? [] : [[route, action] as const];
    }),
  ),
].map(([route, action]) => ({ route, action }));
const ofTowns = routes.filter(({ action }) => !isPublic(action) && !isAboveTowns(action));
const ofInstallation = routes.filter(({ action }) => RIGHTS[action] === 'administrator');
const isApi = (route: string): boolean => route.includes(' /api/');
const ask = (route: string) => SAMPLES[route] ?? (() => Promise.reject(new Error(`no sample for ${route}`)));
/** Words of plans and names of people, which stand in no page of the installation. */
const FACTS = ['Finanziario', 'Rendiconto', 'Tempi di pagamento', 'Altra Responsabile', 'prova.example'];

describe('an administrator of the installation', () => {
  it(`is shut out of every route of a town (${ofTowns.length} of them), and changes nothing there`, async () => {
    expect(ofTowns.length).toBeGreaterThan(100);
    const before = await rowsNow(sql, [ours.town, theirs.town]);
    for (const { route } of ofTowns) {
      const { status, text } = await ask(route)(administrator, things);
      // Entered, and nobody in any town: pages lead to the choice of one, the demo's are not there.
      expect([303, 401, 404], route).toContain(status);
      for (const fact of FACTS) expect(text, route).not.toContain(fact);
    }
    expect(await rowsNow(sql, [ours.town, theirs.town])).toBe(before);
  });

  it('sees names and sizes of the towns, and no fact on any page of theirs', async () => {
    const { status, text } = await administrator.get('/installazione');
    expect(status).toBe(200);
    for (const seen of ['Comune di qua', 'Comune di là', 'in prova', 'persone']) expect(text).toContain(seen);
    for (const { route } of ofInstallation) {
      const answer = await ask(route)(administrator, things);
      expect(answer.status, route).toBeLessThan(500);
      for (const fact of FACTS) expect(answer.text, route).not.toContain(fact);
    }
    const own = await administrator.get('/api/v1/towns/board');
    expect(JSON.parse(own.text)).toEqual({ towns: [] });
  });
});

describe('the installation', () => {
  it.each(ofInstallation)(
    '$route is shut to strangers, to people of towns, and to keys',
    async ({ route }) => {
      const [method = '', place = ''] = route.split(' ');
      const stranger = await ask(route)(browser(), things);
      expect(stranger.status).toBe(method === 'GET' && !isApi(route) ? 303 : 401);
      expect((await ask(route)(head, things)).status).toBe(403);
      const path = place.replace(':id', things.person).replace(':passo', 'ente');
      const keyed = await app.request(path, {
        method,
        headers: { authorization: `Bearer ${key}` },
      });
      // Whose own session would be let in; pages know no keys.
      expect(keyed.status).toBe(isApi(route) ? 403 : method === 'GET' ? 303 : 401);
    },
  );

  it.each(ofInstallation.filter(({ route }) => route.startsWith('POST ') && !isApi(route)))(
    '$route without the token of the session, or with that of another, is refused',
    async ({ route }) => {
      const path = (route.split(' ')[1] ?? '').replace(':id', things.person).replace(':passo', 'ente');
      const other = (await enterAdministrator(on)).visitor;
      const { fields } = await other.form('/installazione', '/installazione/enti');
      for (const modulo of ['', 'x', 'A'.repeat(43), fields['modulo'] ?? '']) {
        const { status, text } = await administrator.post(path, { modulo });
        expect(status).toBe(403);
        expect(text).toContain('Il modulo è scaduto');
      }
    },
  );

  it('has seven routes of pages and three of the API', () => {
    const api = ofInstallation.filter(({ route }) => isApi(route));
    expect([ofInstallation.length - api.length, api.length]).toEqual([7, 3]);
  });
});
