/** What a line can begin from: the terms as they stand, and the reasons given from mails. Never the proposal: that is asked. */
import type { CivilDate } from '../time/civil-date.js';
import {
  type AskedLine,
  EMPTY_LINE,
  type LineContent,
  type Progress,
  TEXT_LIMIT,
} from './submission-line.js';

/** Nothing is suggested of an objective without terms. */
export function suggestedLine({ milestones }: AskedLine, referenceOn: CivilDate): LineContent {
  const isLate = milestones.some(({ state, due }) => state === 'open' && due !== null && due <= referenceOn);
  const reasons = milestones.flatMap(({ state, reason }) => (state === 'open' && reason ? [reason] : []));
  return {
    ...EMPTY_LINE,
    progress: progressOf(milestones, isLate),
    deviation: isLate ? [...new Set(reasons)].join('\n').slice(0, TEXT_LIMIT) : '',
  };
}

function progressOf(milestones: AskedLine['milestones'], isLate: boolean): Progress | null {
  if (milestones.length === 0) return null;
  if (isLate) return 'late';
  return milestones.every(({ state }) => state === 'done') ? 'done' : 'on-track';
}
