/** Entering by a link: asked on a page, mailed to a real SMTP server, opened, used once. */
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../api/create-app.js';
import { instant } from '../../domain/time/instant.js';
import { inTown } from '../../store/in-town.js';
import { mailSignIns } from '../../worker/sign-in-mails.js';
import { REFUSED_FOR_GOOD, REFUSED_NOW } from '../activities/post-office.js';
import { linkIn, MINUTE, openSignInStage } from './sign-in-stage.js';
import { NOON, openStage } from './stage.js';
import { Visitor } from './visitor.js';

const { stage, office, mailing, clock, logged, browser, somebody, linkFor } = await openSignInStage();

beforeEach(() => {
  clock.now = NOON;
  office.answer = () => null;
});

describe('a link by mail', () => {
  it('opens a page with a button, which enters; a second time it is used up', async () => {
    const asking = browser();
    const { link } = await linkFor(await somebody(), asking);
    for (let scan = 0; scan < 3; scan += 1) expect((await browser().get(link)).status).toBe(200);
    expect((await asking.get(link)).text).toContain('Entra in Traguardo');
    expect((await asking.get('/api/v1/me')).status).toBe(401);
    const entered = await asking.post(link, {});
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    expect((await asking.get('/')).headers.get('location')).toBe('/le-mie-scadenze');
    expect((await asking.get('/le-mie-scadenze')).text).toContain('Finanziario');
    expect((await browser().post(link, {})).text).toContain('vale una volta sola');
  });

  it('leads back where the person was going', async () => {
    const asking = browser();
    const address = await somebody();
    const before = office.mails.length;
    await asking.post('/accesso', { indirizzo: address, poi: '/obiettivi' });
    await mailSignIns(mailing);
    const link = linkIn(office.mails[before]?.text ?? '');
    expect((await asking.post(link, {})).headers.get('location')).toBe('/obiettivi');
  });

  it('in another browser asks for the code of the one that asked: five wrong ones block it', async () => {
    const asking = browser();
    const { link, code } = await linkFor(await somebody(), asking);
    const other = browser();
    expect((await other.get(link)).text).toContain('Sei cifre');
    expect((await other.post(link, {})).text).toContain('Sei cifre');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let time = 1; time <= 4; time += 1)
      expect((await other.post(link, { codice: wrong })).text).toContain('Il codice non è quello');
    const phone = browser();
    expect((await phone.post(link, { codice: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(303);
    expect((await phone.get('/le-mie-scadenze')).status).toBe(200);

    const second = await linkFor(await somebody(), asking);
    for (let time = 1; time <= 5; time += 1) await other.post(second.link, { codice: wrong });
    expect((await other.post(second.link, { codice: second.code })).text).toContain('sbagliato cinque volte');
    expect((await asking.post(second.link, {})).status).toBe(303);
  });

  it('is good for fifteen minutes from when it was asked for', async () => {
    const asking = browser();
    const { link } = await linkFor(await somebody(), asking);
    clock.now = instant(NOON + 15 * MINUTE - 1);
    expect((await asking.get(link)).text).toContain('Entra in Traguardo');
    clock.now = instant(NOON + 15 * MINUTE);
    expect((await asking.post(link, {})).text).toContain('È scaduto');
  });

  it('is mailed to one address, is in no log, and its hash alone is kept', async () => {
    const address = await somebody();
    const { link } = await linkFor(address, browser());
    const { raw } = office.mails.at(-1) ?? {};
    const mail = await PostalMime.parse(raw ?? office.contents.at(-1) ?? '');
    expect(mail.subject).toBe('Il tuo collegamento per entrare in Traguardo');
    const token = link.slice(link.lastIndexOf('/') + 1);
    expect(JSON.stringify([logged, stage.logged])).not.toContain(token);
    expect(JSON.stringify([logged, stage.logged]).toLowerCase()).not.toContain(address.toLowerCase());
  });

  it('put off by the mail server comes with the next attempt; refused for good it is not tried again', async () => {
    const address = await somebody();
    office.answer = () => REFUSED_NOW;
    await browser().post('/accesso', { indirizzo: address });
    expect(await mailSignIns(mailing)).toBe(0);
    office.answer = () => null;
    expect(await mailSignIns(mailing)).toBe(0);
    clock.now = instant(NOON + MINUTE);
    expect(await mailSignIns(mailing)).toBe(1);
    office.answer = () => REFUSED_FOR_GOOD;
    await browser().post('/accesso', { indirizzo: address });
    expect(await mailSignIns(mailing)).toBe(0);
    const asked = office.asked.length;
    clock.now = instant(NOON + 10 * MINUTE);
    await mailSignIns(mailing);
    expect(office.asked).toHaveLength(asked);
  });
});

describe('nobody learns', () => {
  it('whether an address is known: same answer, no mail to a stranger, a shared mailbox or somebody erased', async () => {
    const shared = await somebody({ shared: true });
    const erased = await somebody();
    await inTown(
      stage.sql,
      stage.ours.town,
      (tx) => tx`update person set erased_at = ${NOON} where email = ${erased}`,
    );
    const known = await somebody();
    const answers: unknown[] = [];
    for (const address of [known, 'nessuno@altrove.example', shared, erased]) {
      const asking = browser();
      const { status, headers } = await asking.post('/accesso', { indirizzo: address });
      const { text } = await asking.get('/accesso/inviato');
      answers.push([status, headers.get('location'), text.replace(/\d{3} \d{3}/, '')]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const before = office.mails.length;
    expect(await mailSignIns(mailing)).toBe(1);
    expect(office.mails).toHaveLength(before + 1);
  });

  it('at most five mails in a quarter of an hour go to one address', async () => {
    const address = await somebody();
    for (let time = 0; time < 7; time += 1) await browser().post('/accesso', { indirizzo: address });
    expect(await mailSignIns(mailing)).toBe(5);
  });

  it('after thirty requests in ten minutes from one source the next are refused: 429', async () => {
    const own = await openStage({ demo: false, now: () => clock.now });
    const statuses: number[] = [];
    for (let time = 0; time < 31; time += 1)
      statuses.push((await new Visitor(own.app).post('/accesso', { indirizzo: 'a@b.example' })).status);
    expect([statuses.filter((status) => status === 303).length, statuses.at(-1)]).toEqual([30, 429]);
  }, 30_000);
});

describe('hostile', () => {
  it.each([
    '',
    'nome',
    'nome@',
    '@prova.example',
    'a@b@c',
    'a@b.example\r\nBcc: x@y.example',
    `${'x'.repeat(400)}@b.example`,
  ])('the address %j is refused beside the field', async (indirizzo) => {
    const { status, text } = await browser().post('/accesso', { indirizzo });
    expect(status).toBe(422);
    expect(text).toContain('Scrivi un indirizzo di posta completo');
  });

  it.each(['A'.repeat(43), 'x', '%00', `${'A'.repeat(42)}B`, '..%2f..', 'inviato/x'])(
    'the link /accesso/%s opens nothing',
    async (token) => {
      const answer = await browser().get(`/accesso/${token}`);
      expect(answer.text).not.toContain('Sei cifre');
      expect([200, 404]).toContain(answer.status);
    },
  );

  it('a cookie that was there before entering opens nothing afterwards: the session is a new one', async () => {
    const asking = browser();
    const { link } = await linkFor(await somebody(), asking);
    const planted = 'A'.repeat(43);
    const victim = await stage.app.request(link, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `traguardo_sessione=${planted}`,
      },
      body: '',
    });
    expect(victim.headers.getSetCookie().join()).not.toContain(planted);
    const entered = await asking.post(link, {});
    expect(entered.headers.getSetCookie().join('\n')).toMatch(
      /traguardo_sessione=[\w-]{43};.*HttpOnly; SameSite=Lax/,
    );
  });

  it('behind TLS the session is a cookie that no other host of the domain can plant', async () => {
    const tls = createApp({ ...stage.deps, publicUrl: 'https://traguardo.example', secure: true });
    const { link, code } = await linkFor(await somebody(), browser());
    const entered = await new Visitor(tls).post(link, { codice: code });
    const [, token = ''] =
      /__Host-traguardo_sessione=([\w-]{43}); Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/m.exec(
        entered.headers.getSetCookie().join('\n'),
      ) ?? [];
    const shown = async (name: string) =>
      (await tls.request('/accessi', { headers: { cookie: `${name}=${token}` } })).status;
    expect(await shown('__Host-traguardo_sessione')).toBe(200);
    expect(await shown('traguardo_sessione')).toBe(303);
  });

  it('from another site nothing is asked or entered', async () => {
    const { link } = await linkFor(await somebody(), browser());
    const from = { origin: 'https://evil.example' };
    expect((await browser().post('/accesso', { indirizzo: 'a@b.example' }, from)).status).toBe(403);
    expect((await browser().post(link, {}, from)).status).toBe(403);
  });
});

describe('the application’s role', () => {
  it('reads neither links nor sessions nor accounts by itself', async () => {
    for (const table of ['sign_in', 'openid_sign_in', 'account_session', 'account', 'api_key'])
      await expect(stage.sql.unsafe(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  });
});
