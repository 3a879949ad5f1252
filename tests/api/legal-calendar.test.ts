/** *Calendario normativo*: the terms of a year, what the town says of itself, what is refused, and the same for programs. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { listAudit } from '../../store/register/audit.js';
import { loadTown } from '../../store/towns/towns.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const secretary = await stage.enter(ours.people.secretary);
const PLACE = '/calendario-normativo';

const plain = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"');
const legalOf = async (town: string) => (await inTown(sql, town, (tx) => loadTown(tx))).settings.legal;
/** The part of the page about one term. */
const termIn = (text: string, id: string): string =>
  plain(new RegExp(`<article class="tr-legal-term" id="${id}">.*?</article>`, 's').exec(text)?.[0] ?? '');
const save = async (fields: Record<string, string>, visitor = secretary) => {
  const { text } = await visitor.get(`${PLACE}?anno=${fields['anno'] ?? '2023'}`);
  const visto = /name="visto" value="(\w+)"/.exec(text)?.[1] ?? 'none';
  const keys = { modulo: await visitor.token(), chiave: crypto.randomUUID() };
  return visitor.post(PLACE, { ...keys, anno: '2023', visto, ...fields });
};

describe('the page', () => {
  it('shows the running year: why the PIAO of 2023 fell on 16 October, and its other reading beside it', async () => {
    const { status, text } = await secretary.get(PLACE);
    expect(status).toBe(200);
    const piao = termIn(text, 'piao');
    expect(piao).toContain('<time datetime="2023-10-16">lunedì 16 ottobre 2023</time>');
    expect(piao).toContain('30 giorni da venerdì 15 settembre 2023, il termine del bilancio come differito.');
    expect(piao).toContain(
      'Domenica 15 ottobre 2023 è un giorno festivo: il termine passa al primo che non lo è.',
    );
    expect(piao).toContain("30 giorni dall'approvazione del bilancio");
    expect(piao).toContain('art. 6 D.L. 80/2021');
    expect(piao.match(/class="tr-legal-reading"/g)).toHaveLength(2);
    expect(plain(text)).toContain('D.M. Interno 28/07/2023');
  });

  it('takes the approval of the plan for the PIAO, and says that nobody typed it', async () => {
    const piao = termIn((await secretary.get(PLACE)).text, 'piao');
    expect(piao).toMatch(/fatto \d+ giorni prima del termine/);
    expect(piao).toContain('il giorno in cui è stato approvato il Piano');
  });

  it('has the monitoring on the day that the town set for it', async () => {
    const monitoring = termIn((await secretary.get(PLACE)).text, 'monitoring-first');
    expect(monitoring).toContain('lunedì 31 luglio 2023');
    expect(monitoring).toContain('Lo fissa: il Comune, nelle sue finestre di monitoraggio.');
  });

  it('says what binds by own rules alone, what is custom, and what nobody verified', async () => {
    const { text } = await secretary.get(PLACE);
    expect(termIn(text, 'relazione')).toContain('Vale se lo prevede il SMVP o il regolamento');
    expect(termIn(text, 'relazione')).not.toContain('tr-badge-due-soon');
    expect(termIn(text, 'individual-objectives')).toContain('Uso, non norma');
    for (const id of ['last-peg-variations', 'individual-objectives'])
      expect(termIn(text, id)).toContain('Da verificare');
    expect(plain(text)).toContain('Il sabato non è festivo.');
  });

  it.each([
    ['2026', 'piao', 'lunedì 30 marzo 2026'],
    ['2024', 'piao', 'lunedì 15 aprile 2024'],
    ['2027', 'budget', 'giovedì 31 dicembre 2026'],
    ['2025', 'cash-plan', 'venerdì 28 febbraio 2025'],
  ])('of %s has %s on %s', async (year, id, day) => {
    expect(termIn((await secretary.get(`${PLACE}?anno=${year}`)).text, id)).toContain(day);
  });

  it.each(['', 'duemila', '1066', '2100', '20234', '-1'])(
    'asked for the year "%s" shows the running one',
    async (year) => {
      const { status, text } = await secretary.get(`${PLACE}?anno=${year}`);
      expect([status, text.includes('I termini del ciclo 2023')]).toEqual([200, true]);
    },
  );

  it('as CSV has one row for each reading, with the norm and the day', async () => {
    const { text, headers } = await secretary.get(`${PLACE}.csv?anno=2026`);
    expect(headers.get('content-disposition')).toBe('attachment; filename="calendario-normativo-2026.csv"');
    const rows = text
      .split('\r\n')
      .filter((row) => row.includes('2026;PIAO, con il Piano') || row.includes('2026;"PIAO, con il Piano'));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('30/03/2026');
  });
});

describe('what the town says', () => {
  it('moves the terms that count from it, stays, and stands in the history', async () => {
    const answer = await save({
      'fatto-budget': '2023-02-20',
      'fatto-peg': '2023-03-20',
      abitanti: '7.500',
      dipendenti: '30',
    });
    expect(answer.status).toBe(303);
    expect(await legalOf(ours.town)).toEqual({
      population: 7500,
      employees: 30,
      years: { 2023: { deferral: null, done: { budget: '2023-02-20', peg: '2023-03-20' } } },
    });
    const { text } = await secretary.get(PLACE);
    expect(termIn(text, 'peg')).toContain('lunedì 13 marzo 2023');
    expect(termIn(text, 'peg')).toContain('fatto 7 giorni dopo il termine');
    expect(termIn(text, 'peg')).toContain('Domenica 12 marzo 2023 è un giorno festivo');
    expect(termIn(text, 'piao')).toContain('mercoledì 22 marzo 2023');
    expect(termIn(text, 'piao')).toContain('Forma semplificata per questo Comune');
    const [entry] = await inTown(sql, ours.town, (tx) => listAudit(tx, { subjectKind: 'town' }));
    expect(entry).toMatchObject({
      action: 'legal-calendar.change',
      person: ours.people.secretary,
      before: { year: 2023, population: null, done: {} },
      after: { year: 2023, population: 7500, done: { budget: '2023-02-20', peg: '2023-03-20' } },
    });
  });

  it('for one year leaves the others, and what is emptied is gone', async () => {
    await save({ anno: '2024', 'differito-al': '2024-04-15', 'differito-da': 'D.M. di prova 1/3/2024' });
    expect(Object.keys((await legalOf(ours.town)).years)).toEqual(['2023', '2024']);
    const { text } = await secretary.get(`${PLACE}?anno=2024`);
    expect(termIn(text, 'piao')).toContain('mercoledì 15 maggio 2024');
    expect(plain(text)).toContain('D.M. di prova 1/3/2024');
    await save({ anno: '2024' });
    expect((await legalOf(ours.town)).years['2024']).toEqual({ deferral: null, done: {} });
    expect((await legalOf(ours.town)).years['2023']?.done).toEqual({
      budget: '2023-02-20',
      peg: '2023-03-20',
    });
  });

  it('by another who looked before is not overwritten', async () => {
    const keys = { modulo: await secretary.token(), chiave: crypto.randomUUID(), visto: '0123456789abcdef' };
    const { status, text } = await secretary.post(PLACE, { ...keys, anno: '2023' });
    expect(status).toBe(409);
    expect(plain(text)).toContain("Qualcuno l'ha modificata mentre la stavi guardando");
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['a day to come', { 'fatto-budget': '2023-06-30' }, 'fatto-budget', 'Il 30/06/2023 deve ancora venire'],
    ['30 February', { 'fatto-peg': '2023-02-30' }, 'fatto-peg', '«2023-02-30» non è un giorno'],
    ['a day of another age', { 'fatto-piao': '1923-02-28' }, 'fatto-piao', "controlla l'anno"],
    ['no number', { abitanti: 'tanti' }, 'abitanti', '«tanti» non è un numero di abitanti'],
    ['fewer than none', { dipendenti: '-3' }, 'dipendenti', 'non è un numero di dipendenti'],
    ['more than all Italians', { abitanti: '99999999' }, 'abitanti', 'non è un numero di abitanti'],
    ['a decree without a day', { 'differito-da': 'D.M. 1/3/2023' }, 'differito-al', 'a quale giorno'],
    ['a day without a decree', { 'differito-al': '2023-09-30' }, 'differito-da', 'Indica il decreto'],
    [
      'a deferral to the next year',
      { 'differito-al': '2024-01-31', 'differito-da': 'D.M.' },
      'differito-al',
      'a un giorno del 2023',
    ],
    [
      'a decree as long as a law',
      { 'differito-al': '2023-09-30', 'differito-da': 'x'.repeat(201) },
      'differito-da',
      '200 caratteri',
    ],
    [
      'markup',
      { abitanti: '<script>1</script>' },
      'abitanti',
      '«&lt;script&gt;1&lt;/script&gt;» non è un numero',
    ],
  ])(
    '%s is refused beside its field, with what was typed, and nothing changes',
    async (_, fields, field, says) => {
      const before = await legalOf(ours.town);
      const { status, text } = await save(fields);
      expect(status).toBe(422);
      expect(plain(text)).toContain(`<a href="#${field}">`);
      expect(plain(text)).toContain(says);
      expect(text).not.toContain('<script>1');
      expect(await legalOf(ours.town)).toEqual(before);
    },
  );

  it('is of the Segretario; Nucleo and Sindaco read, a head does not; another town keeps its own', async () => {
    const oiv = await stage.enter(ours.people.oiv);
    expect((await oiv.get(PLACE)).text).not.toContain('I dati del Comune');
    expect((await oiv.post(PLACE, { modulo: await oiv.token(), anno: '2023' })).status).toBe(403);
    expect((await (await stage.enter(ours.people.mayor)).get(PLACE)).status).toBe(200);
    expect((await (await stage.enter(ours.people.head)).get(PLACE)).status).toBe(403);
    expect(await legalOf(theirs.town)).toEqual({ population: null, employees: null, years: {} });
  });
});

interface Told {
  readonly year: number;
  readonly budgetTerm: unknown;
  readonly terms: readonly {
    readonly id: string;
    readonly readings: readonly { readonly falls: Record<string, unknown>; readonly late: number | null }[];
  }[];
}
const toldOf = async (year: string): Promise<Told> =>
  JSON.parse((await secretary.json('GET', `/api/v1/legal-calendar?year=${year}`)).text) as Told;

describe('the JSON API', () => {
  it('sets what the town says, once per key, and tells each reading with what it was counted from', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const body = { population: 4000, done: { budget: '2023-06-01' } };
    for (let times = 0; times < 2; times++)
      expect((await secretary.json('PATCH', '/api/v1/legal-calendar?year=2023', body, key)).status).toBe(200);
    const told = await toldOf('2023');
    expect(told.budgetTerm).toEqual({ term: '2023-09-15', act: expect.stringContaining('28/07/2023') });
    const piao = told.terms.find(({ id }) => id === 'piao');
    expect(piao?.readings.map(({ falls }) => falls)).toMatchObject([
      {
        is: 'day',
        day: '2023-10-15',
        due: '2023-10-16',
        countedFrom: { what: 'budget-term', day: '2023-09-15', days: 30 },
      },
      {
        is: 'day',
        day: '2023-07-01',
        due: '2023-07-01',
        countedFrom: { what: 'budget', day: '2023-06-01', days: 30 },
      },
    ]);
    expect(told.terms.find(({ id }) => id === 'peg')).toMatchObject({ asked: 'optional' });
    const rows = await inTown(sql, ours.town, (tx) => listAudit(tx, { subjectKind: 'town' }));
    expect(rows.filter(({ channel }) => channel === 'api')).toHaveLength(1);
  });

  it('leaves what the body does not name, and takes away what is null', async () => {
    const patch = (body: object) => secretary.json('PATCH', '/api/v1/legal-calendar?year=2024', body);
    const said = async () => (await legalOf(ours.town)).years['2024'];
    const deferral = { term: '2024-04-30', act: 'D.M. di prova' };
    await patch({ population: 4000, deferral, done: { dup: '2023-05-31', 'dup-update': '2023-06-20' } });
    for (const body of [{}, { employees: 44 }, { done: {} }])
      expect((await patch(body)).status, JSON.stringify(body)).toBe(200);
    expect(await legalOf(ours.town)).toMatchObject({ population: 4000, employees: 44 });
    expect(await said()).toEqual({ deferral, done: { dup: '2023-05-31', 'dup-update': '2023-06-20' } });
    await patch({ population: null, deferral: null, done: { dup: null } });
    expect((await legalOf(ours.town)).population).toBeNull();
    expect(await said()).toEqual({ deferral: null, done: { 'dup-update': '2023-06-20' } });
    expect((await secretary.json('PUT', '/api/v1/legal-calendar?year=2024', {})).status).toBe(404);
  });

  it.each<[string, string, object, string]>([
    ['what it does not know', 'year=2023', { abitanti: 4000 }, ''],
    ['a day to come', 'year=2023', { done: { budget: '2023-07-01' } }, 'done.budget'],
    ['a term that is none', 'year=2023', { done: { festa: '2023-07-01' } }, 'done'],
    ['employees by halves', 'year=2023', { employees: 1.5 }, 'employees'],
    [
      'a deferral into another year',
      'year=2023',
      { deferral: { term: '2025-01-01', act: 'D.M.' } },
      'deferral.term',
    ],
    ['no year', '', {}, 'year'],
    ['a year out of reach', 'year=2100', {}, 'year'],
  ])('refuses %s with a pointer to it', async (_, query, body, pointer) => {
    const { status, text } = await secretary.json('PATCH', `/api/v1/legal-calendar?${query}`, body);
    expect(status).toBe(422);
    expect(text).toContain(pointer.split('.').join('/'));
  });
});
