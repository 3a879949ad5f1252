import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { assignRole } from '../../store/people/people.js';
import { readChain, readTexts } from '../../store/register/register.js';
import { obligationsOf } from './obligations-of-stage.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;

const { ofFinance, record, audits, announced, fill } = obligationsOf(stage);

describe('Concluso', () => {
  it('records day, note, who and in which role, and says so on the page', async () => {
    const head = await stage.enter(ours.people.head);
    const { answer } = await fill(head, ofFinance.id, 'concludi', {
      doneOn: '2023-06-27',
      note: 'Fatto con determina 12',
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/scadenze/${ofFinance.id}?esito=concluso`);
    const { obligation, doneBy, doneNote } = await record(ofFinance.id);
    expect(obligation).toMatchObject({ state: 'done', doneOn: '2023-06-27' });
    expect(doneBy?.id).toBe(ours.people.head);
    expect(doneNote).toBe('Fatto con determina 12');
    const [last] = await audits(ofFinance.id);
    expect(last).toMatchObject({
      action: 'obligation.complete',
      person: ours.people.head,
      role: { role: 'head', sector: 'Finanziario' },
      channel: 'page',
    });
    expect((await head.get(answer.headers.get('location') ?? '')).text).toContain('risulta conclusa');
  });

  it("enters it in the objective's chain with ids and hashes; the note lies beside, erasable", async () => {
    const head = await stage.enter(ours.people.head);
    await fill(head, ofFinance.id, 'concludi', { doneOn: '2023-06-28', note: 'parole di una persona' });
    await inTown(sql, ours.town, async (tx) => {
      const entry = (await readChain(tx, { kind: 'objective', id: ofFinance.objectiveId ?? '' })).at(-1);
      expect(entry?.body).toMatchObject({
        kind: 'completed',
        obligation: ofFinance.id,
        person: ours.people.head,
        role: 'head',
        doneOn: '2023-06-28',
        due: '2023-06-30',
        channel: 'page',
      });
      expect(JSON.stringify(entry?.body)).not.toContain('parole');
      const note = String(entry?.body['note']);
      expect((await readTexts(tx, [note])).get(note)).toBe('parole di una persona');
    });
  });

  it('tells no workflow: it can only remove notices', async () => {
    const before = (await announced()).length;
    await fill(await stage.enter(ours.people.head), ofFinance.id, 'concludi', { doneOn: '2023-06-28' });
    expect((await announced()).length).toBe(before);
  });

  it.each([
    ['2023-06-30', 'nel futuro'],
    ['2023-02-30', 'non esiste'],
    ['domani', 'non esiste'],
    ['1999-01-01', "controlla l'anno"],
  ])('refuses the day %s beside the field and keeps what was typed', async (doneOn, words) => {
    const head = await stage.enter(ours.people.head);
    const { answer } = await fill(head, ofFinance.id, 'concludi', { doneOn, note: 'non perdermi' });
    expect(answer.status).toBe(422);
    expect(answer.text.replaceAll('&#39;', "'")).toContain(words);
    expect(answer.text).toContain('aria-invalid="true"');
    expect(answer.text).toContain('non perdermi');
    expect((await record(ofFinance.id)).obligation.state).toBe('open');
  });

  it('by the API without a day means today by the town’s clock', async () => {
    const head = await stage.enter(ours.people.head);
    const { status, text } = await head.json('POST', `/api/v1/obligations/${ofFinance.id}/complete`, {});
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ obligation: ofFinance.id, doneOn: '2023-06-29' });
    expect((await audits(ofFinance.id))[0]).toMatchObject({ channel: 'api' });
  });
});

describe('the same form sent twice', () => {
  it('acts once and answers the same', async () => {
    const head = await stage.enter(ours.people.head);
    const { form, answer } = await fill(head, ofFinance.id, 'concludi', {
      doneOn: '2023-06-28',
      note: 'una volta',
    });
    const before = (await audits(ofFinance.id)).length;
    const again = await head.post(form.action, { ...form.fields, doneOn: '2023-06-28', note: 'una volta' });
    expect([again.status, again.headers.get('location')]).toEqual([
      answer.status,
      answer.headers.get('location'),
    ]);
    expect((await audits(ofFinance.id)).length).toBe(before);
  });

  it('at the same moment, five times, acts once', async () => {
    const head = await stage.enter(ours.people.head);
    const form = await head.form(`/scadenze/${ofFinance.id}`, `/scadenze/${ofFinance.id}/concludi`);
    const before = (await audits(ofFinance.id)).length;
    const fields = { ...form.fields, doneOn: '2023-06-28', note: 'insieme' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => head.post(form.action, fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect((await audits(ofFinance.id)).length).toBe(before + 1);
  });

  it('with another content is refused and changes nothing', async () => {
    const head = await stage.enter(ours.people.head);
    const { form } = await fill(head, ofFinance.id, 'concludi', { doneOn: '2023-06-28', note: 'prima' });
    const again = await head.post(form.action, { ...form.fields, doneOn: '2023-06-20', note: 'seconda' });
    expect(again.status).toBe(422);
    expect((await record(ofFinance.id)).doneNote).toBe('prima');
  });

  it('refused the first time may be sent again once corrected, with the same key', async () => {
    const head = await stage.enter(ours.people.head);
    const { form, answer } = await fill(head, ofFinance.id, 'concludi', { doneOn: '2024-01-01' });
    expect(answer.status).toBe(422);
    expect((await head.post(form.action, { ...form.fields, doneOn: '2023-06-28' })).status).toBe(303);
  });

  it("is another person's: the key belongs to whoever used it first", async () => {
    const head = await stage.enter(ours.people.head);
    const secretary = await stage.enter(ours.people.secretary);
    const path = `/api/v1/obligations/${ofFinance.id}/complete`;
    expect((await head.json('POST', path, { note: 'a' }, { 'idempotency-key': 'k-1' })).status).toBe(200);
    expect((await secretary.json('POST', path, { note: 'a' }, { 'idempotency-key': 'k-1' })).status).toBe(
      422,
    );
    expect((await head.json('POST', path, { note: 'a' }, { 'idempotency-key': 'k-1' })).status).toBe(200);
  });
});

describe('two people completing the same milestone at once', () => {
  it('one wins, the other is told who and when, and nothing of theirs is recorded', async () => {
    const validFrom = civilDate('2023-06-01');
    await inTown(sql, ours.town, (tx) =>
      assignRole(tx, {
        person: ours.people.nobody,
        role: { role: 'head', sector: 'Finanziario' },
        validFrom,
      }),
    );
    const [one, two] = [await stage.enter(ours.people.head), await stage.enter(ours.people.nobody)];
    const path = `/scadenze/${ofFinance.id}`;
    const [first, second] = [
      await one.form(path, `${path}/concludi`),
      await two.form(path, `${path}/concludi`),
    ];
    const before = (await audits(ofFinance.id)).length;
    const answers = await Promise.all([
      one.post(first.action, { ...first.fields, doneOn: '2023-06-27', note: 'uno' }),
      two.post(second.action, { ...second.fields, doneOn: '2023-06-28', note: 'due' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await audits(ofFinance.id)).length).toBe(before + 1);
    const winner = answers[0]?.status === 303 ? 'Responsabile' : 'Senza Ruolo';
    const loser = answers.find(({ status }) => status === 409);
    const said = loser?.text.replaceAll('&#39;', "'") ?? '';
    expect(said).toContain(`L'ha già conclusa ${winner}`);
    expect(said).toContain('registrata alle 12:00');
    expect((await record(ofFinance.id)).doneNote).toBe(winner === 'Responsabile' ? 'uno' : 'due');
  });

  it('one who looked before the other wrote is told that it changed', async () => {
    const head = await stage.enter(ours.people.head);
    const form = await head.form(`/scadenze/${ofFinance.id}`, `/scadenze/${ofFinance.id}/concludi`);
    const path = `/api/v1/obligations/${ofFinance.id}`;
    await head.json('POST', `${path}/complete`, {});
    await head.json('POST', `${path}/reopen`, { reason: 'errore' });
    const late = await head.post(form.action, { ...form.fields, doneOn: '2023-06-28' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('ha modificata mentre');
  });
});
