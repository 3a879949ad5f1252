/** A submission from draft to acknowledged, by the pages and the API, with two who write at once. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_WINDOWS } from '../../domain/cycle/windows.js';
import type { Instant } from '../../domain/time/instant.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { planMonitoring } from '../../store/monitoring/monitoring.js';
import { versionsOf } from '../../store/monitoring/submission-lines.js';
import { findObligation } from '../../store/obligations/obligations.js';
import { townTime } from '../activities/town.js';
import { thingsOf } from './route-samples.js';
import { openStage } from './stage.js';

let now: Instant = townTime('2023-06-30 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const { submission } = await thingsOf(sql, ours);
const api = `/api/v1/monitoring/${submission}`;
const head = () => stage.enter(ours.people.head);
const secretary = () => stage.enter(ours.people.secretary);

const Page = z.object({
  state: z.string(),
  due: z.string(),
  lines: z.array(
    z.object({
      objective: z.object({ id: z.string() }),
      rowVersion: z.number(),
      indicators: z.array(z.object({ id: z.string() })),
      missing: z.array(z.string()),
    }),
  ),
});
const page = async () => Page.parse(JSON.parse((await (await head()).get(api)).text));
const Problem = z.object({
  type: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
const problemOf = ({ text }: { readonly text: string }) => Problem.parse(JSON.parse(text));

/** A complete line for each objective. */
async function fullLines() {
  return (await page()).lines.map(({ objective, rowVersion, indicators }) => ({
    ...{ objective: objective.id, rowVersion, progress: 'late', proposal: 'confirm' },
    indicators: indicators.map(({ id }) => ({ indicator: id, waiting: true })),
    ...{ deviation: 'in ritardo', cause: 'resources', remedy: 'si recupera' },
  }));
}

describe('before the window opens', () => {
  it('nothing can be saved: 409, with the day; and the generic answer "Concluso" is refused', async () => {
    const answer = await (await head()).json('PUT', `${api}/lines`, { lines: await fullLines() });
    expect([answer.status, problemOf(answer).type]).toEqual([409, 'urn:traguardo:problema:window-not-open']);
    const done = await (await head()).json('POST', `/api/v1/obligations/${submission}/complete`, {});
    expect([done.status, problemOf(done).type]).toEqual([409, 'urn:traguardo:problema:by-submission']);
  });
});

describe('from Monday 3 July 2023', () => {
  beforeAll(() => {
    now = townTime('2023-07-03 10:00');
  });

  it('planning it again changes nothing', async () => {
    const changed = await inTown(sql, ours.town, async (tx) => {
      const cycle = await findCycle(tx, 2023);
      return cycle === null ? -1 : planMonitoring(tx, cycle, DEFAULT_WINDOWS);
    });
    expect(changed).toBe(0);
  });

  it('an incomplete one is not transmitted: each thing that is missing has its pointer', async () => {
    const answer = await (await head()).json('POST', `${api}/transmit`, {});
    expect(answer.status).toBe(422);
    const { errors = [] } = problemOf(answer);
    expect(errors.map(({ pointer }) => pointer)).toContain('#/lines/0/proposal');
    expect(errors.map(({ detail }) => detail)).toContain('Obiettivo 1: manca la proposta.');
    expect((await page()).state).toBe('draft');
  });

  it.each([
    ['0 lines', () => [], '#/lines'],
    ['another sector’s objective', () => [{ objective: ours.town, rowVersion: 0 }], '#/lines/0/objective'],
    [
      'a figure that is none',
      (id: string, indicator: string) => [
        { objective: id, rowVersion: 0, indicators: [{ indicator, value: 'molti' }] },
      ],
      '#/lines/0/indicators/0/value',
    ],
    [
      'a figure in another unit',
      (id: string, indicator: string) => [
        { objective: id, rowVersion: 0, indicators: [{ indicator, value: '3 euro' }] },
      ],
      '#/lines/0/indicators/0/value',
    ],
    [
      '10,000 characters',
      (id: string) => [{ objective: id, rowVersion: 0, deviation: 'x'.repeat(10_000) }],
      '#/lines/0/deviation',
    ],
  ])('%s is refused with its pointer, and nothing is stored', async (_, lines, pointer) => {
    const [first] = (await page()).lines;
    const body = { lines: lines(first?.objective.id ?? '', first?.indicators[0]?.id ?? '') };
    const answer = await (await head()).json('PUT', `${api}/lines`, body);
    expect(answer.status).toBe(422);
    expect(problemOf(answer).errors?.map((one) => one.pointer)).toEqual([pointer]);
  });

  it('the head of another sector may neither read nor write it: 403', async () => {
    const other = await stage.enter(ours.people.otherHead);
    expect((await other.get(`/monitoraggio/${submission}`)).status).toBe(403);
    expect((await other.json('PUT', `${api}/lines`, { lines: [] })).status).toBe(403);
  });

  it('of two who write at once each keeps their objective; the one both wrote is a conflict and stays', async () => {
    const [first, second] = (await page()).lines;
    const line = (one: typeof first, deviation: string) => ({
      ...{ objective: one?.objective.id, rowVersion: one?.rowVersion, deviation },
    });
    const visitor = await head();
    await visitor.json('PUT', `${api}/lines`, { lines: [line(first, 'mia')] });
    const answer = await visitor.json('PUT', `${api}/lines`, {
      lines: [line(first, 'altra'), line(second, 'seconda')],
    });
    expect(JSON.parse(answer.text)).toMatchObject({
      saved: [second?.objective.id],
      conflicts: [first?.objective.id],
    });
    expect((await visitor.get(`/monitoraggio/${submission}`)).text).toContain('mia</textarea>');
  });

  it('complete it is prepared by the Segretario, and transmitted by the head alone', async () => {
    const lines = await fullLines();
    const saved = await (await secretary()).json('PUT', `${api}/lines`, { lines, confirmed: true });
    expect([saved.status, JSON.parse(saved.text).conflicts]).toEqual([200, []]);
    const kept = await (await secretary()).json('POST', `${api}/transmit`, {});
    expect([kept.status, problemOf(kept).type]).toEqual([403, 'urn:traguardo:problema:head-transmits']);
    const sent = await (await head()).json('POST', `${api}/transmit`, {});
    expect([sent.status, JSON.parse(sent.text).late]).toEqual([200, false]);
    const { obligation } = (await inTown(sql, ours.town, (tx) => findObligation(tx, submission))) ?? {};
    expect(obligation).toMatchObject({ state: 'done', doneOn: '2023-07-03' });
  });

  it('transmitted a second time, or written in, it says that it was: 409', async () => {
    const again = await (await head()).json('POST', `${api}/transmit`, {});
    expect([again.status, problemOf(again).type]).toEqual([409, 'urn:traguardo:problema:submission-state']);
    expect((await (await head()).json('PUT', `${api}/lines`, { lines: await fullLines() })).status).toBe(409);
  });

  it('the Nucleo reads it and observes; the Sindaco’s board does not have it', async () => {
    const oiv = await stage.enter(ours.people.oiv);
    expect((await oiv.get(`/monitoraggio/${submission}`)).text).toContain('si recupera');
    expect((await oiv.json('POST', `${api}/observe`, { text: 'manca un atto' })).status).toBe(200);
    expect((await oiv.json('POST', `${api}/acknowledge`, {})).status).toBe(403);
  });

  it('a return wants a reason, and is due again on Monday 10 July, 5 working days later', async () => {
    const empty = await (await secretary()).json('POST', `${api}/return`, { reason: ' ' });
    expect(problemOf(empty).errors?.map(({ pointer }) => pointer)).toEqual(['#/reason']);
    const answer = await (await secretary()).json('POST', `${api}/return`, { reason: 'manca il dato' });
    expect(JSON.parse(answer.text)).toMatchObject({ state: 'returned', due: '2023-07-10' });
    const { obligation } = (await inTown(sql, ours.town, (tx) => findObligation(tx, submission))) ?? {};
    expect(obligation).toMatchObject({ state: 'open', term: { due: '2023-07-10' }, startDay: '2023-07-03' });
    expect((await (await head()).get(`/monitoraggio/${submission}`)).text).toContain('manca il dato');
  });

  it('transmitted on 11 July it is late, and both versions are kept; acknowledged, it is reopened with a reason', async () => {
    now = townTime('2023-07-11 10:00');
    const [first] = await fullLines();
    await (await head()).json('PUT', `${api}/lines`, { lines: [{ ...first, remedy: 'altro' }] });
    const sent = await (await head()).json('POST', `${api}/transmit`, {});
    expect(JSON.parse(sent.text)).toMatchObject({ version: 3, late: true });
    const versions = await inTown(sql, ours.town, (tx) => versionsOf(tx, submission));
    expect(versions.map(({ late }) => late)).toEqual([false, false, true]);
    expect((await (await secretary()).json('POST', `${api}/acknowledge`, {})).status).toBe(200);
    const reopened = await (await secretary()).json('POST', `${api}/reopen`, { reason: 'errore' });
    expect(JSON.parse(reopened.text)).toMatchObject({ state: 'reopened', due: '2023-07-18' });
  });
});
