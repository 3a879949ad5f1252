/** A town added by the guided pages: step by step, as it is typed, until its Segretario has entered. */
import { beforeEach, describe, expect, it } from 'vitest';
import { listTowns } from '../../../store/across-towns.js';
import { inTown } from '../../../store/in-town.js';
import { roleHolders } from '../../../store/people/people.js';
import { sectorIds } from '../../../store/people/roles.js';
import { listAudit } from '../../../store/register/audit.js';
import { loadTown } from '../../../store/towns/towns.js';
import { mailSignIns } from '../../../worker/sign-in-mails.js';
import { mailTests } from '../../../worker/test-mails.js';
import { REFUSED_FOR_GOOD } from '../../activities/post-office.js';
import { linkIn, MINUTE, openSignInStage } from '../sign-in-stage.js';
import type { NOON } from '../stage.js';
import { enterAdministrator } from './administrator.js';

const on = await openSignInStage();
const { stage, office, mailing, clock, browser } = on;
beforeEach(() => {
  // A quarter of an hour apart: more than five links go to nobody.
  clock.now = (clock.now + 16 * MINUTE) as typeof NOON;
});

const LIST =
  'Nome;Casella;Ruolo;Settore\nAnna Uno;anna@nuovo.example;Responsabile;Tecnico\nOrgano;nucleo@nuovo.example;OIV;';
const hostile = await enterAdministrator(on).then(({ begin, answer }) => ({ answer, place: begin() }));
const townNamed = async (slug: string) => (await listTowns(stage.sql)).find((one) => one.slug === slug);

describe('an administrator', () => {
  it('adds a town in six steps saved one by one, and its Segretario enters by link and code', async () => {
    const { visitor, begin, answer, last } = await enterAdministrator(on);
    expect((await visitor.get('/ente')).headers.get('location')).toBe('/installazione');
    const place = await begin();
    expect(await answer(place, 'ente', { nome: 'Comune di Nuovo', ipa: 'c_n001' })).toMatchObject({
      status: 303,
      location: `${place}/chiusure`,
    });
    await answer(place, 'chiusure', {
      'settimana-6': 'si',
      'nome-anno-0': 'Patrono',
      'giorno-anno-0': '24',
      'mese-anno-0': '6',
    });
    await answer(place, 'parole', { settore: 'Area', valutatore: 'OIV', segretario: 'Segretario generale' });
    await answer(place, 'settori', { settori: 'Tecnico\nFinanziario\n' });
    await answer(place, 'persone', {
      segretario: 'Sara Segretaria',
      casella: 'sara@nuovo.example',
      elenco: LIST,
    });
    const sending = { ora: '08:30', sindaco: 'si', atto: 'G.C. n. 12 del 03/02/2023' };
    expect((await answer(place, 'avvisi', sending)).location).toBe(`${place}/riepilogo`);
    expect(await townNamed('nuovo')).toBeUndefined();
    const { action, fields } = await last(place);
    const made = await visitor.post(action, fields);
    expect(made.status).toBe(200);
    const id = (await townNamed('nuovo'))?.id ?? '';
    await inTown(stage.sql, id, async (tx) => {
      expect(await loadTown(tx)).toMatchObject({
        ...{ name: 'Comune di Nuovo', ipaCode: 'c_n001', mode: 'trial', clock: { offsetMs: 0 } },
        settings: {
          words: { sector: 'Area', evaluator: 'OIV', secretary: 'Segretario generale' },
          sending: { minute: 510 },
          mayorRung: { on: true, act: 'G.C. n. 12 del 03/02/2023' },
        },
        closures: [
          { kind: 'weekday', weekday: 6 },
          { kind: 'yearly', day: 24, month: 6, name: 'Patrono' },
        ],
      });
      expect([...(await sectorIds(tx)).keys()].sort()).toEqual(['Finanziario', 'Tecnico']);
      expect(
        (await roleHolders(tx)).map(({ role, person, validFrom }) => [role, person.name, validFrom]),
      ).toEqual([
        [{ role: 'head', sector: 'Tecnico' }, 'Anna Uno', '2023-06-29'],
        [{ role: 'oiv' }, 'Organo', '2023-06-29'],
        [{ role: 'secretary' }, 'Sara Segretaria', '2023-06-29'],
      ]);
      const [audit] = await listAudit(tx, { subjectKind: 'town', subject: id });
      expect(audit).toMatchObject({ action: 'town.add', channel: 'page', person: null });
    });
    // The link opens with the code that whoever made the town tells by voice, and not without.
    const code = /class="tr-code">(\d{3}) (\d{3})</.exec(made.text)?.slice(1, 3).join('') ?? '';
    await mailSignIns(mailing);
    expect(office.asked.at(-1)).toBe('sara@nuovo.example');
    const link = linkIn(office.mails.at(-1)?.text ?? '');
    const secretary = browser();
    expect((await secretary.post(link, {})).status).toBe(422);
    expect((await secretary.post(link, { codice: code })).status).toBe(303);
    expect((await secretary.get('/cruscotto')).text).toContain('Comune di Nuovo');
    // Pressed twice, it is made once.
    expect((await visitor.post(action, fields)).status).toBe(404);
    expect((await visitor.get('/installazione')).text).toContain('3 persone');
  });

  it('keeps what is wrong as it was typed, says so at the step, and makes nothing before it is right', async () => {
    const { visitor, begin, answer } = await enterAdministrator(on);
    const place = await begin();
    const wrong = await answer(place, 'persone', {
      ...{ segretario: 'Sara', casella: 'nessuna' },
      elenco: 'Nome;Ruolo\nAnna;Imperatore\n=1+1;',
    });
    expect(wrong.status).toBe(422);
    for (const words of ['«nessuna»', 'Riga 2: «Imperatore»', 'Riga 3: «=1+1» sembra una formula'])
      expect(wrong.text.replaceAll('&quot;nessuna&quot;', '«nessuna»')).toContain(words);
    expect((await visitor.get(`${place}/persone`)).text).toContain('Anna;Imperatore');
    const { text } = await visitor.get(`${place}/riepilogo`);
    expect(text).toContain('Il nome del comune deve avere');
    expect(text).not.toContain("Crea l'ente in prova");
    const { fields } = await visitor.form(`${place}/persone`, `${place}/persone`);
    expect((await visitor.post(`${place}/crea`, fields)).status).toBe(422);
  });

  it('reads the list from a file, and refuses what is no text or too much of it', async () => {
    const { visitor, begin } = await enterAdministrator(on);
    const place = await begin();
    const send = async (bytes: Uint8Array) => {
      const { fields } = await visitor.form(`${place}/persone`, `${place}/persone`);
      const typed = { ...fields, segretario: 'Sara', casella: 's@x.example' };
      return visitor.postFiles(`${place}/persone`, typed, [{ field: 'file', name: 'elenco.csv', bytes }]);
    };
    expect((await send(Buffer.from('Nome;Ruolo\nNiccolò;Sindaco\n', 'latin1'))).status).toBe(303);
    expect((await visitor.get(`${place}/persone`)).text).toContain('Niccolò');
    expect((await send(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 9, 9]))).status).toBe(415);
    expect((await send(Buffer.alloc(600_000, 'a'))).status).toBe(413);
    expect((await visitor.get(`${place}/persone`)).text).toContain('Niccolò');
  });

  it('and another at the same step: the second is told, and loses nothing of the first', async () => {
    const { visitor, begin, answer } = await enterAdministrator(on);
    const place = await begin();
    const { fields } = await visitor.form(`${place}/ente`, `${place}/ente`);
    expect((await answer(place, 'ente', { nome: 'Comune di Prima' })).status).toBe(303);
    expect((await visitor.post(`${place}/ente`, { ...fields, nome: 'Comune di Seconda' })).status).toBe(409);
    expect((await visitor.get(`${place}/ente`)).text).toContain('Comune di Prima');
  });

  it('is told of a short name that is taken, only then leads back, and may put the setup away', async () => {
    const { visitor, begin, answer, last } = await enterAdministrator(on);
    const place = await begin();
    const [taken] = await listTowns(stage.sql);
    await answer(place, 'ente', { nome: 'Comune di Esempio', sigla: taken?.slug ?? '' });
    await answer(place, 'persone', { segretario: 'Sara', casella: 's@altro.example' });
    await answer(place, 'avvisi', {});
    const { action, fields } = await last(place);
    const { status, text } = await visitor.post(action, fields);
    expect(status).toBe(422);
    expect(text).toContain('è già di un altro comune');
    const away = await visitor.form('/installazione', `${place}/scarta`);
    expect((await visitor.post(away.action, away.fields)).status).toBe(303);
    expect((await visitor.get(`${place}/ente`)).status).toBe(404);
  });

  it('adds a town by a program in one go, and is told what is wrong beside the fields of the body', async () => {
    const { visitor } = await enterAdministrator(on);
    const make = async (body: object) => {
      const { status, text } = await visitor.json('POST', '/api/v1/installation/towns', body);
      return { status, body: JSON.parse(text) };
    };
    const asked = {
      ...{ name: 'Comune di Programma', sectors: ['Tecnico'], people: LIST, sendsAt: '08:30' },
      secretary: { name: 'Sara Segretaria', email: 'sara@programma.example' },
    };
    const wrong = await make({
      ...{ ...asked, sendsAt: '08:31', mayor: { on: true }, people: 'Nome;Ruolo\nTizio;Re' },
      secretary: { name: 'Sara', email: 'sara' },
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      ...['#/secretary/email', '#/people', '#/sendsAt', '#/mayor/act'],
    ]);
    const made = await make(asked);
    expect(made.body).toMatchObject({ mailedTo: 'sara@programma.example' });
    expect(made.body.code).toMatch(/^\d{6}$/);
    expect((await townNamed('programma'))?.id).toBe(made.body.town);
    await inTown(stage.sql, made.body.town, async (tx) => {
      expect(await loadTown(tx)).toMatchObject({
        ...{ mode: 'trial', settings: { sending: { minute: 510 } } },
        closures: [{ kind: 'weekday', weekday: 6 }],
      });
      expect(await roleHolders(tx)).toHaveLength(3);
    });
    expect(await mailSignIns(mailing)).toBe(1);
    const again = await make(asked);
    expect([again.status, again.body.errors[0].pointer]).toEqual([422, '#/slug']);
    const seen = JSON.parse((await visitor.get('/api/v1/installation')).text);
    expect(seen.towns.map(({ slug }: { slug: string }) => slug)).toContain('programma');
    expect(seen.setups.map(({ name }: { name: string }) => name)).not.toContain('Comune di Programma');
  });

  it('is told by a program of each closure that cannot be, at its place; asked twice at once the town is made once', async () => {
    const { visitor } = await enterAdministrator(on);
    const secretary = { name: 'Sara Segretaria', email: 'sara@doppio.example' };
    const make = async (closures: readonly object[]) => {
      const asked = { name: 'Comune di Doppio', secretary, closures };
      const { status, text } = await visitor.json('POST', '/api/v1/installation/towns', asked);
      return {
        status,
        pointers: (JSON.parse(text).errors ?? []).map((one: { pointer: string }) => one.pointer),
      };
    };
    const monday = { kind: 'nth-weekday', weekday: 1, month: 10 };
    const unfit = [
      { kind: 'yearly', month: 2, day: 31 },
      { ...monday, nth: 0 },
      { kind: 'days', from: '2023-08-20', to: '2023-08-10' },
      { ...monday, nth: -5, weekday: 7 },
    ];
    expect(await make(unfit)).toEqual({
      status: 422,
      pointers: ['#/closures/0', '#/closures/1', '#/closures/2/to'],
    });
    const many = Array.from({ length: 1_000 }, (_, at) => ({ ...monday, month: (at % 12) + 1, nth: 1 }));
    expect(await make(many)).toEqual({ status: 422, pointers: ['#/closures'] });
    expect(await make([{ kind: 'days', from: '2023-02-30', to: '2023-03-01' }])).toEqual({
      ...{ status: 422, pointers: ['#/closures/0/from'] },
    });
    const both = await Promise.all([1, 2].map(() => make([{ ...monday, nth: -5, weekday: 7 }])));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(both.flatMap(({ pointers }) => pointers)).toEqual(['#/slug']);
    const seen = JSON.parse((await visitor.get('/api/v1/installation')).text);
    expect(seen.setups.map(({ name }: { name: string }) => name)).not.toContain('Comune di Doppio');
  });

  it('tries the mail server, reads what it refused, and asks five times in a quarter of an hour', async () => {
    const { visitor, address } = await enterAdministrator(on);
    const ask = async () => {
      const { action, fields } = await visitor.form('/installazione', '/installazione/prova-posta');
      return visitor.post(action, fields);
    };
    office.answer = () => REFUSED_FOR_GOOD;
    expect((await ask()).status).toBe(303);
    expect((await visitor.get('/installazione')).text).toContain('non ha ancora risposto');
    expect(await mailTests(mailing)).toBe(0);
    expect(office.asked.at(-1)).toBe(address);
    expect((await visitor.get('/installazione')).text).toContain('5.1.1 no such user');
    office.answer = () => null;
    for (let nth = 2; nth <= 5; nth++) expect((await ask()).status).toBe(303);
    const { text: told } = await visitor.get('/api/v1/installation');
    expect(JSON.parse(told).lastTestMail).toMatchObject({ outcome: null, answeredAt: null });
    expect((await visitor.json('POST', '/api/v1/installation/test-mail')).status).toBe(429);
    const sixth = await ask();
    expect(sixth.status).toBe(429);
    expect(sixth.text).toContain('cinque messaggi di prova');
    expect(await mailTests(mailing)).toBe(4);
  });

  it.each([
    ['a name with a header', 'ente', { nome: 'Comune\nBcc: tutti@x.example' }, 'caratteri invisibili'],
    ['a name that turns direction', 'ente', { nome: 'Comune \u202Eid' }, 'caratteri invisibili'],
    ['a name of 400 signs', 'ente', { nome: 'x'.repeat(400) }, 'da 1 a 120'],
    ['a path as short name', 'ente', { nome: 'Comune', sigla: '../x' }, 'non è una sigla'],
    [
      'a statement as IPA code',
      'ente',
      { nome: 'Comune', ipa: "'; drop table town; --" },
      'non è un codice IPA',
    ],
    ['30 February', 'chiusure', { 'giorno-anno-0': '30', 'mese-anno-0': '2' }, 'febbraio'],
    [
      'every weekday',
      'chiusure',
      Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`settimana-${n}`, 'si'])),
      'settimana',
    ],
    ['no word', 'parole', { settore: ' ' }, 'Il nome dei settori'],
    ['a sector twice', 'settori', { settori: 'Tecnico\ntecnico' }, 'due volte'],
    [
      '101 sectors',
      'settori',
      { settori: Array.from({ length: 101 }, (_, n) => `S${n}`).join('\n') },
      'al massimo 100',
    ],
    ['an hour of its own', 'avvisi', { ora: '03:00' }, 'Scegli un’ora'],
    ['the Sindaco without an act', 'avvisi', { sindaco: 'si', atto: '' }, "Indica numero e data dell'atto"],
    ['an act of the future', 'avvisi', { sindaco: 'si', atto: 'G.C. n. 1 del 01/01/2031' }, 'nel futuro'],
  ])('with %s is told what to correct', async (_, step, fields, message) => {
    const { status, text } = await hostile.answer(
      await hostile.place,
      step,
      fields as Record<string, string>,
    );
    expect(status).toBe(422);
    expect(text.replaceAll('&#39;', "'")).toContain(message);
    expect(/tr-subtitle">([^<]*)/.exec(text)?.[1]).not.toContain('\u202E');
  });
});
