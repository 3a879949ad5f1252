/** The words of a term whose day a variation moved: the day they print is written anew, the rest stays. */

import { type CivilDate, dayOf, monthOf, parseCivilDate, yearOf } from '../time/civil-date.js';
import { ITALIAN_MONTHS } from '../time/italian-months.js';
import type { PlanMilestone } from './plan-document.js';

/** The new term in the words of the old; as it is where somebody wrote other words, or no day moved. */
export function rephrased(before: PlanMilestone, after: PlanMilestone): PlanMilestone {
  const [was, is] = [parseCivilDate(before.date ?? ''), parseCivilDate(after.date ?? '')];
  if (before.phrase !== after.phrase || is === null || was === is) return after;
  const written = was === null ? before.phrase : before.phrase.replace(printed(was), shortDay(is));
  const phrase = written === before.phrase ? `${before.phrase} (ora entro il ${shortDay(is)})` : written;
  return { ...after, phrase };
}

/** `30/06`, `30.6.2023`, `30 giugno`, `30 giugno 2023`. */
function printed(day: CivilDate): RegExp {
  const [d, m, y] = [dayOf(day), monthOf(day), yearOf(day)];
  const year = `${y}|${String(y).slice(2)}`;
  const numbers = `0?${m}(?:[/.-](?:${year}))?`;
  const words = `${ITALIAN_MONTHS[m - 1] ?? ''}(?:\\s+(?:${year}))?`;
  return new RegExp(`\\b0?${d}(?:°)?(?:[/.-]${numbers}|\\s+${words})(?!\\d)`, 'i');
}

const shortDay = (day: CivilDate): string => `${dayOf(day)}/${monthOf(day)}/${yearOf(day)}`;
