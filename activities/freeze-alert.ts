/**
 * The alert mail of 15:00, on working days with something that cannot wait. What is raised later than that
 * is on the board at once and mailed the next working day; an alert that was missed is made up until 17:00.
 */
import type { Role } from '../domain/obligations/obligation.js';
import { receiversOf, substitutionsOf } from '../domain/obligations/receivers.js';
import type { Instant } from '../domain/time/instant.js';
import { alertInstant } from '../domain/time/round-slot.js';
import { composeAlert } from '../mail/compose-alert.js';
import { wordsOf } from '../mail/town-words.js';
import { loadStaff } from '../store/absences.js';
import { markMailed, waitingAlerts } from '../store/alerts.js';
import { hasMailing, troubledDigests } from '../store/digests.js';
import type { Tx } from '../store/in-town.js';
import { alertItems, isForSecretary, raiseNotSent } from './alert-items.js';
import type { ActivityDeps } from './deps.js';
import { prepareMail, storeMails } from './freeze-digest.js';
import { mailsEnd } from './give-up.js';
import type { Stock } from './stock.js';

const SECRETARY: Role = { role: 'secretary' };

/** Freezes the alert mail if it is time for it and there is something to tell. */
export async function freezeAlert(tx: Tx, stock: Stock, deps: ActivityDeps): Promise<void> {
  const { town, calendar, today, now } = stock;
  const from = alertInstant(today, town.clock.zone);
  if (now < from || now >= mailsEnd(stock) || !calendar.isWorkingDay(today)) return;
  if (await hasMailing(tx, { day: today, kind: 'alert' })) return;
  for (const digest of await troubledDigests(tx, { day: today, kind: 'daily' }))
    await raiseNotSent(tx, digest, from);
  const waiting = (await waitingAlerts(tx, from)).filter(isForSecretary);
  const items = await alertItems(tx, waiting, stock);
  const staff = await loadStaff(tx, today);
  const people = receiversOf(staff, SECRETARY);
  if (items.length === 0 || people.length === 0) return;

  const words = wordsOf(town.settings.words, town.settings.mayorRung);
  const mails = people.map(({ id: person }) => {
    const substitutions = substitutionsOf(staff, person, [SECRETARY]);
    const mail = composeAlert({ town: town.name, day: today, items, ...substitutions }, words);
    const frozen = prepareMail(mail, deps);
    return { person, day: today, kind: 'alert' as const, roles: [SECRETARY], mail, lines: [], frozen };
  });
  await storeMails(tx, stock, mails, deps);
  await markMailed(
    tx,
    waiting.map(({ id }) => id),
    today,
  );
}

/** The next 15:00 of a working day, later than now; `null` when nothing waits for it, or nobody could be told. */
export async function nextAlert(tx: Tx, { town, calendar, today, now }: Stock): Promise<Instant | null> {
  if (!(await waitingAlerts(tx)).some(isForSecretary)) return null;
  if (receiversOf(await loadStaff(tx, today), SECRETARY).length === 0) return null;
  const day = calendar.onOrAfter(today);
  const at = alertInstant(day, town.clock.zone);
  return at > now ? at : alertInstant(calendar.after(day, 1), town.clock.zone);
}
