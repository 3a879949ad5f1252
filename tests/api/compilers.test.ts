/** *Compilatori*: named by the head for a time, they prepare lines of one sector's submission and nothing else. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Instant } from '../../domain/time/instant.js';
import { inTown } from '../../store/in-town.js';
import { listSubmissions } from '../../store/monitoring/submissions.js';
import { addPerson } from '../../store/people/people.js';
import { sectorIds } from '../../store/people/roles.js';
import { listAudit } from '../../store/register/audit.js';
import { townTime } from '../activities/town.js';
import { thingsOf } from './route-samples.js';
import { openStage } from './stage.js';

let now: Instant = townTime('2023-06-30 10:00');
const stage = await openStage({ now: () => now });
const { ours, theirs, sql } = stage;
const { submission } = await thingsOf(sql, ours);
const sectors = await inTown(sql, ours.town, (tx) => sectorIds(tx));
const person = await inTown(sql, ours.town, (tx) =>
  addPerson(tx, { name: 'Collaboratrice', email: null, createdAt: now }),
);
const other =
  (await inTown(sql, ours.town, (tx) => listSubmissions(tx, 2023))).find(
    ({ sectorName }) => sectorName === 'Tecnico',
  )?.id ?? '';
const finance = sectors.get('Finanziario') ?? '';
const head = () => stage.enter(ours.people.head);
const helper = () => stage.enter(person);
const api = '/api/v1/monitoring';

const Named = z.object({ compiler: z.string() });
const name = async (asked: object) => {
  const answer = await (await head()).json('POST', `${api}/compilers`, {
    ...{ sector: finance, person, from: '2023-07-03', to: '2023-07-14' },
    ...asked,
  });
  return { status: answer.status, text: answer.text };
};
const idIn = (text: string): string => Named.parse(JSON.parse(text)).compiler;
const Page = z.object({
  lines: z.array(z.object({ objective: z.object({ id: z.string() }), rowVersion: z.number() })),
});
const linesOf = async (visitor: Awaited<ReturnType<typeof helper>>) =>
  Page.parse(JSON.parse((await visitor.get(`${api}/${submission}`)).text)).lines;
const pointers = (text: string): readonly string[] =>
  (JSON.parse(text).errors ?? []).map(({ pointer }: { pointer: string }) => pointer);

describe('naming somebody', () => {
  it.each([
    [{ sector: sectors.get('Tecnico') }, '#/sector'],
    [{ person: theirs.people.head }, '#/person'],
    [{ from: '2023-06-29', to: null }, '#/from'],
    [{ from: '2023-02-31', to: null }, '#/from'],
    [{ to: '2023-07-02' }, '#/to'],
    [{ objectives: [ours.town] }, '#/objectives'],
  ])('%j is refused beside its field, and nobody is named', async (asked, pointer) => {
    const { status, text } = await name(asked);
    expect([status, pointers(text)]).toEqual([422, [pointer]]);
    const { text: list } = await (await head()).get('/monitoraggio/chi-prepara');
    expect(list).toContain('Nessuno: prepara e trasmette il Responsabile.');
  });

  it('the Nucleo may not, and a sector of one’s own is the only one offered', async () => {
    expect((await (await stage.enter(ours.people.oiv)).get('/monitoraggio/chi-prepara')).status).toBe(403);
    const { text } = await (await head()).get('/monitoraggio/chi-prepara');
    expect(text).toContain('Settore Finanziario');
    expect(text).not.toContain('Settore Tecnico');
  });
});

describe('from 3 to 14 July, one objective', () => {
  let compiler = '';
  beforeAll(async () => {
    const all = await linesOf(await head());
    compiler = idIn((await name({ objectives: [all[0]?.objective.id] })).text);
  });

  it('before its first day nothing is open to them, not even the list', async () => {
    expect((await (await helper()).get('/monitoraggio')).status).toBe(403);
    now = townTime('2023-07-03 10:00');
    expect((await (await helper()).get('/monitoraggio')).status).toBe(200);
    expect((await (await helper()).get('/')).headers.get('location')).toBe('/monitoraggio');
  });

  it('they see that sector’s submission with that line alone, and no other sector’s', async () => {
    const visitor = await helper();
    expect(await linesOf(visitor)).toHaveLength(1);
    expect((await visitor.get(`/monitoraggio/${other}`)).status).toBe(403);
    const { text } = await visitor.get('/monitoraggio');
    expect(text).toContain('Finanziario');
    expect(text).not.toContain('Tecnico');
  });

  it('they save their line, and the audit says who; another line is refused with its pointer', async () => {
    const visitor = await helper();
    const [mine] = await linesOf(visitor);
    const [, others] = await linesOf(await head());
    const line = (one: typeof mine) => ({ objective: one?.objective.id, rowVersion: one?.rowVersion });
    const saved = await visitor.json('PUT', `${api}/${submission}/lines`, {
      lines: [{ ...line(mine), deviation: 'preparato da me' }],
    });
    expect(JSON.parse(saved.text)).toMatchObject({ saved: [mine?.objective.id], conflicts: [] });
    const refused = await visitor.json('PUT', `${api}/${submission}/lines`, { lines: [line(others)] });
    expect([refused.status, pointers(refused.text)]).toEqual([422, ['#/lines/0/objective']]);
    const confirmed = await visitor.json('PUT', `${api}/${submission}/lines`, { lines: [], confirmed: true });
    expect([confirmed.status, pointers(confirmed.text)]).toEqual([422, ['#/confirmed']]);
    const [row] = await inTown(sql, ours.town, (tx) => listAudit(tx, { subject: submission, atMost: 1 }));
    expect(row).toMatchObject({
      ...{ action: 'monitoring.save', person, role: null },
      after: { as: 'compiler', objectives: [mine?.objective.id] },
    });
    expect((await (await head()).get(`/monitoraggio/${submission}`)).text).toContain('da Collaboratrice');
  });

  it('they never transmit, acknowledge or name others: 403', async () => {
    const visitor = await helper();
    expect((await visitor.get(`/monitoraggio/${submission}`)).text).not.toContain('Trasmetti</button>');
    for (const step of ['transmit', 'acknowledge', 'observe'])
      expect((await visitor.json('POST', `${api}/${submission}/${step}`, { text: 'x' })).status).toBe(403);
    for (const path of ['/cruscotto', '/scadenze', '/obiettivi', '/avvisi', '/monitoraggio/chi-prepara'])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 403]);
  });

  it('after the last day, or called off by the head, nothing is open; what they wrote stays', async () => {
    now = townTime('2023-07-15 10:00');
    expect((await (await helper()).get(`/monitoraggio/${submission}`)).status).toBe(403);
    now = townTime('2023-07-14 10:00');
    expect((await (await helper()).get(`/monitoraggio/${submission}`)).status).toBe(200);
    const visitor = await head();
    const form = await visitor.form(
      '/monitoraggio/chi-prepara',
      `/monitoraggio/chi-prepara/${compiler}/togli`,
    );
    expect((await visitor.post(form.action, form.fields)).status).toBe(303);
    expect((await (await helper()).get(`/monitoraggio/${submission}`)).status).toBe(403);
    expect((await (await head()).get(`${api}/${submission}`)).text).toContain('preparato da me');
    expect((await (await head()).json('POST', `${api}/compilers/${compiler}/end`)).status).toBe(404);
  });
});

describe('the whole sector, by the form', () => {
  it('a person chosen with no objective prepares every line; a missing one is told beside the field', async () => {
    const visitor = await head();
    const form = await visitor.form('/monitoraggio/chi-prepara', '/monitoraggio/chi-prepara');
    const empty = await visitor.post(form.action, { ...form.fields, person: '' });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Scegli una persona')]);
    const named = await visitor.post(form.action, { ...form.fields, person, to: '' });
    expect(named.status).toBe(303);
    expect(await linesOf(await helper())).toHaveLength((await linesOf(await head())).length);
    const { text } = await (await head()).get('/monitoraggio/chi-prepara');
    expect(text).toContain('finché non lo togli');
  });
});
