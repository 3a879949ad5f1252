/**
 * What of a year may be told before its Relazione is validated: the plan as it was approved, with its variations. A list
 * of what stays, so that a member added to the facts later is left out until somebody puts it here.
 */
import type { ObjectiveFact, PhaseFact } from './objective-facts.js';
import type { RelazioneFacts } from './relazione-facts.js';

/** Nothing of what was done, said, decided or proved is left. */
export const plannedFacts = ({
  town,
  year,
  asOf,
  words,
  scoring,
  sectors,
  variations,
}: RelazioneFacts): RelazioneFacts => ({
  ...{ town, year, asOf, words, scoring, publishesTotals: false },
  sectors: sectors.map(({ name, objectives }) => ({ name, objectives: objectives.map(plannedObjective) })),
  variations,
  ...{ texts: {}, acts: [], monitoring: [], steps: [] },
});

const plannedObjective = ({
  id,
  number,
  title,
  shared,
  weight,
  indicators,
  phases,
}: ObjectiveFact): ObjectiveFact => ({
  ...{ id, number, title, shared, weight },
  indicators: indicators.map(({ text, target }) => ({
    text,
    ...(target === undefined ? {} : { target }),
    result: null,
  })),
  phases: phases.map(plannedPhase),
  ...{ decided: null, reason: null, evidence: [] },
});

/** What an act took away stays away; whether the rest was done is not told. */
const plannedPhase = ({ phrase, term, state, recurrence }: PhaseFact): PhaseFact => ({
  ...{ phrase, term, recurrence, doneOn: null },
  state: state === 'done' ? 'open' : state,
});
