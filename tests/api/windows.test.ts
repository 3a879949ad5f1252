/** *Finestre e termini*: what another choice moves is shown first, then saved; an open window's due day is put off. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_WINDOWS } from '../../domain/cycle/windows.js';
import type { Instant } from '../../domain/time/instant.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { listWindows } from '../../store/monitoring/monitoring.js';
import { listSubmissions } from '../../store/monitoring/submissions.js';
import { findObligation } from '../../store/obligations/obligations.js';
import { listAudit } from '../../store/register/audit.js';
import { townTime } from '../activities/town.js';
import { openStage } from './stage.js';

let now: Instant = townTime('2023-06-28 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const api = '/api/v1/monitoring/windows';
const secretary = () => stage.enter(ours.people.secretary);
const put = async (windows: unknown) => (await secretary()).json('PUT', api, { windows });
const pointers = (text: string): readonly string[] =>
  (JSON.parse(text).errors ?? []).map(({ pointer }: { pointer: string }) => pointer);

const standing = () =>
  inTown(sql, ours.town, async (tx) => {
    const cycle = await findCycle(tx, 2023);
    const windows = await listWindows(tx, cycle?.id ?? '');
    const owed = await Promise.all(
      (await listSubmissions(tx, 2023)).map(async ({ id, sectorName, window }) => {
        const found = await findObligation(tx, id);
        const { opens, term, version, subject } = found?.obligation ?? {};
        return { id, sectorName, window: window.id, opens, term, version, title: subject?.objective };
      }),
    );
    return { windows, owed };
  });
const first = {
  ...DEFAULT_WINDOWS[0],
  name: 'Primo monitoraggio',
  due: { month: 9, day: 15, yearsAfter: 0 },
};
const moved = [{ ...first, opens: { month: 7, day: 10, yearsAfter: 0 } }, DEFAULT_WINDOWS[1]];

const Effect = z.object({
  moved: z.array(z.object({ year: z.number(), due: z.string(), opens: z.string() })),
  changes: z.array(z.object({ kind: z.string() })),
});

describe('before the first window opens', () => {
  it('the effect tells the window and the mails that move, and nothing is recorded', async () => {
    const before = await standing();
    const { status, text } = await (await secretary()).json('POST', `${api}/effect`, { windows: moved });
    expect(status).toBe(200);
    const effect = Effect.parse(JSON.parse(text));
    expect(effect.moved).toEqual([{ year: 2023, due: '2023-09-15', opens: '2023-07-10' }]);
    expect(effect.changes.length).toBeGreaterThan(3);
    expect(await standing()).toEqual(before);
    expect(JSON.parse((await (await secretary()).get(api)).text).windows).toEqual(DEFAULT_WINDOWS);
  });

  it.each([
    ['a name that is blank', { ...first, name: ' ' }, '#/windows/0/name'],
    ['due before it opens', { ...first, due: { month: 6, day: 30, yearsAfter: 0 } }, '#/windows/0/due'],
    ['a 31 June', { ...first, due: { month: 6, day: 31, yearsAfter: 0 } }, '#/windows/0/due'],
    [
      'over already this year',
      {
        ...first,
        reference: { month: 5, day: 31, yearsAfter: 0 },
        opens: { month: 6, day: 1, yearsAfter: 0 },
        due: { month: 6, day: 20, yearsAfter: 0 },
      },
      '#/windows/0/due',
    ],
  ])('%s is refused with its pointer', async (_, rule, pointer) => {
    const answer = await put([rule, DEFAULT_WINDOWS[1]]);
    expect([answer.status, pointers(answer.text)]).toEqual([422, [pointer]]);
  });

  it('one window alone is refused, and who may not change them too', async () => {
    expect((await put([first])).status).toBe(422);
    const head = await stage.enter(ours.people.head);
    expect((await head.json('PUT', api, { windows: moved })).status).toBe(403);
  });

  it('by the form: shown, then saved; window, duties and titles follow, and keep their version', async () => {
    const visitor = await secretary();
    const days = { 'w1.name': 'Primo monitoraggio', 'w1.opens': '2023-07-10', 'w1.due': '2023-09-15' };
    const query = new URLSearchParams({
      ...{ prova: 'si', anno: '2023', 'w1.reference': '2023-06-30', ...days },
      ...{ 'w2.name': 'Monitoraggio del secondo semestre', 'w2.reference': '2023-12-31' },
      ...{ 'w2.opens': '2024-01-02', 'w2.due': '2024-01-31' },
    });
    const page = await visitor.get(`/monitoraggio/finestre?${query}`);
    expect(page.text).toContain('si compila dal 10/07/2023 al 15/09/2023');
    const form = await visitor.form(`/monitoraggio/finestre?${query}`, '/monitoraggio/finestre');
    expect((await visitor.post(form.action, form.fields)).status).toBe(303);
    const { windows, owed } = await standing();
    expect(windows.map(({ title, opens, due }) => [title, opens, due])).toEqual([
      ['Primo monitoraggio 2023', '2023-07-10', '2023-09-15'],
      ['Monitoraggio del secondo semestre 2023', '2024-01-02', '2024-01-31'],
    ]);
    const finance = owed.find(
      ({ sectorName, window }) => sectorName === 'Finanziario' && window === windows[0]?.id,
    );
    expect(finance).toMatchObject({
      ...{ opens: '2023-07-10', version: 1, term: { due: '2023-09-15' } },
      title: expect.stringMatching(/^Primo monitoraggio 2023: \d obiettivi da compilare$/),
    });
    const again = await visitor.post(form.action, { ...form.fields, chiave: 'altra' });
    expect(again.status).toBe(409);
  });

  it('a form with a day that is none is told beside the field, with what was typed', async () => {
    const { status, text } = await (await secretary()).get(
      '/monitoraggio/finestre?prova=si&anno=2023&w1.name=Uno&w1.reference=2023-02-30&w1.opens=2023-07-01&w1.due=2023-07-31&w2.name=Due&w2.reference=2023-12-31&w2.opens=2024-01-02&w2.due=2024-01-31',
    );
    expect([status, text]).toEqual([422, expect.stringContaining('Indica un giorno del 2023 o del 2024.')]);
    expect(text).toContain('value="Uno"');
  });
});

describe('from Monday 10 July, the first window open', () => {
  let window = '';
  beforeAll(async () => {
    now = townTime('2023-07-10 10:00');
    window = (await standing()).windows[0]?.id ?? '';
  });

  it('the settings move the second alone', async () => {
    const answer = await put([
      { ...first, name: 'Altro', due: { month: 8, day: 1, yearsAfter: 0 } },
      DEFAULT_WINDOWS[1],
    ]);
    expect(JSON.parse(answer.text)).toEqual({ moved: 0 });
    expect((await standing()).windows[0]).toMatchObject({
      title: 'Primo monitoraggio 2023',
      due: '2023-09-15',
    });
  });

  it.each([
    [{ due: '2023-07-09', reason: 'x' }, ['#/due']],
    [{ due: '2024-04-01', reason: 'x' }, ['#/due']],
    [{ due: '2023-09-15', reason: 'x' }, ['#/due']],
    [{ due: '2023-09-30', reason: ' ' }, ['#/reason']],
    [{ due: '2023-09-30', reason: 'x'.repeat(5_000) }, ['#/reason']],
  ])('its due day is not put off by %j', async (asked, told) => {
    const answer = await (await secretary()).json('POST', `${api}/${window}/due`, asked);
    expect([answer.status, pointers(answer.text)]).toEqual([422, told]);
  });

  it('put off to 30 September with a reason it is a new version for both sectors, and the reason stands on the page', async () => {
    const answer = await (await secretary()).json('POST', `${api}/${window}/due`, {
      due: '2023-09-30',
      reason: 'ferie del personale',
    });
    expect(JSON.parse(answer.text)).toEqual({ window, due: '2023-09-30', submissions: 2 });
    const { owed } = await standing();
    expect(owed.filter((one) => one.window === window).map(({ version, term }) => [version, term])).toEqual(
      [2, 2].map((version) => [version, { kind: 'date', due: '2023-09-30' }]),
    );
    const { text } = await (await secretary()).get('/monitoraggio/finestre');
    expect(text).toContain('Il termine era venerdì 15 settembre 2023. Motivo: ferie del personale');
    const [row] = await inTown(sql, ours.town, (tx) => listAudit(tx, { subject: window, atMost: 1 }));
    expect(row).toMatchObject({ action: 'windows.put-off', after: { reason: 'ferie del personale' } });
  });

  it('the second, not open yet, cannot be put off: 409', async () => {
    const { windows } = await standing();
    const asked = { due: '2024-02-15', reason: 'x' };
    expect((await (await secretary()).json('POST', `${api}/${windows[1]?.id}/due`, asked)).status).toBe(409);
  });
});
