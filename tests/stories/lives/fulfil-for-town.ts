/** Wishes about the whole town: variations of the plan, ladders, who is absent, who comes after whom. */
import { monitoringTitle } from '../../../domain/cycle/monitoring-obligations.js';
import { plannedObligations } from '../../../domain/obligations/from-plan.js';
import { type Obligation, roleKey } from '../../../domain/obligations/obligation.js';
import { openObligation } from '../../../domain/obligations/open-obligation.js';
import { firstNoticeDay } from '../../../domain/obligations/rung-days.js';
import type { PlanDocument, PlanObjective } from '../../../domain/plan/plan-document.js';
import { addDays, type CivilDate, civilDate, later } from '../../../domain/time/civil-date.js';
import type { Deed } from './deeds.js';
import type { WishAt } from './life.js';
import { variedPlan } from './random-plan.js';
import { ADDED, inOrder, laddersIn, owedByCycle, type TownState } from './state.js';

type TownWish = Exclude<WishAt, { readonly place: number } | { readonly window: number }>;

export function fulfilForTown(state: TownState, wish: TownWish, today: CivilDate): Deed | null {
  const when = { at: wish.at, today };
  switch (wish.kind) {
    case 'ladder':
      state.ladders = laddersIn(wish);
      state.mayorRung = wish.mayorRung;
      return { ...wish, today };
    case 'vary': {
      const [before, after] = [state.plan, variedPlan(state.plan, wish, today)];
      if (after === null || JSON.stringify(after) === JSON.stringify(before)) return null;
      vary(state, after, today);
      state.plan = after;
      return { ...when, kind: 'vary', before, after };
    }
    case 'absence': {
      const person = state.town.people.get(wish.who) ?? '';
      const substitute = state.people.get(state.town.people.get(wish.substitute ?? '') ?? '') ?? null;
      const from = addDays(today, 1);
      const to = wish.days === null ? null : addDays(from, wish.days);
      const isAway = state.absences.some(
        (one) =>
          one.person === person && (to === null || one.from <= to) && (one.to === null || from <= one.to),
      );
      if (isAway || substitute?.id === person) return null;
      state.absences = [...state.absences, { person, from, to, substitute }].sort((a, b) =>
        a.from < b.from ? -1 : 1,
      );
      return { ...when, kind: 'absence', person, substitute: substitute?.id ?? null, from, to };
    }
    case 'succession':
      return succeed(state, wish, today);
  }
}

function succeed(
  state: TownState,
  { at, sector, who }: Extract<TownWish, { kind: 'succession' }>,
  today: CivilDate,
): Deed | null {
  const role = { role: 'head', sector } as const;
  const person = state.people.get(state.town.people.get(who) ?? '');
  const from = addDays(today, 1);
  const isIn = (key: string): boolean =>
    state.tenures.some(({ role: one, person: { id } }) => roleKey(one) === key && id === person?.id);
  if (person === undefined || isIn(roleKey(role))) return null;
  state.tenures = inOrder([
    ...state.tenures.map((one) =>
      roleKey(one.role) === roleKey(role) && one.validTo === null ? { ...one, validTo: today } : one,
    ),
    { role, person, validFrom: from, validTo: null },
  ]);
  return { at, today, kind: 'succession', role, person: person.id, from };
}

/** Terms that move begin anew, what is gone is no longer due, what comes opens today. */
function vary(state: TownState, after: PlanDocument, today: CivilDate): void {
  const said = new Map(
    after.sectors.flatMap(({ objectives }) => objectives.map((one) => [one.title, one] as const)),
  );
  const known = new Set(state.obligations.map(({ subject }) => subject.objective));
  const ofPlan = state.obligations.filter(({ kind }) => kind === 'milestone');
  const kept = ofPlan.map((one) => variedBy(one, said.get(one.subject.objective), today));
  const planned = plannedObligations(after, firstNoticeDay(today, state.calendar), state.calendar)
    .filter(({ subject }) => !known.has(subject.objective))
    .map((one, index) =>
      openObligation(one, {
        id: `${ADDED}${one.subject.objective} ${index}`,
        year: after.document.year,
        objectiveId: one.subject.objective,
        startDay: today,
        recurrenceId: one.subject.objective,
      }),
    );
  for (const title of said.keys()) if (!state.came.has(title)) state.came.set(title, state.came.size);
  const names = after.sectors.map(({ name }) => name);
  const inPlan = [...kept, ...planned]
    .map((one, index) => {
      const { sector, objective } = one.subject;
      // What was withdrawn stands after what is in force.
      const gone = said.has(objective) ? -1 : (state.came.get(objective) ?? 0);
      return { one, index, gone, sector: names.indexOf(sector) };
    })
    .sort((a, b) => a.sector - b.sector || a.gone - b.gone || a.index - b.index)
    .map(({ one }) => one);
  state.obligations = [...inPlan, ...variedCycle(state, after, today)];
}

/**
 * Titles count objectives; a sector left without any owes nothing but what it transmitted once, and owes anew when it has
 * one again.
 */
function variedCycle(
  { obligations, approved, calendar, submissions }: TownState,
  after: PlanDocument,
  today: CivilDate,
): readonly Obligation[] {
  const owed = new Map(owedByCycle(after, approved, calendar).map((one) => [one.id, one]));
  const kept = obligations
    .filter(({ kind }) => kind !== 'milestone')
    .flatMap((one) => {
      const place = one.id.split(ADDED)[0] ?? '';
      const same = owed.get(place);
      owed.delete(place);
      if (same !== undefined) return [{ ...one, subject: same.subject }];
      if (!submissions.has(one.id)) return [];
      const [window = ''] = one.subject.objective.split(': ');
      return [{ ...one, subject: { ...one.subject, objective: monitoringTitle(window, 0) } }];
    });
  return [...kept, ...[...owed.values()].map((one) => ({ ...one, id: `${one.id}${ADDED}${today}` }))];
}

function variedBy(one: Obligation, said: PlanObjective | undefined, today: CivilDate): Obligation {
  if (said === undefined) return one.state === 'open' ? { ...one, state: 'waived' } : one;
  const [only] = said.milestones;
  if (said.milestones.length !== 1 || only?.kind !== 'date' || only.date === undefined) return one;
  if (only.phrase === one.subject.milestone) return one;
  const moved = { ...one, subject: { ...one.subject, milestone: only.phrase } };
  if (one.state !== 'open') return moved;
  return {
    ...moved,
    term: { kind: 'date', due: civilDate(only.date) },
    opens: null,
    startDay: later(one.startDay, today),
    version: one.version + 1,
  };
}
