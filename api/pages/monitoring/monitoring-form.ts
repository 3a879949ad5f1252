/** The form of a submission as lines; its fields have the names that the JSON API uses in its pointers. */
import type { OfferedLine } from '../../../domain/cycle/line-merge.js';
import { CAUSES, type LineContent, PROGRESS, PROPOSALS } from '../../../domain/cycle/submission-line.js';
import { lineDigest } from '../../line-digest.js';
import { isId } from '../../session.js';
import type { Form } from '../../uploads/read-form.js';

/** More than a sector ever has: a form that says more is not ours. */
export const MOST_LINES = 200;
/** Of a line. */
export const MOST_PARTS = 200;

/** A count as a form says it, never more than `most`. */
export const countOf = (text: string, most: number): number =>
  /^\d{1,3}$/.test(text) ? Math.min(Number(text), most) : 0;

/** A line with its place in the form. */
export interface FormLine extends OfferedLine {
  readonly place: number;
}

/** Those that somebody touched since they were shown; line ends are those of the program. */
export function offeredLines(form: Form): readonly FormLine[] {
  return Array.from({ length: countOf(form.text('righe'), MOST_LINES) }, (_, place) => place).flatMap(
    (place): readonly FormLine[] => {
      const line = `lines[${place}]`;
      const objective = form.text(`${line}.objective`);
      const seen = form.text(`${line}.seen`);
      if (!isId(objective)) return [];
      const content = contentOf(form, line);
      if (lineDigest(content) === form.text(`${line}.shown`)) return [];
      return [{ objective, content, seen: /^\d{1,9}$/.test(seen) ? Number(seen) : 0, place }];
    },
  );
}

function contentOf(form: Form, line: string): LineContent {
  const text = (field: string): string =>
    form.text(`${line}.${field}`).replaceAll('\r\n', '\n').replaceAll('\0', '').trim();
  const parts = (name: string): readonly string[] =>
    Array.from({ length: countOf(form.text(`${line}.${name}`), MOST_PARTS) }, (_, at) => `${name}[${at}]`);
  return {
    progress: oneOf(PROGRESS, text('progress')),
    indicators: parts('indicators').map((at) => ({
      indicator: text(`${at}.indicator`),
      value: text(`${at}.value`),
      waiting: text(`${at}.waiting`) === 'si',
    })),
    milestones: parts('milestones').map((at) => ({
      obligation: text(`${at}.obligation`),
      doneOn: text(`${at}.doneOn`),
    })),
    deviation: text('deviation'),
    cause: oneOf(CAUSES, text('cause')),
    causeText: text('causeText'),
    remedy: text('remedy'),
    proposal: oneOf(PROPOSALS, text('proposal')),
    proposalText: text('proposalText'),
    evidence: text('evidence'),
  };
}

const oneOf = <Code extends string>(codes: readonly Code[], text: string): Code | null =>
  codes.find((code) => code === text) ?? null;
