/** A rehearsed mail as one line of JSON, with its subject and text as it will be frozen. */
import type { DigestFacts, DigestLine } from '../domain/obligations/digest.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { composeDigest } from './compose.js';
import type { MailWords } from './roles.js';

export interface RehearsedLine {
  readonly day: CivilDate;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly items: readonly RehearsedItem[];
}

/** `rung`: `null` for a line of the weekly summary. `due`: `null` where the date is not known. */
export interface RehearsedItem {
  readonly sector: string;
  readonly number: string | null;
  readonly objective: string;
  readonly milestone: string | null;
  readonly due: CivilDate | null;
  readonly rung: string | null;
}

/** All lines of a mail, those of the summary last. */
export const allLines = ({ lines, summary }: DigestFacts): readonly DigestLine[] => [
  ...lines,
  ...(summary?.late ?? []),
  ...(summary?.external ?? []),
];

/** `to`: whom it is for, as the reader of the lines knows them. */
export function rehearsedLine(to: string, facts: DigestFacts, words?: MailWords): RehearsedLine {
  const { subject, text } = composeDigest(facts, words);
  const items = allLines(facts).map((line) => ({
    sector: line.subject.sector,
    number: line.subject.number,
    objective: line.subject.objective,
    milestone: line.subject.milestone,
    due: line.term.kind === 'external' ? null : line.term.due,
    rung: line.rung,
  }));
  return { day: facts.day, to, subject, text, items };
}
