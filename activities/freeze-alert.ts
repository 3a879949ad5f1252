/**
 * The alert mail of 15:00, on working days with something that cannot wait. What is raised later than that
 * is on the board at once and mailed the next working day; an alert that was missed is made up until 17:00.
 */
import type { Role } from '../domain/obligations/obligation.js';
import { receiversOf, substitutionsOf } from '../domain/obligations/receivers.js';
import type { Staff } from '../domain/obligations/staff.js';
import type { Instant } from '../domain/time/instant.js';
import { alertInstant } from '../domain/time/round-slot.js';
import type { AlertItem } from '../mail/alert-facts.js';
import { composeAlert } from '../mail/compose-alert.js';
import { wordsOf } from '../mail/town-words.js';
import type { Tx } from '../store/in-town.js';
import { type Alert, markMailed, waitingAlerts } from '../store/notices/alerts.js';
import { hasMailing, troubledDigests } from '../store/notices/digests.js';
import type { Person } from '../store/people/people.js';
import { alertItems, canBeTold, raiseNotSent } from './alert-items.js';
import type { ActivityDeps } from './deps.js';
import { prepareMail, storeMails } from './freeze-digest.js';
import { mailsEnd } from './give-up.js';
import type { Stock } from './stock.js';

/** Who has a mail at 15:00; what is for both of one person's desks is one mail. */
const DESKS = [{ role: 'secretary' }, { role: 'oiv' }] as const;

/** Freezes the alert mail if it is time for it and there is something to tell. */
export async function freezeAlert(
  tx: Tx,
  stock: Stock,
  deps: Pick<ActivityDeps, 'sha256' | 'sender'>,
): Promise<void> {
  const { town, calendar, today, now } = stock;
  const from = alertInstant(today, town.clock.zone);
  if (now < from || now >= mailsEnd(stock) || !calendar.isWorkingDay(today)) return;
  if (await hasMailing(tx, { day: today, kind: 'alert' })) return;
  for (const digest of await troubledDigests(tx, { day: today, kind: 'daily' }))
    await raiseNotSent(tx, digest, from);
  const staff = await stock.staff();
  const told = await tellable(tx, stock, staff, (await waitingAlerts(tx, from)).filter(canBeTold));
  if (told.mails.length === 0) return;
  const words = wordsOf(town.settings.words, town.settings.mayorRung);
  const mails = told.mails.map(({ person, roles, items }) => {
    const substitutions = substitutionsOf(staff, person, roles);
    const to = roles[0] as Role;
    const mail = composeAlert({ town: town.name, day: today, items, to, ...substitutions }, words);
    const frozen = prepareMail(mail, deps);
    return { person, day: today, kind: 'alert' as const, roles, mail, lines: [], frozen };
  });
  await storeMails(tx, stock, mails, deps);
  await markMailed(tx, told.alerts, today);
}

interface Tellable {
  /** One for each person, whatever desks they sit at. */
  readonly mails: readonly {
    readonly person: string;
    readonly roles: readonly Role[];
    readonly items: readonly AlertItem[];
  }[];
  /** Ids of what they tell. */
  readonly alerts: readonly string[];
}

/** What waits, by who receives what is addressed to its desk; a desk that nobody answers for waits on. */
async function tellable(
  tx: Tx,
  stock: Stock,
  staff: Staff<Person>,
  waiting: readonly Alert[],
): Promise<Tellable> {
  const mails = new Map<string, { person: string; roles: Role[]; items: AlertItem[] }>();
  const alerts: string[] = [];
  for (const desk of DESKS) {
    const theirs = waiting.filter(({ toRole }) => toRole === desk.role);
    const items = await alertItems(tx, theirs, stock);
    const people = receiversOf(staff, desk);
    if (items.length === 0 || people.length === 0) continue;
    alerts.push(...theirs.map(({ id }) => id));
    for (const { id: person } of people) {
      const known = mails.get(person) ?? { person, roles: [], items: [] };
      mails.set(person, { person, roles: [...known.roles, desk], items: [...known.items, ...items] });
    }
  }
  return { mails: [...mails.values()], alerts };
}

/** The next 15:00 of a working day, later than now; `null` when nothing waits for it, or nobody could be told. */
export async function nextAlert(tx: Tx, stock: Stock): Promise<Instant | null> {
  const { town, calendar, today, now } = stock;
  const waiting = (await waitingAlerts(tx)).filter(canBeTold);
  if (waiting.length === 0) return null;
  const staff = await stock.staff();
  const isHeard = ({ toRole }: Alert): boolean => receiversOf(staff, { role: toRole }).length > 0;
  if (!waiting.some(isHeard)) return null;
  const day = calendar.onOrAfter(today);
  const at = alertInstant(day, town.clock.zone);
  return at > now ? at : alertInstant(calendar.after(day, 1), town.clock.zone);
}
