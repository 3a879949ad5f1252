import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/what-users-ask.md', root), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const shown = [...page.matchAll(/`((?:tests|docs|examples)\/[^`]*)`/g)].map(([, path]) => path ?? '');

describe('the table of what users ask', () => {
  it('has the 21 asks in their order, each with its answer and what shows it', () => {
    expect(rows.map(([rank]) => Number(rank))).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
    for (const cells of rows) {
      expect(cells, cells[0]).toHaveLength(4);
      expect(
        cells.every((cell) => cell !== ''),
        cells[0],
      ).toBe(true);
    }
  });

  it.each(shown)('names %s, which is there', (path) => {
    expect(existsSync(new URL(path, root))).toBe(true);
  });
});
