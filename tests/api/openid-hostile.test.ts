/** What must not let anybody in through the OpenID provider, and a provider that is not there. */
import { describe, expect, it } from 'vitest';
import { createApp } from '../../api/create-app.js';
import { openIdProvider } from '../../api/openid-provider.js';
import { openIdEnv, openOpenIdStage, PUBLIC_URL } from './openid-stage.js';
import { openTownProvider } from './openid-town-provider.js';
import { Browser } from './sign-in-stage.js';

const { stage, provider, app, browser, known, enter, there } = await openOpenIdStage();

const REFUSED = 'una risposta che non si può accettare';
const AGAIN = 'va aperto di nuovo da qui';
const BACK = '/accesso/identita/ritorno';

/** What an address may bring to the page to which the provider sends people back. */
const NONSENSE = [
  '',
  '?',
  '?code=x',
  '?state=x&code=y',
  '?state=&code=',
  '?error=<script>alert(1)</script>',
  '?error=access_denied&error_description=<b>vai su https://evil.example</b>&state=x',
  `?state=${'x'.repeat(5000)}&code=${'y'.repeat(5000)}`,
  '?state[]=x&code[]=y',
  '?code=%00&state=%00',
  '?code=%ff%fe&state=%u0041',
  '?id_token=a.b.c&state=x',
  '?response=a.b.c',
  "?state=' or 1=1 --&code=1",
];

/** Comes back from the provider after what was asked of it has been changed on the way. */
async function tampered(change: (asked: URL) => void, after: (back: URL) => void = () => undefined) {
  const { subject } = await known();
  const person = browser();
  const asked = await there(person);
  change(asked);
  provider.coming = { as: subject };
  const back = await provider.visit(asked.href);
  after(back);
  const answer = await person.get(`${back.pathname}${back.search}`);
  return { ...answer, isIn: (await person.get('/api/v1/me')).status === 200 };
}
const set = (name: string, value: string) => (url: URL) => url.searchParams.set(name, value);

describe('on the way there and back', () => {
  it.each([
    ['another nonce was asked', set('nonce', 'x'.repeat(43)), undefined, REFUSED],
    ['another verifier was promised', set('code_challenge', 'x'.repeat(43)), undefined, REFUSED],
    ['the code is another client’s', set('client_id', 'altro'), undefined, REFUSED],
    ['the state is another', set('state', 'altro'), undefined, AGAIN],
    ['the answer names another issuer', () => undefined, set('iss', 'https://evil.example'), REFUSED],
    ['the answer names no issuer', () => undefined, (url: URL) => url.searchParams.delete('iss'), REFUSED],
    ['the code is invented', () => undefined, set('code', 'inventato'), REFUSED],
    ['there is no code', () => undefined, (url: URL) => url.searchParams.delete('code'), REFUSED],
  ] as const)('%s: nobody enters', async (_, change, after, words) => {
    const { status, text, isIn } = await tampered(change, after);
    expect([status, text, isIn]).toEqual([422, expect.stringContaining(words), false]);
  });

  it('untampered, the same way lets in', async () => {
    expect((await tampered(() => undefined)).isIn).toBe(true);
  });

  it.each([
    ['access_denied', 'non ha confermato chi sei', 422],
    ['login_required', 'non ha confermato chi sei', 422],
    ['server_error', 'non risponde in questo momento', 503],
    ['temporarily_unavailable', 'non risponde in questo momento', 503],
  ] as const)(
    'the provider says %s: the page says so, with the link by mail below',
    async (error, words, status) => {
      const person = browser();
      const asked = await there(person);
      provider.coming = { error };
      const { pathname, search } = await provider.visit(asked.href);
      const answer = await person.get(`${pathname}${search}`);
      expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(words)]);
      expect(answer.text).toContain('Mandami il collegamento');
    },
  );

  it('a way back with nonsense opens nothing, repeats nothing, and leaves in force what was begun', async () => {
    const { subject } = await known();
    const person = browser();
    const asked = await there(person);
    for (const query of NONSENSE) {
      const { status, text } = await person.get(`${BACK}${query}`);
      expect([status, text], query).toEqual([422, expect.stringContaining(AGAIN)]);
      for (const word of ['<script>alert', '<b>', 'evil.example', 'xxxx']) expect(text).not.toContain(word);
    }
    provider.coming = { as: subject };
    const back = await provider.visit(asked.href);
    expect((await person.get(`${back.pathname}${back.search}`)).status).toBe(303);
  });

  it('with the right state, what is said twice or twisted is refused', async () => {
    for (const more of ['&code=altro', '&iss=altro', '&state=altro', '&response=a.b.c', '&id_token=a.b.c']) {
      const person = browser();
      const asked = await there(person);
      provider.coming = { as: (await known()).subject };
      const back = await provider.visit(asked.href);
      expect((await person.get(`${back.pathname}${back.search}${more}`)).status, more).toBe(422);
      expect((await person.get('/api/v1/me')).status, more).toBe(401);
    }
  });

  it('a session cookie planted before is another one afterwards', async () => {
    const { subject } = await known();
    const person = browser();
    const planted = `traguardo_sessione=${'A'.repeat(43)}`;
    const asked = await there(person);
    provider.coming = { as: subject };
    const { pathname, search } = await provider.visit(asked.href);
    await person.get('/');
    const entered = await app.request(`${pathname}${search}`, {
      headers: { cookie: `${planted}; ${person.cookie}` },
    });
    expect(entered.status).toBe(303);
    expect(entered.headers.getSetCookie().join()).not.toContain('A'.repeat(43));
    expect((await app.request('/api/v1/me', { headers: { cookie: planted } })).status).toBe(401);
  });

  it('after thirty goes in ten minutes from one source the next is refused: 429', async () => {
    const own = browser({});
    const statuses: number[] = [];
    for (let go = 0; go < 31; go += 1) statuses.push((await own.get('/accesso/identita')).status);
    expect([statuses.filter((status) => status === 303).length, statuses.at(-1)]).toEqual([30, 429]);
  });
});

describe('the level that was reached', () => {
  const SPID = 'https://www.spid.gov.it/';
  const LEVEL_2 = { OIDC_ACR_VALUES: `${SPID}SpidL2 ${SPID}SpidL3` };

  it.each([
    [undefined, 422],
    [`${SPID}SpidL1`, 422],
    [`${SPID}SpidL2`, 303],
  ] as const)('of %s, where level 2 or 3 is asked, is answered with %i', async (acr, status) => {
    const person = browser(LEVEL_2);
    const asked = await there(person);
    expect(asked.searchParams.get('acr_values')).toBe(LEVEL_2.OIDC_ACR_VALUES);
    const { subject } = await known();
    provider.coming = { as: subject, ...(acr === undefined ? {} : { acr }) };
    const { pathname, search } = await provider.visit(asked.href);
    expect((await person.get(`${pathname}${search}`)).status).toBe(status);
  });
});

describe('a provider that is not there', () => {
  it('stops nobody else: the page says so with 503, links still work, and once it is back it is found', async () => {
    const short = await openTownProvider(PUBLIC_URL);
    const { issuer } = short;
    await short.close();
    const own = new Browser(
      createApp({ ...stage.deps, openId: openIdProvider(openIdEnv(issuer), PUBLIC_URL) }),
    );
    expect((await own.get('/')).status).toBe(200);
    const { status, text } = await own.get('/accesso/identita?poi=/obiettivi');
    expect([status, text]).toEqual([503, expect.stringContaining('non risponde in questo momento')]);
    expect(text).toContain('name="poi" value="/obiettivi"');
    expect((await own.get('/uscita')).text).toContain('esci anche dalla pagina con cui');
    expect((await own.post('/accesso', { indirizzo: 'nome@prova.example' })).status).toBe(303);
    await short.open();
    expect((await own.get('/accesso/identita')).status).toBe(303);
  });

  it('that goes away between there and back lets nobody in', async () => {
    const { subject } = await known();
    const short = await openTownProvider(PUBLIC_URL);
    const own = new Browser(
      createApp({ ...stage.deps, openId: openIdProvider(openIdEnv(short.issuer), PUBLIC_URL) }),
    );
    short.people.set(subject, provider.people.get(subject) ?? {});
    short.coming = { as: subject };
    const back = await short.visit((await there(own)).href);
    await short.close();
    expect((await own.get(`${back.pathname}${back.search}`)).status).toBe(503);
    expect(stage.logged.join('\n')).toContain('an entry by the OpenID provider {"outcome":"away"');
  });

  it('is another installation’s: without settings, and in the demo, these pages are not there', async () => {
    const without = stage.stranger();
    for (const path of ['/accesso/identita', BACK, '/uscita'])
      expect([303, 404], path).toContain((await without.get(path)).status);
    expect((await without.get('/')).text).not.toContain('/accesso/identita');
    const demo = new Browser(
      createApp({
        ...{ ...stage.deps, demo: { moveClock: () => Promise.resolve({ ok: true }) } },
        openId: openIdProvider(openIdEnv(provider.issuer), PUBLIC_URL),
      }),
    );
    const local = { headers: { host: 'localhost' } };
    for (const path of ['/accesso/identita', BACK, '/uscita'])
      expect((await demo.ask(path, local)).status, path).toBe(404);
    expect((await demo.ask('/', local)).text).not.toContain('/accesso/identita');
  });
});

it('nobody of the demo enters by the provider, whatever it says of them', async () => {
  const { subject } = await known();
  await stage.sql.begin(async (tx) => {
    await tx`select set_config('app.town', ${stage.ours.town}, true)`;
    await tx`update town set mode = 'demo'`;
  });
  expect((await enter(browser(), subject)).text).toContain('qui non risulta nessuno');
});
