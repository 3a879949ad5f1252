/** The page of a mail's link: three ways to answer, the receipt, the withdrawal – and nothing by opening it. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/time/civil-date.js';
import { instant } from '../../../domain/time/instant.js';
import { inTown } from '../../../store/in-town.js';
import { completeObligation, setExternalDate } from '../../../store/obligations/obligation-commands.js';
import { NOON, openStage } from '../stage.js';
import { knownOf, mailed, ofFinance, press } from './mailed.js';

let now = NOON;
const stage = await openStage({ demo: false, now: () => now });
const { ours, sql } = stage;
const { record, audits, entered } = knownOf(stage);
const head = ours.people.head;
const DAY_MS = 86_400_000;

/** The town's clock shows `days` days after noon of Thursday 29 June 2023. */
async function daysLater<T>(days: number, work: () => Promise<T>): Promise<T> {
  now = instant(NOON + days * DAY_MS);
  try {
    return await work();
  } finally {
    now = NOON;
  }
}

const counts = () =>
  inTown(sql, ours.town, async (tx) => {
    const tables = [
      'obligation',
      'answer',
      'notice_acknowledgment',
      'audit',
      'command',
      'register_entry',
      'announcement',
      'alert_item',
      'evidence',
    ];
    const rows = await Promise.all(
      tables.map(
        (table) =>
          tx`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as all from ${tx(table)} t`,
      ),
    );
    return JSON.stringify(rows);
  });

describe('opening the link', () => {
  it('shows what is asked, by when, how late, by which act, and three ways; it opens no session and tells no referrer', async () => {
    const link = await mailed(stage, { person: head, obligation: ofFinance(ours, 1) });
    const { status, headers, text } = await stage.stranger().get(link);
    expect(status).toBe(200);
    for (const words of [
      'Rendiconto',
      'sabato 15 aprile 2023',
      'G.C. n. 20 del 28/2/2023',
      'Concluso',
      'In corso',
      'Non è di mia competenza',
    ])
      expect(text).toContain(words);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/<script/);
  });

  it('three times by a scanner, with GET, HEAD and OPTIONS, changes and records nothing; then the person answers', async () => {
    const obligation = ofFinance(ours, 0);
    const link = await mailed(stage, { person: head, obligation });
    const before = await counts();
    for (let time = 0; time < 3; time++) {
      for (const method of ['GET', 'HEAD', 'OPTIONS'])
        for (const path of [link, `${link}/concluso`, `${link}/ritira`, `${link}/presa-visione`])
          await stage.stranger().ask(path, { method });
    }
    expect(await counts()).toBe(before);
    const answer = await press(stage.stranger(), link, 'concluso', { doneOn: '2023-06-28', note: 'Fatto' });
    expect(answer.headers.get('location')).toBe(`${link}?esito=concluso`);
    expect((await record(obligation.id)).obligation).toMatchObject({ state: 'done', doneOn: '2023-06-28' });
  });
});

describe('*Concluso*', () => {
  it('is recorded by link in register and audit, with its files, and told on the receipt with how to take it back', async () => {
    const obligation = ofFinance(ours, 1);
    const link = await mailed(stage, { person: head, obligation });
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20_000_000, 7)]);
    const signed = Buffer.concat([
      Buffer.from('3082100006092a864886f70d010702', 'hex'),
      Buffer.alloc(5000, 1),
    ]);
    const answer = await press(stage.stranger(), link, 'concluso', { doneOn: '2023-06-20', note: '' }, [
      { field: 'file', name: 'IMG_0042.JPG', bytes: photo },
      { field: 'file', name: 'delibera.pdf.p7m', bytes: signed },
    ]);
    expect(answer.status).toBe(303);
    const { text } = await stage.stranger().get(link);
    expect(text).toContain('Hai risposto: Concluso martedì 20 giugno 2023.');
    expect(text).toContain('giovedì 29 giugno 2023 alle 12:00');
    expect(text).toContain('fino a giovedì 6 luglio 2023');
    const [audit] = await audits(obligation.id);
    expect(audit).toMatchObject({ channel: 'mail-answer', action: 'obligation.complete', person: head });
    const last = (await entered(obligation)).at(-1);
    expect(last).toMatchObject({ kind: 'completed', channel: 'mail-answer', doneOn: '2023-06-20' });
    expect(last?.['evidence']).toHaveLength(2);
  });

  it('on a day to come is told beside the field, and keeps what was typed', async () => {
    const link = await mailed(stage, { person: head, obligation: ofFinance(ours, 2) });
    const { status, text } = await press(stage.stranger(), link, 'concluso', {
      doneOn: '2023-06-30',
      note: 'Nota mia',
    });
    expect(status).toBe(422);
    expect(text).toContain('nel futuro');
    expect(text).toContain('Nota mia');
  });

  it('sent twice from the same page acts once; from two pages at once the second is told who was first', async () => {
    const obligation = ofFinance(ours, 2);
    const link = await mailed(stage, { person: head, obligation });
    const visitor = stage.stranger();
    const form = await visitor.form(link, `${link}/concluso`);
    const other = await visitor.form(link, `${link}/concluso`);
    const fields = { doneOn: '2023-06-29', note: 'una volta' };
    const answers = await Promise.all([
      visitor.post(form.action, { ...form.fields, ...fields }),
      visitor.post(form.action, { ...form.fields, ...fields }),
      visitor.post(other.action, { ...other.fields, ...fields, note: "un'altra" }),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect([
      [303, 303, 409],
      [303, 409, 409],
    ]).toContainEqual(statuses);
    expect((await entered(obligation)).filter(({ kind }) => kind === 'completed')).toHaveLength(1);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.text).toContain('L&#39;ha già conclusa Responsabile');
  });
});

describe('a withdrawal', () => {
  it('within 5 working days by the same link opens it again; a second time it is refused; both are in the register', async () => {
    const obligation = ofFinance(ours, 3);
    const link = await mailed(stage, { person: head, obligation });
    await press(stage.stranger(), link, 'concluso', { doneOn: '2023-06-29', note: 'per errore' });
    const form = await stage.stranger().form(link, `${link}/ritira`);
    const first = await daysLater(7, () => stage.stranger().post(form.action, { ...form.fields }));
    expect(first.headers.get('location')).toBe(`${link}?esito=ritirata`);
    expect((await record(obligation.id)).obligation).toMatchObject({ state: 'open', doneOn: null });
    const again = await stage.stranger().post(form.action, { ...form.fields, chiave: 'altra' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('già stata ritirata');
    expect((await entered(obligation)).map(({ kind }) => kind).slice(-2)).toEqual([
      'completed',
      'answer-withdrawn',
    ]);
  });

  it('after 5 working days, Thursday 6 July, is refused and says until when it could be', async () => {
    const obligation = ofFinance(ours, 3);
    const link = await mailed(stage, { person: head, obligation });
    await press(stage.stranger(), link, 'concluso', { doneOn: '2023-06-29', note: '' });
    const form = await stage.stranger().form(link, `${link}/ritira`);
    const late = await daysLater(8, () => stage.stranger().post(form.action, { ...form.fields }));
    expect(late.status).toBe(409);
    expect(late.text).toContain('fino a giovedì 6 luglio 2023');
    expect((await daysLater(8, () => stage.stranger().get(link))).text).not.toContain('Ritira la risposta');
    await daysLater(1, () => stage.stranger().post(form.action, { ...form.fields }));
  });

  it('of a forecast goes back to the one before, and the renewal is free again', async () => {
    const obligation = ofFinance(ours, 3);
    const link = await mailed(stage, { person: head, obligation });
    const explain = (forecast: string) =>
      press(stage.stranger(), link, 'in-corso', { reason: `motivo ${forecast}`, forecast });
    await explain('2023-07-10');
    await explain('2023-07-20');
    expect((await explain('2023-07-25')).text).toContain('già stata rinnovata una volta');
    expect((await record(obligation.id)).obligation.forecast).toBe('2023-07-20');
    await press(stage.stranger(), link, 'ritira', {});
    expect((await record(obligation.id)).obligation.forecast).toBe('2023-07-10');
    expect((await explain('2023-08-28')).status).toBe(303);
  });
});

describe('*In corso*', () => {
  it.each([
    ['', 'manca un parere', 'Indica il giorno'],
    ['2023-06-28', 'manca un parere', 'nel passato'],
    ['2023-08-29', 'manca un parere', 'al più tardi lunedì 28 agosto 2023'],
    ['2023-02-30', 'manca un parere', 'Indica il giorno'],
    ['2023-07-10', '   ', 'Scrivi il motivo'],
  ])('with the forecast "%s" and the reason "%s" is told: %s', async (forecast, reason, words) => {
    const link = await mailed(stage, { person: head, obligation: ofFinance(ours, 4) });
    const { status, text } = await press(stage.stranger(), link, 'in-corso', { reason, forecast });
    expect(status).toBe(422);
    expect(text).toContain(words);
  });

  it('on the day of the last possible forecast is taken, and the receipt says when notices go on', async () => {
    const link = await mailed(stage, { person: head, obligation: ofFinance(ours, 4) });
    await press(stage.stranger(), link, 'in-corso', { reason: 'gara in corso', forecast: '2023-08-28' });
    const { text } = await stage.stranger().get(link);
    expect(text).toContain('Hai risposto: In corso, conclusione prevista lunedì 28 agosto 2023.');
    expect(text).toContain('I solleciti riprendono');
  });
});

describe('what happened since the mail', () => {
  it('concluded by somebody else is said plainly, and an answer to it refused with who and when', async () => {
    const obligation = ofFinance(ours, 4);
    const link = await mailed(stage, { person: head, obligation });
    const form = await stage.stranger().form(link, `${link}/concluso`);
    const done = { doneOn: civilDate('2023-06-29'), recordedAt: NOON, by: ours.people.secretary, note: null };
    await inTown(sql, ours.town, (tx) =>
      completeObligation(tx, { obligation: obligation.id, rowVersion: null, ...done }),
    );
    const { text } = await stage.stranger().get(link);
    expect(text).toContain('È già conclusa da Segretaria');
    expect(text).not.toContain('<form');
    const answer = await stage.stranger().post(form.action, { ...form.fields, doneOn: '2023-06-29' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('già conclusa Segretaria');
  });

  it('a date that moved is said, and a form of before is refused: its author saw another date', async () => {
    const external = ours.obligations.find(({ term }) => term.kind === 'external');
    if (external === undefined) throw new Error('the small plan has an external term');
    const link = await mailed(stage, { person: ours.people.secretary, obligation: external });
    const form = await stage.stranger().form(link, `${link}/concluso`);
    await inTown(sql, ours.town, (tx) =>
      setExternalDate(tx, {
        ...{ obligation: external.id, rowVersion: null },
        ...{ due: civilDate('2023-10-31'), today: civilDate('2023-06-29') },
      }),
    );
    const { text } = await stage.stranger().get(link);
    expect(text).toContain('il termine o chi lo deve è cambiato con un atto');
    expect(text).toContain('martedì 31 ottobre 2023');
    const answer = await stage.stranger().post(form.action, { ...form.fields, doneOn: '2023-06-29' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Qualcuno l&#39;ha modificata');
  });
});
