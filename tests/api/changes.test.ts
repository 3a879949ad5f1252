import { Client, Connection } from '@temporalio/client';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { objectiveWorkflowId, roundWorkflowId } from '../../workflows/contract.js';
import { obligationsOf } from './obligations-of-stage.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours } = stage;
const connection = await Connection.connect({ address: inject('temporalAddress') });
const client = new Client({ connection });
afterAll(() => connection.close());

const { ofFinance, open, record, audits, announced, fill } = obligationsOf(stage);
const external = open(({ term }) => term.kind === 'external');

describe('Riapri', () => {
  it('wants a reason, and says so', async () => {
    const head = await stage.enter(ours.people.head);
    await head.json('POST', `/api/v1/obligations/${ofFinance.id}/complete`, {});
    const { answer } = await fill(head, ofFinance.id, 'riapri', { reason: '   ' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('serve il motivo');
  });

  it('opens it again, keeps the reason in the history, and tells the round, which has started with it', async () => {
    const head = await stage.enter(ours.people.head);
    await head.json('POST', `/api/v1/obligations/${ofFinance.id}/complete`, {});
    const { answer } = await fill(head, ofFinance.id, 'riapri', { reason: 'manca la firma' });
    expect(answer.status).toBe(303);
    expect((await record(ofFinance.id)).obligation).toMatchObject({ state: 'open', doneOn: null });
    expect((await audits(ofFinance.id))[0]?.after).toMatchObject({ reason: 'manca la firma', state: 'open' });
    await stage.deps.announcer.settled();
    expect((await announced()).at(-1)).toEqual({ workflowId: roundWorkflowId(ours.town), told: true });
    const { status } = await client.workflow.getHandle(roundWorkflowId(ours.town)).describe();
    expect(status.name).toBe('RUNNING');
  });

  it('is refused for what is open: 409', async () => {
    const head = await stage.enter(ours.people.head);
    const { status, text } = await head.json('POST', `/api/v1/obligations/${ofFinance.id}/reopen`, {
      reason: 'x',
    });
    expect(status).toBe(409);
    expect(JSON.parse(text)).toMatchObject({ status: 409, type: 'urn:traguardo:problema:not-done' });
  });
});

describe('Indica la data', () => {
  it('refuses a day outside the year of the plan and the next', async () => {
    const secretary = await stage.enter(ours.people.secretary);
    for (const due of ['2022-12-31', '2025-01-01', '2023-02-29']) {
      const { answer } = await fill(secretary, external.id, 'data', { due });
      expect(answer.status, due).toBe(422);
    }
  });

  it('gives the term its date as a new version, and tells round and objective', async () => {
    const secretary = await stage.enter(ours.people.secretary);
    const { answer } = await fill(secretary, external.id, 'data', { due: '2023-10-31' });
    expect(answer.status).toBe(303);
    const { obligation } = await record(external.id);
    expect(obligation).toMatchObject({ version: 2, term: { kind: 'date', due: '2023-10-31' } });
    await stage.deps.announcer.settled();
    const told = (await announced()).slice(-2).map(({ workflowId }) => workflowId);
    expect(told).toEqual([
      roundWorkflowId(ours.town),
      objectiveWorkflowId(ours.town, external.objectiveId ?? '', 2023),
    ]);
  });

  it('is refused when the date is known already: 409', async () => {
    const secretary = await stage.enter(ours.people.secretary);
    const path = `/api/v1/obligations/${external.id}/due-date`;
    expect((await secretary.json('POST', path, { due: '2023-11-30' })).status).toBe(409);
  });
});

describe('commands on what is not there', () => {
  const nobodys = '00000000-0000-4000-8000-000000000000';

  it.each([
    ['complete', {}],
    ['reopen', { reason: 'x' }],
    ['due-date', { due: '2023-10-31' }],
  ])('%s answers 404 to an unknown id, and to what is no id', async (what, body) => {
    const secretary = await stage.enter(ours.people.secretary);
    expect((await secretary.json('POST', `/api/v1/obligations/${nobodys}/${what}`, body)).status).toBe(404);
    expect((await secretary.json('POST', `/api/v1/obligations/1;drop table/${what}`, body)).status).toBe(404);
  });
});
