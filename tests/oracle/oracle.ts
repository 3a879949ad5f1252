import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { type Closed, italianClosed, type WorkingDays, workingDays } from './calendar.js';
import { type Day, dayOf, isoOf, mondayOf, partsOf } from './days.js';
import { type Owed, owedBy } from './terms.js';

/** A line of a mail, as `rehearse --json` prints it. */
export interface OracleItem {
  readonly sector: string;
  readonly number: string | null;
  readonly objective: string;
  readonly milestone: string | null;
  readonly due: string | null;
  readonly rung: string | null;
}

/** One mail: the day it leaves, the role it goes to, its lines in canonical order. */
export interface OracleMail {
  readonly day: string;
  readonly to: string;
  readonly items: readonly OracleItem[];
}

/** How a rehearsal is asked for; days are `YYYY-MM-DD`. */
export interface OracleOptions {
  /** The start day; 1 January of the plan's year unless said. */
  readonly approved?: string | undefined;
  readonly from?: string | undefined;
  /** 31 March of the year after the plan's unless said. */
  readonly to?: string | undefined;
  /** Replaces the default calendar altogether. */
  readonly closed?: Closed | undefined;
}

const LADDER = [
  'before-start',
  'first-notice',
  'ten-days',
  'three-days',
  'due-day',
  'late-1',
  'late-3',
  'late-7',
  'late-8',
  'weekly-1',
  'weekly-2',
  'weekly-3',
  'weekly-4',
] as const;

type Rung = (typeof LADDER)[number];

const height = (rung: Rung): number => LADDER.indexOf(rung);

/** The rungs the obligation has at all when nothing is late yet, the lowest first. */
function ladderOf(owed: Owed): readonly Rung[] {
  if (owed.due === null) return [];
  if (owed.sort === 'implicit') return ['first-notice'];
  const { month, date } = partsOf(owed.due);
  const isYearEnd = month === 12 && date === 31;
  const whole = LADDER.filter((rung) => rung !== 'before-start');
  const upToItsEnd = isYearEnd ? whole.filter((rung) => height(rung) <= height('due-day')) : whole;
  return owed.short ? upToItsEnd.filter((rung) => rung === 'due-day' || rung === 'late-3') : upToItsEnd;
}

/** Whether the rung's day is today or was before; asked on working days only. */
function hasCome(rung: Rung, due: Day, today: Day, calendar: WorkingDays): boolean {
  const after = (n: number): boolean => calendar.count(due + 1, today, n) === n;
  if (rung === 'first-notice') return today >= calendar.back(due - 30);
  if (rung === 'ten-days') return calendar.count(today, due - 1, 11) <= 10;
  if (rung === 'three-days') return calendar.count(today, due - 1, 4) <= 3;
  if (rung === 'due-day') return calendar.count(today + 1, due, 1) === 0;
  const n = Number(rung.slice(rung.indexOf('-') + 1));
  if (rung.startsWith('late')) return after(n);
  return after(8) && today >= mondayOf(calendar.step(due, 8)) + 7 * n;
}

function recipientsOf(rung: Rung, owner: string): string[] {
  if (rung === 'late-7') return ['secretary'];
  return rung === 'late-8' ? [owner, 'mayor'] : [owner];
}

function lineOf(owed: Owed, rung: Rung | null): OracleItem {
  const { sector, number, objective, milestone } = owed;
  return { sector, number, objective, milestone, due: owed.due === null ? null : isoOf(owed.due), rung };
}

/** One obligation on its way through the year. */
class Followed {
  private readonly ladder: readonly Rung[];
  private readonly reached = new Map<string, number>();
  private ended = false;

  constructor(
    readonly owed: Owed,
    private readonly firstDay: Day,
    private readonly calendar: WorkingDays,
  ) {
    this.ladder = ladderOf(owed);
  }

  /** The rungs that fire today, each with the one it goes to; asked of every working day in turn. */
  rungsOf(today: Day): { readonly to: string; readonly rung: Rung }[] {
    const { due, opens, owner, sort } = this.owed;
    if (due === null || this.ended) return [];
    if (due < this.firstDay) {
      this.ended = true;
      return sort === 'term' ? [{ to: owner, rung: 'before-start' }] : [];
    }
    if (opens !== null && today < opens) return [];
    const come = this.ladder.filter((rung) => hasCome(rung, due, today, this.calendar));
    const recipients = [...new Set(come.flatMap((rung) => recipientsOf(rung, owner)))];
    const fired = recipients.flatMap((to) => {
      const rung = come.findLast((one) => recipientsOf(one, owner).includes(to));
      if (rung === undefined || height(rung) <= (this.reached.get(to) ?? -1)) return [];
      this.reached.set(to, height(rung));
      return [{ to, rung }];
    });
    this.ended = come.length === this.ladder.length;
    return fired;
  }

  /** Late since a `late-1` of an earlier day. */
  isLate(today: Day): boolean {
    const { due } = this.owed;
    if (due === null || due < this.firstDay || !this.ladder.includes('late-1')) return false;
    return hasCome('late-1', due, today - 1, this.calendar);
  }
}

/** The lines of a working day, by the role they go to. */
function linesOf(
  today: Day,
  everything: readonly Followed[],
  summary: { readonly ofLate: boolean; readonly ofExternal: boolean },
): Map<string, OracleItem[]> {
  const mails = new Map<string, OracleItem[]>();
  const post = (to: string, item: OracleItem): unknown => mails.set(to, [...(mails.get(to) ?? []), item]);
  for (const one of everything) {
    const rungs = one.rungsOf(today);
    for (const { to, rung } of rungs) post(to, lineOf(one.owed, rung));
    if (rungs.some(({ to }) => to === 'secretary')) continue;
    const isSummed = one.owed.due === null ? summary.ofExternal : summary.ofLate && one.isLate(today);
    if (isSummed) post('secretary', lineOf(one.owed, null));
  }
  return mails;
}

const byText = (one: unknown, other: unknown): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : JSON.stringify(one) > JSON.stringify(other) ? 1 : 0;

/** The lines of a mail in an order that two implementations can agree on. */
export function inCanonicalOrder(items: readonly OracleItem[]): OracleItem[] {
  return items
    .map(({ sector, number, objective, milestone, due, rung }) => ({
      sector,
      number,
      objective,
      milestone,
      due,
      rung,
    }))
    .sort(byText);
}

function dayOrThrow(iso: string): Day {
  const day = dayOf(iso);
  if (day === null) throw new RangeError(`Not a day: ${iso}`);
  return day;
}

/** Every mail `rehearse` must print for the plan, by day and recipient, worked out day by day. */
export function oracle(plan: PlanDocument, options: OracleOptions = {}): OracleMail[] {
  const { year } = plan.document;
  const calendar = workingDays(options.closed ?? italianClosed);
  const start = dayOrThrow(options.approved ?? `${year}-01-01`);
  const from = dayOrThrow(options.from ?? isoOf(start));
  const to = dayOrThrow(options.to ?? `${year + 1}-03-31`);
  const yearEnd = dayOrThrow(`${year}-12-31`);
  const firstDay = calendar.step(start, 1);
  const everything = owedBy(plan, calendar).map((owed) => new Followed(owed, firstDay, calendar));
  const mails: OracleMail[] = [];
  for (let today = firstDay; today <= to; today += 1) {
    if (!calendar.works(today)) continue;
    const isFirstSince = (day: Day): boolean => calendar.count(day, today - 1, 1) === 0;
    const lines = linesOf(today, everything, {
      ofLate: today <= yearEnd && isFirstSince(mondayOf(today)),
      ofExternal: today <= yearEnd && isFirstSince(today - partsOf(today).date + 1),
    });
    for (const recipient of [...lines.keys()].sort()) {
      const items = inCanonicalOrder(lines.get(recipient) ?? []);
      if (today >= from) mails.push({ day: isoOf(today), to: recipient, items });
    }
  }
  return mails;
}
