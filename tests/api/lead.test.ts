/** *Capofila*: named and dropped on a plan in force, and chosen when a plan is confirmed. */
import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { inTown } from '../../store/in-town.js';
import { loadObligations } from '../../store/obligations/obligations.js';
import { sectorIds } from '../../store/people/roles.js';
import { listAudit } from '../../store/register/audit.js';
import { readChain } from '../../store/register/register.js';
import { SMALL_PLAN } from '../store/small-plan.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const secretary = await stage.enter(ours.people.secretary);
const sectors = await inTown(sql, ours.town, (tx) => sectorIds(tx));
const idOf = (name: string): string => sectors.get(name) ?? '';
const shared = ours.obligations.find(
  ({ subject }) => subject.objective === 'Tempi di pagamento',
) as Obligation;
const path = `/obiettivi/${shared.objectiveId}`;
const api = `/api/v1/objectives/${shared.objectiveId}/lead`;
const lead = (sector: string | null, reason = 'Lo cura un ufficio solo') =>
  secretary.json('POST', api, { sector, reason });
const owed = async () =>
  (await inTown(sql, ours.town, (tx) => loadObligations(tx))).filter(
    ({ objectiveId }) => objectiveId === shared.objectiveId,
  );
const entered = async (kind: string) =>
  (
    await inTown(sql, ours.town, (tx) => readChain(tx, { kind: 'objective', id: shared.objectiveId ?? '' }))
  ).filter(({ body }) => body.kind === kind);
const atRisk = async () => JSON.parse((await secretary.json('GET', '/api/v1/dashboard')).text).weightAtRisk;
const riskBefore = await atRisk();

describe('the lead sector of an objective of Finanziario (30 points) and Tecnico (20)', () => {
  it.each([
    [{ sector: 'x', reason: 'perché' }, 'Scegli uno dei settori'],
    [{ sector: idOf('Finanziario'), reason: ' ' }, 'Scrivi il motivo'],
    [{ sector: 'ognuno', reason: 'perché' }, 'È già così'],
  ])('%j is refused in plain words, and both still owe', async (fields, words) => {
    const form = await secretary.form(path, `${path}/capofila`);
    const { status, text } = await secretary.post(form.action, { ...form.fields, ...fields });
    expect([status, text]).toEqual([422, expect.stringContaining(words)]);
    expect(await owed()).toHaveLength(2);
  });

  it('is refused for an objective of one sector, and to whoever is not the Segretario', async () => {
    const own = ours.obligations.find(({ subject }) => subject.objective === 'Rendiconto');
    const asked = { sector: idOf('Finanziario'), reason: 'x' };
    const at = `/api/v1/objectives/${own?.objectiveId}/lead`;
    expect((await secretary.json('POST', at, asked)).status).toBe(422);
    expect((await (await stage.enter(ours.people.head)).json('POST', api, asked)).status).toBe(403);
  });

  it('named by the form owes alone for both: the other is superseded, not deleted; the weight at risk is the same', async () => {
    const form = await secretary.form(path, `${path}/capofila`);
    const fields = { ...form.fields, sector: idOf('Finanziario'), reason: 'Lo cura la Ragioneria' };
    const answer = await secretary.post(form.action, fields);
    expect(answer.headers.get('location')).toBe(`${path}?esito=capofila`);
    const [only, none] = await owed();
    expect(none).toBeUndefined();
    expect(only?.subject.sector).toBe('Finanziario');
    expect(only?.subject.answersFor).toEqual([{ sector: 'Tecnico', weight: 200_000 }]);
    const [gone] = await inTown(
      sql,
      ours.town,
      (tx) => tx`select state, superseded_by from obligation
        where objective = ${shared.objectiveId} and sector = ${idOf('Tecnico')}`,
    );
    expect(gone).toEqual({ state: 'superseded', supersededBy: only?.id });
    expect(await atRisk()).toBe(riskBefore);
    expect((await secretary.get(path)).text).toContain('capofila, per tutti');
    expect(await entered('led-by-another')).toHaveLength(1);
    const [audit] = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'objective', subject: shared.objectiveId ?? '' }),
    );
    expect(audit).toMatchObject({ action: 'lead.change', before: { lead: null } });
  });

  it('passed to the other sector changes who owes, and dropped both owe again, under a new version', async () => {
    expect((await lead(idOf('Tecnico'))).status).toBe(200);
    const [now] = await owed();
    expect([now?.subject.sector, now?.version]).toEqual(['Tecnico', 2]);
    expect(JSON.parse((await lead(null)).text)).toMatchObject({ lead: null, superseded: 0, reopened: 1 });
    expect(
      (await owed()).map(({ subject, version, startDay }) => [subject.sector, version, startDay]),
    ).toEqual([
      ['Finanziario', 2, '2023-06-29'],
      ['Tecnico', 2, '2023-06-29'],
    ]);
    expect(await entered('owed-again')).toHaveLength(2);
  });

  it('that concluded it concluded it for all: dropped afterwards nobody owes it again', async () => {
    expect((await lead(idOf('Finanziario'))).status).toBe(200);
    const [only] = await owed();
    expect((await secretary.json('POST', `/api/v1/obligations/${only?.id}/complete`, {})).status).toBe(200);
    expect(JSON.parse((await lead(null)).text)).toMatchObject({ superseded: 0, reopened: 0 });
    expect((await owed()).map(({ state }) => state)).toEqual(['done']);
  });
});

describe('a lead sector chosen when a plan is confirmed', () => {
  it('owes alone from the beginning, and what was decided is kept; a sector without the objective is refused', async () => {
    const plan = { ...SMALL_PLAN, document: { ...SMALL_PLAN.document, year: 2024 } };
    const { draft } = JSON.parse((await secretary.json('POST', '/api/v1/plan-drafts', plan)).text) as {
      draft: string;
    };
    const preview = JSON.parse((await secretary.json('GET', `/api/v1/plan-drafts/${draft}`)).text) as {
      shared: { id: string; sectors: { id: string; name: string }[] }[];
    };
    const [one] = preview.shared;
    expect(one?.sectors.map(({ name }) => name)).toEqual(['Finanziario', 'Tecnico']);
    const confirm = (sector: string) =>
      secretary.json('POST', `/api/v1/plan-drafts/${draft}/confirm`, {
        ...{ organ: 'giunta', number: '99', date: '2023-06-29', note: 'va bene' },
        leads: { [one?.id ?? '']: sector },
      });
    expect((await confirm('s9')).status).toBe(422);
    expect((await secretary.get(`/importa/${draft}/conferma`)).text).toContain(
      'Capofila di «1 – Tempi di pagamento»',
    );
    expect((await confirm(one?.sectors[1]?.id ?? '')).status).toBe(200);
    const made = (await inTown(sql, ours.town, (tx) => loadObligations(tx))).filter(
      ({ year, subject }) => year === 2024 && subject.objective === 'Tempi di pagamento',
    );
    expect(made.map(({ subject }) => [subject.sector, subject.answersFor])).toEqual([
      ['Tecnico', [{ sector: 'Finanziario', weight: 300_000 }]],
    ]);
    expect((await secretary.get('/piano?anno=2024')).text).toContain('settore capofila');
    const dropped = await secretary.json('POST', `/api/v1/objectives/${made[0]?.objectiveId}/lead`, {
      ...{ sector: null, reason: 'Ognuno per sé' },
    });
    expect(JSON.parse(dropped.text)).toMatchObject({ lead: null, reopened: 1 });
  });
});
