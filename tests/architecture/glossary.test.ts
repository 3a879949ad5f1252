/** The glossary and the code name the same things. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_LADDERS, RUNGS } from '../../domain/obligations/ladder.js';
import { houseFiles, textOf } from './house-files.js';

/** Rows of the tables: the cells of a line between bars. */
const rows = textOf('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| term |'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const identifiers = rows.flatMap(([, , cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
);

/** Steps of the cycle that the law names and the code does not reach yet. */
const AHEAD = new Set(['degree', 'deviation', 'corrective action']);

describe('docs/glossary.md', () => {
  it('names no identifier that the code does not have', () => {
    const code = houseFiles()
      .filter((file) => /^(domain|store|mail|workflows|activities|documents|api)\/.*\.(tsx?|sql)$/.test(file))
      .map(textOf)
      .join('\n');
    const unknown = identifiers.filter(
      (word) => !AHEAD.has(word) && !new RegExp(`\\b${word}\\b`, 'i').test(code),
    );
    expect(unknown).toEqual([]);
  });

  it('names every rung of the ladder and every kind of obligation', () => {
    const named = new Set(identifiers);
    expect([...RUNGS, ...Object.keys(DEFAULT_LADDERS)].filter((word) => !named.has(word))).toEqual([]);
  });

  it('gives every term an identifier and a word on the screen', () => {
    const empty = rows.filter((cells) => cells.slice(1, -1).some((cell) => cell === ''));
    expect(empty.map(([, term]) => term)).toEqual([]);
  });

  it('explains every identifier once', () => {
    expect(identifiers.filter((word, index) => identifiers.indexOf(word) !== index)).toEqual([]);
  });
});
