/** *Scala degli avvisi*: its effect is seen before it is saved, and who may save it. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { laddersOf } from '../../store/towns/town-settings.js';
import { changeSettings, loadTown } from '../../store/towns/towns.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const secretary = await stage.enter(ours.people.secretary);
const PLACE = '/prova-generale/scala';

const townOf = (town: string) => inTown(sql, town, (tx) => loadTown(tx));
const RUNGS = [
  'before-start',
  'first-notice',
  'ten-days',
  'three-days',
  'due-day',
  'late-1',
  'late-3',
  'late-7',
  'late-8',
];
const fields = (over: Record<string, string> = {}): Record<string, string> => ({
  tipo: 'milestone',
  ...Object.fromEntries(RUNGS.map((rung) => [`avviso-${rung}`, 'si'])),
  giorni: '20',
  sindaco: 'si',
  atto: 'G.C. n. 12 del 03/02/2023',
  ...over,
});
const asked = (over: Record<string, string> = {}): string =>
  `${PLACE}?${new URLSearchParams({ prova: 'si', ...fields(over) })}`;
const plain = (text: string): string => text.replaceAll('&#39;', "'");
const save = async (over: Record<string, string> = {}, visitor = secretary) =>
  visitor.post(PLACE, { modulo: await visitor.token(), chiave: crypto.randomUUID(), ...fields(over) });

describe('the ladder', () => {
  it('is shown as it is, without an effect and without anything to save', async () => {
    const { status, text } = await secretary.get(PLACE);
    expect(status).toBe(200);
    expect(text).not.toContain('Salva la scala');
    expect(text).toMatch(/<input[^>]*value="30"[^>]*name="giorni"/);
  });

  it('shows what would change, and changes nothing by that', async () => {
    const before = await townOf(ours.town);
    const { status, text } = await secretary.get(asked({ periodo: 'anno' }));
    expect(status).toBe(200);
    expect(text).toContain('In tutto passano da');
    expect(text).toContain('Salva la scala');
    expect(await townOf(ours.town)).toEqual(before);
  });

  it('does not ask again about the act that the town cites already', async () => {
    const known = { ...(await townOf(ours.town)).settings, mayorRung: { on: true, act: 'Sistema, art. 9' } };
    await inTown(sql, ours.town, (tx) => changeSettings(tx, known));
    expect((await secretary.get(asked({ atto: 'Sistema, art. 9' }))).status).toBe(200);
    expect((await secretary.get(asked({ atto: 'Sistema, art. 10' }))).status).toBe(422);
  });

  it('says that nothing changes when it is the one in force', async () => {
    const weekly = Object.fromEntries([1, 2, 3, 4].map((week) => [`avviso-weekly-${week}`, 'si']));
    expect((await secretary.get(asked({ giorni: '30', ...weekly }))).text).toContain(
      'Nessun messaggio cambia',
    );
  });

  it.each([
    [{ giorni: '14' }, 'almeno 15 giorni prima del termine'],
    [{ giorni: '-3' }, 'vanno da 1 a 180'],
    [{ atto: '' }, "Indica numero e data dell'atto"],
    [{ atto: 'delibera di Giunta' }, "l'organo, il numero e la data"],
    [{ atto: 'n. 12 del 03/02/2023' }, "l'organo, il numero e la data"],
    [{ atto: 'G.C. del 31/02/2023 n. 4' }, "l'organo, il numero e la data"],
    [{ atto: 'G.C. n. 4 del 01/12/2023' }, "La data dell'atto è nel futuro."],
    [{ 'avviso-late-7': '' }, 'vuole il preavviso al Segretario'],
  ])('refuses %o, before and when saving', async (over: Record<string, string>, message) => {
    for (const { status, text } of [await secretary.get(asked(over)), await save(over)]) {
      expect(status).toBe(422);
      expect(plain(text)).toContain(message);
    }
    expect((await townOf(ours.town)).ladders).toEqual({});
  });

  it("is saved with its audit row, announced to the round, and is this town's and this kind's alone", async () => {
    const announced = () =>
      inTown(sql, ours.town, async (tx) =>
        Number((await tx`select count(*) as n from announcement`)[0]?.['n']),
      );
    const before = await announced();
    const { status, headers } = await save();
    expect(status).toBe(303);
    expect(headers.get('location')).toBe(`${PLACE}?esito=scala&tipo=milestone`);
    const town = await townOf(ours.town);
    const { milestone, monitoring } = laddersOf(town);
    expect(milestone.steps.map(({ rung }) => rung)).toEqual(RUNGS);
    expect(milestone.steps.find(({ rung }) => rung === 'first-notice')?.day).toEqual({
      on: 'calendar-days-before',
      days: 20,
    });
    expect(milestone.mayor).toEqual({ on: true, act: 'G.C. n. 12 del 03/02/2023' });
    expect(monitoring.steps).toHaveLength(13);
    expect((await townOf(theirs.town)).ladders).toEqual({});
    expect(await announced()).toBe(before + 1);
    const audit = await inTown(
      sql,
      ours.town,
      (tx) => tx`select person, before, after from audit where action = 'ladder.change'`,
    );
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({
      person: ours.people.secretary,
      before: { ladder: null },
      after: { kind: 'milestone' },
    });
  });

  it('leaves no ladder of its own where it is the one that every town begins with', async () => {
    const weekly = Object.fromEntries([1, 2, 3, 4].map((week) => [`avviso-weekly-${week}`, 'si']));
    expect((await save({ giorni: '30', ...weekly })).status).toBe(303);
    expect((await townOf(ours.town)).ladders).toEqual({});
  });

  it('without the Sindaco needs no act, and his rung is gone for every kind', async () => {
    expect((await save({ sindaco: '', atto: '' })).status).toBe(303);
    expect((await townOf(ours.town)).settings.mayorRung).toEqual({ on: false, act: null });
  });

  it('says on the page who chose the act and when, that it is missing, that the notice is off', async () => {
    const shown = async (): Promise<string> => plain((await secretary.get(PLACE)).text);
    expect(await shown()).toContain('Oggi il Sindaco non riceve comunicazioni');
    expect((await save({ atto: ' G.C.  n. 12 del 03/02/2023 ' })).status).toBe(303);
    expect(await shown()).toContain(
      "Oggi la comunicazione è prevista da G.C. n. 12 del 03/02/2023: i messaggi che ne parlano citano l'atto. Registrato giovedì 29 giugno 2023 da Segretaria.",
    );
    const { settings } = await townOf(ours.town);
    await inTown(sql, ours.town, (tx) =>
      changeSettings(tx, { ...settings, mayorRung: { on: true, act: null } }),
    );
    expect(await shown()).toContain("senza l'atto che la prevede");
  });

  it('is read and changed by a program, with the refusals of the page and a pointer to the member', async () => {
    const place = '/api/v1/ladders/milestone';
    const ladder = { rungs: ['due-day', 'late-3'], firstNoticeDays: 30, mayor: { on: false, act: null } };
    const changed = await secretary.json('PUT', place, ladder);
    expect([changed.status, JSON.parse(changed.text)]).toEqual([200, ladder]);
    expect(JSON.parse((await secretary.get(place)).text)).toEqual(ladder);
    expect(laddersOf(await townOf(ours.town)).milestone.steps.map(({ rung }) => rung)).toEqual(ladder.rungs);
    for (const [over, pointer] of [
      [{ rungs: [] }, '#/rungs'],
      [{ mayor: { on: false, act: 'a\0b\ud800' } }, '#/mayor/act'],
      [{ rungs: ['first-notice'], firstNoticeDays: 200 }, '#/firstNoticeDays'],
      [{ rungs: RUNGS, mayor: { on: true, act: 'delibera di Giunta' } }, '#/mayor/act'],
    ] as const) {
      const { status, text } = await secretary.json('PUT', place, { ...ladder, ...over });
      expect([status, text]).toMatchObject([422, expect.stringContaining(`"${pointer}"`)]);
    }
    expect((await secretary.get('/api/v1/ladders/none')).status).toBe(404);
    const head = await stage.enter(ours.people.head);
    expect((await head.json('PUT', place, ladder)).status).toBe(403);
  });

  it('is read by the evaluators and changed by the Segretario alone', async () => {
    const oiv = await stage.enter(ours.people.oiv);
    const seen = await oiv.get(asked());
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain('Salva la scala');
    for (const person of [ours.people.oiv, ours.people.head, ours.people.mayor])
      expect((await save({}, await stage.enter(person))).status).toBe(403);
    expect((await (await stage.enter(ours.people.head)).get(PLACE)).status).toBe(403);
  });
});
