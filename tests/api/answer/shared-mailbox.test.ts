/** A mailbox that several people read: who answers says their name and, where one is set, knows the code. */
import { beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../../domain/time/instant.js';
import { inTown } from '../../../store/in-town.js';
import { changePerson } from '../../../store/people/people.js';
import { NOON, openStage } from '../stage.js';
import { knownOf, mailed, ofFinance, press } from './mailed.js';

let now = NOON;
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const { entered, audits, record } = knownOf(stage);
const head = ours.people.head;
const ROLE = 'head:Finanziario';

beforeAll(async () => {
  const box = { name: 'Responsabile', email: 'settore@prova.example', sharedMailbox: true };
  await inTown(sql, ours.town, async (tx) => {
    await changePerson(tx, head, box);
    await tx`update role_code set hash = null`;
  });
});

const setCode = async (code: string) => {
  const secretary = await stage.enter(ours.people.secretary);
  const form = await secretary.form('/codici', '/codici');
  return secretary.post('/codici', { ...form.fields, ruolo: ROLE, code });
};

describe('without a code', () => {
  it('asks who answers, and records the name as declared: its hash in the register, in clear in the audit', async () => {
    const obligation = ofFinance(ours, 1);
    const link = await mailed(stage, { person: head, obligation });
    const nameless = await press(stage.stranger(), link, 'concluso', { doneOn: '2023-06-28', chi: ' ' });
    expect(nameless.status).toBe(422);
    expect(nameless.text).toContain('Scrivi il nome e il cognome di chi risponde');
    const answer = await press(stage.stranger(), link, 'concluso', {
      doneOn: '2023-06-28',
      chi: 'Maria  Bianchi',
    });
    expect(answer.status).toBe(303);
    expect((await stage.stranger().get(link)).text).toContain('come Maria Bianchi');
    expect((await audits(obligation.id))[0]?.after).toMatchObject({ declaredName: 'Maria Bianchi' });
    const last = (await entered(obligation)).at(-1);
    expect(last?.['declared']).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(last)).not.toContain('Maria');
  });
});

describe('*Ho preso visione* at a shared mailbox', () => {
  it('asks who says so, as answers do, and tells the name as declared', async () => {
    const obligation = ofFinance(ours, 4);
    const link = await mailed(stage, { person: head, obligation });
    expect((await press(stage.stranger(), link, 'presa-visione', {})).status).toBe(422);
    const fields = { chi: 'Maria Bianchi' };
    expect((await press(stage.stranger(), link, 'presa-visione', fields)).status).toBe(303);
    expect((await stage.stranger().get(link)).text).toContain('come Maria Bianchi');
    expect((await entered(obligation)).at(-1)?.['declared']).toMatch(/^[0-9a-f]{64}$/);
    expect((await audits(obligation.id))[0]?.after).toMatchObject({ declaredName: 'Maria Bianchi' });
  });
});

describe('with a code', () => {
  it.each(['123456', '111111', '654321', '12345', 'abcdef', '1234567890123'])(
    'the Segretario cannot set "%s"',
    async (code) => {
      expect((await setCode(code)).status).toBe(422);
    },
  );

  it('answers are taken with it and not without; the code itself is kept nowhere', async () => {
    expect((await setCode('482915')).headers.get('location')).toBe('/codici?esito=codice');
    const obligation = ofFinance(ours, 2);
    const link = await mailed(stage, { person: head, obligation });
    const fields = { reason: 'manca un parere', forecast: '2023-07-10', chi: 'Maria Bianchi' };
    expect((await press(stage.stranger(), link, 'presa-visione', { chi: 'Maria Bianchi' })).status).toBe(422);
    expect((await press(stage.stranger(), link, 'in-corso', fields)).status).toBe(422);
    const wrong = await press(stage.stranger(), link, 'in-corso', { ...fields, codice: '000111' });
    expect(wrong.status).toBe(403);
    expect(wrong.text).toContain('manca un parere');
    expect(wrong.text).not.toContain('000111');
    expect((await press(stage.stranger(), link, 'in-corso', { ...fields, codice: '482915' })).status).toBe(
      303,
    );
    const rows = await inTown(sql, ours.town, (tx) =>
      Promise.all(
        ['command', 'audit', 'role_code', 'answer'].map((table) => tx`select t::text from ${tx(table)} t`),
      ),
    );
    expect(JSON.stringify(rows)).not.toContain('482915');
  });

  it('wrong 5 times is locked for the day, also for the right one, and told to the Segretario at once', async () => {
    const obligation = ofFinance(ours, 3);
    const link = await mailed(stage, { person: head, obligation });
    const ask = (codice: string) =>
      press(stage.stranger(), link, 'concluso', { doneOn: '2023-06-28', chi: 'Maria Bianchi', codice });
    const statuses: string[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await ask(`99999${n}`)).text.includes('bloccat') ? 'x' : 'no');
    expect(statuses).toHaveLength(5);
    const right = await ask('482915');
    expect(right.status).toBe(403);
    expect(right.text).toContain('sbagliato 5 volte');
    expect((await record(obligation.id)).obligation.state).toBe('open');
    const board = await (await stage.enter(ours.people.secretary)).get('/cruscotto');
    expect(board.text).toContain('il codice della casella condivisa è stato sbagliato più volte');
    now = instant(NOON + 86_400_000);
    expect((await ask('482915')).status).toBe(303);
    now = NOON;
  });
});
