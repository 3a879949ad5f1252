/** The report to the Giunta: page, DOCX, XLSX and JSON say the same, of what was transmitted alone. */
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/time/instant.js';
import { inTown } from '../../store/in-town.js';
import { listSubmissions } from '../../store/monitoring/submissions.js';
import { sectorIds } from '../../store/people/roles.js';
import { townTime } from '../activities/town.js';
import { thingsOf } from './route-samples.js';
import { openStage } from './stage.js';

let now: Instant = townTime('2023-07-03 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const things = await thingsOf(sql, ours);
const place = `/monitoraggio/finestre/${things.window}/relazione`;
const api = `/api/v1/monitoring/windows/${things.window}/report`;
const mine = `/api/v1/monitoring/${things.submission}`;
const secretary = () => stage.enter(ours.people.secretary);
const FORMULA = '=CMD()\u202e';

beforeAll(async () => {
  const head = await stage.enter(ours.people.head);
  const { lines } = JSON.parse((await head.get(mine)).text);
  const said = lines.map(
    (one: { objective: { id: string }; rowVersion: number; indicators: { id: string }[] }, at: number) => ({
      ...{ objective: one.objective.id, rowVersion: one.rowVersion },
      indicators: one.indicators.map(({ id }) => ({ indicator: id, waiting: true })),
      ...{
        progress: at === 0 ? 'stopped' : 'late',
        deviation: FORMULA,
        cause: 'resources',
        remedy: 'si recupera',
      },
      ...(at === 0 ? { proposal: 'vary', proposalText: 'rinviare a ottobre' } : { proposal: 'confirm' }),
    }),
  );
  await head.json('PUT', `${mine}/lines`, { lines: said });
  const sent = await head.json('POST', `${mine}/transmit`, {});
  if (sent.status !== 200) throw new Error(sent.text);
  now = townTime('2023-08-02 10:00');
});

describe('two days after the due day, one sector of two heard', () => {
  it('the page says who is missing by how many days, what deviates and what is proposed', async () => {
    const { status, text } = await (await secretary()).get(place);
    expect(status).toBe(200);
    expect(text).toContain('Monitoraggi trasmessi: 1 su 2. Termine: lunedì 31 luglio 2023.');
    expect(text).toContain('Non trasmesso, oltre il termine (2 giorni)');
    expect(text).toContain('rinviare a ottobre');
    expect(text).toContain('Personale o risorse mancanti');
    // What the plan does not say of an indicator is no news to the Giunta.
    expect(text).toMatch(/: in attesa del dato\.(?! Il piano)/);
    expect(text).not.toContain('Il piano non indica un valore atteso');
    expect(text).not.toContain('\u202e');
  });

  it('the DOCX has the same words, under the window’s name', async () => {
    const answer = await stage.app.request(`${place}.docx`, {
      headers: { cookie: (await secretary()).cookie },
    });
    expect(answer.headers.get('content-disposition')).toContain('Monitoraggio del primo semestre 2023');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) });
    for (const words of [
      'Che cosa richiede una decisione',
      'rinviare a ottobre',
      '=CMD()',
      'Settore Finanziario',
    ])
      expect(value).toContain(words);
  });

  it('the XLSX has sheets of sectors with real days, of objectives and proposals; a formula typed is text', async () => {
    const answer = await stage.app.request(`${api}/xlsx`, {
      headers: { cookie: (await secretary()).cookie },
    });
    const sheets = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Settori', 'Obiettivi', 'Proposte di variazione']);
    expect(sheets[0]?.data[1]?.slice(2, 4)).toEqual([
      new Date('2023-07-31T00:00:00Z'),
      new Date('2023-07-03T00:00:00Z'),
    ]);
    expect(sheets[1]?.data[1]).toContain('=CMD()');
    expect(sheets[2]?.data[1]).toContain('rinviare a ottobre');
  });

  it('the JSON has each sector’s standing and the objectives to decide about', async () => {
    const { text } = await (await secretary()).get(api);
    expect(JSON.parse(text)).toMatchObject({
      sectors: [
        { name: 'Finanziario', standing: 'on-time', transmittedOn: '2023-07-03' },
        { name: 'Tecnico', standing: 'missing', daysLate: 2, transmittedOn: null },
      ],
      variations: [things.objective],
      stopped: [],
    });
  });

  it('a draft is not in it: what the other sector saved stays its own', async () => {
    const tecnico = (await inTown(sql, ours.town, (tx) => listSubmissions(tx, 2023))).find(
      ({ sectorName }) => sectorName === 'Tecnico',
    );
    const visitor = await secretary();
    const { lines } = JSON.parse((await visitor.get(`/api/v1/monitoring/${tecnico?.id}`)).text);
    const line = { objective: lines[0].objective.id, rowVersion: 0, deviation: 'ancora in bozza' };
    expect(
      (await visitor.json('PUT', `/api/v1/monitoring/${tecnico?.id}/lines`, { lines: [line] })).status,
    ).toBe(200);
    expect((await (await stage.enter(ours.people.mayor)).get(place)).text).not.toContain('ancora in bozza');
  });

  it('the heads have their own pages: 403', async () => {
    expect((await (await stage.enter(ours.people.head)).get(place)).status).toBe(403);
  });
});

describe('an objective that two sectors share, once one leads it', () => {
  it('is in the lead sector’s submission alone: lines, missing, title and duties follow; dropped, it is in both again', async () => {
    const visitor = await secretary();
    const ids = await inTown(sql, ours.town, (tx) => sectorIds(tx));
    const second = (await inTown(sql, ours.town, (tx) => listSubmissions(tx, 2023))).filter(({ window }) =>
      window.title.includes('secondo'),
    );
    const linesOf = async (sector: string): Promise<[number, string]> => {
      const one = second.find(({ sectorName }) => sectorName === sector);
      const page = JSON.parse((await visitor.get(`/api/v1/monitoring/${one?.id}`)).text);
      const duty = JSON.parse((await visitor.get(`/api/v1/obligations/${one?.id}`)).text);
      const listed = JSON.parse((await visitor.get('/api/v1/obligations?year=2023')).text);
      const row = listed.obligations.find(({ id }: { id: string }) => id === one?.id);
      expect(row.objective.title).toBe(duty.objective.title);
      return [page.lines.length, /\d+ obiettiv\w+/.exec(duty.objective.title)?.[0] ?? ''];
    };
    const lead = (sector: string | null) =>
      visitor.json('POST', `/api/v1/objectives/${things.objective}/lead`, {
        sector,
        reason: 'lo cura un ufficio',
      });
    expect([await linesOf('Finanziario'), await linesOf('Tecnico')]).toEqual([
      [2, '2 obiettivi'],
      [3, '3 obiettivi'],
    ]);
    await lead(ids.get('Finanziario') ?? '');
    expect([await linesOf('Finanziario'), await linesOf('Tecnico')]).toEqual([
      [2, '2 obiettivi'],
      [2, '2 obiettivi'],
    ]);
    await lead(null);
    expect(await linesOf('Tecnico')).toEqual([3, '3 obiettivi']);
  });
});
