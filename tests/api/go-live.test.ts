/** *Posta di prova* and *Vai in esercizio*: for the Segretario of a town on trial, and for nobody else. */
import { beforeEach, describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { keepTrialMail } from '../../store/notices/trial-inbox.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { bareTown, furnishedTown, NOON } from '../store/furnished-town.js';
import { openStage } from './stage.js';
import type { Visitor } from './visitor.js';

const stage = await openStage();
const NAME = 'Comune in prova';
let town: { readonly town: string; readonly secretary: string; readonly head: string };
const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(stage.sql, town.town, work);
const enter = async (person: string, id = town.town) => {
  const visitor = stage.stranger();
  await here((tx) => tx`update town set mode = 'demo'`);
  await visitor.enter(id, person);
  await here((tx) => tx`update town set mode = 'trial'`);
  return visitor;
};

beforeEach(async () => {
  town = await furnishedTown(stage.sql, NAME);
  const day = 86_400_000;
  await here(async (tx) => {
    await tx`update town set mode = 'trial', clock_offset_ms = ${40 * day}`;
    await keepTrialMail(
      tx,
      {
        ...{ messageId: '<1@prova.example>', envelopeFrom: 'a@b.example', envelopeTo: ['c@d.example'] },
        ...{ headerFrom: 'Comune <a@b.example>', headerTo: 'c@d.example', subject: 'Una scadenza oggi' },
        ...{ text: 'testo', html: '<p>testo</p>', headers: [] },
      },
      { receivedAt: NOON, townAt: NOON },
    );
  });
});

const confirm = async (visitor: Visitor, ente: string) => {
  const { fields } = await visitor.form('/esercizio', '/esercizio');
  return visitor.post('/esercizio', { ...fields, ente });
};
const mailsIn = () =>
  here(async (tx) => (await tx`select id from inbox_message`).map(({ id }) => Number(id)));

describe('the inbox of a trial', () => {
  it('shows the Segretario each mail with both parts, and offers nobody to enter as somebody else', async () => {
    const visitor = await enter(town.secretary);
    const list = await visitor.get('/posta-di-prova');
    expect(list.status).toBe(200);
    expect(list.text).toContain('Una scadenza oggi');
    const [id] = await mailsIn();
    const mail = await visitor.get(`/posta-di-prova/${id}`);
    expect(mail.text).toContain('testo');
    expect(mail.text).not.toContain('/entra');
    const html = await visitor.get(`/posta-di-prova/${id}/html`);
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is closed to a head, and the Segretario of another town finds none of its mails', async () => {
    const [id] = await mailsIn();
    for (const path of [
      '/posta-di-prova',
      `/posta-di-prova/${id}`,
      `/posta-di-prova/${id}/html`,
      '/esercizio',
    ])
      expect((await (await enter(town.head)).get(path)).status).toBe(403);
    const ours = town;
    town = await furnishedTown(stage.sql, 'Altro comune in prova');
    const other = await enter(town.secretary);
    expect((await other.get('/posta-di-prova')).text).not.toContain('Una scadenza oggi');
    expect((await other.get(`/posta-di-prova/${id}`)).status).toBe(404);
    town = ours;
  });

  it('is not read through the inbox of the demo either', async () => {
    const [id] = await mailsIn();
    const head = await enter(town.head);
    expect((await head.get('/posta')).headers.get('location')).toBe('/posta-di-prova');
    for (const path of [`/posta/${id}`, `/posta/${id}/html`]) expect((await head.get(path)).status).toBe(404);
  });

  it('does not exist in a demo, whose mails are in the Posta', async () => {
    const visitor = await stage.enter(stage.ours.people.secretary);
    expect((await visitor.get('/posta-di-prova')).status).toBe(409);
    expect((await visitor.get('/esercizio')).status).toBe(409);
  });
});

describe('going live', () => {
  it('says first what goes, what stays and what starts, by the real day', async () => {
    const { status, text } = await (await enter(town.secretary)).get('/esercizio');
    expect(status).toBe(200);
    for (const words of [
      '1 messaggio della posta di prova, con 1 avviso',
      '1 risposta, 0 conclusioni e 1 documento',
      'torna a oggi, giovedì 29 giugno 2023',
      'partono venerdì 30 giugno 2023',
    ])
      expect(text).toContain(words);
  });

  it('without the name of the town changes nothing', async () => {
    const visitor = await enter(town.secretary);
    const answer = await confirm(visitor, 'sì');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`Per confermare scrivi il nome dell&#39;ente: ${NAME}.`);
    expect(await mailsIn()).toHaveLength(1);
  });

  it('with its name drops the trial, keeps who confirmed it, and tells round, year and every objective', async () => {
    const visitor = await enter(town.secretary);
    const answer = await confirm(visitor, ' comune  IN prova ');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cruscotto?esito=esercizio']);
    expect(await mailsIn()).toEqual([]);
    const [row] = await here((tx) => tx`select mode, live_from, clock_offset_ms from town`);
    expect(row).toEqual({ mode: 'live', liveFrom: '2023-06-29', clockOffsetMs: 0 });
    const [audit] = await here(
      (tx) => tx`select person, at, before, after from audit where action = 'town.go-live'`,
    );
    expect(audit).toMatchObject({
      ...{ person: town.secretary, at: NOON },
      before: { mode: 'trial', dropped: { mails: 1, notices: 1, answers: 1 } },
      after: { mode: 'live', liveFrom: '2023-06-29', firstNotices: '2023-06-30' },
    });
    const told = await here((tx) => tx`select distinct workflow_type as type from announcement`);
    expect(told.map(({ type }) => type).sort()).toEqual(['cycle', 'objective', 'round']);
    expect((await visitor.get('/esercizio')).status).toBe(409);
  });

  it('is refused while the plan was approved on a day that has not come yet', async () => {
    await here((tx) => tx`update cycle set approved_on = '2023-07-15'`);
    const answer = await confirm(await enter(town.secretary), NAME);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('approvato il sabato 15 luglio 2023, dopo oggi');
  });

  it('is there for programs: the mails to read, the name to type, once; afterwards 409', async () => {
    const visitor = await enter(town.secretary);
    const json = async (path: string, body?: unknown) => {
      const answer = await visitor.json(body === undefined ? 'GET' : 'POST', `/api/v1${path}`, body);
      return { status: answer.status, body: JSON.parse(answer.text) };
    };
    const [id] = await mailsIn();
    const list = await json('/trial-mails?search=SCADENZA');
    expect(list.body).toMatchObject({ mails: [{ id, subject: 'Una scadenza oggi' }], more: false });
    expect((await json(`/trial-mails?before=${id}`)).body.mails).toEqual([]);
    expect((await json(`/trial-mails/${id}`)).body).toMatchObject({ text: 'testo', html: '<p>testo</p>' });
    expect((await json('/go-live')).body).toMatchObject({
      ...{ live: '2023-06-29', first: '2023-06-30', dropped: { mails: 1, notices: 1 } },
    });
    const wrong = await json('/go-live', { name: 'sì' });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '#/name']);
    expect((await json('/go-live', { name: NAME })).body).toEqual({
      ...{ live: '2023-06-29', first: '2023-06-30', mails: 1 },
    });
    for (const path of ['/go-live', '/trial-mails']) expect((await json(path)).status, path).toBe(409);
    expect((await json(`/trial-mails/${id}`)).status).toBe(404);
  });

  it('warns of a town without a plan', async () => {
    const bare = await bareTown(stage.sql, 'Comune vuoto');
    const secretary = await inTown(stage.sql, bare, async (tx) => {
      const id = await addPerson(tx, { name: 'Segretaria', email: null, createdAt: NOON });
      await assignRole(tx, { person: id, role: { role: 'secretary' }, validFrom: civilDate('2023-01-01') });
      return id;
    });
    town = { town: bare, secretary, head: secretary };
    const { text } = await (await enter(secretary)).get('/esercizio');
    expect(text).toContain('Non c’è ancora un piano confermato');
    expect(text).toContain('Senza casella di posta: Segretaria');
  });
});
