import { describe, expect, it } from 'vitest';
import { SAMPLES } from './route-samples.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { app, ours } = stage;

const posts = [
  ...new Set(
    app.routes
      .filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/'))
      .map(({ path }) => path),
  ),
];
const nowhere = '00000000-0000-4000-8000-000000000000';
const filled = (path: string): string => path.replaceAll(/:\w+/g, nowhere);

/** Their address is their secret: they open no session, so they have no token of one. */
const isLink = (path: string): boolean => path.startsWith('/r/');
/** Of people who enter by a link, whom the demo does not have: sign-in, account and administrator-walk tests. */
const isEntering = (path: string): boolean => /^\/(accesso|ente|accessi|installazione)(\/|$)/.test(path);
const ofSession = posts.filter((path) => path !== '/entra' && !isLink(path) && !isEntering(path));

describe('every form', () => {
  it('is walked here: each POST of a page has its sample', () => {
    expect(posts.filter((path) => !(`POST ${path}` in SAMPLES))).toEqual([]);
  });

  it.each(ofSession)('%s without the token of the session is refused', async (path) => {
    // The evaluators' forms are theirs alone.
    const sender = await stage.enter(
      /^\/istruttoria\/:anno\/(?!dichiarazione|esito)/.test(path) ? ours.people.oiv : ours.people.secretary,
    );
    for (const modulo of ['', 'x', 'A'.repeat(43)]) {
      const { status, text } = await sender.post(filled(path), { modulo });
      expect(status).toBe(403);
      expect(text).toContain('Il modulo è scaduto');
    }
  });

  it.each(ofSession)("%s with another session's token is refused", async (path) => {
    const [mine, other] = [
      await stage.enter(ours.people.secretary),
      await stage.enter(ours.people.secretary),
    ];
    expect((await mine.post(filled(path), { modulo: await other.token() })).status).toBe(403);
  });

  it.each(posts)(
    '%s from a page of another site is refused, by Origin and by Sec-Fetch-Site',
    async (path) => {
      const secretary = await stage.enter(ours.people.secretary);
      const modulo = await secretary.token();
      for (const headers of [
        { origin: 'https://altrove.example' },
        // What a page without referrer says, as those of links are.
        ...(isLink(path) ? [] : [{ origin: 'null' }]),
        { origin: 'http://localhost.altrove.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ]) {
        expect(
          (await secretary.post(filled(path), { modulo }, headers)).status,
          JSON.stringify(headers),
        ).toBe(403);
      }
    },
  );

  it('from our own page is taken', async () => {
    const secretary = await stage.enter(ours.people.secretary);
    const modulo = await secretary.token();
    const headers = { origin: 'http://localhost', host: 'localhost', 'sec-fetch-site': 'same-origin' };
    expect((await secretary.post('/esci', { modulo }, headers)).status).toBe(303);
  });
});

describe('the JSON API', () => {
  it('refuses what a page of another site sends with the cookie', async () => {
    const secretary = await stage.enter(ours.people.secretary);
    const headers = { origin: 'https://altrove.example' };
    expect((await secretary.json('POST', '/api/v1/round', undefined, headers)).status).toBe(403);
    expect(
      (await secretary.json('POST', '/api/v1/people', { name: 'x' }, { 'content-type': 'text/plain' }))
        .status,
    ).toBe(415);
  });
});

describe('the session', () => {
  it('is a cookie that scripts cannot read and other sites do not send', async () => {
    const visitor = stage.stranger();
    const response = await stage.app.request('/entra', {
      method: 'POST',
      body: new URLSearchParams({ ente: ours.town, persona: ours.people.head }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^traguardo_sessione=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await visitor.get('/api/v1/me')).status).toBe(401);
  });

  it('leads nowhere but to our own pages after entering', async () => {
    for (const poi of [
      'https://altrove.example/',
      '//altrove.example',
      '/\\altrove.example',
      'javascript:alert(1)',
      '/a?b=//c',
    ]) {
      const { headers } = await stage
        .stranger()
        .post('/entra', { ente: ours.town, persona: ours.people.head, poi });
      expect(headers.get('location'), poi).toBe('/');
    }
    const { headers } = await stage
      .stranger()
      .post('/entra', { ente: ours.town, persona: ours.people.head, poi: '/obiettivi' });
    expect(headers.get('location')).toBe('/obiettivi');
  });
});
