/** A life told ahead: every mail it will bring, by the same pure functions as the prova generale. */
import { saysSomething } from '../../../domain/obligations/agenda-at.js';
import { firedIn } from '../../../domain/obligations/agenda-facts.js';
import type { DigestFacts } from '../../../domain/obligations/digest.js';
import { digestsOfRound, type RoundToTell } from '../../../domain/obligations/digests-of-round.js';
import type { Rung } from '../../../domain/obligations/ladder.js';
import type { DueRung } from '../../../domain/obligations/notice.js';
import { type Role, roleKey } from '../../../domain/obligations/obligation.js';
import { withoutTold } from '../../../domain/obligations/told-leftovers.js';
import { afterRound, roundOn } from '../../../domain/rehearsal/rehearsed-rounds.js';
import { addDays, type CivilDate } from '../../../domain/time/civil-date.js';
import type { Instant } from '../../../domain/time/instant.js';
import { roundWindow } from '../../../domain/time/round-slot.js';
import { composeDigest } from '../../../mail/compose.js';
import type { MailWords } from '../../../mail/roles.js';
import { wordsOf } from '../../../mail/town-words.js';
import { townSettingsSchema } from '../../../store/towns/town-settings.js';
import { type TestTown, ZONE } from '../../activities/town.js';
import { type Deed, tellsRound } from './deeds.js';
import { fulfil } from './fulfil.js';
import type { Life, WishAt } from './life.js';
import { beginning, factsIn, type KeptLine, staffIn, type TownState } from './state.js';

/** A mail to a person (id), in its words with placeholders. */
export interface LivedMail {
  readonly day: CivilDate;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface ToldAhead {
  /** By day, then by person. */
  readonly mails: readonly LivedMail[];
  /** In order of time. */
  readonly deeds: readonly Deed[];
  /** Lines that a mail told in place of one that had not left. */
  readonly carried: number;
}

export function toldAhead(town: TestTown, life: Life): ToldAhead {
  const state = beginning(town, life);
  const mails: LivedMail[] = [];
  const deeds: Deed[] = [];
  const wishes = [...life.wishes];
  /** Returns when the round is told of it, if it is. */
  const happen = (wish: WishAt): Instant | null => {
    const deed = fulfil(state, wish);
    if (deed !== null) deeds.push(deed);
    return deed !== null && tellsRound(deed) ? runningAt(deed.at, life) : null;
  };
  for (let day = addDays(life.approved, 1); day <= life.until; day = addDays(day, 1)) {
    const { slot, until } = roundWindow(town.town, day, ZONE);
    const looks = [runningAt(slot, life)];
    let isHeld = !state.calendar.isWorkingDay(day);
    for (;;) {
      const [wish, look] = [wishes[0], looks.sort((a, b) => a - b)[0]];
      if (wish !== undefined && wish.at < until && (look === undefined || wish.at <= look)) {
        wishes.shift();
        const told = happen(wish);
        if (told !== null) looks.push(told);
      } else if (look !== undefined) {
        looks.shift();
        if (isHeld || look < slot || look >= until) continue;
        const held = holdRound(state, day, life.mailless.has(day));
        isHeld = held !== null;
        mails.push(...(held ?? []));
      } else break;
    }
  }
  for (const wish of wishes) happen(wish);
  return { mails, deeds, carried: state.carried };
}

/** Nothing runs in an outage: what was due in it comes when it ends. */
export const runningAt = (at: Instant, { outages }: Pick<Life, 'outages'>): Instant =>
  outages.find(({ from, to }) => from <= at && at < to)?.to ?? at;

/** `null`: there was nothing to say. */
function holdRound(state: TownState, day: CivilDate, isMailless: boolean): readonly LivedMail[] | null {
  const byId = new Map(state.obligations.map((one) => [one.id, one]));
  const given = ({ obligation, version, rung, recipient, given: then }: KeptLine): readonly string[] => [
    ...(state.given.get(noticeKey(obligation, version, rung, recipient)) ?? then),
  ];
  const kept = {
    lines: state.leftovers.lines
      .filter(({ obligation, version }) => {
        const about = byId.get(obligation);
        return about?.state === 'open' && about.version === version;
      })
      .map((one) => ({ ...one, given: given(one) })),
    summary: state.leftovers.summary.filter((one) => byId.get(one.obligation)?.state === 'open'),
  };
  const waiting = state.answers.filter(({ byLink, repeated }) => byLink && !repeated);
  const answers = waiting.flatMap(({ said, obligation }) => {
    const about = byId.get(obligation);
    return about === undefined ? [] : [{ answer: said, obligation: about }];
  });
  const pending = { facts: factsIn(state), leftovers: kept, answers };
  const stage = {
    town: state.town.name,
    zone: ZONE,
    lastPosted: state.posted,
    staffOn: (one: CivilDate) => staffIn(state, one),
  };
  const round = roundOn(stage, pending, day);
  if (!saysSomething(round.agenda) && round.waiting.size === 0) return null;
  const digests = [...digestsOfRound(round)]
    .filter(([to]) => state.people.has(to))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const after = afterRound(pending, round, new Set(digests.map(([to]) => to)));
  state.fired = firedIn(after.facts);
  // What is concluded meanwhile is not told, but kept: who takes the answer back is told after all.
  state.leftovers = withoutTold(state.leftovers, round.waiting);
  noteGiven(state, round);
  state.carried += [...round.waiting.values()].flat().length;
  for (const [to, facts] of digests) {
    const hasLeft = !isMailless && state.people.get(to)?.email !== null;
    for (const one of waiting) if (one.said.person === to && hasLeft) one.repeated = true;
    if (hasLeft) state.mailed.add(to);
    if (isMailless && state.people.get(to)?.email !== null) leaveOver(state, to, facts);
  }
  const words = wordsIn(state);
  return digests.map(([to, facts]) => {
    const { subject, text, html } = composeDigest(facts, words);
    return { day, to, subject, text, html };
  });
}

/** By what the town says of the Sindaco's rung: all else of its settings stays as a new town has it. */
const known = new WeakMap<TownState['mayorRung'], MailWords>();

function wordsIn({ mayorRung }: TownState): MailWords {
  const found = known.get(mayorRung);
  if (found !== undefined) return found;
  const settings = townSettingsSchema.parse({ mayorRung });
  const words = wordsOf(settings.words, settings.mayorRung);
  known.set(mayorRung, words);
  return words;
}

/** What nobody could be told waits for the next round. */
function leaveOver(state: TownState, person: string, { day, lines, summary }: DigestFacts): void {
  const digest = `${day} ${person}`;
  const left = lines.flatMap(({ obligation, rung, recipient }): readonly KeptLine[] => {
    if (rung === null) return [];
    const version = state.obligations.find(({ id }) => id === obligation)?.version ?? 0;
    const given = state.given.get(noticeKey(obligation, version, rung, recipient)) ?? new Set();
    return [{ digest, person, obligation, notice: digest, rung, recipient, version, given: [...given] }];
  });
  const told = [...(summary?.late ?? []), ...(summary?.external ?? [])];
  state.leftovers = {
    lines: [...state.leftovers.lines, ...left],
    summary: [...state.leftovers.summary, ...told.map(({ obligation }) => ({ digest, person, obligation }))],
  };
}

/** Who is given which notice by this round. */
function noteGiven(state: TownState, { agenda, receivers, waiting }: RoundToTell): void {
  const give = ({ obligation, rung, recipient }: DueRung, people: readonly string[]): void => {
    const key = noticeKey(obligation.id, obligation.version, rung, recipient);
    const before = state.given.get(key) ?? new Set();
    for (const one of people) if (!before.has(one)) state.unseen.add(`${obligation.id} ${one}`);
    state.given.set(key, new Set([...before, ...people]));
  };
  for (const [person, leftovers] of waiting)
    for (const { rung, ...rest } of leftovers) if (rung !== null) give({ ...rest, rung }, [person]);
  for (const one of agenda.due) give(one, receivers(one.recipient));
}

const noticeKey = (obligation: string, version: number, rung: Rung, recipient: Role): string =>
  `${obligation} ${version} ${rung} ${roleKey(recipient)}`;
