/** *Ho preso visione*: by the link of a mail, on the page, by a program; and everything that it does not do. */
import { describe, expect, it } from 'vitest';
import { dossierStory } from '../../../api/views/register/dossier-story.js';
import { readDossier } from '../../../documents/dossier-json.js';
import type { Dossier } from '../../../domain/register/dossier.js';
import { verifyDossier } from '../../../domain/register/verify-dossier.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { instant } from '../../../domain/time/instant.js';
import { wordsOf } from '../../../mail/town-words.js';
import { inTown } from '../../../store/in-town.js';
import { completeObligation } from '../../../store/obligations/obligation-commands.js';
import { endRole, roleHolders } from '../../../store/people/people.js';
import { sha256Hex } from '../../../store/register/register.js';
import { townSettingsSchema } from '../../../store/towns/town-settings.js';
import { NOON, openStage } from '../stage.js';
import type { Visitor } from '../visitor.js';
import { knownOf, mailed, ofFinance, press } from './mailed.js';

let now = NOON;
const stage = await openStage({ now: () => now });
const { ours, theirs, sql } = stage;
const { record, audits, entered } = knownOf(stage);
const { head, secretary, mayor } = ours.people;
const WAY = 'presa-visione';
const SAID = 'non sospende i solleciti e non vale come risposta';

const acknowledged = async (obligation: string): Promise<readonly { readonly [key: string]: unknown }[]> => {
  const visitor = await stage.enter(secretary);
  const { text } = await visitor.json('GET', `/api/v1/obligations/${obligation}/acknowledgments`);
  return (JSON.parse(text) as { acknowledgments: [] }).acknowledgments;
};
const ask = (visitor: Visitor, obligation: string) =>
  visitor.json('POST', `/api/v1/obligations/${obligation}/acknowledge`);
const announcements = () =>
  inTown(sql, ours.town, async (tx) => (await tx`select id from announcement`).length);

describe('by the link of a mail', () => {
  it('is offered with what it does not do, recorded by link of that notice, and leaves the obligation as it is', async () => {
    const obligation = ofFinance(ours, 1);
    const link = await mailed(stage, { person: head, obligation, day: '2023-06-05', rung: 'ten-days' });
    expect((await stage.stranger().get(link)).text).toContain(SAID);
    const before = [await record(obligation.id), await announcements()];
    const answer = await press(stage.stranger(), link, WAY, {});
    expect(answer.headers.get('location')).toBe(`${link}?esito=presa-visione`);
    expect([await record(obligation.id), await announcements()]).toEqual(before);
    const { text } = await stage.stranger().get(link);
    expect(text).toContain('Hai preso visione dell&#39;avviso di lunedì 5 giugno 2023');
    expect(text).toContain('giovedì 29 giugno 2023, ore 12:00, dal collegamento dell&#39;avviso');
    expect(text).not.toContain('Ho preso visione');
    expect((await audits(obligation.id))[0]).toMatchObject({
      ...{ channel: 'mail-answer', action: 'notice.acknowledge', person: head },
      after: { rung: 'ten-days', day: '2023-06-05' },
    });
    const [one] = await acknowledged(obligation.id);
    expect((await entered(obligation)).at(-1)).toMatchObject({
      ...{ kind: 'notice-acknowledged', person: head, role: 'head', channel: 'mail-answer' },
      ...{ notice: one?.['notice'], rung: 'ten-days', day: '2023-06-05', due: '2023-04-15' },
    });
  });

  it('sent twice by the same page acts once; from another page it is told the day it was recorded, and doubled never', async () => {
    const obligation = ofFinance(ours, 2);
    const link = await mailed(stage, { person: head, obligation });
    const visitor = stage.stranger();
    const [form, other] = [
      await visitor.form(link, `${link}/${WAY}`),
      await visitor.form(link, `${link}/${WAY}`),
    ];
    for (let time = 0; time < 2; time++)
      expect((await visitor.post(form.action, form.fields)).status).toBe(303);
    const again = await visitor.post(other.action, other.fields);
    expect(again.status).toBe(409);
    expect(again.text).toContain('già registrata, giovedì 29 giugno 2023');
    expect(await acknowledged(obligation.id)).toHaveLength(1);
    expect((await entered(obligation)).filter(({ kind }) => kind === 'notice-acknowledged')).toHaveLength(1);
  });

  it('of each mail is its own: the reminder was read, the sollecito not yet', async () => {
    const obligation = ofFinance(ours, 3);
    const first = await mailed(stage, { person: head, obligation, day: '2023-05-02', rung: 'first-notice' });
    const second = await mailed(stage, { person: head, obligation, day: '2023-06-08', rung: 'late-1' });
    await press(stage.stranger(), first, WAY, {});
    expect((await stage.stranger().get(first)).text).toContain('Hai preso visione');
    expect((await stage.stranger().get(second)).text).toContain(SAID);
    await press(stage.stranger(), second, WAY, {});
    expect((await acknowledged(obligation.id)).map(({ rung }) => rung)).toEqual(['first-notice', 'late-1']);
  });

  it('is for whoever was told, also the Segretario warned and the Sindaco told, who may not answer', async () => {
    const obligation = ofFinance(ours, 3);
    for (const [person, rung, day] of [
      [secretary, 'late-7', '2023-06-26'],
      [mayor, 'late-8', '2023-06-27'],
    ] as const) {
      const link = await mailed(stage, { person, obligation, day, rung });
      expect((await stage.stranger().post(`${link}/in-corso`, {})).status).toBe(403);
      expect((await press(stage.stranger(), link, WAY, {})).status).toBe(303);
    }
    expect((await acknowledged(obligation.id)).map(({ rung }) => rung)).toContain('late-8');
  });

  it('is refused as answers are: of a concluded obligation, with a changed sign, after 60 days, once the role has ended', async () => {
    const obligation = ofFinance(ours, 4);
    const link = await mailed(stage, { person: head, obligation });
    const { action, fields } = await stage.stranger().form(link, `${link}/${WAY}`);
    const sent = async (to = action) => (await stage.stranger().post(to, fields)).status;
    const sign = link[12] === '0' ? '1' : '0';
    expect(await sent(`${link.slice(0, 12)}${sign}${link.slice(13)}/${WAY}`)).toBe(404);
    now = instant(NOON + 90 * 86_400_000);
    expect(await sent()).toBe(410);
    now = NOON;
    const done = { doneOn: civilDate('2023-06-29'), recordedAt: NOON, by: secretary, note: null };
    await inTown(sql, ours.town, (tx) =>
      completeObligation(tx, { obligation: obligation.id, rowVersion: null, ...done }),
    );
    expect(await sent()).toBe(409);
    expect((await stage.stranger().get(link)).text).not.toContain('Ho preso visione');
    const former = theirs.people.head;
    const foreign = await mailed(stage, { person: former, obligation: ofFinance(theirs, 1), town: theirs });
    await inTown(sql, theirs.town, async (tx) => {
      for (const { id, person } of await roleHolders(tx))
        if (person.id === former) await endRole(tx, id, civilDate('2023-06-28'));
    });
    expect((await stage.stranger().post(`${foreign}/${WAY}`, fields)).status).toBe(403);
    expect(await acknowledged(obligation.id)).toEqual([]);
  });
});

describe('by somebody who has entered', () => {
  const obligation = ofFinance(ours, 0);
  const path = `/scadenze/${obligation.id}`;

  it('there is nothing to acknowledge as long as they were told nothing, also for the Segretario', async () => {
    for (const [person, { id }] of [
      [head, obligation],
      [secretary, ofFinance(ours, 1)],
    ] as const) {
      const visitor = await stage.enter(person);
      expect((await visitor.get(`/scadenze/${id}`)).text).not.toContain('Ho preso visione');
      const { status, text } = await ask(visitor, id);
      expect([status, text]).toEqual([409, expect.stringContaining('nessun avviso')]);
    }
  });

  it('on the page it is of their latest notice, and the Segretario sees it there, on the objective and on the board', async () => {
    await mailed(stage, { person: head, obligation, day: '2023-06-20', rung: 'first-notice' });
    await mailed(stage, { person: head, obligation, day: '2023-06-28', rung: 'due-day' });
    const visitor = await stage.enter(head);
    expect((await visitor.get(path)).text).toContain(SAID);
    const form = await visitor.form(path, `${path}/${WAY}`);
    const answer = await visitor.post(form.action, form.fields);
    expect(answer.headers.get('location')).toBe(`${path}?esito=presa-visione`);
    expect((await visitor.get(path)).text).toContain('avviso di mercoledì 28 giugno 2023 («Scade oggi»)');
    expect((await acknowledged(obligation.id)).filter(({ channel }) => channel === 'page')).toMatchObject([
      { rung: 'due-day', day: '2023-06-28', by: { name: 'Responsabile' }, declaredName: null },
    ]);
    const other = await stage.enter(secretary);
    for (const page of [path, `/obiettivi/${obligation.objectiveId}`])
      expect((await other.get(page)).text, page).toContain('Preso visione 29/06/2023 12:00, dalle pagine');
    expect((await other.get('/cruscotto')).text).toContain('Preso visione: Responsabile, 29/06/2023');
    expect((await (await stage.enter(mayor)).get('/cruscotto')).text).not.toContain('Preso visione');
    const day = await other.get('/prova-generale/giorno?del=2023-06-29');
    expect(day.text).toContain('Presa visione dell’avviso di mercoledì 28 giugno 2023');
  });

  it('whom it does not concern is refused: another head, the Nucleo, another town', async () => {
    for (const person of [ours.people.otherHead, ours.people.oiv])
      expect((await ask(await stage.enter(person), obligation.id)).status).toBe(403);
    expect((await ask(await stage.enter(theirs.people.secretary, theirs), obligation.id)).status).toBe(404);
  });

  it('the role has still not answered, for the board too', async () => {
    const board = await (await stage.enter(secretary)).json('GET', '/api/v1/dashboard');
    const { silent } = JSON.parse(board.text) as { silent: { owner: { sector?: string } }[] };
    expect(silent.map(({ owner }) => owner.sector)).toContain('Finanziario');
  });
});

describe('the dossier', () => {
  const made = async (path: string): Promise<Dossier> => {
    const visitor = await stage.enter(secretary);
    const { text } = await visitor.post(path, { modulo: await visitor.token(), formato: 'json' });
    const read = readDossier(Buffer.from(text));
    if (!read.ok) throw new Error(read.message);
    expect(verifyDossier(read.dossier, sha256Hex)).toMatchObject({ ok: true });
    return read.dossier;
  };
  const kindsOf = ({ chains }: Dossier) =>
    chains.flatMap(({ entries }) => entries.map(({ body }) => body?.['kind']));
  const objective = ofFinance(ours, 1).objectiveId ?? '';

  it('of the objective and of whoever acknowledged has it and verifies; that of somebody else says nothing about it', async () => {
    for (const path of [`/obiettivi/${objective}/dossier`, `/persone/${head}/dossier`])
      expect(kindsOf(await made(path)), path).toContain('notice-acknowledged');
    for (const person of [ours.people.otherHead, mayor]) {
      const all = (await made(`/persone/${person}/dossier`)).chains.flatMap(({ entries }) => entries);
      const others = all.filter(({ body }) => body?.['kind'] === 'notice-acknowledged');
      expect(others.filter(({ body }) => body?.['person'] !== person)).toEqual([]);
    }
  });

  it('says in words who, of which notice, when and from where, and counts it apart from answers', async () => {
    const { words: called, mayorRung } = townSettingsSchema.parse({});
    const words = wordsOf(called, mayorRung);
    const { lead, sections } = dossierStory(await made(`/obiettivi/${objective}/dossier`), words);
    expect(sections.flatMap(({ events }) => events)).toContainEqual({
      ...{ when: 'giovedì 29 giugno 2023, ore 12:00', outcome: '', said: [] },
      what: 'Presa visione dell’avviso di lunedì 5 giugno 2023',
      who: 'Responsabile, Responsabile del settore Finanziario, dal collegamento dell’avviso',
    });
    expect(lead.join(' ')).toMatch(/0 risposte; \d+ pres[ae] visione\./);
  });
});
