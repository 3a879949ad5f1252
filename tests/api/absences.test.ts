/** Absences by the pages and by the JSON API, on Thursday 29 June 2023. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { listAbsences, loadStaff } from '../../store/people/absences.js';
import { listAudit } from '../../store/register/audit.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const { head, otherHead, nobody, mayor } = ours.people;
const secretary = await stage.enter(ours.people.secretary);
const plain = (text: string): string => text.replaceAll('&#39;', "'");
const record = async (person: string, fields: Record<string, string>) => {
  const form = await secretary.form(`/persone/${person}`, `/persone/${person}/assenze`);
  return secretary.post(form.action, { ...form.fields, absentTo: '', substitute: '', ...fields });
};
const absencesOf = async (person: string) =>
  (await inTown(sql, ours.town, (tx) => listAbsences(tx))).filter((one) => one.person === person);
const end = (absence: string, lastDay: string) =>
  secretary.json('POST', `/api/v1/absences/${absence}/end`, { lastDay });

describe('an absence', () => {
  it.each([
    [{ absentFrom: '' }, 'Indica il primo giorno'],
    [{ absentFrom: '2023-02-30' }, 'Indica il primo giorno'],
    [{ absentFrom: '2023-06-28' }, 'da oggi in poi'],
    [{ absentFrom: '2023-07-10', absentTo: '2023-07-09' }, 'viene prima del primo'],
    [{ absentFrom: '2023-07-10', substitute: head }, 'non può sostituire sé stesso'],
    [{ absentFrom: '2023-07-10', substitute: crypto.randomUUID() }, "Scegli una persona dell'ente"],
    [{ absentFrom: '2023-07-10', substitute: stage.theirs.people.head }, "Scegli una persona dell'ente"],
    [
      { absentFrom: '2023-08-12' },
      'È già assente dal giorno martedì 1 agosto 2023 al giorno sabato 12 agosto',
    ],
    [{ absentFrom: '2023-07-20', absentTo: '2023-08-01' }, 'È già assente'],
  ])('%j is refused in plain words, and what was typed stays', async (fields, words) => {
    const { status, text } = await record(head, fields);
    expect(status).toBe(422);
    expect(plain(text)).toContain(words);
    expect(await absencesOf(head)).toHaveLength(1);
  });

  it('of one day, from today, is shown on person, list and board with who substitutes; the audit has no reason', async () => {
    const fields = { absentFrom: '2023-06-29', absentTo: '2023-06-29', substitute: nobody };
    expect((await record(head, fields)).status).toBe(303);
    const words = 'assente fino a giovedì 29 giugno 2023 – sostituisce Senza Ruolo';
    expect((await secretary.get('/persone')).text).toContain(words);
    expect((await secretary.get('/cruscotto')).text).toContain(words);
    expect((await secretary.get(`/persone/${head}`)).text).toContain('giovedì 29 giugno 2023');
    const [last] = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'person', subject: head }),
    );
    expect(last).toMatchObject({ action: 'absence.add', person: ours.people.secretary });
    expect(Object.keys(last?.after as object).sort()).toEqual(['absence', 'from', 'substitute', 'to']);
  });

  it('gives the substitute the role for its days, and no longer', async () => {
    const substitute = await stage.enter(nobody);
    const { text } = await substitute.get('/le-mie-scadenze');
    expect(text).toContain('Finanziario');
    const owed = ours.obligations.filter(
      ({ owner, state }) => owner.role === 'head' && owner.sector === 'Finanziario' && state === 'open',
    );
    const concluded = `/api/v1/obligations/${owed[0]?.id}/complete`;
    expect((await substitute.json('POST', concluded, { doneOn: '2023-06-29' })).status).toBe(200);
    const [act] = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'obligation', subject: owed[0]?.id ?? '' }),
    );
    expect(act).toMatchObject({ person: nobody, role: { role: 'head', sector: 'Finanziario' } });
    const [today] = (await absencesOf(head)).filter(({ from }) => from === '2023-06-29');
    expect((await end(today?.id ?? '', '2023-06-28')).status).toBe(200);
    expect((await substitute.get('/le-mie-scadenze')).status).not.toBe(200);
    const later = `/api/v1/obligations/${owed[1]?.id}/complete`;
    expect((await substitute.json('POST', later, { doneOn: '2023-06-29' })).status).toBe(403);
  });
});

describe('the end of an absence', () => {
  it('is moved earlier and later; before its first day it is called off, and the days are free again', async () => {
    const { status, body } = await added(otherHead, { from: '2023-07-10', to: '2023-07-20' });
    expect(status).toBe(200);
    expect((await end(body, '2023-07-15')).status).toBe(200);
    expect((await end(body, '2023-07-31')).status).toBe(200);
    expect((await absencesOf(otherHead)).map(({ from, to }) => [from, to])).toEqual([
      ['2023-07-10', '2023-07-31'],
    ]);
    expect((await end(body, '2023-07-09')).status).toBe(200);
    expect(await absencesOf(otherHead)).toEqual([]);
    expect((await end(body, '2023-07-15')).status).toBe(404);
    expect((await added(otherHead, { from: '2023-07-10', to: '2023-07-20' })).status).toBe(200);
  });

  it('cannot lie before yesterday, nor reach into another absence', async () => {
    const { body } = await added(mayor, { from: '2023-06-29', to: '2023-07-05' });
    await added(mayor, { from: '2023-07-10', to: null });
    for (const day of ['2023-06-27', '2023-07-10', '2023-13-01'])
      expect((await end(body, day)).status).toBe(422);
    expect((await end(body, '2023-07-09')).status).toBe(200);
  });
});

describe('rights', () => {
  it('only the Segretario records absences; of another town nothing is found', async () => {
    const asHead = await stage.enter(otherHead);
    const asked = { from: '2023-09-01', to: null };
    expect((await asHead.json('POST', `/api/v1/people/${otherHead}/absences`, asked)).status).toBe(403);
    const foreign = await stage.enter(stage.theirs.people.secretary, stage.theirs);
    expect((await foreign.json('POST', `/api/v1/people/${head}/absences`, asked)).status).toBe(404);
    const [known] = await absencesOf(head);
    const ending = { lastDay: '2023-08-02' };
    expect((await foreign.json('POST', `/api/v1/absences/${known?.id}/end`, ending)).status).toBe(404);
  });

  it('an erased substitute substitutes nobody', async () => {
    const { body } = await added(ours.people.oiv, {
      from: '2023-07-03',
      to: null,
      substitute: ours.people.rpct,
    });
    const away = async () =>
      (await inTown(sql, ours.town, (tx) => loadStaff(tx, civilDate('2023-07-03')))).away.get(
        ours.people.oiv,
      );
    expect((await away())?.substitute?.id).toBe(ours.people.rpct);
    await inTown(
      sql,
      ours.town,
      (tx) => tx`update person set erased_at = '2023-06-29' where id = ${ours.people.rpct}`,
    );
    expect((await away())?.substitute).toBeNull();
    expect(body).not.toBe('');
  });
});

/** By the JSON API; `body`: the id of what was recorded. */
async function added(person: string, days: { from: string; to: string | null; substitute?: string }) {
  const { status, text } = await secretary.json('POST', `/api/v1/people/${person}/absences`, days);
  return { status, body: status === 200 ? (JSON.parse(text) as { absence: string }).absence : '' };
}
