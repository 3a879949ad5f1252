/** The year in order: its steps with their terms, its acts, its monitoring windows; and by how much each was late. */
import type { ValidationOutcome } from '../cycle/closing-duties.js';
import { type ActCited, actCited } from '../plan/act-cited.js';
import { type CivilDate, daysBetween, later, yearOf } from '../time/civil-date.js';
import type { RelazioneFacts, RelazioneStep, StepFact, WindowFact } from './relazione-facts.js';

/** An act or a step of the year; `daysLate`: of what was done after its term, or is not done yet. */
export interface TimelineEntry {
  readonly step: RelazioneStep | 'monitoring' | 'act';
  readonly title: string;
  readonly round: number;
  readonly due: CivilDate | null;
  readonly on: CivilDate | null;
  readonly daysLate: number;
  readonly outcome: ValidationOutcome | null;
  readonly act: string | null;
  readonly rule: string | null;
}

const STEPS: Readonly<Record<RelazioneStep, string>> = {
  plan: 'Approvazione del piano',
  'self-evaluation': 'Autovalutazioni',
  measurement: 'Misurazione: tutti i gradi decisi',
  transmission: 'Trasmissione della Relazione',
  adoption: 'Adozione della Relazione',
  validation: 'Validazione',
  approval: 'Approvazione della Relazione',
  publication: 'Pubblicazione',
};

/** By the day on which each thing happened, else by its term; what has neither stands last. */
export function timelineOf(facts: RelazioneFacts): readonly TimelineEntry[] {
  const { steps, monitoring, acts, variations, asOf, words } = facts;
  const told = new Set([...steps.flatMap(({ act }) => (act === null ? [] : [keyOf(act)]))]);
  const varied = new Set(variations.flatMap(({ act }) => (act === null ? [] : [keyOf(act)])));
  const entries: readonly TimelineEntry[] = [
    ...steps.map((one) => stepEntry(one, asOf, words.evaluator)),
    ...monitoring.map((one) => windowEntry(one, asOf)),
    ...acts
      .filter((act) => !told.has(keyOf(act)))
      .map(
        (act): TimelineEntry => ({
          ...EMPTY,
          title: varied.has(keyOf(act)) ? `Variazione: ${act.subject}` : act.subject,
          on: act.date,
          act: actCited(act),
        }),
      ),
  ];
  return entries.toSorted((a, b) => compared(a.on ?? a.due, b.on ?? b.due));
}

const EMPTY: Omit<TimelineEntry, 'title'> = {
  ...{ step: 'act', round: 1, due: null, on: null },
  ...{ daysLate: 0, outcome: null, act: null, rule: null },
};

/** An organ numbers its acts anew each year. */
export const keyOf = ({ organ, number, date }: ActCited): string => `${organ} ${number} ${yearOf(date)}`;

const compared = (a: CivilDate | null, b: CivilDate | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

function stepEntry(fact: StepFact, asOf: CivilDate, evaluator: string): TimelineEntry {
  const { step, round, due, on, outcome, act, rule } = fact;
  const again = round > 1 ? ` (n. ${round})` : '';
  const to = step === 'transmission' ? ` (${evaluator})` : '';
  return {
    ...{ step, round, due, on, outcome, rule, title: `${STEPS[step]}${to}${again}` },
    daysLate: daysLate(due, on, asOf),
    act: act === null ? null : actCited(act),
  };
}

/** Done when the last sector transmitted. */
function windowEntry({ title, due, sectors }: WindowFact, asOf: CivilDate): TimelineEntry {
  const days = sectors.map(({ transmittedOn }) => transmittedOn);
  const sent = days.flatMap((day) => day ?? []);
  const on = sent.length < days.length || sent.length === 0 ? null : sent.reduce(later);
  return { ...EMPTY, step: 'monitoring', title, due, on, daysLate: daysLate(due, on, asOf) };
}

/** Of what is done, and of what is not done yet on the day `asOf`. */
export const daysLate = (due: CivilDate | null, on: CivilDate | null, asOf: CivilDate): number =>
  due === null ? 0 : Math.max(0, daysBetween(due, on ?? asOf));
