/** *Istruttoria* in pages: forms sent twice, hostile words, the checklist of the town, the papers to sign. */
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inTown } from '../../store/in-town.js';
import { townTime } from '../activities/town.js';
import { readTagged } from '../documents/read-tagged.js';
import { problemIn, transmitted } from './reviewed-town.js';
import { openStage } from './stage.js';

const stage = await openStage({ now: () => townTime('2024-05-06 10:00') });
const { ours, theirs, sql } = stage;
const HOSTILE = '<script>alert(1)</script> =1+1 \u202e#raw[x] 😀';

beforeAll(() => transmitted(stage, '2024-05-02'));

const member = () => stage.enter(ours.people.oiv);
const file = async (name: string, who: 'oiv' | 'secretary' = 'oiv') => {
  const cookie = (await stage.enter(ours.people[who])).cookie;
  const answer = await stage.app.request(`http://127.0.0.1/istruttoria/2023/documenti/${name}`, {
    headers: { cookie, host: '127.0.0.1' },
  });
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
};

describe('a form', () => {
  it('sent twice asks once, and shows its words as they were typed', async () => {
    const visitor = await member();
    const action = '/istruttoria/2023/domande';
    const { fields } = await visitor.form('/istruttoria?anno=2023', action);
    const said = { ...fields, to: 'secretary', text: HOSTILE };
    expect([(await visitor.post(action, said)).status, (await visitor.post(action, said)).status]).toEqual([
      303, 303,
    ]);
    const { text } = await visitor.get('/istruttoria?anno=2023');
    expect(text).not.toContain('<script>alert');
    expect(text.split('&lt;script&gt;alert(1)&lt;/script&gt; =1+1').length - 1).toBeLessThan(6);
    const rows = await inTown(
      sql,
      ours.town,
      (tx) => tx`select 1 from review_question where text = ${HOSTILE}`,
    );
    expect(rows).toHaveLength(1);
  });

  it('of 10,000 characters is told beside its field, with what was typed still there', async () => {
    const visitor = await member();
    const action = '/istruttoria/2023/appunti';
    const { fields } = await visitor.form('/istruttoria?anno=2023', action);
    const { status, text } = await visitor.post(action, { ...fields, text: 'y'.repeat(10_000) });
    expect(status).toBe(422);
    expect(text).toContain('Il testo supera i 4000 caratteri.');
    expect(text).toContain('y'.repeat(10_000));
  });

  it('of a round that is not the one that runs is refused and said above the page', async () => {
    const visitor = await member();
    const action = '/istruttoria/2023/domande';
    const { fields } = await visitor.form('/istruttoria?anno=2023', action);
    const { status, text } = await visitor.post(action, {
      ...fields,
      round: '2',
      to: 'secretary',
      text: 'Perché?',
    });
    expect(status).toBe(409);
    expect(text).toContain('si è già conclusa con un esito');
  });
});

it('an objective of another town is nowhere, and one of ours is for evaluators and Segretario', async () => {
  const [foreign] = await inTown(sql, theirs.town, (tx) => tx<{ id: string }[]>`select id from objective`);
  expect((await (await member()).get(`/istruttoria/${foreign?.id}`)).status).toBe(404);
  const [own] = await inTown(
    sql,
    ours.town,
    (tx) => tx<{ id: string }[]>`select id from objective order by id`,
  );
  expect((await (await stage.enter(ours.people.secretary)).get(`/istruttoria/${own?.id}`)).status).toBe(200);
  expect((await (await stage.enter(ours.people.head)).get(`/istruttoria/${own?.id}`)).status).toBe(403);
});

describe('the checklist of the town', () => {
  const action = '/istruttoria/criteri';
  it('keeps a citation as checked while it stands as it was, drops what was emptied, numbers what is new', async () => {
    const visitor = await member();
    const page = await visitor.form(action, action);
    const criteria = Object.fromEntries(
      ['plan-coherence', 'deviations', ''].flatMap((key, at) => [
        [`criteria[${at}].key`, key],
        [`criteria[${at}].text`, ['Coerente', '', 'È pubblicata in tempo'][at] ?? ''],
        [`criteria[${at}].norm`, ''],
      ]),
    );
    const { modulo = '', chiave = '', seen = '' } = page.fields;
    const done = await visitor.post(action, { modulo, chiave, seen, righe: '3', ...criteria });
    expect(done.status).toBe(303);
    const [row] = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ criteria: unknown }[]>`select criteria from review_criteria order by number desc limit 1`,
    );
    expect(row?.criteria).toEqual([
      { key: 'plan-coherence', text: 'Coerente', norm: '', verified: false },
      { key: 'own-1', text: 'È pubblicata in tempo', norm: '', verified: false },
    ]);
    const stale = await visitor.post(action, { modulo, chiave: 'altra', seen, righe: '3', ...criteria });
    expect(stale.status).toBe(409);
  });

  it('without a criterion is refused', async () => {
    const visitor = await member();
    const { modulo = '', chiave = '', seen = '' } = (await visitor.form(action, action)).fields;
    const { status, text } = await visitor.post(action, { modulo, chiave, seen, righe: '0' });
    expect(status).toBe(422);
    expect(text).toContain('Serve almeno un criterio.');
  });
});

describe('the papers', () => {
  it.each(['validazione', 'relazione', 'verbale'])(
    '%s opens in Word, with hostile words as words',
    async (name) => {
      const { status, bytes } = await file(`${name}.docx`);
      expect(status).toBe(200);
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
      expect(value).toContain('Bozza con quanto è registrato');
      if (name === 'verbale') expect(value).toContain('<script>alert(1)</script> =1+1');
    },
  );

  it('minutes are set as a tagged PDF in Italian, with the questions', async () => {
    const { status, bytes } = await file('verbale.pdf', 'secretary');
    expect(status).toBe(200);
    const { text } = await readTagged(bytes);
    expect(text).toContain('Domande e risposte');
  });

  it('working papers have each objective with its terms, history and shared notes, and nobody’s private note', async () => {
    const objective = await inTown(sql, ours.town, async (tx) => {
      const [row] = await tx<{ id: string }[]>`select id from objective where title = 'Rendiconto'`;
      return row?.id ?? '';
    });
    const notes = [
      ['Mio e privato', false],
      ['Letto da tutti', true],
    ] as const;
    for (const [text, shared] of notes)
      for (const about of [objective, null]) {
        const said = { year: 2023, objective: about, text: `${text} ${HOSTILE}`, shared };
        expect((await (await member()).json('POST', '/api/v1/review/notes', said)).status).toBe(200);
      }
    const { status, bytes } = await file('carte.docx');
    expect(status).toBe(200);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    for (const words of [
      'Rendiconto',
      'Previsto, dichiarato, riconosciuto',
      'Termini',
      'Storia',
      'Tutte le domande',
    ])
      expect(value).toContain(words);
    expect(value.split('Letto da tutti <script>alert(1)</script> =1+1 #raw[x] 😀')).toHaveLength(3);
    expect(value).not.toContain('Mio e privato');
    expect(value).not.toContain('\u202e');
    const pdf = await readTagged((await file('carte.pdf', 'secretary')).bytes);
    expect(pdf.title).toBe('Carte di lavoro dell’istruttoria 2023');
    expect(pdf.text).toContain('delibera.pdf');
    expect(pdf.text).toContain('Letto da tutti');
    expect(pdf.text).not.toContain('Mio e privato');
    expect(pdf.roles.get('TH') ?? 0).toBeGreaterThan(20);
  });

  it('the minutes with the proposal for a sector are the evaluators’ and the Segretario’s, with its degrees and acts', async () => {
    const [sector] = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ id: string }[]>`select id from sector where name = 'Finanziario'`,
    );
    const at = `/misurazione/settori/${sector?.id}/verbale.docx?anno=2023`;
    const { cookie } = await member();
    const answer = await stage.app.request(at, { headers: { cookie } });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) });
    for (const words of [
      'Settore Finanziario',
      'Rendiconto',
      'Osservazioni della persona valutata',
      'Nucleo',
    ])
      expect(value).toContain(words);
    expect(value).not.toContain('Bandi');
    const head = await stage.enter(ours.people.head);
    expect((await head.get(at)).status).toBe(403);
    expect((await (await member()).get(at.replace('docx', 'exe'))).status).toBe(404);
  });

  it('of another name, or another year, are not there', async () => {
    expect([(await file('altro.docx')).status, (await file('verbale.exe')).status]).toEqual([404, 404]);
  });
});

it('an outcome about a snapshot that another has superseded is refused with the reason; about the last one it is taken', async () => {
  const [secretary, by] = [await stage.enter(ours.people.secretary), await member()];
  const at = '/api/v1/cycles/2023/relazione';
  const Snapshots = z.object({ snapshots: z.array(z.object({ number: z.int() })) });
  const last = async () =>
    Snapshots.parse(JSON.parse((await secretary.json('GET', at)).text)).snapshots[0]?.number ?? 0;
  const read = await last();
  await secretary.json('PUT', `${at}/texts/context`, { text: 'Corretto dopo.', after: 0 });
  const anew = await secretary.json('POST', `${at}/snapshots`, { reason: 'Mancava il contesto' });
  expect([anew.status, await last()]).toEqual([200, read + 1]);
  const validated = { year: 2023, round: 1, outcome: 'validated', date: '2024-05-06' };
  const send = (snapshot: number) => by.json('POST', '/api/v1/review/outcome', { ...validated, snapshot });
  const refused = problemIn(await send(read));
  expect(refused.type).toContain('snapshot-superseded');
  expect(refused.detail).toContain('Mancava il contesto');
  expect((await send(read + 1)).status).toBe(200);
});
