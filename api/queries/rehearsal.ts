/** The prova generale of a town: what it owes now, or what a draft would make it owe, lived through from today. */
import { plannedCycle } from '../../domain/cycle/planned-cycle.js';
import { termsIn } from '../../domain/cycle/year-terms.js';
import { agendaFacts, firedIn } from '../../domain/obligations/agenda-facts.js';
import type { PlannedObligation } from '../../domain/obligations/from-plan.js';
import type { Ladders } from '../../domain/obligations/ladder.js';
import { dueOf, type Obligation } from '../../domain/obligations/obligation.js';
import { openObligation } from '../../domain/obligations/open-obligation.js';
import { type RehearsedMail, rehearseTown } from '../../domain/rehearsal/rehearse.js';
import {
  addDays,
  type CivilDate,
  civilDateOf,
  earlier,
  later,
  yearOf,
} from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { roundWindow } from '../../domain/time/round-slot.js';
import type { Tx } from '../../store/in-town.js';
import { scoringRulesInForce } from '../../store/measurement/scoring-rules.js';
import { roundAskedOn } from '../../store/notices/rounds.js';
import { laddersOf } from '../../store/towns/town-settings.js';
import type { Refusal } from '../refusals.js';
import { askedOf } from './confirm-page.js';
import { loadDraftPage } from './draft-page.js';
import { LONGEST_WINDOW_DAYS, type RehearsalWindow } from './rehearsal-window.js';
import { loadAhead, type TownAhead, townAhead } from './town-ahead.js';
import { loadTownFacts, type TownFacts } from './town-facts.js';

/** The import whose plan is rehearsed instead of being in force. */
export interface RehearsedDraft {
  readonly id: string;
  readonly fileName: string;
  readonly year: number;
}

export interface Rehearsal extends TownAhead {
  readonly obligations: readonly Obligation[];
  /** The first day whose round is still to come. */
  readonly start: CivilDate;
  /** Until when it is worth looking: 31 March after the last year that something is owed for, or the last notice of its closing. */
  readonly end: CivilDate;
  readonly draft: RehearsedDraft | null;
}

/** From a due day to the last of its notices, and a little more. */
const LADDER_DAYS = 60;

export type LoadedRehearsal =
  | { readonly ok: true; readonly rehearsal: Rehearsal }
  | { readonly ok: false; readonly refusal: Refusal };

/** `draft`: an import that is not confirmed yet; then its plan counts as confirmed today. At the real instant `real`. */
export async function loadRehearsal(tx: Tx, real: Instant, draft: string | null): Promise<LoadedRehearsal> {
  const [facts, askedOn] = await Promise.all([loadTownFacts(tx, real), roundAskedOn(tx)]);
  const ahead = await loadAhead(tx, facts);
  const drafted = draft === null ? null : await loadDrafted(tx, facts, draft);
  if (drafted !== null && 'code' in drafted) return { ok: false, refusal: drafted };
  const obligations = [...facts.obligations, ...(drafted?.obligations ?? [])];
  const { calendar, today } = facts;
  // Also where today's agenda is empty: what is left over of yesterday's mails goes out all the same.
  const { zone } = facts.town.clock;
  const window = roundWindow(facts.town.id, today, zone);
  const isOver = facts.lastRound?.day === today || (facts.now >= window.until && askedOn !== today);
  const start = calendar.isWorkingDay(today) && !isOver ? today : calendar.after(today, 1);
  const open = obligations.filter(({ state }) => state === 'open');
  const march = civilDateOf(Math.max(yearOf(today), ...open.map(({ year }) => year)) + 1, 3, 31);
  // The closing of a year is due after it: until its last notice.
  const last = open.reduce(
    (until, one) => later(until, addDays(dueOf(one) ?? march, dueOf(one) === null ? 0 : LADDER_DAYS)),
    march,
  );
  return {
    ok: true,
    rehearsal: {
      ...ahead,
      obligations,
      start,
      end: earlier(last, addDays(start, LONGEST_WINDOW_DAYS)),
      draft: drafted?.draft ?? null,
    },
  };
}

/** The mails of a window, by day and person; by other ladders than the town's where they are given. */
export const mailsOf = (
  rehearsal: Rehearsal,
  { from, until }: RehearsalWindow,
  ladders: Ladders = laddersOf(rehearsal.facts.town),
): Generator<RehearsedMail> => {
  const { facts, obligations, start } = rehearsal;
  const agenda = agendaFacts(obligations, firedIn(facts.agenda), ladders, facts.calendar);
  return rehearseTown(townAhead(rehearsal, agenda), { start, from, until });
};

async function loadDrafted(
  tx: Tx,
  { town, today, calendar }: TownFacts,
  id: string,
): Promise<{ readonly draft: RehearsedDraft; readonly obligations: readonly Obligation[] } | Refusal> {
  const page = await loadDraftPage(tx, id);
  if (page === null) return { code: 'not-found' };
  const { year } = page.made.plan.document;
  if (page.draft.state !== 'draft') return { code: 'import-closed' };
  if (page.inForce) return { code: 'year-has-a-plan', year };
  const { planned } = askedOf(page.made, { today, town });
  const { evaluator } = (await scoringRulesInForce(tx)).rules;
  return {
    draft: { id, fileName: page.draft.fileName, year },
    obligations: [
      ...planned.map((one) => openOf(one, year, today)),
      ...plannedCycle(
        page.made.plan,
        { ...town.settings, ...termsIn(town.settings, year), evaluator },
        { startDay: today, calendar },
      ),
    ],
  };
}

/** Ids are places in the plan: nothing of it is stored. */
function openOf(planned: PlannedObligation, year: number, startDay: CivilDate): Obligation {
  const { sector, objective, milestone, occurrence } = planned.place;
  const series = `${sector}.${objective}.${milestone ?? '-'}`;
  return openObligation(planned, {
    id: `${series}.${occurrence ?? '-'}`,
    year,
    objectiveId: `${sector}.${objective}`,
    startDay,
    recurrenceId: series,
  });
}
