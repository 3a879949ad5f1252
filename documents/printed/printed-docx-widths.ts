/** How wide the columns of a table in Word are: as asked, but no day, no code and no word is broken in two where all fit. */
import { cellText, oneLine, type PrintedTable } from '../../domain/printed-document/printed-document.js';

/** Of a cell, in twentieths of a point: its letters are 9 points high, 70 is left free on each side, then its edge. */
const EM = 180;
const BESIDE = 150;
/**
 * Of the letters in ems, as wide as in DejaVu Sans Bold: a program without Calibri (LibreOffice on Linux) may put that
 * in its place, and there is hardly a wider one.
 */
const LETTERS: readonly (readonly [letters: RegExp, ems: number])[] = [
  [/[ijl.,:;'’|!]/u, 0.4],
  [/[frtI/()-]/u, 0.5],
  [/[mMwW%@]/u, 1.05],
  [/[A-Z]/u, 0.82],
];
const OTHERS = 0.7;
/** What is not bold. */
const LIGHT = 0.92;

/** What stays whole: where not all of it finds room, the days and numbers of the cells and the heads do. */
const WHOLE = [/^.{1,14}$/u, /^(?=.*\d).{1,12}$/u] as const;

/** In twentieths of a point, as many as columns; `width` of the whole table. */
export function columnWidths(table: PrintedTable, width: number): readonly number[] {
  const asked = table.columns.map(({ share }) => Math.round((width * share) / 100));
  for (const whole of WHOLE) {
    const least = table.columns.map((_, at) => leastOf(table, at, whole));
    const missing = sum(asked.map((one, at) => Math.max(0, (least[at] ?? 0) - one)));
    const spare = asked.map((one, at) => Math.max(0, one - (least[at] ?? 0)));
    if (missing > sum(spare)) continue;
    const given = missing === 0 ? 0 : missing / sum(spare);
    return asked.map((one, at) => Math.max(one, least[at] ?? 0) - Math.ceil((spare[at] ?? 0) * given));
  }
  return asked;
}

function leastOf({ columns, rows, total }: PrintedTable, at: number, whole: RegExp): number {
  const bold = [oneLine(columns[at]?.title ?? ''), cellText(total?.[at] ?? '')];
  const words = new Set(rows.flatMap((row) => wordsOf(cellText(row[at] ?? ''))));
  return (
    BESIDE +
    Math.max(
      widest(
        [...words].filter((word) => whole.test(word)),
        LIGHT,
      ),
      widest(
        bold.flatMap(wordsOf).filter((word) => WHOLE[0].test(word)),
        1,
      ),
    )
  );
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u);

const widest = (words: readonly string[], weight: number): number =>
  words.reduce((most, word) => Math.max(most, Math.ceil(EM * weight * sum([...word].map(emsOf)))), 0);

const emsOf = (letter: string): number => LETTERS.find(([letters]) => letters.test(letter))?.[1] ?? OTHERS;

const sum = (all: readonly number[]): number => all.reduce((so, one) => so + one, 0);
