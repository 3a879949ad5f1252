import { describe, expect, it } from 'vitest';
import { ACTIONS_IN_WORDS } from '../../api/views/register/audit-words.js';
import { inTown } from '../../store/in-town.js';
import { AUDIT_CHANNELS, appendAudit } from '../../store/register/audit.js';
import { AUDIT_ACTIONS } from '../../store/register/audit-actions.js';
import { obligationsOf } from './obligations-of-stage.js';
import { NOON, openStage } from './stage.js';

const stage = await openStage();
const { sql, ours, theirs } = stage;
const { ofFinance, fill } = obligationsOf(stage);
const objective = ofFinance.objectiveId ?? '';
const [secretary, head, otherHead, mayor] = [
  await stage.enter(ours.people.secretary),
  await stage.enter(ours.people.head),
  await stage.enter(ours.people.otherHead),
  await stage.enter(ours.people.mayor),
];
await fill(head, ofFinance.id, 'concludi', { doneOn: '2023-06-28', note: '=HYPERLINK("http://x")' });
await fill(secretary, ofFinance.id, 'riapri', { reason: 'era <b>sbagliata</b>' });

const rowsOf = (text: string): number => text.split('<tbody')[1]?.match(/<tr\b/g)?.length ?? 0;
const tableOf = (text: string): string => text.slice(text.indexOf('<tbody'), text.indexOf('</tbody>'));

describe('the history of changes', () => {
  it('says who, in which role, from where, what, about what, before and after, in words', async () => {
    const { status, text } = await secretary.get(`/modifiche?obiettivo=${objective}`);
    expect(status).toBe(200);
    const table = tableOf(text);
    for (const words of [
      '29/06/2023 12:00',
      'Segretaria',
      'dalle pagine',
      'Conclusa',
      'Riaperta',
      'conclusa → aperta',
    ])
      expect(table).toContain(words);
    expect(table).toContain('era &lt;b&gt;sbagliata&lt;/b&gt;');
    expect(table).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it.each([
    ['persona', ours.people.head, 'Conclusa', 'Riaperta'],
    ['azione', 'obligation.reopen', 'Riaperta', 'Conclusa</'],
    ['obiettivo', objective, 'Riaperta', 'Persona aggiunta'],
  ] as const)('is filtered by %s', async (name, value, there, absent) => {
    const table = tableOf((await secretary.get(`/modifiche?${name}=${value}`)).text);
    expect(table).toContain(there);
    expect(table).not.toContain(absent);
  });

  it('takes both days of a span whole, and of a filter that does not read makes none', async () => {
    const count = async (query: string): Promise<number> =>
      rowsOf((await secretary.get(`/modifiche?${query}`)).text);
    const all = await count('');
    expect(await count('dal=2023-06-29&al=2023-06-29')).toBeGreaterThan(1);
    expect(await count('dal=2023-06-30')).toBe(0);
    expect(await count('dal=0001-01-01&al=9999-12-31')).toBe(all);
    const api = await secretary.get('/api/v1/audit?from=0001-01-01&until=9999-12-31');
    expect([api.status, JSON.parse(api.text).changes.length]).toEqual([200, all]);
    expect(await count('al=2023-06-28')).toBeLessThan(all);
    for (const bad of ['dal=ieri', 'persona=1', 'azione=x%27--', 'canale=x', 'prima=-1', 'prima=1e9'])
      expect(await count(bad), bad).toBe(all);
  });

  it('comes 50 at a time, each entry once, the latest first', async () => {
    await inTown(sql, ours.town, async (tx) => {
      for (let n = 0; n < 120; n++)
        await appendAudit(tx, {
          ...{ at: NOON, person: null, role: null, channel: 'cli', action: 'round.ask' },
          ...{ subjectKind: 'town', subject: ours.town, after: { number: `n${n}.` } },
        });
    });
    const seen: string[] = [];
    const read = async (path: string): Promise<void> => {
      const { text } = await secretary.get(path);
      const found = [...tableOf(text).matchAll(/n\d+\./g)].map(([one]) => one);
      expect(found.length).toBeLessThanOrEqual(50);
      seen.push(...found);
      const next = /href="(\/modifiche\?[^"]*prima=\d+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      if (next !== undefined) await read(next);
    };
    await read('/modifiche?canale=cli&azione=round.ask');
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `n${119 - n}.`));
  });

  it('is the Segretario’s whole; everybody else reads what they did and what was done about them', async () => {
    expect(tableOf((await head.get('/modifiche')).text)).toContain('Conclusa');
    expect(tableOf((await head.get('/modifiche')).text)).not.toContain('Riaperta');
    expect((await otherHead.get('/modifiche')).text).toContain('Nessuna modifica');
    expect((await mayor.get(`/modifiche?persona=${ours.people.head}`)).text).toContain('Nessuna modifica');
    expect((await stage.stranger().get('/modifiche')).status).toBe(303);
    const foreign = await stage.enter(theirs.people.secretary, theirs);
    expect((await foreign.get(`/modifiche?obiettivo=${objective}`)).text).toContain('Nessuna modifica');
  });

  it('is taken away as CSV in which no cell is a formula, and given to programs with the same filters', async () => {
    const { text } = await secretary.get(`/modifiche.csv?obiettivo=${objective}`);
    expect(text).toContain('Quando;Chi;Ruolo;Da dove;Che cosa;Su che cosa;Prima;Dopo;Atto');
    for (const cell of text.split(/[;\r\n]+/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@]/);
    const json = async (visitor: typeof head, query: string) =>
      JSON.parse((await visitor.json('GET', `/api/v1/audit?${query}`)).text) as {
        changes: readonly { action: string; seq: number; before: { state?: string } }[];
        next: number | null;
      };
    const { changes } = await json(secretary, `objective=${objective}`);
    expect(changes.slice(0, 2).map(({ action }) => action)).toEqual([
      'obligation.reopen',
      'obligation.complete',
    ]);
    expect(changes[0]?.before.state).toBe('done');
    const below = await json(secretary, `objective=${objective}&below=${changes[0]?.seq ?? 0}`);
    expect(below.changes).toEqual(changes.slice(1));
    expect(below.next).toBeNull();
    const own = new Set((await json(head, '')).changes.map(({ action }) => action));
    expect([...own]).toEqual(['obligation.complete']);
    expect((await secretary.json('GET', '/api/v1/audit?action=x')).status).toBe(422);
  });
});

it('has its own words for each action of the code, and takes no action that it has none for', async () => {
  const words = AUDIT_ACTIONS.map((action) => ACTIONS_IN_WORDS[action]);
  expect(words.filter((one) => one === '' || /[a-z]\.[a-z]/.test(one))).toEqual([]);
  expect(new Set(words).size).toBe(words.length);
  expect(new Set(AUDIT_ACTIONS).size).toBe(AUDIT_ACTIONS.length);
  expect(AUDIT_CHANNELS).toHaveLength(5);
  const unknown = {
    at: NOON,
    person: null,
    role: null,
    channel: 'cli',
    action: 'x.y',
    subjectKind: 'town',
    subject: null,
  } as const;
  await expect(inTown(sql, ours.town, (tx) => appendAudit(tx, unknown))).rejects.toThrow('"x.y"');
});
