import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { storeMessage } from '../../store/notices/inbox.js';
import { changeSettings, loadTown } from '../../store/towns/towns.js';
import { thingsOf } from './route-samples.js';
import { NOON, openStage } from './stage.js';

const stage = await openStage();
const { sql, ours, theirs } = stage;
const things = await thingsOf(sql, ours);
const secretary = await stage.enter(ours.people.secretary);
const head = await stage.enter(ours.people.head);
const plain = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"');

const PAGES = [
  '/cruscotto',
  '/scadenze',
  '/le-mie-scadenze',
  `/scadenze/${things.obligation}`,
  `/scadenze/${things.external}`,
  '/obiettivi',
  `/obiettivi/${things.objective}`,
  '/avvisi',
  `/avvisi/${things.digest}`,
  '/prova-generale',
  '/prova-generale/giorno',
  '/prova-generale/se',
  '/prova-generale/scala',
  '/calendario-normativo',
  '/persone',
  `/persone/${things.person}`,
  '/importa',
  `/importa/${things.draft}`,
  '/posta',
] as const;

describe('every page', () => {
  it.each(PAGES)('%s is Italian, has a title, one h1, one main, no inline script or style', async (path) => {
    const { status, text, headers } = await secretary.get(path);
    expect(status).toBe(200);
    expect(text).toMatch(/^<!DOCTYPE html><html lang="it">/);
    expect(text).toMatch(/<title>[^<]{3,} – Comune di qua<\/title>/);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text.match(/<main /g)).toHaveLength(1);
    expect(text).not.toMatch(/<script|<style|\sstyle="|\son[a-z]+="|javascript:/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it.each(PAGES)(
    '%s carries the town, the person, the day by its clock, the clock and the duties of the footer',
    async (path) => {
      const text = plain((await secretary.get(path)).text);
      for (const words of [
        'Comune di qua',
        'Segretaria',
        'giovedì 29 giugno 2023',
        'Orologio di prova',
        'Dichiarazione di accessibilità',
        'Informativa sulla privacy',
      ])
        expect(text).toContain(words);
    },
  );

  it('links the duties where the town has set them, and escapes what it set', async () => {
    await inTown(sql, theirs.town, async (tx) => {
      const { settings } = await loadTown(tx);
      const footer = { accessibility: 'https://form.agid.example/?a=1&b="2"', feedback: null, privacy: null };
      await changeSettings(tx, { ...settings, footer });
    });
    const { text } = await (await stage.enter(theirs.people.secretary, theirs)).get('/cruscotto');
    expect(text).toContain(
      '<a href="https://form.agid.example/?a=1&amp;b=&quot;2&quot;">Dichiarazione di accessibilità</a>',
    );
  });
});

describe('the board', () => {
  it('counts what is late, who is silent and what goes out next, and leads to each', async () => {
    const text = plain((await secretary.get('/cruscotto')).text);
    for (const words of [
      'Oltre il termine',
      'Senza riscontro',
      'Per settore',
      'Termini esterni da definire (1)',
      'Termini impliciti',
      'Inviati negli ultimi 7 giorni',
      'Indica la data',
    ])
      expect(text).toContain(words);
    expect(text).toContain(`/scadenze/${things.external}#data`);
    expect(text).toContain("L'invio di oggi è avvenuto alle 12:00: 1 messaggio, 1 avviso.");
  });

  it('is read-only for Sindaco and Nucleo', async () => {
    for (const who of [ours.people.mayor, ours.people.oiv]) {
      const { status, text } = await (await stage.enter(who)).get('/cruscotto');
      expect(status).toBe(200);
      expect(text).not.toContain('Invia ora');
      expect(text).not.toContain('Indica la data');
      expect(text).not.toContain('/importa');
      expect(text).not.toContain('/persone');
    }
  });
});

describe('Invia ora', () => {
  it('says when the round ran, where it has run', async () => {
    const modulo = await secretary.token();
    const { status, text } = await secretary.post('/cruscotto/invia-ora', { modulo });
    expect(status).toBe(409);
    expect(plain(text)).toContain("L'invio di oggi è già avvenuto alle 12:00");
  });

  it('where it has not run it is asked for, the round is told, and the page says that it leaves at any moment', async () => {
    await inTown(sql, theirs.town, (tx) => tx`select 1`);
    const other = await openStageBefore();
    const visitor = await other.enter(other.ours.people.secretary);
    const form = await visitor.form('/cruscotto', '/cruscotto/invia-ora');
    expect((await visitor.post(form.action, form.fields)).headers.get('location')).toBe(
      '/cruscotto?esito=invio',
    );
    const text = plain((await visitor.get('/cruscotto')).text);
    expect(text).toContain("È stato chiesto l'invio: parte a momenti");
    expect(text).not.toContain('/cruscotto/invia-ora');
    await inTown(other.sql, other.ours.town, async (tx) => {
      expect((await tx`select round_asked_on as day from town`)[0]).toEqual({ day: '2023-06-30' });
      expect((await tx`select workflow_type as type from announcement order by id desc limit 1`)[0]).toEqual({
        type: 'round',
      });
    });
  });
});

/** A stage on Friday 30 June at 06:00 in Rome, before the slot of the round. */
const openStageBefore = () => openStage({ now: () => (NOON + 20 * 3_600_000) as typeof NOON });

describe('lists', () => {
  it('show a head only what their own sector owes', async () => {
    const { text } = await head.get('/scadenze');
    expect(text).not.toContain('Senza date');
    expect(plain((await secretary.get('/scadenze')).text)).toContain('Senza date');
  });

  it('are searched and filtered; what does not read in an address restricts nothing', async () => {
    expect((await secretary.get('/scadenze?cerca=rendiconto')).text).not.toContain('Senza date');
    expect((await secretary.get('/scadenze?stato=undetermined')).text).toContain('1 scadenza<');
    expect((await secretary.get('/scadenze?cerca=%25')).text).toContain('Nessuna scadenza corrisponde');
    const whole = (await secretary.get('/scadenze')).text.match(/\d+ scadenze/)?.[0];
    for (const query of ['stato=constructor', 'anno=x', 'settore=x', "settore=' or 1=1", 'cerca=%00'])
      expect((await secretary.get(`/scadenze?${query}`)).text, query).toContain(whole);
  });

  it('come as CSV for Italian spreadsheets: semicolons, a byte order mark, no formula', async () => {
    const { text, headers } = await secretary.get('/scadenze.csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="scadenze-[\w-]+\.csv"$/);
    expect(text).toMatch(/^\ufeff?Anno;Settore;/);
    await inTown(
      sql,
      ours.town,
      (tx) => tx`update person set name = '=cmd|calc!A1' where id = ${ours.people.rpct}`,
    );
    const people = (await secretary.get('/persone.csv')).text;
    expect(people).toContain("'=cmd|calc!A1");
    expect(people).not.toMatch(/(^|;|\n)=cmd/);
    for (const path of ['/obiettivi.csv', '/avvisi.csv'])
      expect((await secretary.get(path)).text.split('\r\n').length).toBeGreaterThan(1);
  });
});

describe('a name or a title that holds HTML', () => {
  it('is shown as text on every page where it stands', async () => {
    const evil = '<script>alert("x")</script><b onclick=1>\u202e';
    await inTown(sql, ours.town, async (tx) => {
      await tx`update person set name = ${evil} where id = ${ours.people.head}`;
      await tx`update objective set title = ${evil}`;
      await tx`update milestone set phrase = ${evil}`;
    });
    for (const path of PAGES) {
      const { text } = await secretary.get(path);
      expect(text, path).not.toContain('<script>alert');
      expect(text, path).not.toContain('<b onclick');
    }
    expect((await secretary.get('/obiettivi')).text).toContain(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;',
    );
  });
});

describe('a mail in the inbox', () => {
  const html =
    '<!doctype html><html><head><title>x</title></head><body style="color:red"><script>alert(1)</script><a href="https://x.example">Rispondi</a></body></html>';
  const message = (messageId: string | null) => ({
    messageId,
    envelopeFrom: 'avvisi@comune.example',
    envelopeTo: ['responsabile@prova.example'],
    headerFrom: 'Traguardo',
    headerTo: 'responsabile@prova.example',
    subject: 'Scade oggi <b>',
    text: 'Testo',
    html,
    headers: [],
  });

  it('stands in a frame of its own that runs nothing, loads nothing and opens links in the whole page', async () => {
    const id = await storeMessage(sql, message(null), NOON);
    const page = await secretary.get(`/posta/${id}`);
    expect(page.text).toContain(`<iframe class="tr-mail-frame" src="/posta/${id}/html"`);
    expect(page.text).toContain('sandbox="allow-top-navigation-by-user-activation"');
    expect(page.text).toContain('Scade oggi &lt;b&gt;');
    expect(page.text).not.toContain('<script>');
    const frame = await secretary.get(`/posta/${id}/html`);
    expect(frame.text).toMatch(/^<!doctype html><base target="_top">/);
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('allow-scripts');
    expect(policy).not.toContain('script-src');
    expect(frame.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('of another town is not there', async () => {
    const [row] = await inTown(
      sql,
      theirs.town,
      (tx) => tx<{ messageId: string }[]>`select message_id from digest limit 1`,
    );
    const id = await storeMessage(sql, message(row?.messageId ?? ''), NOON);
    expect((await secretary.get(`/posta/${id}`)).status).toBe(404);
    expect((await secretary.get(`/posta/${id}/html`)).status).toBe(404);
    const theirSecretary = await stage.enter(theirs.people.secretary, theirs);
    expect((await theirSecretary.get(`/posta/${id}`)).status).toBe(200);
  });

  it.each(['x', '0', '99999999999999', '1;drop', '-1'])('number "%s" is not there: 404', async (id) => {
    expect((await secretary.get(`/posta/${id}`)).status).toBe(404);
  });
});

describe('files of our own origin', () => {
  it.each([
    '/assets/traguardo/base.css',
    '/assets/bootstrap-italia/css/bootstrap-italia.min.css',
    '/assets/bootstrap-italia/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-600.woff2',
    '/assets/swagger-ui/swagger-ui-bundle.js',
  ])('%s is served with a tag, compressed where it helps, once', async (path) => {
    const first = await stage.app.request(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(first.status).toBe(200);
    expect(first.headers.get('content-encoding')).toBe(path.endsWith('woff2') ? null : 'gzip');
    const again = await stage.app.request(path, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    '/assets/traguardo/../../package.json',
    '/assets/traguardo/%2e%2e/config.ts',
    '/assets/traguardo/.env',
    '/assets/node/package.json',
    '/assets/bootstrap-italia/package.json',
    '/assets/traguardo/nope.css',
    '/assets/traguardo/css',
    '/assets/constructor/x.css',
  ])('%s is not there', async (path) => {
    expect((await stage.app.request(path)).status).toBe(404);
  });
});
