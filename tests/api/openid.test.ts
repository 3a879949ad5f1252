/** Entering through an OpenID provider: a real one, on loopback. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { nameAdministrator } from '../../store/people/administrators.js';
import { openOpenIdStage } from './openid-stage.js';
import { MINUTE } from './sign-in-stage.js';
import { NOON } from './stage.js';

const { stage, provider, app, clock, browser, known, enter, there, linkFor, somebody } =
  await openOpenIdStage();

beforeEach(() => {
  clock.now = NOON;
});

const NOBODY = 'qui non risulta nessuno';
const AGAIN = 'va aperto di nuovo da qui';
/** What the log says of the latest. */
const lastEntry = (): string | undefined =>
  stage.logged.filter((line) => line.startsWith('an entry by the OpenID provider')).at(-1);
const admin = connect(stage.database.adminUrl, { max: 1 });
afterAll(() => admin.end());
const rename = (from: string, to: string) =>
  inTown(stage.sql, stage.ours.town, (tx) => tx`update person set email = ${to} where email = ${from}`);

describe('through the provider', () => {
  it('somebody known by a verified address enters, lands where they were going, and Accessi says how', async () => {
    const { subject } = await known();
    const person = browser();
    expect((await person.get('/')).text).toContain('Entra con la tua identità digitale');
    const { status, headers } = await enter(person, subject, '/obiettivi');
    expect([status, headers.get('location')]).toEqual([303, '/obiettivi']);
    expect(headers.getSetCookie().join('\n')).toMatch(
      /traguardo_sessione=[\w-]{43};.*HttpOnly; SameSite=Lax/,
    );
    expect((await person.get('/le-mie-scadenze')).text).toContain('Finanziario');
    const { text } = await person.get('/accessi');
    expect(text).toContain('Con la tua identità digitale.');
    expect(text).toContain('Identità collegata');
  });

  it('the next time the subject alone is enough, also when the provider says no address any more', async () => {
    const { subject } = await known();
    expect((await enter(browser(), subject)).status).toBe(303);
    provider.people.set(subject, {});
    expect((await enter(browser(), subject)).headers.get('location')).toBe('/');
  });

  it('PKCE, state and nonce are new each time, and only the scopes of the settings are asked', async () => {
    const [one, two] = [await there(browser()), await there(browser())];
    for (const part of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(part)).toMatch(/^[\w-]{43}$/);
      expect(one.searchParams.get(part)).not.toBe(two.searchParams.get(part));
    }
    expect(Object.fromEntries(one.searchParams)).toMatchObject({
      ...{
        scope: 'openid email',
        code_challenge_method: 'S256',
        response_type: 'code',
        client_id: 'traguardo',
      },
      redirect_uri: 'https://traguardo.example/accesso/identita/ritorno',
    });
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/%5Cevil.example',
    'javascript:alert(1)',
    '/a?b=//c',
  ])('nobody is sent on to %j: they land at the beginning', async (wanted) => {
    const { subject } = await known();
    expect((await enter(browser(), subject, wanted)).headers.get('location')).toBe('/');
  });

  it('leaving leads to a page that leads out of the provider, and back to our first page', async () => {
    const { subject } = await known();
    const person = browser();
    await enter(person, subject);
    const { fields } = await person.form('/le-mie-scadenze', '/esci');
    expect((await person.post('/esci', fields)).headers.get('location')).toBe('/uscita');
    const away = /href="(http:\/\/127[^"]+)"/.exec((await person.get('/uscita')).text)?.[1] ?? '';
    const out = new URL(away.replaceAll('&amp;', '&'));
    expect([out.origin, out.pathname]).toEqual([provider.issuer, '/session/end']);
    expect(Object.fromEntries(out.searchParams)).toEqual({
      client_id: 'traguardo',
      post_logout_redirect_uri: 'https://traguardo.example/',
    });
    expect((await fetch(out)).status).toBe(200);
    expect((await person.get('/api/v1/me')).status).toBe(401);
  });

  it('whoever entered by a link leaves to the first page', async () => {
    const person = browser();
    await person.post((await linkFor(await somebody(), person)).link, {});
    const { fields } = await person.form('/le-mie-scadenze', '/esci');
    expect((await person.post('/esci', fields)).headers.get('location')).toBe('/');
  });
});

describe('who it is', () => {
  it.each([
    ['not verified', { email_verified: false }],
    ['of which nothing is said', { email_verified: undefined }],
    ['verified with the word "si"', { email_verified: 'si' }],
    ['that is a list', { email: ['a@b.example'] }],
    ['with a Cyrillic letter', { email: 'Рersona.1@prova.example' }],
    ['with a zero in it', { email: 'persona\0@prova.example' }],
    ['of nobody', { email: 'nessuno@altrove.example' }],
  ])('an address %s lets nobody in, with the same words, and no account is made', async (_, claims) => {
    const { subject } = await known(claims);
    const accounts = () => admin`select count(*) from account`;
    const before = await accounts();
    const { status, text } = await enter(browser(), subject);
    expect([status, text]).toEqual([422, expect.stringContaining(NOBODY)]);
    expect(await accounts()).toEqual(before);
  });

  it('an address with a Kelvin sign, which folds into a k, is not the address with the k', async () => {
    const { email, subject } = await known();
    await rename(email, 'kevin@prova.example');
    provider.people.set(subject, { email: '\u212aevin@prova.example', email_verified: true });
    expect('\u212aevin'.toLowerCase()).toBe('kevin');
    expect((await enter(browser(), subject)).text).toContain(NOBODY);
  });

  it('an address in capitals is the same address; verified in a word, as some providers say it, too', async () => {
    const { email, subject } = await known({ email_verified: 'true' });
    provider.people.set(subject, { email: email.toUpperCase(), email_verified: 'true' });
    expect((await enter(browser(), subject)).status).toBe(303);
  });

  it('unverified addresses are taken where the settings say that the directory is the town’s own', async () => {
    const { subject } = await known({ email_verified: undefined });
    expect((await enter(browser({ OIDC_EMAILS_VERIFIED: '1' }), subject)).status).toBe(303);
  });

  it('another subject with an address that is linked is refused, until its owner unlinks it from a link’s session', async () => {
    const { email, subject } = await known();
    await enter(browser(), subject);
    provider.people.set('successore', { email, email_verified: true });
    expect((await enter(browser(), 'successore')).text).toContain(NOBODY);
    expect(lastEntry()).toContain('other-subject');
    const owner = browser();
    await owner.post((await linkFor(email, owner)).link, {});
    const { fields } = await owner.form('/accessi', '/accessi/scollega');
    expect((await owner.post('/accessi/scollega', { ...fields, modulo: 'x' })).status).toBe(403);
    expect((await owner.post('/accessi/scollega', fields)).headers.get('location')).toBe('/accessi');
    expect((await owner.post('/accessi/scollega', fields)).status).toBe(404);
    expect((await enter(browser(), 'successore')).status).toBe(303);
    expect((await enter(browser(), subject)).text).toContain(NOBODY);
  });

  it('a linked subject of which the provider now says another address is refused: the old one may be a colleague’s', async () => {
    const { subject } = await known();
    const other = await known();
    await enter(browser(), subject);
    provider.people.set(subject, { email: other.email, email_verified: true });
    expect((await enter(browser(), subject)).text).toContain(NOBODY);
    expect(lastEntry()).toContain('other-address');
  });

  it('whose address changed here and there is linked to the new one', async () => {
    const { email, subject } = await known();
    await enter(browser(), subject);
    await rename(email, `nuovo.${subject}@prova.example`);
    expect((await enter(browser(), subject)).text).toContain(NOBODY);
    provider.people.set(subject, { email: `nuovo.${subject}@prova.example`, email_verified: true });
    expect((await enter(browser(), subject)).status).toBe(303);
  });

  it('an administrator of the installation, who is nobody in a town, enters too', async () => {
    const { email, subject } = await known();
    await rename(email, `altro.${subject}@prova.example`);
    const owner = connect(stage.database.ownerUrl, { max: 1 });
    await nameAdministrator(owner, email, NOON);
    await owner.end();
    const person = browser();
    expect((await enter(person, subject)).headers.get('location')).toBe('/ente');
    expect((await person.get('/ente')).headers.get('location')).toBe('/installazione');
  });

  it('nothing of them is logged', () => {
    expect(stage.logged.join('\n')).not.toMatch(/soggetto-|persona|prova\.example/i);
  });
});

describe('in time, and once', () => {
  it('a way back of ten minutes is too late', async () => {
    const { subject } = await known();
    provider.coming = { as: subject };
    for (const [late, status] of [
      [10 * MINUTE - 1, 303],
      [10 * MINUTE, 422],
    ] as const) {
      clock.now = NOON;
      const person = browser();
      const { pathname, search } = await provider.visit((await there(person)).href);
      clock.now = instant(NOON + late);
      expect((await person.get(`${pathname}${search}`)).status).toBe(status);
    }
  });

  it('a way back is used once, in its own browser alone; the provider is not even asked again', async () => {
    const { subject } = await known();
    const person = browser();
    provider.coming = { as: subject };
    const { pathname, search } = await provider.visit((await there(person)).href);
    const back = `${pathname}${search}`;
    expect((await browser().get(back)).text).toContain(AGAIN);
    const other = browser();
    await there(other);
    expect((await other.get(back)).text).toContain(AGAIN);
    expect((await person.get(back)).status).toBe(303);
    const asked = provider.exchanged();
    // The cookie is gone from the browser; put back, it opens nothing either.
    const again = await app.request(back, { headers: { cookie: person.cookie } });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining(AGAIN)]);
    expect((await person.get(back)).text).toContain(AGAIN);
    expect(provider.exchanged()).toBe(asked);
  });
});
