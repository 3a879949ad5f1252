/** A change of the plan in force made in the page, without a document: by plain forms, up to its act. */
import { describe, expect, it } from 'vitest';
import { planVersions } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { actOf } from '../../store/plan/acts.js';
import { readChain } from '../../store/register/register.js';
import { loadTown } from '../../store/towns/towns.js';
import { cycleWorkflowId } from '../../workflows/contract.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const secretary = await stage.enter(ours.people.secretary);
const plain = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"');

/** A new draft from the plan in force: its address. */
async function opened(kind: 'variation' | 'correction' = 'variation'): Promise<string> {
  const answer = await secretary.post('/piano/variazione', {
    ...{ modulo: await secretary.token(), anno: '2023', tipo: kind },
  });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}
const seenIn = (text: string): string => /name="visto" value="(\d+)"/.exec(text)?.[1] ?? '';
const page = async (path: string): Promise<string> => plain((await secretary.get(path)).text);
/** Sends one of the forms of the draft, with the version that its page shows. */
async function send(draft: string, path: string, fields: Record<string, string> = {}) {
  const visto = seenIn((await secretary.get(draft)).text);
  return secretary.post(`${draft}${path}`, { modulo: await secretary.token(), visto, ...fields });
}
/** The objective's form as it stands, with other values in some fields. */
async function amend(draft: string, id: string, change: Record<string, string>) {
  const { text } = await secretary.get(`${draft}/obiettivi/${id}`);
  const form = /<form[^>]*tr-objective-form[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  const fields: Record<string, string> = {};
  const attribute = (tag: string, name: string): string =>
    plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<');
  for (const [input] of form.matchAll(/<input\b[^>]*>/g))
    if (!input.includes('checkbox')) fields[attribute(input, 'name')] = attribute(input, 'value');
  for (const [area, value = ''] of form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[attribute(area, 'name')] = plain(value);
  for (const [select] of form.matchAll(/<select\b[^>]*>[\s\S]*?<\/select>/g))
    fields[attribute(select, 'name')] = attribute(
      /<option[^>]*\bselected\b[^>]*>/.exec(select)?.[0] ?? '',
      'value',
    );
  return secretary.post(`${draft}/obiettivi/${id}`, { ...fields, ...change });
}
const ACT = { organ: 'giunta', number: '60', date: '2023-06-28', note: 'Finanziamento arrivato tardi' };

const versions = () => inTown(sql, ours.town, (tx) => planVersions(tx, ours.plan.cycle));

describe('a variation made in the page', () => {
  it('begins from the plan in force, survives a reload, is one draft for whoever asks again', async () => {
    const draft = await opened();
    expect(await opened()).toBe(draft);
    expect((await amend(draft, 'o2', { title: 'Rendiconto della gestione' })).status).toBe(303);
    const shown = await page(draft);
    expect(shown).toContain('Variazione del piano 2023');
    expect(shown).toContain('Rendiconto della gestione');
    expect(shown).toContain('modificato');
    expect(shown).not.toContain('Aggiungi un settore');
    expect(await page('/piano/variazione?anno=2023')).toContain(`href="${draft}"`);
  });

  it('moves a day in its own words, withdraws an objective, accepts the proposal for its weight, and says which notices move', async () => {
    const draft = await opened();
    expect((await amend(draft, 'o1', { 'milestone-0-date': '2023-10-31' })).status).toBe(303);
    expect((await send(draft, '/obiettivi/o2/togli')).status).toBe(303);
    const shown = await page(draft);
    expect(shown).toContain('sommano a 30, sommavano a 42,5');
    expect(shown).toContain('Adesso 30, proposto 42,5');
    expect((await send(draft, '/settori/s1/pesi', { voci: 'o1', 'peso-o1': 'molto' })).status).toBe(422);
    expect((await send(draft, '/settori/s1/pesi', { voci: 'o1', 'peso-o1': '42,5' })).status).toBe(303);
    const ahead = await page(`${draft}/conferma`);
    expect(ahead).toContain(
      '«entro il 30/06» entro venerdì 30 giugno 2023 → «entro il 31/10/2023» entro martedì 31 ottobre 2023',
    );
    expect(ahead).toMatch(/Avvisi: \d+ in più, \d+ in meno/);
    // 30 days before 31 October 2023 is a Sunday: the notice goes out on the Friday before.
    expect(ahead).toMatch(/venerdì 29 settembre 2023.*Responsabile.*Primo promemoria.*Tempi di pagamento/s);
    expect(ahead).toContain('Non più dovuta');
  });

  it('shows the marks of the act typed before it is confirmed; without a reason, or with an effect to come, nothing is stored', async () => {
    const draft = await opened();
    const early = { ...ACT, date: '2023-06-28', effectiveFrom: '2023-06-01', poi: 'anteprima' };
    const looked = await send(draft, '/conferma', early);
    expect([looked.status, plain(looked.text)]).toEqual([
      200,
      expect.stringContaining("Decorre prima dell'atto, che è mercoledì 28 giugno 2023"),
    ]);
    for (const [change, words] of [
      [{ note: ' ' }, 'Scrivi il motivo della variazione.'],
      [{ effectiveFrom: '2023-07-01' }, 'La decorrenza è nel futuro'],
      [{ effectiveFrom: '2023-01-01' }, "La decorrenza viene prima dell'approvazione del piano."],
      [{ date: '2023-02-01' }, "L'atto viene prima dell'approvazione del piano che cambia."],
      [{ number: '20' }, "è già registrato con un'altra data"],
    ] as const) {
      const { status, text } = await send(draft, '/conferma', { ...ACT, ...change });
      expect([status, plain(text)]).toEqual([422, expect.stringContaining(words)]);
    }
    expect(await versions()).toHaveLength(1);
  });

  it('confirmed is a version by its act: obligations move or are no longer due, cycle and round are told, the list says what changed', async () => {
    const draft = await opened();
    const done = await send(draft, '/conferma', {
      ...ACT,
      effectiveFrom: '2023-06-15',
      protocolNumber: '900',
    });
    expect(done.headers.get('location')).toBe('/piano/variazioni?anno=2023&esito=variazione');
    expect(await versions()).toMatchObject([
      {
        ...{ number: 2, kind: 'variation', effectiveFrom: '2023-06-15', note: ACT.note },
        flags: [
          { code: 'retroactive', day: '2023-06-28' },
          { code: 'after-due', title: 'Rendiconto', day: '2023-04-15' },
          { code: 'weights-sum', sector: 'Finanziario' },
        ],
      },
      { number: 1 },
    ]);
    const told = await inTown(sql, ours.town, (tx) => tx`select workflow_id as id from announcement`);
    expect(told.map((row) => row['id'])).toContain(cycleWorkflowId(ours.town, 2023));
    const list = await page('/piano/variazioni?anno=2023');
    for (const words of [
      'Variazione n. 1 (G.C. n. 60 del 28/6/2023)',
      'Decorrenza: giovedì 15 giugno 2023.',
      'Motivo: Finanziamento arrivato tardi',
      'Protocollo n. 900',
      'peso: 30 → 42,5',
      'tolto (peso 12,5)',
      '«Rendiconto» (Finanziario): modificata dopo la scadenza originaria, sabato 15 aprile 2023.',
    ])
      expect(list).toContain(words);
    const { text: csv } = await secretary.get('/piano/variazioni.csv?anno=2023');
    expect(csv).toContain(
      'Variazione;1;2;Giunta comunale;60;28/06/2023;15/06/2023;Finanziamento arrivato tardi;Finanziario;1;Tempi di pagamento;peso;30;42,5',
    );
    expect(await page('/piano?anno=2023')).toContain('Decorrenza: giovedì 15 giugno 2023.');
  });

  it('a second draft of the same version is told that the plan has changed since, and nothing is stored', async () => {
    const draft = await opened();
    expect((await amend(draft, 'o3', { title: 'Bandi e avvisi' })).status).toBe(303);
    const older = await opened('correction');
    expect((await amend(older, 'o3', { title: 'Bandi, avvisi' })).status).toBe(303);
    expect((await send(draft, '/conferma', { ...ACT, number: '61' })).status).toBe(303);
    const shown = await page(`${older}/conferma`);
    expect(shown).toContain('adesso è in vigore la versione 3');
    expect(shown).not.toContain('Conferma la correzione');
    const { status, text } = await send(older, '/conferma', { note: 'errore' });
    expect([status, plain(text)]).toEqual([422, expect.stringContaining('il piano è cambiato')]);
    expect(await versions()).toHaveLength(3);

    // Nothing is lost: carried over by a button, with what cannot be said on the new draft.
    expect(shown).toContain('Riporta le modifiche sul piano in vigore');
    const carried = await send(older, '/riporta');
    expect(carried.status).toBe(303);
    const fresh = carried.headers.get('location') ?? '';
    expect(fresh).not.toBe(older);
    expect(await page(fresh)).toContain(
      '«Bandi, avvisi» (Tecnico): nel frattempo sono cambiati anche il titolo, e restano quelli in vigore; la bozza diceva «Bandi, avvisi».',
    );
    expect(await page('/importa')).toContain(older.replace('/importa/', ''));
    expect((await send(older, '/riporta')).status).toBe(404);
  });
});

describe('a correction of a clerical error', () => {
  it('has a reason and no act, moves a misread day, stands apart; what takes an act is refused with its place', async () => {
    const draft = await opened('correction');
    expect(await page(draft)).not.toContain('Aggiungi un obiettivo');
    expect((await amend(draft, 'o1', { weight: '50' })).status).toBe(303);
    expect(await page(`${draft}/conferma`)).toContain(
      'Cambia il peso di «Tempi di pagamento» (Finanziario): serve un atto.',
    );
    expect((await send(draft, '/conferma', { note: 'errore' })).status).toBe(422);
    expect((await amend(draft, 'o1', { weight: '42,5', 'milestone-0-date': '2023-11-30' })).status).toBe(303);
    expect((await send(draft, '/conferma', { note: '' })).status).toBe(422);
    const done = await send(draft, '/conferma', { note: 'Nel piano era il 30 novembre' });
    expect(done.headers.get('location')).toBe('/piano/variazioni?anno=2023&esito=correzione');
    const [latest] = await versions();
    expect(latest).toMatchObject({ number: 4, kind: 'correction', organ: null, effectiveFrom: '2023-06-29' });
    const list = await page('/piano/variazioni?anno=2023');
    expect(list).toMatch(
      /Correzioni di errore materiale.*Correzione n. 1 del 29\/06\/2023.*Errore: Nel piano era il 30 novembre/s,
    );
    const chain = await inTown(sql, ours.town, (tx) =>
      readChain(tx, { kind: 'objective', id: ours.plan.objectives[0] ?? '' }),
    );
    expect(chain.at(-1)?.body).toMatchObject({ kind: 'corrected', from: '2023-10-31', due: '2023-11-30' });
    // It goes on standing by the act that it stood by.
    const owed = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ id: string }[]>`
      select id from obligation where objective = ${ours.plan.objectives[0] ?? ''} limit 1`,
    );
    expect(await inTown(sql, ours.town, (tx) => actOf(tx, owed[0]?.id ?? ''))).toMatchObject({
      actNumber: '60',
    });
  });
});

describe('who answers', () => {
  it('passes by the printed words: open obligations go to the new role with a new version, what is concluded stays', async () => {
    const draft = await opened();
    expect((await amend(draft, 'o1', { owner: 'Segretario comunale' })).status).toBe(303);
    const ahead = await page(`${draft}/conferma`);
    expect(ahead).toContain('responsabile: nessuno → Segretario comunale');
    expect(ahead).toContain('Passa a un altro ruolo');
    expect((await send(draft, '/conferma', { ...ACT, number: '62' })).status).toBe(303);
    const rows = await inTown(
      sql,
      ours.town,
      (tx) => tx`
      select o.owner_role, o.state from obligation o join sector s on s.id = o.sector
      where o.objective = ${ours.plan.objectives[0] ?? ''} and s.name = 'Finanziario' and o.kind = 'milestone'`,
    );
    expect(rows.map((row) => [row['ownerRole'], row['state']])).toEqual([['secretary', 'open']]);
  });
});

describe('the day after which a variation is late', () => {
  it('is 15 December until the Segretario says another; a day that no month has is refused beside its field', async () => {
    const keep = async (giorno: string, mese: string) =>
      secretary.post('/piano/variazioni/giorno', {
        modulo: await secretary.token(),
        anno: '2023',
        giorno,
        mese,
      });
    expect(await page('/piano/variazioni?anno=2023')).toMatch(/name="giorno"[^>]*|value="15"/);
    for (const [day, month] of [
      ['31', '11'],
      ['1', '13'],
      ['x', '12'],
    ] as const)
      expect((await keep(day, month)).status, `${day}/${month}`).toBe(422);
    expect((await keep('30', '11')).status).toBe(303);
    const { variations } = (await inTown(sql, ours.town, loadTown)).settings;
    expect(variations.lateAfter).toEqual({ month: 11, day: 30 });
  });
});
