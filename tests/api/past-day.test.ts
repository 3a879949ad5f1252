/** *Un giorno passato*: due, sent, not sent and why, answered. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { addDays, civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { inTown } from '../../store/in-town.js';
import { insertNotices, insertPassedOver } from '../../store/notices/notices.js';
import { recordRound } from '../../store/notices/rounds.js';
import { appendAudit } from '../../store/register/audit.js';
import { NOON, openStage } from './stage.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const secretary = await stage.enter(ours.people.secretary);
const DAY = civilDate('2023-06-20');
const page = async (day: string): Promise<string> =>
  (await secretary.get(`/prova-generale/giorno?del=${day}`)).text.replaceAll('&#39;', "'");

const owed = ours.obligations.find(
  ({ owner, term, state }) => owner.role === 'head' && term.kind === 'date' && state === 'open',
) as Obligation;

describe('the page of a past day', () => {
  beforeAll(async () => {
    for (const { town, obligations, people } of [ours, theirs]) {
      const one = obligations.find(
        ({ subject }) => subject.objective === owed.subject.objective,
      ) as Obligation;
      await inTown(sql, town, async (tx) => {
        const at = instant(NOON - 9 * 86_400_000);
        const given = { obligation: one.id, obligationVersion: 1, day: DAY, recipient: one.owner };
        await recordRound(tx, { day: DAY, at, notices: 2, digests: 1, passedOver: 1 });
        await insertNotices(tx, [
          { ...given, id: crypto.randomUUID(), rung: 'late-1', person: people.head },
          { ...given, id: crypto.randomUUID(), rung: 'late-3', person: null },
        ]);
        await insertPassedOver(tx, [
          { obligation: one, rung: 'due-day', recipient: one.owner, day: DAY, reason: 'no-round' },
        ]);
        for (const days of [-1, 0, 1]) {
          await appendAudit(tx, {
            at: instant(at + days * 86_400_000),
            person: people.head,
            role: one.owner,
            channel: 'page',
            action: days === 0 ? 'obligation.complete' : 'obligation.reopen',
            subjectKind: 'obligation',
            subject: one.id,
          });
        }
      });
    }
  });

  it('tells when the round was, what it gave and to whom nobody could', async () => {
    const text = await page(DAY);
    expect(text).toContain("L'invio è avvenuto alle 12:00: 1 messaggio, 2 avvisi.");
    expect(text).toContain('2 avvisi dati');
    expect(text).toContain('nessuno ricopriva il ruolo');
  });

  it('tells what was passed over and why, as recorded', async () => {
    const text = await page(DAY);
    expect(text).toContain('in quel giorno non è partito alcun invio');
    expect(text).toContain("registrato con l'invio");
  });

  it('tells what was answered on that day and on no other', async () => {
    expect(await page(DAY)).toContain('Che cosa è stato registrato (1)');
    expect(await page(addDays(DAY, 1))).toContain('Che cosa è stato registrato (1)');
    expect(await page(addDays(DAY, 2))).toContain('Che cosa è stato registrato (0)');
  });

  it('tells what was due', async () => {
    const due = owed.term.kind === 'date' ? owed.term.due : DAY;
    const past = due <= '2023-06-29' ? due : null;
    const [one] = ours.obligations.filter(({ term }) => term.kind !== 'external' && term.due <= '2023-06-29');
    const day = past ?? (one?.term.kind === 'date' ? one.term.due : null);
    expect(day).not.toBeNull();
    expect(await page(String(day))).not.toContain('Che cosa scadeva (0)');
  });

  it('of a Sunday says that the offices were closed', async () => {
    expect(await page('2023-06-25')).toContain('Gli uffici erano chiusi');
  });

  it.each([
    ['2023-02-30', '«2023-02-30» non è un giorno del calendario.'],
    ['2023-06-30', 'Il giorno deve ancora venire'],
    ['0203-06-30', 'qui non scadeva e non partiva nulla'],
  ])('refuses %s', async (day, message) => {
    const { status, text } = await secretary.get(`/prova-generale/giorno?del=${day}`);
    expect(status).toBe(422);
    expect(text.replaceAll('&#39;', "'")).toContain(message);
  });

  it('goes back to the first day on which anything was owed, and no further', async () => {
    const [row] = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ first: string }[]>`select least(min(start_day), min(due))::text as first from obligation`,
    );
    const first = civilDate(row?.first ?? '');
    const [there, after] = [await page(first), await page(addDays(first, 1))];
    expect([there.includes('Giorno prima'), there.includes('Giorno dopo')]).toEqual([false, true]);
    expect(after).toContain(`?del=${first}"`);
    const before = await secretary.get(`/prova-generale/giorno?del=${addDays(first, -1)}`);
    expect(before.status).toBe(422);
    expect((await secretary.get(`/api/v1/past-day?day=${addDays(first, -1)}`)).status).toBe(422);
  });

  it('is for the Segretario and the evaluators, and is led to from the board', async () => {
    const status = async (person: string) =>
      (await (await stage.enter(person)).get('/prova-generale/giorno')).status;
    expect(await status(ours.people.oiv)).toBe(200);
    for (const person of [ours.people.head, ours.people.mayor, ours.people.nobody])
      expect(await status(person)).toBe(403);
    expect((await secretary.get('/cruscotto')).text).toContain('href="/prova-generale/giorno"');
    expect((await (await stage.enter(ours.people.mayor)).get('/cruscotto')).text).not.toContain(
      'href="/prova-generale/giorno"',
    );
  });
});
