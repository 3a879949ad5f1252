import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecurrenceRule } from '../../../domain/obligations/recurrence-rule.js';
import type { DeadlineItem } from '../../../domain/reading/deadline-item.js';
import { readDeadlines } from '../../../domain/reading/read-deadlines.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { EXAMPLES } from './examples/all.js';

/** Scraps of administrative Italian, strung together at random: far denser in traps than any text. */
const SCRAPS = [
  ..."entro il 31 dicembre 2025 | 30/06 31. 12. 99 29 febbraio 00 0 13 /, . - ( ) ° ^ l' d' dell' ; : € % n. art. X __".split(
    ' ',
  ),
  ...'dal al fino a ogni mese anno giorni gg. ore lavorativi trimestre semestre I II XX primo ultimo decade metà fine'.split(
    ' ',
  ),
  ...'termini scadenza previsti da legge bando prima dopo non oltre successivo precedente lunedì e o mensile volte'.split(
    ' ',
  ),
  '2025-2027',
  '2025/26',
  '-\n',
  '\u00a0',
  '’',
];
const noise = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40 }).map((scraps) => scraps.join(' '));
const glued = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 20 }).map((scraps) => scraps.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), noise, glued);
const anyYear = fc.integer({ min: 1, max: 9999 });

const dates = (item: DeadlineItem): readonly string[] =>
  [item.date, item.start, item.dtstart].filter((date) => date !== undefined);

/** What is told, without the place. */
const told = (text: string, year: number): readonly string[] =>
  readDeadlines(text, year).map(({ phrase: _, span: __, ...item }) => JSON.stringify(item));

describe('whatever the text and the year', () => {
  it('the reader never throws, and gives the same items twice', () => {
    fc.assert(
      fc.property(anyText, anyYear, (text, year) => {
        expect(readDeadlines(text, year)).toEqual(readDeadlines(text, year));
      }),
      { numRuns: 2000 },
    );
  });

  it('every date it yields exists', () => {
    fc.assert(
      fc.property(anyText, anyYear, (text, year) => {
        for (const date of readDeadlines(text, year).flatMap(dates)) expect(parseCivilDate(date)).toBe(date);
      }),
      { numRuns: 2000 },
    );
  });

  it('every rule is one the obligations can follow, every offset an ISO 8601 duration', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { recurrence, offset } of readDeadlines(text, 2025)) {
          if (recurrence !== undefined) expect(parseRecurrenceRule(recurrence)).not.toBeNull();
          if (offset !== undefined) expect(offset).toMatch(/^-?P(?:\d+[DWMY]|T\d+[HM])$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('a none stands alone, and spans lie within the text in its order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const items = readDeadlines(text, 2025);
        if (items.some(({ kind }) => kind === 'none')) expect(items).toHaveLength(1);
        for (const { span } of items) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a phrase means the same', () => {
  const blank = fc
    .constantFrom(' ', '\n', '\t', '\r\n', '\u00a0')
    .chain((one) => fc.integer({ min: 0, max: 4 }).map((times) => one.repeat(times)));
  const example = fc.constantFrom(...EXAMPLES);

  it('with spaces and line breaks around it', () => {
    fc.assert(
      fc.property(example, blank, blank, ({ text, year }, before, after) => {
        expect(told(before + text + after, year)).toEqual(told(text, year));
      }),
    );
  });

  it('with a line break or more spaces for each space', () => {
    fc.assert(
      fc.property(example, fc.constantFrom('\n', '  ', ' \r\n ', '\u00a0'), ({ text, year }, gap) => {
        expect(told(text.replace(/(?<!-) /g, gap), year)).toEqual(told(text, year));
      }),
    );
  });

  it('with curly or straight apostrophes', () => {
    fc.assert(
      fc.property(example, fc.constantFrom("'", '’', '´', '`'), ({ text, year }, sign) => {
        const kept = (items: readonly string[]): readonly string[] =>
          items.map((item) => item.replace(/['’´`]/g, "'"));
        expect(kept(told(text.replace(/['’´`]/g, sign), year))).toEqual(kept(told(text, year)));
      }),
    );
  });

  it('in capital letters, but for the words it copies', () => {
    fc.assert(
      fc.property(example, ({ text, year }) => {
        // Digits misread by a scanner are small letters.
        fc.pre(!/l\d/.test(text));
        const low = (items: readonly string[]): readonly string[] => items.map((item) => item.toLowerCase());
        expect(low(told(text.toUpperCase(), year))).toEqual(low(told(text, year)));
      }),
    );
  });
});
