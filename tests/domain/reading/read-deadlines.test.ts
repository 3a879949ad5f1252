import { describe, expect, it } from 'vitest';
import type { DeadlineItem } from '../../../domain/reading/deadline-item.js';
import { readDeadlines } from '../../../domain/reading/read-deadlines.js';
import { CHAPTERS, EXAMPLES } from './examples/all.js';

/** What an item says, without the place it was read from. */
const told = ({ phrase: _, span: __, ...item }: DeadlineItem): object => item;
const inOrder = (items: readonly object[]): readonly string[] =>
  items.map((item) => JSON.stringify(sorted(item))).sort();
const sorted = (item: object): object =>
  Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));

describe.each(Object.entries(CHAPTERS))('%s', (_, examples) => {
  it.each(examples)('$rule: "$text"', ({ text, year, expected }) => {
    expect(inOrder(readDeadlines(text, year).map(told))).toEqual(inOrder(expected));
  });
});

describe('every item', () => {
  it('carries the words it was read from and their place, inside the text', () => {
    for (const { text, year } of EXAMPLES) {
      for (const { phrase, span } of readDeadlines(text, year)) {
        expect(text.slice(...span).replace(/\s+/g, ' ')).toBe(phrase);
        expect(phrase).not.toBe('');
      }
    }
  });

  it('starts at its lead-in: "entro il 31 marzo", not "31 marzo"', () => {
    const [item] = readDeadlines('Relazione finale entro il 31 marzo, a cura del settore', 2025);
    expect(item).toMatchObject({ phrase: 'entro il 31 marzo', span: [17, 34] });
  });
});
