/**
 * A draft may say anything that reads; a submission must say everything. What does not read is `wrong` and
 * keeps a draft from being saved; what is not there is `missing` and keeps it from being transmitted.
 */
import { type CivilDate, parseCivilDate } from '../time/civil-date.js';
import { readFigure } from './figure.js';
import {
  type AskedIndicator,
  type AskedLine,
  type LineContent,
  TEXT_LIMIT,
  VALUE_LIMIT,
} from './submission-line.js';

/** A field of a line, as forms and problems name it. */
export type LineField =
  | 'progress'
  | 'deviation'
  | 'cause'
  | 'causeText'
  | 'remedy'
  | 'proposal'
  | 'proposalText'
  | 'evidence'
  | 'indicators'
  | 'milestones';

/** `at`: place of the indicator or of the phase within the line, from 0. */
export type LineFault =
  | { readonly kind: 'missing'; readonly field: LineField; readonly at?: number }
  | { readonly kind: 'too-long'; readonly field: LineField; readonly at?: number; readonly limit: number }
  | { readonly kind: 'not-a-number'; readonly field: 'indicators'; readonly at: number }
  | { readonly kind: 'other-unit'; readonly field: 'indicators'; readonly at: number; readonly unit: string }
  /** An indicator or a term of another objective, or one that the line has told already. */
  | { readonly kind: 'unknown' | 'twice'; readonly field: 'indicators' | 'milestones'; readonly at: number }
  | { readonly kind: 'not-a-day' | 'in-the-future'; readonly field: 'milestones'; readonly at: number };

const TEXTS = ['deviation', 'causeText', 'remedy', 'proposalText', 'evidence'] as const;

/** What does not read; `at` is the place in the content's list. */
export function wrongIn(line: LineContent, asked: AskedLine, today: CivilDate): readonly LineFault[] {
  const faults: LineFault[] = [];
  for (const field of TEXTS)
    if (line[field].length > TEXT_LIMIT) faults.push({ kind: 'too-long', field, limit: TEXT_LIMIT });
  line.indicators.forEach(({ indicator, value }, at) => {
    const known = asked.indicators.find(({ id }) => id === indicator);
    const field = 'indicators';
    if (known === undefined) faults.push({ kind: 'unknown', field, at });
    else if (line.indicators.findIndex((one) => one.indicator === indicator) < at)
      faults.push({ kind: 'twice', field, at });
    else faults.push(...wrongValue(value.trim(), known, at));
  });
  line.milestones.forEach(({ obligation, doneOn }, at) => {
    const day = parseCivilDate(doneOn);
    const field = 'milestones';
    if (!asked.milestones.some((one) => one.obligation === obligation))
      faults.push({ kind: 'unknown', field, at });
    else if (line.milestones.findIndex((one) => one.obligation === obligation) < at)
      faults.push({ kind: 'twice', field, at });
    else if (doneOn !== '' && day === null) faults.push({ kind: 'not-a-day', field, at });
    else if (day !== null && day > today) faults.push({ kind: 'in-the-future', field, at });
  });
  return faults;
}

function wrongValue(value: string, { target }: AskedIndicator, at: number): readonly LineFault[] {
  const field = 'indicators';
  if (value.length > VALUE_LIMIT) return [{ kind: 'too-long', field, at, limit: VALUE_LIMIT }];
  if (value === '' || target === null) return [];
  const read = readFigure(value, target.unit ?? null);
  if (read.ok) return [];
  return read.problem === 'other-unit'
    ? [{ kind: 'other-unit', field, at, unit: read.unit }]
    : [{ kind: 'not-a-number', field, at }];
}

/** Terms up to the reference day that stay open after this line: they make it deviate. */
const openAtReference = (
  line: LineContent,
  { milestones }: AskedLine,
  referenceOn: CivilDate,
): readonly string[] =>
  milestones
    .filter(({ state, due }) => state === 'open' && due !== null && due <= referenceOn)
    .filter(({ obligation }) => !line.milestones.some((one) => one.obligation === obligation && one.doneOn))
    .map(({ obligation }) => obligation);

/** A deviation wants its reason and its remedy. */
export const deviates = (line: LineContent, asked: AskedLine, referenceOn: CivilDate): boolean =>
  line.progress === 'late' ||
  line.progress === 'stopped' ||
  openAtReference(line, asked, referenceOn).length > 0;

/** What a submission still lacks; `at` counts the indicators of the plan. */
export function missingIn(line: LineContent, asked: AskedLine, referenceOn: CivilDate): readonly LineFault[] {
  const faults: LineFault[] = [];
  const lacks = (field: LineField): void => void faults.push({ kind: 'missing', field });
  const isBlank = (text: string): boolean => text.trim() === '';
  if (line.progress === null) lacks('progress');
  asked.indicators.forEach(({ id }, at) => {
    const said = line.indicators.find(({ indicator }) => indicator === id);
    if (said === undefined || (isBlank(said.value) && !said.waiting))
      faults.push({ kind: 'missing', field: 'indicators', at });
  });
  if (deviates(line, asked, referenceOn)) {
    if (isBlank(line.deviation)) lacks('deviation');
    if (line.cause === null) lacks('cause');
    if (line.cause === 'other' && isBlank(line.causeText)) lacks('causeText');
    if (isBlank(line.remedy)) lacks('remedy');
  }
  if (line.proposal === null) lacks('proposal');
  else if (line.proposal !== 'confirm' && isBlank(line.proposalText)) lacks('proposalText');
  return faults;
}
