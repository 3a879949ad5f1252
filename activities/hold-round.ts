/**
 * The round of a day: whatever the agenda says is due is resolved from roles to persons, written as
 * notices, and frozen as one digest for each person. All in the transaction that holds the town.
 */
import { agenda, roundDayAt } from '../domain/obligations/agenda-at.js';
import { agendaFacts } from '../domain/obligations/agenda-facts.js';
import type { DigestFacts, DigestLine } from '../domain/obligations/digest.js';
import { digestsOfRound } from '../domain/obligations/digests-of-round.js';
import { type Waiting, waitingOn } from '../domain/obligations/leftovers.js';
import { missedRungs } from '../domain/obligations/missed-rungs.js';
import { roleKey } from '../domain/obligations/obligation.js';
import { isVacant, receiverIds } from '../domain/obligations/receivers.js';
import { answeredBy, toldOf } from '../domain/obligations/repeated-answers.js';
import type { Staff } from '../domain/obligations/staff.js';
import type { Instant } from '../domain/time/instant.js';
import { composeDigest } from '../mail/compose.js';
import { wordsOf } from '../mail/town-words.js';
import type { Tx } from '../store/in-town.js';
import { loadLeftovers, markCarried } from '../store/notices/digest-leftovers.js';
import type { NewDigestLine } from '../store/notices/digests.js';
import { insertNotices, insertPassedOver, loadFired } from '../store/notices/notices.js';
import { recordRound } from '../store/notices/rounds.js';
import { answersToRepeat, markRepeated } from '../store/obligations/answers-to-repeat.js';
import { holdOpenObligations, loadObligations } from '../store/obligations/obligations.js';
import type { Person } from '../store/people/people.js';
import { lastPosted, postedDays } from '../store/register/audit.js';
import type { NewEntry } from '../store/register/register.js';
import { standingObservations } from '../store/review/review.js';
import { laddersOf } from '../store/towns/town-settings.js';
import { raiseNoRecipient } from './alert-items.js';
import type { ActivityDeps } from './deps.js';
import { type FrozenMail, prepareMail, storeMails } from './freeze-digest.js';
import { noticesOfRound } from './notices-of-round.js';
import { raiseOutage } from './raise-outage.js';
import { type FrozenNotice, noticeEntries } from './register-bodies.js';
import type { Stock } from './stock.js';

export interface RoundOutcome {
  /** When the next round will have something to say, by the agenda, which counts the notices given now; town time. */
  readonly next: Instant | null;
  /** Lines of earlier mails still wait for a round. */
  readonly hasLeftovers: boolean;
  /** For the register. */
  readonly entries: readonly NewEntry[];
}

/** Holds the round if one may be held now and has something to say. */
export async function holdRound(
  tx: Tx,
  stock: Stock,
  deps: Pick<ActivityDeps, 'sha256' | 'sender'>,
): Promise<RoundOutcome> {
  const { town, calendar, rounds, now, today } = stock;
  const day = roundDayAt(rounds, calendar, now);
  // Asked all at once, in this order: the answers come back in one go, and what is read is read under the hold.
  const [, obligations, fired, staff, leftovers] = await Promise.all([
    day === null ? null : holdOpenObligations(tx),
    loadObligations(tx),
    loadFired(tx),
    stock.staff(),
    loadLeftovers(tx),
  ]);
  const facts = agendaFacts(obligations, fired, laddersOf(town), calendar);
  const said = agenda(facts, rounds, now);
  const receivers = receiverIds(staff);
  const waiting = waitingOn(leftovers, obligations, today, receivers);
  if (day === null || (said.day === null && waiting.size === 0)) {
    return { next: said.next, hasLeftovers: waiting.size > 0, entries: [] };
  }

  const [answers, observed, posted] = await Promise.all([
    answersToRepeat(tx, now),
    standingObservations(tx),
    lastPosted(tx),
  ]);
  const { zone } = town.clock;
  const context = { town: town.name, day, facts, lastPosted: postedDays(posted, zone), observed };
  const answered = answeredBy(answers, { day, zone, calendar, receivers });
  const words = wordsOf(town.settings.words, town.settings.mayorRung);
  const told = digestsOfRound({ context, agenda: said, receivers, staff, waiting, answered });
  const digests = [...told].map(([person, digest]) => {
    const mail = composeDigest(digest, words);
    return { person, digest, mail, frozen: prepareMail(mail, deps) };
  });
  const mails = new Map(digests.map(({ person, frozen }) => [person, frozen]));
  const { notices, idOf } = noticesOfRound({ due: said.due, waiting, staff, mails, day });

  await insertNotices(
    tx,
    notices.map(({ standsIn: _, inPlaceOf: __, mail: ___, ...notice }) => notice),
  );
  const toFreeze = digests.map(({ person, digest, mail, frozen }) => {
    const lines = linesOf(digest, (line) => idOf(person, line));
    return { person, day, kind: 'daily' as const, roles: digest.roles, mail, lines, frozen };
  });
  const [entries] = await Promise.all([
    noticeEntries(tx, notices, now),
    storeMails(tx, stock, toFreeze, deps),
    insertPassedOver(tx, said.passedOver),
    recordRound(tx, {
      day,
      at: now,
      notices: notices.length,
      digests: digests.length,
      passedOver: said.passedOver.length,
    }),
  ]);
  await carry(tx, waiting, mails);
  for (const one of answers) {
    const [mail] = toldOf(one, receivers).flatMap((person) => mails.get(person) ?? []);
    if (mail !== undefined) await markRepeated(tx, [one], mail.digest);
  }
  await raiseVacant(tx, notices, staff, stock);
  const missed = missedRungs(facts, said, { day, lastRound: rounds.lastRound });
  await raiseOutage(tx, missed, notices, { lastDay: calendar.before(day, 1), zone }, now);
  return { next: said.next, hasLeftovers: false, entries };
}

async function carry(tx: Tx, waiting: Waiting, mails: ReadonlyMap<string, FrozenMail>): Promise<void> {
  for (const [person, leftovers] of waiting) {
    const mail = mails.get(person);
    if (mail !== undefined) await markCarried(tx, leftovers, mail.digest);
  }
}

/** In the order of the mail. `noticeOf` is asked for lines with a rung. */
function linesOf(
  { lines, summary }: DigestFacts,
  noticeOf: (line: DigestLine) => string,
): readonly NewDigestLine[] {
  const all = [...lines, ...(summary?.late ?? []), ...(summary?.external ?? [])];
  return all.map((line) => ({
    obligation: line.obligation,
    notice: line.rung === null ? null : noticeOf(line),
    rung: line.rung,
  }));
}

/** One alert for each role that nobody holds, or for which nobody is there at all, with how many notices somebody must hand over. */
async function raiseVacant(
  tx: Tx,
  notices: readonly FrozenNotice[],
  staff: Staff<Person>,
  { now }: Stock,
): Promise<void> {
  const vacant = notices.filter(({ person, recipient }) => person === null || isVacant(staff, recipient));
  for (const { recipient, day } of new Map(vacant.map((one) => [roleKey(one.recipient), one])).values()) {
    const told = vacant.filter((one) => roleKey(one.recipient) === roleKey(recipient));
    const count = new Set(told.map(({ obligation, rung }) => `${obligation} ${rung}`)).size;
    await raiseNoRecipient(tx, { role: recipient, mailDay: day, notices: count }, now);
  }
}
