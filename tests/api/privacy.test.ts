import { describe, expect, it } from 'vitest';
import { openPdf } from '../../documents/pdf/pdf-engine.js';
import { TOWN_RETENTION } from '../../domain/retention/retention-rules.js';
import { inTown } from '../../store/in-town.js';
import { listAudit } from '../../store/register/audit.js';
import { loadTown } from '../../store/towns/towns.js';
import { SAMPLES, thingsOf } from './route-samples.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours, theirs } = stage;
const [secretary, head, nobody] = [
  await stage.enter(ours.people.secretary),
  await stage.enter(ours.people.head),
  await stage.enter(ours.people.nobody),
];
const here = <T>(work: Parameters<typeof inTown<T>>[2]): Promise<T> => inTown(sql, ours.town, work);

describe('one’s own data', () => {
  it('are on a page, in JSON and in PDF, for whoever has entered, with a role or without', async () => {
    const page = await head.get('/i-miei-dati');
    expect(page.text).toContain('responsabile@prova.example');
    expect(page.text).toContain('Monitoraggi trasmessi');
    expect(page.text).not.toContain('segretaria@prova.example');
    const { text } = await head.get('/i-miei-dati/json');
    expect(JSON.parse(text)).toMatchObject({
      format: 'traguardo.person/1',
      person: { name: 'Responsabile' },
    });
    expect((await nobody.get('/i-miei-dati')).status).toBe(200);
    const pdf = await stage.app.request('/i-miei-dati/pdf', { headers: { cookie: head.cookie } });
    const read = await openPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect(read.numPages).toBeGreaterThan(0);
  });

  it('leave no trace when it is they who look; when the Segretario takes them out, that is in the history', async () => {
    const before = await here((tx) => listAudit(tx, { action: 'person.export' }));
    await head.get('/i-miei-dati/json');
    const taken = await secretary.post(`/persone/${ours.people.head}/dati`, {
      modulo: await secretary.token(),
      formato: 'json',
    });
    expect(JSON.parse(taken.text)).toMatchObject({ person: { id: ours.people.head } });
    const after = await here((tx) => listAudit(tx, { action: 'person.export' }));
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({ person: ours.people.secretary, subject: ours.people.head });
  });

  it('of others are the Segretario’s alone, and never of another town', async () => {
    const ask = async (visitor: typeof head, person: string): Promise<number> =>
      (await visitor.post(`/persone/${person}/dati`, { modulo: await visitor.token(), formato: 'json' }))
        .status;
    expect(await ask(head, ours.people.secretary)).toBe(403);
    expect(await ask(secretary, theirs.people.head)).toBe(404);
  });
});

describe('how long things are kept', () => {
  const save = async (visitor: typeof head, changed: Record<string, string>) =>
    visitor.post('/conservazione', {
      ...Object.fromEntries(Object.entries(TOWN_RETENTION).map(([code, { kept }]) => [code, String(kept)])),
      modulo: await visitor.token(),
      ...changed,
    });

  it('is set by the Segretario within bounds, field by field, and recorded with before and after', async () => {
    for (const bad of ['0', '11', '-1', '2,5', 'due', '', '9'.repeat(400)]) {
      const answer = await save(secretary, { absences: bad });
      expect(answer.status, bad).toBe(422);
      expect(answer.text).toContain('Scrivi un numero di anni da 1 a 10.');
    }
    expect((await save(head, {})).status).toBe(403);
    expect((await save(secretary, { absences: '3' })).status).toBe(303);
    expect((await here(loadTown)).settings.retention).toEqual({ absences: 3 });
    const [row] = await here((tx) => listAudit(tx, { action: 'retention.change' }));
    expect(row).toMatchObject({ before: { absences: 2 }, after: { absences: 3 } });
    expect((await head.get('/conservazione')).text).toContain('3 anni');
  });

  it('is read and set by a program: what is not said stays, out of bounds is refused with its pointer', async () => {
    const kept = async () =>
      (JSON.parse((await head.get('/api/v1/retention')).text) as { town: { rule: string; kept: number }[] })
        .town;
    const of = async (rule: string) => (await kept()).find((one) => one.rule === rule)?.kept;
    const put = (body: object, by = secretary) => by.json('PUT', '/api/v1/retention', body);
    expect((await kept()).map(({ rule }) => rule)).toEqual(Object.keys(TOWN_RETENTION));
    const absences = await of('absences');
    expect((await put({ audit: 12 })).status).toBe(200);
    expect([await of('audit'), await of('absences')]).toEqual([12, absences]);
    const [row] = await here((tx) => listAudit(tx, { action: 'retention.change' }));
    expect(row).toMatchObject({ channel: 'api', before: { audit: 10 }, after: { audit: 12 } });
    for (const bad of [4, 41, -1, 1e21]) {
      const { status, text } = await put({ audit: bad });
      expect([status, text], text).toMatchObject([422, expect.stringContaining('#/audit')]);
    }
    expect((await put({ audit: 11 }, head)).status).toBe(403);
    expect(await of('audit')).toBe(12);
  });

  it('a document whose time is over says so instead of opening', async () => {
    const [file] = await here((tx) => tx<{ id: string }[]>`select id from evidence`);
    const path = `/documenti/${file?.id ?? ''}`;
    expect((await secretary.get(path)).status).toBe(200);
    await here((tx) => tx`update cycle set state = 'closed', closed_on = '2001-01-01'`);
    await here(
      (tx) => tx`select retain_town('{"evidence": {"at": "2012-01-01T00:00:00Z", "day": "2012-01-01"}}')`,
    );
    const gone = await secretary.get(path);
    expect(gone.status).toBe(404);
    expect(gone.text).toContain('alla fine del suo tempo di conservazione');
  });
});

it('no page leads to an address with a name or a mailbox in it, and no line of the log has one', async () => {
  await here((tx) => tx`update person set name = 'Zelinda ' || substr(id::text, 1, 8)`);
  const people = await here(
    (tx) => tx<{ name: string; email: string | null }[]>`select name, email from person`,
  );
  const words = people.flatMap(({ name, email }) => [name, email ?? name]).map((one) => one.toLowerCase());
  const things = await thingsOf(sql, ours);
  for (const [route, sample] of Object.entries(SAMPLES)) {
    if (!/^GET \/(?!api\/|prova-generale|assets)[^.]*$/.test(route)) continue;
    const { text, headers } = await sample(secretary, things);
    const places = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, place]) => place ?? '');
    for (const place of [...places, headers.get('location') ?? '']) {
      if (place.startsWith('mailto:')) continue;
      const plain = decodeURIComponent(place.replaceAll('+', ' ')).toLowerCase();
      expect(
        words.filter((one) => plain.includes(one)),
        `${route}: ${place}`,
      ).toEqual([]);
    }
  }
  await secretary.get(`/avvisi?cerca=${words[0]}`);
  await secretary.get(`/persone/${words[0]}/${words[1]}`);
  const logged = stage.logged.join('\n').toLowerCase();
  expect(words.filter((one) => logged.includes(one))).toEqual([]);
});
