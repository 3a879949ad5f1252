/** SECURITY.md and its Italian page name tests that exist: a control nobody shows is no control. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOUSE, textOf } from './house-files.js';

interface Named {
  readonly file: string;
  readonly title: string;
}

/** `[words](path.test.ts): "title"`, paths from the page's folder. */
const namedIn = (page: string): readonly Named[] =>
  [...textOf(page).matchAll(/\]\(([^)\s]+\.test\.ts)\): ["«]([^"»]+)["»]/g)].map(
    ([, path = '', title = '']) => ({
      file: join(dirname(page), path),
      title,
    }),
  );

const threats = textOf('SECURITY.md')
  .split('\n')
  .filter((line) => /^\| (S|T|R|I|D|E|all) \|/.test(line));

describe.each(['SECURITY.md', 'docs/sicurezza.md'])('%s', (page) => {
  it.each(namedIn(page))('$file has "$title"', ({ file, title }) => {
    expect(existsSync(join(HOUSE, file)), file).toBe(true);
    expect(textOf(file)).toContain(title);
  });

  it('names some', () => {
    expect(namedIn(page).length).toBeGreaterThan(5);
  });
});

describe('the table of threats', () => {
  it('has every letter of STRIDE, and a test on every line', () => {
    expect(new Set(threats.map((line) => line.split('|')[1]?.trim()))).toEqual(
      new Set(['S', 'T', 'R', 'I', 'D', 'E', 'all']),
    );
    expect(threats.filter((line) => !/\.test\.ts\): "/.test(line))).toEqual([]);
    expect(namedIn('SECURITY.md')).toHaveLength(threats.length);
  });
});
