/** Keys with which programs act for a person: made on a page, shown once, used under /api alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { inTown } from '../../store/in-town.js';
import { keyFor } from './made-key.js';
import { MINUTE, openSignInStage } from './sign-in-stage.js';
import { NOON, openStage } from './stage.js';
import type { Visitor } from './visitor.js';

const { stage, clock, browser, somebody, linkFor } = await openSignInStage();
const DAY = 24 * 60 * MINUTE;

beforeEach(() => {
  clock.now = NOON;
});

const shows = (key: string, cookie = '') => ({ headers: { authorization: `Bearer ${key}`, cookie } });
const me = async (key: string, cookie?: string): Promise<number> =>
  (await stage.app.request('/api/v1/me', shows(key, cookie))).status;

async function entered(): Promise<{ readonly visitor: Visitor; readonly address: string }> {
  const visitor = browser();
  const address = await somebody();
  await visitor.post((await linkFor(address, visitor)).link, {});
  return { visitor, address };
}

describe('a key', () => {
  it('acts as who made it under /api, reads only unless it may record, and opens no page', async () => {
    const { visitor } = await entered();
    const [reads, writes] = [await keyFor(visitor), await keyFor(visitor, { uso: 'registra' })];
    const answer = await stage.app.request('/api/v1/me', shows(reads));
    expect(await answer.json()).toMatchObject({ roles: [{ role: 'head', sector: 'Finanziario' }] });
    const post = (key: string) => stage.app.request('/api/v1/my-calendar', { method: 'POST', ...shows(key) });
    const refused = await post(reads);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ type: 'urn:traguardo:problema:key-only-reads' });
    expect((await post(writes)).status).toBeLessThan(300);
    expect((await stage.app.request('/le-mie-scadenze', shows(writes))).headers.get('location')).toContain(
      '/?poi=',
    );
    expect((await stage.app.request('/accessi', shows(writes))).headers.get('location')).toContain('/?poi=');
  });

  it('is shown once; the page tells name, use and end, and revokes it at once', async () => {
    const { visitor } = await entered();
    const key = await keyFor(visitor, { durata: '90' });
    const { text } = await visitor.get('/accessi');
    expect(text).not.toContain(key);
    expect(text).toContain('Legge soltanto');
    expect(text).toContain('Mai usata');
    expect(await me(key)).toBe(200);
    expect((await visitor.get('/accessi')).text).toContain('Ultimo uso');
    const { fields } = await visitor.form('/accessi', '/accessi/chiavi/revoca');
    expect((await visitor.post('/accessi/chiavi/revoca', fields)).status).toBe(303);
    expect(await me(key)).toBe(401);
  });

  it('ends on its day, and when the address is no longer that person’s', async () => {
    const { visitor, address } = await entered();
    const [month, quarter] = [await keyFor(visitor), await keyFor(visitor, { durata: '90' })];
    clock.now = instant(NOON + 30 * DAY - 1);
    expect([await me(month), await me(quarter)]).toEqual([200, 200]);
    clock.now = instant(NOON + 30 * DAY);
    expect([await me(month), await me(quarter)]).toEqual([401, 200]);
    await inTown(
      stage.sql,
      stage.ours.town,
      (tx) => tx`update person set email = 'altra.chiave@prova.example' where email = ${address}`,
    );
    expect(await me(quarter)).toBe(401);
  });

  it.each([
    '',
    'trg_',
    'x',
    `trg_${'A'.repeat(43)}`,
    `trg_${'A'.repeat(44)}`,
    'A'.repeat(43),
    `trg_${'é'.repeat(43)}`.replaceAll('é', '%C3'),
  ])('that is none, "%s", is refused even beside a session that is open', async (key) => {
    const { visitor } = await entered();
    expect(await me(key, visitor.cookie)).toBe(401);
  });

  it('needs a name and one of three terms; of another account it is not found; the twenty-first is refused', async () => {
    const { visitor } = await entered();
    const { fields } = await visitor.form('/accessi', '/accessi/chiavi');
    const wrong = await visitor.post('/accessi/chiavi', { ...fields, nome: ' ', durata: '3650' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('da 1 a 80 caratteri');
    expect(wrong.text).toContain('30, 90 o 365 giorni');
    await keyFor(visitor);
    const { text } = await visitor.get('/accessi');
    const key = /name="chiave" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const other = (await entered()).visitor;
    const foreign = await other.form('/accessi', '/accessi/chiavi');
    expect((await other.post('/accessi/chiavi/revoca', { ...foreign.fields, chiave: key })).status).toBe(404);
    for (let n = 2; n <= 20; n += 1) await keyFor(visitor);
    const more = { ...fields, nome: 'Troppe', uso: 'legge', durata: '30' };
    expect((await visitor.post('/accessi/chiavi', more)).text).toContain('venti chiavi aperte');
  });
});

it('in the demo opens nothing, and there is no page to make one', async () => {
  const demo = await openStage();
  const { visitor } = await entered();
  const key = await keyFor(visitor);
  expect((await demo.app.request('/api/v1/me', shows(key))).status).toBe(401);
  const head = await demo.enter(demo.ours.people.head);
  expect((await head.post('/accessi/chiavi', { nome: 'x', uso: 'legge', durata: '30' })).status).toBe(404);
});
