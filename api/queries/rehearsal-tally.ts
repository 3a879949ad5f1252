/** The mails of a rehearsal counted by person and month, and those of one page kept whole. */
import type { RehearsedMail } from '../../domain/rehearsal/rehearse.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { RehearsalWindow } from './rehearsal-window.js';

/** `YYYY-MM`. */
export type Month = string;
const monthOfDay = (day: CivilDate): Month => day.slice(0, 7);

export interface RehearsedDay {
  readonly day: CivilDate;
  readonly mails: readonly RehearsedMail[];
}

export interface ReceiverTally {
  /** A person's id, or the role that nobody receives for. */
  readonly to: string;
  readonly total: number;
  readonly months: ReadonlyMap<Month, number>;
}

export interface Tally {
  /** Days of the page on which something goes out. */
  readonly days: readonly RehearsedDay[];
  /** The first day after the page on which something goes out to whom is asked for. */
  readonly nextDay: CivilDate | null;
  readonly receivers: readonly ReceiverTally[];
  readonly months: readonly Month[];
  readonly total: number;
  /** The day with the most mails. */
  readonly fullest: { readonly day: CivilDate; readonly mails: number } | null;
}

/** Reads all `mails` once and keeps those of `page`. `to`: only that receiver's in the days; all are counted. */
export function tallyOf(mails: Iterable<RehearsedMail>, page: RehearsalWindow, to: string | null): Tally {
  const days = new Map<CivilDate, RehearsedMail[]>();
  const perDay = new Map<CivilDate, number>();
  const counts = new Map<string, Map<Month, number>>();
  let nextDay: CivilDate | null = null;
  for (const mail of mails) {
    const months = counts.get(mail.to) ?? new Map<Month, number>();
    months.set(monthOfDay(mail.day), (months.get(monthOfDay(mail.day)) ?? 0) + 1);
    counts.set(mail.to, months);
    perDay.set(mail.day, (perDay.get(mail.day) ?? 0) + 1);
    if (to !== null && mail.to !== to) continue;
    if (mail.day > page.until) nextDay ??= mail.day;
    else if (mail.day >= page.from) days.set(mail.day, [...(days.get(mail.day) ?? []), mail]);
  }
  const sum = (months: ReadonlyMap<Month, number>): number => [...months.values()].reduce((a, b) => a + b, 0);
  const receivers = [...counts].map(([who, months]) => ({ to: who, months, total: sum(months) }));
  const [fullest] = [...perDay].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return {
    days: [...days].map(([day, sent]) => ({ day, mails: sent })),
    nextDay,
    receivers,
    months: [...new Set([...counts.values()].flatMap((months) => [...months.keys()]))].sort(),
    total: receivers.reduce((all, one) => all + one.total, 0),
    fullest: fullest === undefined ? null : { day: fullest[0], mails: fullest[1] },
  };
}
