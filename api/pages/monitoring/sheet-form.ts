/** The form of a self-evaluation as lines; its fields have the names that the JSON API uses in its pointers. */
import type { OfferedLine } from '../../../domain/cycle/line-merge.js';
import { type SheetLine, VERDICTS } from '../../../domain/cycle/self-evaluation-line.js';
import { isId } from '../../session.js';
import type { Form } from '../../uploads/read-form.js';
import { sheetDigest } from '../../views/evaluation/sheet-line.js';
import { countOf, MOST_LINES, MOST_PARTS } from './monitoring-form.js';

/** A line with its place in the form. */
export interface SheetFormLine extends OfferedLine<SheetLine> {
  readonly place: number;
}

/** Those that somebody touched since they were shown; line ends are those of the program. */
export function offeredSheetLines(form: Form): readonly SheetFormLine[] {
  return Array.from({ length: countOf(form.text('righe'), MOST_LINES) }, (_, place) => place).flatMap(
    (place): readonly SheetFormLine[] => {
      const line = `lines[${place}]`;
      const objective = form.text(`${line}.objective`);
      const seen = form.text(`${line}.seen`);
      if (!isId(objective)) return [];
      const content = contentOf(form, line);
      if (sheetDigest(content) === form.text(`${line}.shown`)) return [];
      return [{ objective, content, seen: /^\d{1,9}$/.test(seen) ? Number(seen) : 0, place }];
    },
  );
}

function contentOf(form: Form, line: string): SheetLine {
  const text = (field: string): string =>
    form.text(`${line}.${field}`).replaceAll('\r\n', '\n').replaceAll('\0', '').trim();
  const count = countOf(form.text(`${line}.indicators`), MOST_PARTS);
  return {
    indicators: Array.from({ length: count }, (_, at) => ({
      indicator: text(`indicators[${at}].indicator`),
      value: text(`indicators[${at}].value`),
      waiting: text(`indicators[${at}].waiting`) === 'si',
    })),
    verdict: VERDICTS.find((code) => code === text('verdict')) ?? null,
    ...{ degree: text('degree'), reason: text('reason'), waitingFor: text('waitingFor') },
    ...{ until: text('until'), evidence: text('evidence') },
  };
}
