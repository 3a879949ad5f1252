/** *Prova generale*: the town's own mails to come, as page, CSV and JSON lines. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rehearsedLineSchema } from '../../api/routes/rehearsed-json.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { inTown } from '../../store/in-town.js';
import { SMALL_PLAN } from '../store/small-plan.js';
import { thingsOf } from './route-samples.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const secretary = await stage.enter(ours.people.secretary);
const { draft: ofThisYear } = await thingsOf(sql, ours);

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => rehearsedLineSchema.parse(JSON.parse(line)));

const OF_THE_CYCLE = /^(Monitoraggio|Autovalutazione|Misurazione|Relazione)/;

describe('GET /api/v1/rehearsal', () => {
  it('gives one mail a line, by day, from the first round still to come', async () => {
    const { status, headers, text } = await secretary.get('/api/v1/rehearsal');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = linesOf(text);
    expect(lines.length).toBeGreaterThan(5);
    const days = lines.map(({ day }) => day);
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => day >= '2023-06-29')).toBe(true);
    for (const { items, text: words, subject } of lines) {
      expect(items.length).toBeGreaterThan(0);
      for (const { objective } of items.slice(0, 1)) expect(words).toContain(objective.slice(0, 20));
      expect(subject).not.toBe('');
    }
  });

  it('keeps to the days asked for, without changing what is said on them', async () => {
    const all = linesOf((await secretary.get('/api/v1/rehearsal')).text);
    const july = linesOf((await secretary.get('/api/v1/rehearsal?from=2023-07-01&until=2023-07-31')).text);
    expect(july).toEqual(all.filter(({ day }) => day.startsWith('2023-07')));
    expect(july.length).toBeGreaterThan(0);
  });

  it.each([
    ['from=2023-06-31', 'from', '«2023-06-31» non è un giorno del calendario.'],
    ['until=domani', 'until', '«domani» non è un giorno del calendario.'],
    ['from=2023-09-01&until=2023-08-31', 'until', "L'ultimo giorno viene prima del primo."],
    ['until=2023-01-01', 'until', "L'ultimo giorno è già passato: la prova generale comincia da oggi."],
    [
      'until=2033-06-29',
      'until',
      'La prova generale arriva fino a due anni da oggi: scegli un ultimo giorno più vicino.',
    ],
  ])('refuses %s and says which day is wrong', async (query, field, message) => {
    const { status, text } = await secretary.get(`/api/v1/rehearsal?${query}`);
    expect(status).toBe(422);
    const { errors } = z
      .object({ errors: z.array(z.object({ pointer: z.string(), detail: z.string() })) })
      .parse(JSON.parse(text));
    expect(errors).toEqual([{ pointer: `#/${field}`, detail: message }]);
    const page = await secretary.get(
      `/prova-generale?${query.replace('from', 'dal').replace('until', 'al')}`,
    );
    expect(page.status).toBe(422);
    expect(page.text).toContain(message.replaceAll("'", '&#39;'));
  });

  it('is for the Segretario and the evaluators, who see the mails of all', async () => {
    const asks = ['/prova-generale', '/prova-generale.csv', '/api/v1/rehearsal'];
    const status = async (person: string): Promise<readonly number[]> => {
      const visitor = await stage.enter(person);
      return Promise.all(asks.map(async (path) => (await visitor.get(path)).status));
    };
    expect(await status(ours.people.oiv)).toEqual([200, 200, 200]);
    for (const person of [ours.people.head, ours.people.mayor, ours.people.rpct, ours.people.nobody])
      expect(await status(person)).toEqual([403, 403, 403]);
  });

  it('knows no draft of another town', async () => {
    const [draft] = await inTown(
      sql,
      theirs.town,
      (tx) => tx<{ id: string }[]>`select id from import_draft limit 1`,
    );
    expect(draft).toBeDefined();
    expect((await secretary.get(`/api/v1/rehearsal?draft=${draft?.id}`)).status).toBe(404);
    expect((await secretary.get(`/prova-generale?bozza=${draft?.id}`)).status).toBe(404);
    expect((await secretary.get('/prova-generale?bozza=nessuna')).status).toBe(404);
  });

  it('of a draft is what its plan would make, from the first day after today, and is led to before confirming', async () => {
    const next: PlanDocument = JSON.parse(JSON.stringify(SMALL_PLAN).replaceAll('2023', '2024'));
    const { text } = await secretary.json('POST', '/api/v1/plan-drafts', next);
    const { draft } = z.object({ draft: z.string() }).parse(JSON.parse(text));
    const inForce = linesOf((await secretary.get('/api/v1/rehearsal?until=2024-12-31')).text);
    const both = linesOf((await secretary.get(`/api/v1/rehearsal?draft=${draft}&until=2024-12-31`)).text);
    const of = (lines: typeof both, year: string) =>
      lines.flatMap(({ items }) =>
        // The second monitoring of a year, its evaluation and its closing are due in the next one.
        items.filter(({ due, objective }) => due?.startsWith(year) && !OF_THE_CYCLE.test(objective)),
      );
    expect(of(inForce, '2024')).toEqual([]);
    expect(new Set(of(both, '2024').map(({ objective }) => objective)).size).toBeGreaterThan(1);
    expect(of(both, '2023')).toEqual(of(inForce, '2023'));
    const page = await secretary.get(`/prova-generale?bozza=${draft}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('se il piano 2024 fosse confermato oggi');
    expect(page.text).not.toContain('href="/scadenze/0.');
    expect((await secretary.get(`/importa/${draft}/conferma`)).text).toContain(
      `href="/prova-generale?bozza=${draft}"`,
    );
  });

  it('of a draft for a year that has a plan is refused: that one would vary it', async () => {
    expect((await secretary.get(`/api/v1/rehearsal?draft=${ofThisYear}`)).status).toBe(409);
    expect((await secretary.get(`/prova-generale?bozza=${ofThisYear}`)).status).toBe(409);
  });

  it('writes nothing', async () => {
    const counted = () =>
      inTown(
        sql,
        ours.town,
        async (tx) => tx`select (select count(*) from notice) + (select count(*) from digest)
        + (select count(*) from audit) + (select count(*) from round) as n`,
      );
    const before = await counted();
    await secretary.get('/prova-generale');
    await secretary.get('/api/v1/rehearsal');
    expect(await counted()).toEqual(before);
  });
});

describe('the page', () => {
  it('counts every mail that the API gives, and names each person', async () => {
    const lines = linesOf((await secretary.get('/api/v1/rehearsal')).text);
    const { text } = await secretary.get('/prova-generale');
    expect(text).toContain(`<strong>${lines.length} messaggi</strong>`);
    for (const name of new Set(lines.map(({ person }) => person?.name ?? ''))) expect(text).toContain(name);
  });

  it('shows 60 days at a time, each mail on one page', async () => {
    const pages = [1, 2, 3, 4, 5, 6].map((n) => secretary.get(`/prova-generale?pagina=${n}`));
    const links = (await Promise.all(pages)).flatMap(({ text }) =>
      [...text.matchAll(/href="(\/prova-generale\/messaggio\?[^"]+)"/g)].map(([, href]) => href),
    );
    const lines = linesOf((await secretary.get('/api/v1/rehearsal')).text);
    expect(links.length).toBe(lines.length);
    expect(new Set(links).size).toBe(lines.length);
  });

  it('opens one mail whole, in the words of the API and as it will look', async () => {
    const [line] = linesOf((await secretary.get('/api/v1/rehearsal')).text);
    const query = `giorno=${line?.day}&a=${line?.person?.id}`;
    const { status, text } = await secretary.get(`/prova-generale/messaggio?${query}`);
    expect(status).toBe(200);
    expect(text).toContain(`/prova-generale/messaggio/html?giorno=${line?.day}&amp;a=${line?.person?.id}`);
    expect(text).not.toContain('{{');
    const html = await secretary.get(`/prova-generale/messaggio/html?${query}`);
    expect(html.status).toBe(200);
    expect(html.headers.get('content-security-policy')).toContain('sandbox');
    expect(html.text).not.toContain('{{');
    expect(
      (await secretary.get(`/prova-generale/messaggio?giorno=2023-07-02&a=${line?.person?.id}`)).status,
    ).toBe(404);
    expect((await secretary.get('/prova-generale/messaggio?giorno=ieri&a=x')).status).toBe(404);
  });

  it('keeps to one person, and counts everybody in the table', async () => {
    const lines = linesOf((await secretary.get('/api/v1/rehearsal')).text);
    const to = lines[0]?.person?.id ?? '';
    const csv = (await secretary.get(`/prova-generale.csv?a=${to}`)).text.trim().split('\r\n');
    expect(csv.length - 1).toBe(lines.filter(({ person }) => person?.id === to).length);
    expect((await secretary.get('/prova-generale.csv')).text.trim().split('\r\n').length - 1).toBe(
      lines.length,
    );
    const { text } = await secretary.get(`/prova-generale?a=${to}`);
    const shown = [...text.matchAll(/messaggio\?giorno=[^"]+a=([^"&]+)"/g)].map(([, who]) => who);
    expect(new Set(shown)).toEqual(new Set([to]));
    expect(text).toContain(`<strong>${lines.length} messaggi</strong>`);
  });
});
