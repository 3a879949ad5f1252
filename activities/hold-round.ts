/**
 * The round of a day: whatever the agenda says is due is resolved from roles to persons, written as
 * notices, and frozen as one digest for each person. All in the transaction that holds the town.
 */
import { type Agenda, agenda, roundDayAt } from '../domain/obligations/agenda-at.js';
import { agendaFacts } from '../domain/obligations/agenda-facts.js';
import { roleKey } from '../domain/obligations/obligation.js';
import { composeDigest } from '../mail/compose.js';
import { wordsOf } from '../mail/town-words.js';
import { lastPosted } from '../store/audit.js';
import { markCarried } from '../store/digest-leftovers.js';
import type { Tx } from '../store/in-town.js';
import { insertNotices, insertPassedOver, loadFired } from '../store/notices.js';
import { holdOpenObligations, loadObligations } from '../store/obligations.js';
import { holdersOn } from '../store/people.js';
import type { NewEntry } from '../store/register.js';
import { recordRound } from '../store/rounds.js';
import { laddersOf } from '../store/town-settings.js';
import { raiseNoRecipient, raiseOutage } from './alert-items.js';
import type { ActivityDeps } from './deps.js';
import { digestsFor, linesOf } from './digests-for.js';
import { type FrozenMail, prepareMail, storeMail } from './freeze-digest.js';
import { findLeftovers, type Leftover, leftoversByPerson } from './leftovers.js';
import { noticesOfRound } from './notices-of-round.js';
import { type Holders, isVacant, receiversOf } from './receivers.js';
import { type FrozenNotice, noticeEntries } from './register-bodies.js';
import type { Stock } from './stock.js';

export interface RoundOutcome {
  /** What the agenda said; its `next` counts the notices given now. */
  readonly agenda: Agenda;
  /** Lines of earlier mails still wait for a round. */
  readonly hasLeftovers: boolean;
  /** For the register. */
  readonly entries: readonly NewEntry[];
}

/** Holds the round if one may be held now and has something to say. */
export async function holdRound(tx: Tx, stock: Stock, deps: ActivityDeps): Promise<RoundOutcome> {
  const { town, calendar, rounds, now, today } = stock;
  const day = roundDayAt(rounds, calendar, now);
  if (day !== null) await holdOpenObligations(tx);
  const obligations = await loadObligations(tx);
  const facts = agendaFacts(obligations, await loadFired(tx), laddersOf(town), calendar);
  const said = agenda(facts, rounds, now);
  const holders = await holdersOn(tx, today);
  const receivers = receiversOf(holders);
  const waiting = leftoversByPerson(await findLeftovers(tx, obligations, today), receivers);
  if (day === null || (said.day === null && waiting.size === 0)) {
    return { agenda: said, hasLeftovers: waiting.size > 0, entries: [] };
  }

  const context = { town: town.name, day, facts, lastPosted: await lastPosted(tx, town.clock.zone) };
  const words = wordsOf(town.settings.words, town.settings.mayorRung.on);
  const digests = [...digestsFor(context, said, waiting, receivers)].map(([person, digest]) => {
    const standsInFor = digest.roles.filter((role) => isVacant(holders, role));
    const mail = composeDigest({ ...digest, standsInFor }, words);
    return { person, digest, mail, frozen: prepareMail(mail, deps) };
  });
  const mails = new Map(digests.map(({ person, frozen }) => [person, frozen]));
  const { notices, idOf } = noticesOfRound({ due: said.due, waiting, holders, mails, day });

  await insertNotices(
    tx,
    notices.map(({ standsIn: _, mail: __, ...notice }) => notice),
  );
  for (const { person, digest, mail, frozen } of digests) {
    const lines = linesOf(digest, (line) => idOf(person, line));
    await storeMail(
      tx,
      stock,
      { person, day, kind: 'daily', roles: digest.roles, mail, lines },
      frozen,
      deps,
    );
  }
  await carry(tx, waiting, mails);
  await insertPassedOver(tx, said.passedOver);
  await recordRound(tx, {
    day,
    at: now,
    notices: notices.length,
    digests: digests.length,
    passedOver: said.passedOver.length,
  });
  await raiseVacant(tx, notices, holders, stock);
  await raiseOutage(
    tx,
    said.passedOver,
    { lastRound: rounds.lastRound, lastDay: calendar.before(day, 1) },
    now,
  );
  return { agenda: said, hasLeftovers: false, entries: await noticeEntries(tx, notices, now) };
}

async function carry(
  tx: Tx,
  waiting: ReadonlyMap<string, readonly Leftover[]>,
  mails: ReadonlyMap<string, FrozenMail>,
): Promise<void> {
  for (const [person, leftovers] of waiting) {
    const mail = mails.get(person);
    if (mail !== undefined)
      await markCarried(tx, [...new Set(leftovers.map((one) => one.digest))], mail.digest);
  }
}

/** One alert for each role that nobody holds, with how many notices somebody must hand over. */
async function raiseVacant(
  tx: Tx,
  notices: readonly FrozenNotice[],
  holders: Holders,
  { now }: Stock,
): Promise<void> {
  const vacant = notices.filter(({ recipient }) => isVacant(holders, recipient));
  for (const { recipient, day } of new Map(vacant.map((one) => [roleKey(one.recipient), one])).values()) {
    const told = vacant.filter((one) => roleKey(one.recipient) === roleKey(recipient));
    const count = new Set(told.map(({ obligation, rung }) => `${obligation} ${rung}`)).size;
    await raiseNoRecipient(tx, { role: recipient, mailDay: day, notices: count }, now);
  }
}
