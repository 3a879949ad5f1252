/** The same answers by somebody who has entered: pages and JSON API, the Segretario's board, the renewals. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../../store/in-town.js';
import { waitingAlerts } from '../../../store/notices/alerts.js';
import { openStage } from '../stage.js';
import { knownOf, mailed, ofFinance } from './mailed.js';

const stage = await openStage();
const { ours, sql } = stage;
const { record, audits, entered } = knownOf(stage);
const head = () => stage.enter(ours.people.head);
const secretary = () => stage.enter(ours.people.secretary);
const api = (id: string, what: string) => `/api/v1/obligations/${id}/${what}`;

describe('*In corso*', () => {
  it('on the page is recorded, stands as late and explained on the board, and tells the round', async () => {
    const obligation = ofFinance(ours, 1);
    const visitor = await head();
    const path = `/scadenze/${obligation.id}`;
    const form = await visitor.form(path, `${path}/in-corso`);
    const fields = { reason: 'Attesa della relazione', forecast: '2023-07-14' };
    const answer = await visitor.post(form.action, { ...form.fields, ...fields });
    expect(answer.headers.get('location')).toBe(`${path}?esito=in-corso`);
    await stage.deps.announcer.settled();
    expect((await audits(obligation.id))[0]).toMatchObject({ channel: 'page', action: 'obligation.explain' });
    expect((await entered(obligation)).at(-1)).toMatchObject({ kind: 'explained', forecast: '2023-07-14' });
    const board = await (await secretary()).json('GET', `/api/v1/obligations/${obligation.id}`);
    expect(JSON.parse(board.text)).toMatchObject({
      forecast: '2023-07-14',
      standing: { code: 'late-explained' },
    });
    const page = await (await secretary()).get(path);
    expect(page.text).toContain('Scaduta – motivata');
    expect(page.text).toContain('conclusione prevista: venerdì 14 luglio 2023');
    expect(page.text).toContain('Attesa della relazione');
  });

  it('is renewed once by whoever owes it, then by the Segretario alone, who is not counted', async () => {
    const { id } = ofFinance(ours, 2);
    const ask = async (visitor: Awaited<ReturnType<typeof head>>, forecast: string) =>
      (await visitor.json('POST', api(id, 'in-progress'), { reason: 'motivo', forecast })).status;
    const owner = await head();
    expect([await ask(owner, '2023-07-10'), await ask(owner, '2023-07-20')]).toEqual([200, 200]);
    expect(await ask(owner, '2023-07-30')).toBe(409);
    const other = await secretary();
    expect([await ask(other, '2023-07-30'), await ask(other, '2023-08-10')]).toEqual([200, 200]);
    expect(await ask(owner, '2023-08-20')).toBe(409);
    expect((await record(id)).obligation.forecast).toBe('2023-08-10');
  });

  it('of what the Segretario owes is renewed once, too: nobody puts off for ever what is their own', async () => {
    const own = ours.obligations.find(
      ({ owner, term, state }) => owner.role === 'secretary' && term.kind === 'date' && state === 'open',
    );
    const visitor = await secretary();
    const statuses: number[] = [];
    for (const forecast of ['2023-07-10', '2023-07-20', '2023-07-30'])
      statuses.push(
        (await visitor.json('POST', api(own?.id ?? '', 'in-progress'), { reason: 'motivo', forecast }))
          .status,
      );
    expect(statuses).toEqual([200, 200, 409]);
  });

  it('by two at once who saw the same is recorded once, and the other is told', async () => {
    const obligation = ofFinance(ours, 3);
    const { rowVersion } = await record(obligation.id);
    const visitor = await head();
    const answers = await Promise.all(
      ['2023-07-10', '2023-07-11'].map((forecast) =>
        visitor.json('POST', api(obligation.id, 'in-progress'), { reason: 'motivo', forecast, rowVersion }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('with the same key again acts once', async () => {
    const obligation = ofFinance(ours, 4);
    const visitor = await head();
    const body = { reason: 'motivo', forecast: '2023-07-10' };
    for (let time = 0; time < 2; time++)
      expect(
        (await visitor.json('POST', api(obligation.id, 'in-progress'), body, { 'idempotency-key': 'una' }))
          .status,
      ).toBe(200);
    expect((await entered(obligation)).filter(({ kind }) => kind === 'explained')).toHaveLength(1);
  });
});

describe('*Non è di mia competenza*', () => {
  it('is on the Segretario’s board at once with its reason, waits for the alert, and is said once', async () => {
    const obligation = ofFinance(ours, 0);
    const visitor = await head();
    const ask = () => visitor.json('POST', api(obligation.id, 'not-mine'), { reason: 'È del Tecnico' });
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(409);
    const board = await (await secretary()).get('/cruscotto');
    expect(board.text).toContain('ha risposto «Non è di mia competenza»');
    expect(board.text).toContain('«È del Tecnico»');
    expect(board.text).toContain(`href="/scadenze/${obligation.id}"`);
    const alerts = await inTown(sql, ours.town, (tx) => waitingAlerts(tx));
    expect(alerts.filter(({ kind }) => kind === 'not-mine')).toHaveLength(1);
  });

  it('withdrawn leaves the board and the alert', async () => {
    const obligation = ofFinance(ours, 0);
    const visitor = await head();
    const { answers } = JSON.parse((await visitor.json('GET', api(obligation.id, 'answers'))).text) as {
      answers: { id: string; kind: string; withdrawUntil: string }[];
    };
    expect(answers[0]).toMatchObject({ kind: 'not-mine', withdrawUntil: '2023-07-06' });
    const withdraw = (who: typeof visitor) =>
      who.json('POST', api(obligation.id, `answers/${answers[0]?.id}/withdraw`));
    expect((await withdraw(await secretary())).status).toBe(403);
    expect((await withdraw(visitor)).status).toBe(200);
    expect((await withdraw(visitor)).status).toBe(409);
    expect((await (await secretary()).get('/cruscotto')).text).not.toContain('«È del Tecnico»');
    const alerts = await inTown(sql, ours.town, (tx) => waitingAlerts(tx));
    expect(alerts.filter(({ kind }) => kind === 'not-mine')).toEqual([]);
  });

  it('is nobody’s to say for somebody else, not even the Segretario’s', async () => {
    const { id } = ofFinance(ours, 0);
    expect((await (await secretary()).json('POST', api(id, 'not-mine'), { reason: 'x' })).status).toBe(403);
  });
});

describe('an answer by link and one by page', () => {
  it('are of one kind: what was concluded by link is taken back on the page, and seen in the history as by link', async () => {
    const obligation = ofFinance(ours, 4);
    const link = await mailed(stage, { person: ours.people.head, obligation });
    const form = await stage.stranger().form(link, `${link}/concluso`);
    await stage.stranger().post(form.action, { ...form.fields, doneOn: '2023-06-29' });
    const visitor = await head();
    const path = `/scadenze/${obligation.id}`;
    expect((await visitor.get(path)).text).toContain('dal collegamento dell&#39;avviso');
    const back = await visitor.form(path, `${path}/ritira`);
    expect((await visitor.post(back.action, back.fields)).headers.get('location')).toBe(
      `${path}?esito=ritirata`,
    );
    expect((await record(obligation.id)).obligation.state).toBe('open');
  });
});
