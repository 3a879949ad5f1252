/** *Istruttoria* in pages: forms sent twice, hostile words, the checklist of the town, the papers to sign. */
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { townTime } from '../activities/town.js';
import { readTagged } from '../documents/read-tagged.js';
import { transmitted } from './reviewed-town.js';
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

  it('of another name, or another year, are not there', async () => {
    expect([(await file('altro.docx')).status, (await file('verbale.exe')).status]).toEqual([404, 404]);
  });
});
