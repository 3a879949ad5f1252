/** *A chi spetta*: an obligation passes to another role, or stays with whoever said that it is not theirs. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../../store/in-town.js';
import { waitingAlerts } from '../../../store/notices/alerts.js';
import { readChain, readTexts } from '../../../store/register/register.js';
import { obligationsOf } from '../obligations-of-stage.js';
import { openStage } from '../stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const { ofFinance, open, record, audits, fill } = obligationsOf(stage);
const secretary = await stage.enter(ours.people.secretary);
const head = await stage.enter(ours.people.head);
const other = await stage.enter(ours.people.otherHead);
const api = (id: string, what: string) => `/api/v1/obligations/${id}/${what}`;
const rest = open(({ subject }) => subject.milestone === 'entro il 15/04');
const entered = async (objective: string | null, kind: string) =>
  (await inTown(sql, ours.town, (tx) => readChain(tx, { kind: 'objective', id: objective ?? '' }))).filter(
    ({ body }) => body.kind === kind,
  );

describe('an obligation that passes to another role', () => {
  const TECNICO = { role: 'head', sector: 'Tecnico' };

  it.each([
    [{ role: '', sector: '', reason: 'x' }, 'Indica il ruolo'],
    [{ role: 'head', sector: 'Che non esiste', reason: 'x' }, 'Indica il ruolo'],
    [{ role: 'vice-secretary', sector: '', reason: 'x' }, 'Indica il ruolo'],
    [{ role: 'head', sector: 'Finanziario', reason: 'x' }, 'È già a carico di questo ruolo'],
    [{ ...TECNICO, reason: '  ' }, 'Scrivi perché la scadenza passa'],
  ])('%j is refused in plain words, beside what was typed, and nothing changes', async (fields, words) => {
    const before = await record(ofFinance.id);
    const { answer } = await fill(secretary, ofFinance.id, 'passa', fields);
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(words)]);
    expect(await record(ofFinance.id)).toEqual(before);
  });

  it('has a new version and its delay as before; the former owner no longer sees it, the reason is in the register', async () => {
    await head.json('POST', api(rest.id, 'in-progress'), {
      reason: 'Manca il parere',
      forecast: '2023-07-14',
    });
    const before = (await record(rest.id)).obligation;
    expect((await head.json('POST', api(rest.id, 'not-mine'), { reason: 'È del Tecnico' })).status).toBe(200);
    const { answer } = await fill(secretary, rest.id, 'passa', { ...TECNICO, reason: 'Lo segue il Tecnico' });
    expect(answer.headers.get('location')).toBe(`/scadenze/${rest.id}?esito=spettanza`);
    const after = (await record(rest.id)).obligation;
    expect(after).toEqual({ ...before, owner: TECNICO, version: before.version + 1, forecast: null });
    expect((await head.get(`/scadenze/${rest.id}`)).status).toBe(403);
    expect((await other.get(`/scadenze/${rest.id}`)).status).toBe(200);
    const [act] = await entered(rest.objectiveId, 'reassigned');
    const reason = String(act?.body['reason']);
    expect(act?.body).toMatchObject({ from: { role: 'head' }, to: { role: 'head' }, role: 'secretary' });
    expect((await inTown(sql, ours.town, (tx) => readTexts(tx, [reason]))).get(reason)).toBe(
      'Lo segue il Tecnico',
    );
    expect((await audits(rest.id))[0]?.after).toMatchObject({
      from: 'head:Finanziario',
      to: 'head:Tecnico',
      reason: 'Lo segue il Tecnico',
    });
  });

  it('settles "not mine": board and alert of 15:00 say nothing of it any more', async () => {
    expect((await secretary.get('/cruscotto')).text).not.toContain('È del Tecnico');
    const alerts = await inTown(sql, ours.town, (tx) => waitingAlerts(tx));
    expect(alerts.filter(({ kind }) => kind === 'not-mine')).toEqual([]);
  });

  it('once: of two who decide on the same page one is told that it changed meanwhile', async () => {
    const seen = (await record(ofFinance.id)).rowVersion;
    const ask = (role: string) =>
      secretary.json('POST', api(ofFinance.id, 'reassign'), {
        owner: { role },
        reason: 'prova',
        rowVersion: seen,
      });
    expect((await ask('mayor')).status).toBe(200);
    expect((await ask('oiv')).status).toBe(409);
    expect((await record(ofFinance.id)).obligation.owner).toEqual({ role: 'mayor' });
    const back = { owner: { role: 'head', sector: 'Finanziario' }, reason: 'torna' };
    expect((await secretary.json('POST', api(ofFinance.id, 'reassign'), back)).status).toBe(200);
  });

  it('is nobody’s to decide but the Segretario’s', async () => {
    for (const visitor of [head, other, await stage.enter(ours.people.mayor)]) {
      const asked = { owner: TECNICO, reason: 'x' };
      expect((await visitor.json('POST', api(ofFinance.id, 'reassign'), asked)).status).toBe(403);
      expect(
        (await visitor.json('POST', api(ofFinance.id, 'leave-with-owner'), { reason: 'x' })).status,
      ).toBe(403);
    }
  });
});

describe('an obligation that stays with whoever said it is not theirs', () => {
  it('asks for a reason, and for somebody who said so', async () => {
    const leave = (reason: string) =>
      secretary.json('POST', api(ofFinance.id, 'leave-with-owner'), { reason });
    expect((await leave('perché')).status).toBe(409);
    expect((await leave(' ')).status).toBe(422);
  });

  it('keeps owner and version, leaves the board, and shows the reason to the owner, who says it only once', async () => {
    expect((await head.json('POST', api(ofFinance.id, 'not-mine'), { reason: 'Non mio' })).status).toBe(200);
    const { disclaimed, ...before } = (await record(ofFinance.id)).obligation;
    expect((await secretary.get('/cruscotto')).text).toContain(`/scadenze/${ofFinance.id}#competenza`);
    const { answer } = await fill(secretary, ofFinance.id, 'resta', { reason: 'Art. 5 del regolamento' });
    expect(answer.headers.get('location')).toBe(`/scadenze/${ofFinance.id}?esito=resta`);
    // Nobody has to decide about it any more.
    expect(disclaimed).toBe(true);
    expect((await record(ofFinance.id)).obligation).toEqual(before);
    expect((await secretary.get('/cruscotto')).text).not.toContain('Non mio');
    expect((await head.get(`/scadenze/${ofFinance.id}`)).text).toContain('Art. 5 del regolamento');
    const own = JSON.parse((await head.json('GET', api(ofFinance.id, 'answers'))).text) as {
      answers: { ruling: object | null }[];
    };
    expect(own.answers[0]?.ruling).toMatchObject({ reason: 'Art. 5 del regolamento' });
    expect((await head.json('POST', api(ofFinance.id, 'not-mine'), { reason: 'ancora' })).status).toBe(409);
    expect(await entered(ofFinance.objectiveId, 'left-with-owner')).toHaveLength(1);
  });

  it('no longer says why once the owner’s data are erased; that it was decided stays', async () => {
    const erase = `/api/v1/people/${ours.people.head}/erase`;
    expect((await secretary.json('POST', erase, { reason: 'richiesta' })).status).toBe(200);
    const { text } = await secretary.get(`/scadenze/${ofFinance.id}`);
    expect(text).not.toContain('Art. 5 del regolamento');
    expect(text).toContain('resta a chi ha risposto: «motivo cancellato»');
  });
});
