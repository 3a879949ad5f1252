/** *E se qualcuno manca?*: an absence tried out, and never recorded. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { callOffAbsence, listAbsences } from '../../store/people/absences.js';
import { NOON, openStage } from './stage.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const secretary = await stage.enter(ours.people.secretary);
const PLACE = '/prova-generale/se';
const ask = (fields: Record<string, string>) => secretary.get(`${PLACE}?${new URLSearchParams(fields)}`);
const DAYS = { dal: '2023-06-29', al: '2023-12-31' };
const head = ours.people.head;
// The absence that the town comes with would be another change.
await inTown(sql, ours.town, async (tx) => {
  for (const { id } of await listAbsences(tx)) await callOffAbsence(tx, id, NOON);
});

/** Mails to one person in those days, by the API. */
const mailsTo = async (person: string): Promise<number> => {
  const { text } = await secretary.get('/api/v1/rehearsal?from=2023-06-29&until=2023-12-31');
  return text.split('\n').filter((line) => line.includes(`"person":{"id":"${person}"`)).length;
};
const countOf = (text: string, kind: string): number =>
  Number(new RegExp(`(\\d+) ${kind}`).exec(text)?.[1] ?? 0);

describe('an absence tried out', () => {
  it('takes every mail of those days from whoever is absent', async () => {
    const { status, text } = await ask({ persona: head, ...DAYS, sostituto: ours.people.oiv });
    expect(status).toBe(200);
    const own = await mailsTo(head);
    expect(own).toBeGreaterThan(0);
    expect(countOf(text, 'in meno')).toBe(own);
  });

  it('gives them to the substitute, or without one to the Segretario', async () => {
    const own = await mailsTo(head);
    const named = (await ask({ persona: head, ...DAYS, sostituto: ours.people.oiv })).text;
    expect(countOf(named, 'in più') + countOf(named, 'con altre voci')).toBe(own);
    const unnamed = (await ask({ persona: head, ...DAYS, sostituto: '' })).text;
    expect(countOf(unnamed, 'in più') + countOf(unnamed, 'con altre voci')).toBe(own);
    expect(countOf(unnamed, 'con altre voci')).toBeGreaterThan(0);
  });

  it('changes nothing on days without mails, and records nothing', async () => {
    expect((await ask({ persona: head, dal: '2023-07-02', al: '2023-07-02' })).text).toContain(
      'Nessun messaggio cambia',
    );
    expect(await inTown(sql, ours.town, (tx) => listAbsences(tx))).toEqual([]);
  });

  it.each([
    [{ persona: '', ...DAYS }, 'Scegli chi manca.'],
    [{ persona: theirs.people.head, ...DAYS }, 'Scegli chi manca.'],
    [{ persona: head, dal: '', al: '2023-08-01' }, 'Indica il primo e l&#39;ultimo giorno.'],
    [{ persona: head, dal: '2023-08-02', al: '2023-08-01' }, 'L&#39;ultimo giorno viene prima del primo.'],
    [{ persona: head, dal: '2023-08-32', al: '2023-09-01' }, '«2023-08-32» non è un giorno del calendario.'],
    [{ persona: head, ...DAYS, sostituto: head }, 'Scegli chi sostituisce, diverso da chi manca.'],
  ])('refuses %o', async (fields: Record<string, string>, message) => {
    const { status, text } = await ask(fields);
    expect(status).toBe(422);
    expect(text).toContain(message);
  });
});
