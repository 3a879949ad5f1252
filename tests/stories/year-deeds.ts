/** What people do to a year by *Il ciclo*, with the words of a form. */

import { reopenByHand } from '../../api/commands/cycle/close-cycle.js';
import type { StepAsked } from '../../api/commands/cycle/closing-asked.js';
import { recordClosing, withdrawClosing } from '../../api/commands/cycle/record-closing.js';
import { stepSubmission } from '../../api/commands/monitoring/step-submission.js';
import { declareConflict } from '../../api/commands/review/declare-conflict.js';
import { type ChangeSaid, varyByChanges } from '../../api/commands/variation/vary-by-changes.js';
import { listFacts } from '../../store/cycle/closing.js';
import type { YearStory } from './year-story.js';

const EMPTY: Omit<StepAsked, 'step' | 'date'> = {
  ...{ year: 2023, organ: '', number: '', protocolNumber: '', protocolDate: '', outcome: '', addresses: '' },
  note: '',
};

/** A fact of the closing, recorded by `name`. */
export const records = (
  story: YearStory,
  name: string,
  asked: Partial<StepAsked> & Pick<StepAsked, 'step' | 'date'>,
) => story.as(name, (by) => recordClosing(by, { ...EMPTY, ...asked }));

export const acknowledges = (story: YearStory, name: string, submission: string) =>
  story.as(name, (by) =>
    stepSubmission(by, { submission, step: 'acknowledge', reason: '', rowVersion: null }),
  );

export const returns = (story: YearStory, name: string, submission: string) =>
  story.as(name, (by) =>
    stepSubmission(by, {
      submission,
      step: 'return',
      reason: 'Manca il secondo indicatore',
      rowVersion: null,
    }),
  );

/** The Giunta varies the plan on that day, by act `number`; recorded by `name`. */
export const varies = (
  story: YearStory,
  name: string,
  act: { readonly date: string; readonly number: string },
  changes: readonly ChangeSaid[],
) =>
  story.as(name, (by) => {
    const blank = { subject: '', protocolNumber: '', protocolDate: '' };
    const said = { ...blank, organ: 'giunta', ...act, note: 'Priorità cambiate' };
    return varyByChanges(by, { year: story.town.year, kind: 'variation', changes, act: said });
  });

/** That an objective's only phase is due on another day. */
export async function redated(story: YearStory, objective: string, due: string): Promise<ChangeSaid> {
  const [phase] = await story.read(
    (tx) =>
      tx<{ id: string }[]>`select id from milestone where objective = ${objective} and ended_by is null`,
  );
  return { change: 'redate', objective, milestone: phase?.id ?? '', due };
}

export const reopens = (story: YearStory, name: string, reason: string) =>
  story.as(name, (by) => reopenByHand(by, { year: story.town.year, reason }));

/** What was recorded of a step last is withdrawn. */
export async function withdraws(story: YearStory, name: string, step: string): Promise<void> {
  const facts = await story.read((tx) => listFacts(tx, story.town.cycle));
  const fact = facts.findLast((one) => one.step === step && one.withdrawn === null)?.id ?? '';
  const reason = 'Indirizzo sbagliato';
  await story.as(name, (by) => withdrawClosing(by, { year: story.town.year, fact, reason }));
}

/** A member of the evaluators says of a conflict, about the whole, that they stay. */
export const declares = (story: YearStory, name: string, round: number) =>
  story.as(name, (by) => {
    const said = { kind: 'declared', sector: '', text: 'Nessun atto di mia competenza' };
    return declareConflict(by, { year: EMPTY.year, round, member: '', ...said });
  });
