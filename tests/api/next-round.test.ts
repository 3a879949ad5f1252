/** The board's next round is the one that the prova generale shows, and the round will hold: also what earlier mails leave to tell. */
import { describe, expect, it } from 'vitest';
import { loadDashboard } from '../../api/queries/dashboard.js';
import { loadRehearsal, mailsOf } from '../../api/queries/rehearsal.js';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { addDays, civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { giveUpBefore } from '../../store/notices/digest-leftovers.js';
import { freezeDigests } from '../../store/notices/digests.js';
import { insertNotices } from '../../store/notices/notices.js';
import { digestFor } from '../store/furnished-town.js';
import { NOON, openStage } from './stage.js';

const stage = await openStage();
const { ours, sql } = stage;
const TODAY = civilDate('2023-06-29');
const TOMORROW = addDays(TODAY, 1);
const { head } = ours.people;

const boardRound = () => inTown(sql, ours.town, async (tx) => (await loadDashboard(tx, NOON, null)).round);
const rehearsedMails = () =>
  inTown(sql, ours.town, async (tx) => {
    const loaded = await loadRehearsal(tx, NOON, null);
    if (!loaded.ok) throw new Error(loaded.refusal.code);
    return [...mailsOf(loaded.rehearsal, { from: TOMORROW, until: TOMORROW })];
  });
const byReceiver = <One extends { readonly to: string }>(all: readonly One[]): readonly One[] =>
  [...all].sort((a, b) => (a.to < b.to ? -1 : 1));

describe('the next round on the board', () => {
  it('tells the lines of a mail that did not go out, and is what the prova generale shows, word for word', async () => {
    const quiet = ours.obligations.find(
      ({ owner, term, state }) =>
        owner.role === 'head' &&
        owner.sector === 'Finanziario' &&
        state === 'open' &&
        term.kind === 'date' &&
        term.due > '2023-09-30',
    ) as Obligation;
    const lineOf = async () =>
      (await boardRound()).recipients
        .find(({ person }) => person?.id === head)
        ?.facts.lines.find(({ obligation }) => obligation === quiet.id);
    expect(await lineOf()).toBeUndefined();

    await inTown(sql, ours.town, async (tx) => {
      const notice = crypto.randomUUID();
      await insertNotices(tx, [
        {
          ...{ id: notice, obligation: quiet.id, obligationVersion: quiet.version, rung: 'first-notice' },
          ...{ recipient: quiet.owner, person: head, day: TODAY },
        },
      ]);
      const line = { obligation: quiet.id, notice, rung: 'first-notice' as const };
      await freezeDigests(tx, [digestFor(head, { lines: [line] })]);
      // The mail that repeated an answer by link is given up too: the next one repeats it.
      await giveUpBefore(tx, TOMORROW, { now: NOON, at: NOON });
    });

    expect(await lineOf()).toMatchObject({ rung: 'first-notice' });
    const round = await boardRound();
    expect([round.today.state, round.day]).toEqual(['held', TOMORROW]);
    const shown = round.recipients.map(({ person, facts }) => ({
      day: facts.day,
      to: person?.id ?? '',
      facts,
    }));
    const rehearsed = await rehearsedMails();
    expect(byReceiver(shown)).toEqual(byReceiver(rehearsed));
    expect(rehearsed.flatMap(({ facts }) => facts.answered ?? []).length).toBeGreaterThan(0);
  });
});
