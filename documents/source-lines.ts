/** Collects the lines of a document that has none of its own: every line of every paragraph gets a number. */
import type { Fragment, SourceLine } from '../domain/reading/source/source-document.js';

/** The lines so far, and how to add to them. */
export interface LineCollector {
  readonly lines: readonly SourceLine[];
  /** Page or sheet the next lines stand on, 1-based. */
  page: number;
  /** Fragments of the lines that hold words; each becomes a line of the document. */
  readonly add: (texts: readonly string[]) => readonly Fragment[];
}

/** Begins with no line, on page 1. */
export function collectLines(): LineCollector {
  const lines: SourceLine[] = [];
  const collector: LineCollector = {
    lines,
    page: 1,
    add: (texts) =>
      texts
        .map((text) => text.replace(/\s+/gu, ' ').trim())
        .filter((text) => text !== '')
        .map((text) => ({ line: lines.push({ page: collector.page, text }), text })),
  };
  return collector;
}
