/** What a submission refuses, by the page and by the API: a clear message beside the field, and nothing half-stored. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { civilDate } from '../../domain/time/civil-date.js';
import { closeCycle, findCycle } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { savedLines } from '../../store/monitoring/submission-lines.js';
import { listEvidence } from '../../store/obligations/evidence.js';
import { townTime } from '../activities/town.js';
import { thingsOf } from './route-samples.js';
import { openStage } from './stage.js';

const now = townTime('2023-07-03 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const { submission } = await thingsOf(sql, ours);
const head = await stage.enter(ours.people.head);
const other = await stage.enter(ours.people.otherHead);
const place = `/monitoraggio/${submission}`;
const api = `/api/v1/monitoring/${submission}`;

const Page = z.object({
  lines: z.array(
    z.object({
      objective: z.object({ id: z.string() }),
      rowVersion: z.number(),
      indicators: z.array(z.object({ id: z.string() })),
      terms: z.array(z.object({ obligation: z.string() })),
    }),
  ),
});
const lines = Page.parse(JSON.parse((await head.get(api)).text)).lines;
const [first, second] = lines;
const [id, indicator, term] = [first?.objective.id, first?.indicators[0]?.id, first?.terms[0]?.obligation];
const foreign = second?.indicators[0]?.id;
const stored = async () =>
  JSON.stringify([...(await inTown(sql, ours.town, (tx) => savedLines(tx, submission)))]);
const put = (said: object, visitor = head) =>
  visitor.json('PUT', `${api}/lines`, { lines: [{ objective: id, rowVersion: 1, ...said }] });
const pointers = (text: string): readonly string[] =>
  (JSON.parse(text).errors ?? []).map(({ pointer }: { pointer: string }) => pointer);
/** The form as it stands, with some fields written over. */
async function send(fields: Readonly<Record<string, string>>, visitor = head) {
  const form = await head.form(place, `${place}/bozza`);
  const modulo = visitor === head ? {} : { modulo: await visitor.token() };
  return visitor.post(`${place}/bozza`, { ...form.fields, ...modulo, ...fields });
}
const LONG = 'x'.repeat(10_000);

describe('by the API, with a pointer', () => {
  it.each<[string, object, string]>([
    ['an objective that does not exist', { objective: ours.town }, '#/lines/0/objective'],
    [
      'a figure that is none',
      { indicators: [{ indicator, value: 'molti' }] },
      '#/lines/0/indicators/0/value',
    ],
    [
      'a figure of another unit',
      { indicators: [{ indicator, value: '3 euro' }] },
      '#/lines/0/indicators/0/value',
    ],
    [
      'another objective’s indicator',
      { indicators: [{ indicator: foreign, value: '3' }] },
      '#/lines/0/indicators/0/value',
    ],
    [
      'one indicator with two figures',
      { indicators: ['3', '4'].map((value) => ({ indicator, value })) },
      '#/lines/0/indicators/1/value',
    ],
    ['a number where a text goes', { deviation: 5 }, '#/lines/0/deviation'],
    ['a progress that is none', { progress: 'boh' }, '#/lines/0/progress'],
    ['a text of 10,000 characters', { remedy: LONG }, '#/lines/0/remedy'],
    ['a text of 10,001 characters', { remedy: `${LONG}x` }, '#/lines/0/remedy'],
    [
      'a day of conclusion in the future',
      { milestones: [{ obligation: term, doneOn: '2023-07-04' }] },
      '#/lines/0/milestones/0/doneOn',
    ],
    [
      'a 30 February',
      { milestones: [{ obligation: term, doneOn: '2023-02-30' }] },
      '#/lines/0/milestones/0/doneOn',
    ],
  ])('%s', async (_, said, pointer) => {
    const before = await stored();
    const answer = await put(said);
    expect([answer.status, pointers(answer.text)]).toEqual([422, [pointer]]);
    expect(await stored()).toBe(before);
  });

  it.each([
    ['0 lines', { lines: [] }, 422, ['#/lines']],
    [
      '201 lines',
      { lines: Array.from({ length: 201 }, () => ({ objective: id, rowVersion: 0 })) },
      422,
      ['#/lines'],
    ],
    [
      'the same objective twice',
      { lines: [1, 2].map(() => ({ objective: id, rowVersion: 1 })) },
      422,
      ['#/lines/1/objective'],
    ],
    ['no lines at all', {}, 422, ['#/lines']],
  ])('%s', async (_, body, status, told) => {
    const answer = await head.json('PUT', `${api}/lines`, body);
    expect([answer.status, pointers(answer.text)]).toEqual([status, told]);
  });

  it('of two who save one line at once one is taken, the other told; the same key acts once', async () => {
    const answers = await Promise.all(['uno', 'due'].map((deviation) => put({ deviation })));
    const told = answers.map(({ text }) => JSON.parse(text));
    expect(told.map(({ saved }) => saved.length).sort()).toEqual([0, 1]);
    expect(told.map(({ conflicts }) => conflicts.length).sort()).toEqual([0, 1]);
    const key = { 'idempotency-key': 'una-volta' };
    const body = { lines: [{ objective: second?.objective.id, rowVersion: 0, deviation: 'una volta' }] };
    const [one, again] = await Promise.all([1, 2].map(() => head.json('PUT', `${api}/lines`, body, key)));
    expect(JSON.parse(one?.text ?? '')).toEqual(JSON.parse(again?.text ?? ''));
  });
});

describe('by the page, beside the field, with what was typed', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a figure that is none',
      { 'lines[0].indicators[0].value': 'molti' },
      'deve essere un numero, per esempio 12,5.',
    ],
    ['a figure of another unit', { 'lines[0].indicators[0].value': '3 euro' }, 'si misura in giorni'],
    ['a text of 10,000 characters', { 'lines[0].remedy': LONG }, 'supera i 4000 caratteri.'],
  ])('%s', async (_, fields, words) => {
    const before = await stored();
    const { status, text } = await send({ 'lines[0].shown': '', ...fields });
    expect([status, text]).toEqual([422, expect.stringContaining(words)]);
    expect(text).toContain(Object.values(fields)[0]?.slice(0, 200));
    expect(await stored()).toBe(before);
  });

  it('a form with 0 lines, or of an objective that is not there, changes nothing', async () => {
    const before = await stored();
    expect((await send({ righe: '0', elenco: '' })).status).toBe(303);
    const unknown = await send({ 'lines[0].objective': ours.town, 'lines[0].shown': '' });
    expect([unknown.status, unknown.text]).toEqual([
      422,
      expect.stringContaining('non è tra quelli del settore'),
    ]);
    expect(await stored()).toBe(before);
  });

  it('of two who save one line at once one is taken; the other reads both texts', async () => {
    const forms = await Promise.all([1, 2].map(() => head.form(place, `${place}/bozza`)));
    const answers = await Promise.all(
      forms.map(({ fields }, at) =>
        head.post(`${place}/bozza`, {
          ...fields,
          'lines[0].shown': '',
          'lines[0].evidence': `testo numero ${at}`,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const told = answers.find(({ status }) => status === 409)?.text ?? '';
    for (const at of [0, 1]) expect(told).toContain(`testo numero ${at}`);
  });
});

describe('another sector’s submission', () => {
  it('is refused to its neighbour by page and API: 403, and nothing is stored', async () => {
    const before = await stored();
    expect((await put({ deviation: 'non mia' }, other)).status).toBe(403);
    expect((await send({ 'lines[0].shown': '', 'lines[0].deviation': 'non mia' }, other)).status).toBe(403);
    expect((await other.json('POST', `${api}/transmit`, {})).status).toBe(403);
    expect(await stored()).toBe(before);
  });
});

describe('evidence of 100 MB', () => {
  const megabyte = new Uint8Array(1_000_000).fill(32);
  const hundred = (): ReadableStream<Uint8Array> => {
    let sent = 0;
    return new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 100) controller.close();
        else controller.enqueue(megabyte);
      },
    });
  };

  it('is refused by the API while it arrives: 413, and nothing is kept', async () => {
    const answer = await head.ask(`/api/v1/obligations/${submission}/evidence?name=atto.txt`, {
      ...{ method: 'POST', body: hundred(), duplex: 'half' },
    } as RequestInit);
    expect([answer.status, JSON.parse(answer.text).detail]).toEqual([413, expect.stringContaining('25 MB')]);
    expect(await inTown(sql, ours.town, (tx) => listEvidence(tx, [submission]))).toEqual([]);
  });

  it('is refused by the form in words: what is too large, and how large it may be', async () => {
    const { fields } = await head.form(`/scadenze/${submission}`, `/scadenze/${submission}/documenti`);
    const file = { field: 'file', name: 'atto.txt', bytes: new Uint8Array(100_000_000).fill(32) };
    const { status, text } = await head.postFiles(`/scadenze/${submission}/documenti`, fields, [file]);
    expect([status, text]).toEqual([413, expect.stringContaining('25 MB')]);
    expect(await inTown(sql, ours.town, (tx) => listEvidence(tx, [submission]))).toEqual([]);
  });
});

describe('after the year is closed', () => {
  it('page and API say that it can only be read: 409', async () => {
    await inTown(sql, ours.town, async (tx) => {
      const cycle = await findCycle(tx, 2023);
      await closeCycle(tx, cycle?.id ?? '', civilDate('2024-04-01'));
    });
    const before = await stored();
    const answer = await put({ deviation: 'tardi' });
    expect([answer.status, JSON.parse(answer.text).type]).toEqual([
      409,
      'urn:traguardo:problema:year-closed',
    ]);
    const modulo = await head.token();
    const typed = {
      righe: '1',
      'lines[0].objective': id ?? '',
      'lines[0].seen': '1',
      'lines[0].deviation': 'tardi',
    };
    const { status, text } = await head.post(`${place}/bozza`, { modulo, ...typed });
    expect([status, text]).toEqual([409, expect.stringContaining('si può solo leggere')]);
    expect(await stored()).toBe(before);
  });
});
