/** Links as they should not come: cut, changed, old, of another town, of somebody whom it no longer concerns. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/time/civil-date.js';
import { instant } from '../../../domain/time/instant.js';
import { readToken, signedToken } from '../../../store/entry/link-token.js';
import { inTown } from '../../../store/in-town.js';
import { addPerson, assignRole, endRole, roleHolders } from '../../../store/people/people.js';
import { NOON, openStage } from '../stage.js';
import { knownOf, mailed, ofFinance, press } from './mailed.js';

let now = NOON;
const stage = await openStage({ now: () => now });
const { ours, theirs, sql } = stage;
const { record } = knownOf(stage);
const obligation = ofFinance(ours, 1);
const HOUR_MS = 3_600_000;

const tokenOf = (link: string): string => link.slice('/r/'.length);
const open = (token: string) => stage.stranger().get(`/r/${token}`);
const closed = async (token: string) => {
  const { status, text } = await open(token);
  expect(text).not.toContain('Rendiconto');
  expect(text).not.toContain('Responsabile');
  return { status, text };
};

describe('a link that is not one of ours', () => {
  it('cut off by a mail program says that it is incomplete, and shows nothing', async () => {
    const token = tokenOf(await mailed(stage, { person: ours.people.head, obligation }));
    for (const length of [60, 40, 9, 1]) {
      const { status, text } = await closed(token.slice(0, length));
      expect(status).toBe(404);
      expect(text).toContain('copialo per intero');
    }
  });

  it('changed in any one of its 61 signs opens nothing, but for the last bit, which says nothing', async () => {
    const token = tokenOf(await mailed(stage, { person: ours.people.head, obligation }));
    for (let at = 0; at < token.length - 1; at++) {
      const sign = token[at] === '0' ? '1' : '0';
      expect((await closed(token.slice(0, at) + sign + token.slice(at + 1))).status, `sign ${at}`).toBe(404);
    }
  });

  it.each([
    '',
    '..%2F..',
    '%00',
    '%E0%A4%A',
    'constructor',
    'è'.repeat(30),
    'a'.repeat(61),
    'z'.repeat(61),
    'a'.repeat(5000),
    "' or 1=1 --",
  ])('made up as "%s" is a page that says so, and no failure', async (token) => {
    expect((await open(token)).status).toBe(404);
    expect((await stage.stranger().post(`/r/${token}/concluso`, { doneOn: '2023-06-29' })).status).toBe(404);
  });

  it('with a longer life, or for another line of the mail, needs another signature', async () => {
    const token = tokenOf(await mailed(stage, { person: ours.people.head, obligation }));
    const read = readToken(token);
    if (!read.ok) throw new Error(read.refusal);
    const bearer = { town: ours.town, person: ours.people.head, obligation: obligation.id };
    for (const claim of [
      { ...read.claim, expires: civilDate('2030-01-01') },
      { ...read.claim, link: 1 },
      { ...read.claim, key: 2 },
    ])
      expect((await closed(signedToken(claim, bearer, new Uint8Array(32)))).status).toBe(404);
  });

  it('reads nothing of a large form sent to it', async () => {
    const body = Buffer.alloc(3_000_000, 'x');
    const answer = await stage.stranger().ask('/r/nulla/concluso', { method: 'POST', body });
    expect(answer.status).toBe(404);
  });
});

describe('a link as mail programs treat it', () => {
  it('opens in capitals, and with a full stop or a bracket after it', async () => {
    const token = tokenOf(await mailed(stage, { person: ours.people.head, obligation }));
    for (const one of [token.toUpperCase(), `${token}.`, `${token}%3E`, `${token},`])
      expect((await open(one)).status, one).toBe(200);
  });
});

describe('a link of another town', () => {
  it('shows the other town’s own, and nothing of ours', async () => {
    const theirOwn = theirs.obligations.find(({ id }) => id !== '' && id !== obligation.id);
    if (theirOwn === undefined) throw new Error('the other town owes something');
    const link = await mailed(stage, { person: theirs.people.secretary, obligation: theirOwn, town: theirs });
    const { status, text } = await stage.stranger().get(link);
    expect(status).toBe(200);
    expect(text).toContain('Comune di là');
    expect(text).not.toContain('Comune di qua');
  });

  it('with a session of ours in the browser it is still that link’s person who answers', async () => {
    const link = await mailed(stage, { person: ours.people.head, obligation });
    const visitor = await stage.enter(ours.people.secretary);
    const cookie = visitor.cookie;
    expect((await visitor.get(link)).text).toContain('risulta di Responsabile,');
    expect(visitor.cookie).toBe(cookie);
  });
});

describe('a link whose time is over', () => {
  it('61 days after its mail says so kindly, and names the latest mail', async () => {
    const link = await mailed(stage, { person: ours.people.head, obligation, day: '2023-04-30' });
    const older = await mailed(stage, { person: ours.people.head, obligation, day: '2023-04-29' });
    expect((await stage.stranger().get(link)).status).toBe(200);
    const { status, text } = await stage.stranger().get(older);
    expect(status).toBe(410);
    expect(text).toContain('valgono 60 giorni');
    expect(text).toContain('Apri il messaggio più recente che ne parla, di ');
    expect((await stage.stranger().post(`${older}/concluso`, { doneOn: '2023-06-29' })).status).toBe(410);
  });

  it('keeps answering while the clock goes back an hour, and stamps what it is told then', async () => {
    const mine = ofFinance(ours, 2);
    const link = await mailed(stage, { person: ours.people.head, obligation: mine });
    const form = await stage.stranger().form(link, `${link}/in-corso`);
    now = instant(NOON - HOUR_MS);
    const fields = { reason: 'orologio indietro', forecast: '2023-07-10' };
    const answer = await stage.stranger().post(form.action, { ...form.fields, ...fields });
    const page = await stage.stranger().get(link);
    now = NOON;
    expect(answer.status).toBe(303);
    expect(page.text).toContain('alle 11:00');
    expect((await record(mine.id)).obligation.forecast).toBe('2023-07-10');
  });
});

describe('a link of somebody whom it no longer concerns', () => {
  it('is refused with the reason from the day after the role ended, and the successor’s is not', async () => {
    const [leaving, coming] = await inTown(sql, ours.town, async (tx) => {
      const role = { role: 'head', sector: 'Finanziario' } as const;
      const add = (name: string) => addPerson(tx, { name, email: `${name}@prova.example`, createdAt: NOON });
      const [first, second] = [await add('uscente'), await add('subentrante')];
      await assignRole(tx, { person: first, role, validFrom: civilDate('2023-01-01') });
      await assignRole(tx, { person: second, role, validFrom: civilDate('2023-01-01') });
      return [first, second] as const;
    });
    const link = await mailed(stage, { person: leaving, obligation });
    const form = await stage.stranger().form(link, `${link}/concluso`);
    await inTown(sql, ours.town, async (tx) => {
      const tenure = (await roleHolders(tx)).find(({ person }) => person.id === leaving);
      await endRole(tx, tenure?.id ?? '', civilDate('2023-06-28'));
    });
    const refused = await stage.stranger().get(link);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('il ruolo è cambiato o è terminato');
    expect((await stage.stranger().post(form.action, { ...form.fields, doneOn: '2023-06-29' })).status).toBe(
      403,
    );
    expect((await record(obligation.id)).obligation.state).toBe('open');
    expect((await stage.stranger().get(await mailed(stage, { person: coming, obligation }))).status).toBe(
      200,
    );
  });

  it('of an erased person opens nothing', async () => {
    const person = await inTown(sql, ours.town, async (tx) => {
      const id = await addPerson(tx, { name: 'Cancellata', email: null, createdAt: NOON });
      const role = { role: 'head', sector: 'Finanziario' } as const;
      await assignRole(tx, { person: id, role, validFrom: civilDate('2023-01-01') });
      return id;
    });
    const link = await mailed(stage, { person, obligation });
    expect((await stage.stranger().get(link)).status).toBe(200);
    await inTown(sql, ours.town, (tx) => tx`update person set erased_at = ${NOON} where id = ${person}`);
    expect((await stage.stranger().get(link)).status).toBe(403);
  });

  it('read by Sindaco or Segretario about what is not theirs shows it without the three ways', async () => {
    for (const person of [ours.people.mayor, ours.people.secretary]) {
      const link = await mailed(stage, { person, obligation });
      const { status, text } = await stage.stranger().get(link);
      expect(status).toBe(200);
      expect(text).toContain('si può leggere: risponde chi la deve');
      expect(text).not.toContain('/concluso"');
      expect((await stage.stranger().post(`${link}/concluso`, { doneOn: '2023-06-29' })).status).toBe(403);
    }
  });
});

describe('a form of a link', () => {
  it('sent by a browser that says it comes from nowhere, as no-referrer makes it say, is taken', async () => {
    const mine = ofFinance(ours, 3);
    const link = await mailed(stage, { person: ours.people.head, obligation: mine });
    const form = await stage.stranger().form(link, `${link}/concluso`);
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    const answer = await stage
      .stranger()
      .post(form.action, { ...form.fields, doneOn: '2023-06-29' }, headers);
    expect(answer.status).toBe(303);
  });

  it('with a file of 26 MB, an empty one, or a program, is told beside the field; nothing is recorded', async () => {
    const mine = ofFinance(ours, 4);
    const link = await mailed(stage, { person: ours.people.head, obligation: mine });
    for (const [name, bytes, status] of [
      ['foto.jpg', Buffer.alloc(26 * 1024 * 1024 + 1, 0xff), 413],
      ['vuoto.pdf', Buffer.alloc(0), 422],
      ['programma.exe', Buffer.from('MZ'), 415],
    ] as const) {
      const files = [{ field: 'file', name, bytes }];
      const answer = await press(stage.stranger(), link, 'concluso', { doneOn: '2023-06-29' }, files);
      expect(answer.status, name).toBe(status);
      expect(answer.text).toContain('Non è stato registrato nulla');
    }
    expect((await record(mine.id)).obligation.state).toBe('open');
  });

  it('revoked by the Segretario with all links sent so far opens nothing; the next mail has another key', async () => {
    const link = await mailed(stage, { person: ours.people.head, obligation });
    const secretary = await stage.enter(ours.people.secretary);
    const form = await secretary.form('/codici', '/codici/collegamenti');
    expect((await secretary.post(form.action, form.fields)).status).toBe(303);
    expect((await stage.stranger().get(link)).status).toBe(404);
    const next = await mailed(stage, { person: ours.people.head, obligation });
    expect((await stage.stranger().get(next)).status).toBe(200);
  });

  it('leaves neither token nor key in the log or in what the database keeps', async () => {
    const link = await mailed(stage, { person: ours.people.head, obligation });
    await press(stage.stranger(), link, 'in-corso', { reason: 'motivo', forecast: '2023-07-10' });
    expect(stage.logged.join('\n')).not.toContain(tokenOf(link));
    const kept = await inTown(sql, ours.town, async (tx) => {
      const tables = [
        'command',
        'audit',
        'answer',
        'register_entry',
        'register_text',
        'digest',
        'announcement',
      ];
      const rows = await Promise.all(tables.map((table) => tx`select t::text as all from ${tx(table)} t`));
      return JSON.stringify(rows);
    });
    expect(kept).not.toContain(tokenOf(link));
    expect(kept).not.toContain(tokenOf(link).slice(36));
  });
});
