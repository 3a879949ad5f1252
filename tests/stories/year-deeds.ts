/** What people do to a year by *Il ciclo*, with the words of a form. */
import type { StepAsked } from '../../api/commands/closing-asked.js';
import { recordClosing } from '../../api/commands/record-closing.js';
import { stepSubmission } from '../../api/commands/step-submission.js';
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
