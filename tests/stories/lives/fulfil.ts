/** Whether a wish can be done by the rules of the design, and what it makes of the town in memory. */
import { forecastRefusal, withdrawUntil } from '../../../domain/obligations/answer-rules.js';
import { dueOf, type Obligation, roleKey } from '../../../domain/obligations/obligation.js';
import { receiversOf } from '../../../domain/obligations/receivers.js';
import { addDays, type CivilDate, later, yearOf } from '../../../domain/time/civil-date.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import { ZONE } from '../../activities/town.js';
import type { Deed } from './deeds.js';
import { fulfilForTown } from './fulfil-for-town.js';
import { fulfilSubmission } from './fulfil-submission.js';
import type { WishAt } from './life.js';
import { ADDED, change, type GivenAnswer, type Person, staffIn, type TownState } from './state.js';

/** `null`: it cannot be done, and nobody does anything. */
export function fulfil(state: TownState, wish: WishAt): Deed | null {
  const today = civilDateAt(wish.at, ZONE);
  const when = { at: wish.at, today };
  if ('window' in wish) return fulfilSubmission(state, wish, today);
  if (!('place' in wish)) return fulfilForTown(state, wish, today);
  const obligation = state.obligations.filter(isAnswered)[wish.place];
  const person = obligation === undefined ? null : whoAnswers(state, obligation, wish, today);
  if (obligation === undefined || person === null) return null;
  const about = {
    ...when,
    obligation: obligation.id,
    person: person.id,
    role: obligation.owner,
    byLink: person.email !== null && state.mailed.has(person.id) && wish.dice % 5 > 0,
  };
  const isOpen = obligation.state === 'open';
  switch (wish.kind) {
    case 'done': {
      if (!isOpen) return null;
      const doneOn = addDays(today, -wish.daysAgo);
      keep(state, obligation, about, { kind: 'done', doneOn });
      change(state, obligation.id, (one) => ({ ...one, state: 'done', doneOn }));
      return { ...about, kind: 'done', doneOn };
    }
    case 'in-progress': {
      const forecast = addDays(today, wish.forecastIn);
      const given = standing(state, obligation).filter(({ said }) => said.kind === 'in-progress').length;
      if (!isOpen || forecastRefusal({ today, forecast, given }) !== null) return null;
      keep(state, obligation, about, { kind: 'in-progress', forecast });
      change(state, obligation.id, (one) => ({ ...one, forecast }));
      return { ...about, kind: 'in-progress', forecast };
    }
    case 'not-mine': {
      const isSaid = standing(state, obligation).some(
        ({ said }) => said.kind === 'not-mine' && said.person === person.id,
      );
      if (!isOpen || isSaid) return null;
      keep(state, obligation, about, { kind: 'not-mine' });
      return { ...about, kind: 'not-mine' };
    }
    case 'seen': {
      const pair = `${obligation.id} ${person.id}`;
      if (!isOpen || !state.unseen.delete(pair)) return null;
      // The link of an older mail would be of a notice that they acknowledged.
      const byLink = about.byLink && !state.seen.has(pair);
      state.seen.add(pair);
      return { ...about, kind: 'seen', byLink };
    }
    case 'withdraw':
      return withdraw(state, obligation, about);
    case 'hold-back':
    case 'let-go':
      return holdBack(state, obligation, { ...about, wish: wish.kind });
    case 'set-date': {
      const due = addDays(today, wish.days);
      const isAllowed = yearOf(due) === obligation.year || yearOf(due) === obligation.year + 1;
      if (!isOpen || obligation.term.kind !== 'external' || !isAllowed) return null;
      state.posted.set(roleKey(about.role), today);
      change(state, obligation.id, (one) => ({
        ...one,
        term: { kind: 'date', due },
        startDay: later(one.startDay, today),
        version: one.version + 1,
      }));
      return { ...about, kind: 'set-date', due };
    }
  }
}

/** What the plan made at first: submissions have steps of their own, and rows of what came later have other ids. */
const isAnswered = ({ id, kind }: Obligation): boolean => kind === 'milestone' && !id.startsWith(ADDED);

type About = Omit<Extract<Deed, { kind: 'not-mine' }>, 'kind'>;

/** One of those who receive what it says; who holds back is the Segretario. */
function whoAnswers(
  state: TownState,
  { owner }: Obligation,
  { kind, dice }: WishAt,
  today: CivilDate,
): Person | null {
  const isHolding = kind === 'hold-back' || kind === 'let-go';
  const staff = staffIn(state, today);
  const people = isHolding ? (staff.holders.get('secretary') ?? []) : receiversOf(staff, owner);
  return people[dice % Math.max(1, people.length)] ?? null;
}

/** Answers about it as it is now that were not withdrawn. */
const standing = (state: TownState, { id, version }: Obligation): readonly GivenAnswer[] =>
  state.answers.filter(
    (one) => one.obligation === id && one.version === version && one.said.withdrawnAt === null,
  );

function keep(
  state: TownState,
  obligation: Obligation,
  { at, today, person, role, byLink }: About,
  said: Pick<GivenAnswer['said'], 'kind'> & Partial<Pick<GivenAnswer['said'], 'doneOn' | 'forecast'>>,
): void {
  const nothing = { doneOn: null, forecast: null, declaredName: null, withdrawnAt: null };
  state.answers.push({
    obligation: obligation.id,
    version: obligation.version,
    byLink,
    forecastBefore: obligation.forecast,
    repeated: false,
    said: { ...nothing, person, at, ...said },
  });
  state.posted.set(roleKey(role), today);
}

/** The person's latest answer that is as they left it. */
function withdraw(state: TownState, obligation: Obligation, about: About): Deed | null {
  const all = standing(state, obligation);
  const stands = ({ said }: GivenAnswer): boolean => {
    if (said.kind === 'done') return obligation.state === 'done' && said === all.at(-1)?.said;
    if (obligation.state !== 'open') return false;
    const last = all.filter((one) => one.said.kind === 'in-progress').at(-1);
    return said.kind === 'not-mine' || (last?.said === said && obligation.forecast === said.forecast);
  };
  const answer = all.filter((one) => one.said.person === about.person && stands(one)).at(-1);
  if (answer === undefined) return null;
  const { said, forecastBefore } = answer;
  if (about.today > withdrawUntil(civilDateAt(said.at, ZONE), state.calendar)) return null;
  answer.said = { ...said, withdrawnAt: about.at };
  state.posted.set(roleKey(about.role), about.today);
  if (said.kind === 'done') change(state, obligation.id, (one) => ({ ...one, state: 'open', doneOn: null }));
  if (said.kind === 'in-progress')
    change(state, obligation.id, (one) => ({ ...one, forecast: forecastBefore }));
  return { ...about, kind: 'withdraw', answer: said.kind };
}

function holdBack(
  state: TownState,
  obligation: Obligation,
  { wish, ...about }: About & { readonly wish: 'hold-back' | 'let-go' },
): Deed | null {
  const held = wish === 'hold-back';
  const given = (state.fired.get(obligation.id) ?? []).filter(
    ({ version }) => version === obligation.version,
  );
  const isWarned = given.some(({ rung }) => rung === 'late-7');
  const isTold = given.some(({ rung }) => rung === 'late-8');
  const isOwn = holds(state, about, obligation);
  if (obligation.state !== 'open' || isTold || isOwn || dueOf(obligation) === null) return null;
  if (held ? !isWarned : !obligation.heldBack) return null;
  state.posted.set('secretary', about.today);
  change(state, obligation.id, (one) => ({ ...one, heldBack: held }));
  return { ...about, role: { role: 'secretary' }, byLink: false, kind: 'hold-back', held };
}

/** Nobody holds back the notice about what they owe, for themselves or for somebody absent. */
const holds = (state: TownState, { person, today }: About, { owner }: Obligation): boolean => {
  const { holders, away } = staffIn(state, today);
  return (holders.get(roleKey(owner)) ?? []).some(
    ({ id }) => id === person || away.get(id)?.substitute?.id === person,
  );
};
