/**
 * Mails whose time is over: at 17:00 of their day, or an hour after they were frozen where that is later
 * ("Invia ora" in the evening). What never reached DATA joins the next digest; the Segretario is told.
 */
import { addDays } from '../domain/time/civil-date.js';
import { type Instant, instant } from '../domain/time/instant.js';
import { roundWindow } from '../domain/time/round-slot.js';
import type { Tx } from '../store/in-town.js';
import { unmarkMailed } from '../store/notices/alerts.js';
import { type GivenUp, giveUpBefore } from '../store/notices/digest-leftovers.js';
import type { NewEntry } from '../store/register/register.js';
import { raiseNotSent } from './alert-items.js';
import { answerEntries } from './register-bodies.js';
import type { Moment } from './stock.js';

const CHANCE_MS = 3_600_000;

/** 17:00 of today by the town's clock. */
export const mailsEnd = ({ town, today }: Moment): Instant =>
  roundWindow(town.id, today, town.clock.zone).until;

/** Gives up what is late, raises the alerts, and returns the entries for the register. */
export async function giveUpLate(tx: Tx, moment: Moment): Promise<readonly NewEntry[]> {
  const { real, now, today } = moment;
  const clock = { now: real, at: now };
  const given: GivenUp[] = [...(await giveUpBefore(tx, today, clock))];
  if (now >= mailsEnd(moment)) {
    const frozenBefore = instant(now - CHANCE_MS);
    given.push(...(await giveUpBefore(tx, addDays(today, 1), { ...clock, frozenBefore })));
  }
  for (const { digest, kind, day, dataBegun } of given) {
    if (kind === 'daily') await raiseNotSent(tx, digest, now);
    else if (!dataBegun) await unmarkMailed(tx, day);
  }
  const answers = given.map(({ digest, person }) => ({
    digest,
    person,
    answer: 'given-up' as const,
    code: null,
  }));
  return answerEntries(tx, answers, now);
}
