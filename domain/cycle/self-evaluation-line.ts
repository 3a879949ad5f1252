/** What a head says of one objective at year end. Texts are as typed; the degree is read when it is checked. */

import { pointsToDecimal } from '../plan/points.js';
import type { Verdict } from '../scoring/assessment.js';
import { degreeOf } from '../scoring/degree.js';
import type { Proposal } from '../scoring/proposal.js';
import { parseCivilDate } from '../time/civil-date.js';
import type { IndicatorValue, LineContent } from './submission-line.js';
import { TEXT_LIMIT } from './submission-line.js';

/** A degree; not to be assessed, so that its weight goes to the others; waiting for a figure. */
export const VERDICTS = ['degree', 'not-assessable', 'waiting'] as const;
/** One of {@link VERDICTS}. */
export type VerdictKind = (typeof VERDICTS)[number];

/** A verdict as a form or a body has it. */
export interface TypedVerdict {
  /** `null`: not said. */
  readonly verdict: VerdictKind | null;
  /** "95" or "66,6667"; of a degree. */
  readonly degree: string;
  readonly reason: string;
  /** Which figure is awaited, and until when; of *In attesa del dato*. */
  readonly waitingFor: string;
  readonly until: string;
}

/** One objective of a sector's self-evaluation, as typed. */
export interface SheetLine extends TypedVerdict {
  /** At the end of the year. */
  readonly indicators: readonly IndicatorValue[];
  /** What proves it: acts, protocol numbers, addresses. */
  readonly evidence: string;
}

/** Of an objective of which nobody has said anything yet. */
export const EMPTY_SHEET_LINE: SheetLine = {
  ...{ indicators: [], verdict: null, degree: '', reason: '', waitingFor: '', until: '', evidence: '' },
};

/** "12,5" or "12.5" with at most four decimals, 0–100; `null`: it is none. */
export function readDegree(text: string): ReturnType<typeof degreeOf> {
  const plain = /^(\d{1,5}(?:[.,]\d{1,10})?)\s*%?$/.exec(text.trim())?.[1];
  return plain === undefined ? null : degreeOf(Number(plain.replace(',', '.')));
}

/** What was typed as a verdict; `null`: it does not read, or nothing was said. Whether it has its reason is asked elsewhere. */
export function readVerdict({ verdict, degree, reason, waitingFor, until }: TypedVerdict): Verdict | null {
  const said = reason.trim();
  switch (verdict) {
    case null:
      return null;
    case 'degree': {
      const read = readDegree(degree);
      return read === null ? null : { is: 'degree', degree: read, reason: said === '' ? null : said };
    }
    case 'not-assessable':
      return { is: 'not-assessable', reason: said };
    case 'waiting':
      return { is: 'waiting', for: waitingFor.trim(), until: parseCivilDate(until.trim()) };
  }
}

/** What a line can begin from: the last monitoring, and what the facts propose. */
export function suggestedSheetLine(
  monitored: Pick<LineContent, 'indicators' | 'deviation' | 'evidence'> | null,
  proposal: Proposal,
): SheetLine {
  const line = { ...EMPTY_SHEET_LINE, indicators: monitored?.indicators ?? [] };
  const evidence = monitored?.evidence ?? '';
  const reason = (monitored?.deviation ?? '').slice(0, TEXT_LIMIT);
  if (proposal.is !== 'degree') return { ...line, evidence, reason };
  return {
    ...line,
    evidence,
    reason,
    verdict: 'degree',
    degree: pointsToDecimal(proposal.degree).replace('.', ','),
  };
}

/** Says the same: an indicator without anything said is as if it were not listed. */
export const isSameSheetLine = (a: SheetLine, b: SheetLine): boolean => sheetLineKey(a) === sheetLineKey(b);

/** The same text for lines that say the same. */
export function sheetLineKey({ indicators, ...rest }: SheetLine): string {
  const values = indicators
    .filter(({ value, waiting }) => value !== '' || waiting)
    .map(({ indicator, value, waiting }) => [indicator, value, waiting])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return JSON.stringify([values, Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** A day of a decision's *until*, as typed. */
export const isDayOrEmpty = (text: string): boolean =>
  text.trim() === '' || parseCivilDate(text.trim()) !== null;
