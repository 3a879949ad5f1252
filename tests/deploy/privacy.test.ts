import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { spanInWords } from '../../api/views/register/retention-words.js';
import { INSTALLATION_RETENTION } from '../../domain/retention/installation-retention.js';
import { type RetentionRule, TOWN_RETENTION } from '../../domain/retention/retention-rules.js';

const FOLDER = new URL('../../docs/privacy/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

const lineOf = ({ what, kept, unit, from, least, most, why }: RetentionRule): string => {
  const bounds = least === most ? 'fisso' : `da ${least} a ${most}`;
  return `| ${[what, spanInWords(kept, unit), from, bounds, why].join(' | ')} |`;
};

test('the page for the privacy officer lists exactly what the program removes, after how long, from when and why', () => {
  const rules = Object.values<RetentionRule>({ ...TOWN_RETENTION, ...INSTALLATION_RETENTION });
  const listed = read('README.md')
    .split('\n')
    .filter(
      (line) => line.split(' | ').length === 5 && !line.startsWith('| che cosa') && !line.includes('---'),
    );
  expect(listed).toEqual(rules.map(lineOf));
});

test('each draft is linked from that page and says what the body has to fill in', () => {
  const drafts = readdirSync(FOLDER).filter((name) => name !== 'README.md');
  expect(drafts.sort()).toEqual([
    'dpia.md',
    'informativa-cittadini.md',
    'informativa-dipendenti.md',
    'informativa-nucleo.md',
    'registro-trattamenti.md',
  ]);
  for (const name of drafts) {
    expect(read('README.md'), name).toContain(`(${name})`);
    expect(read(name).match(/`\[DA COMPILARE: [^\]`]+\]`/g)?.length ?? 0, name).toBeGreaterThan(1);
  }
});

test('no draft has a place to fill in that is not closed, or a link that leads nowhere', () => {
  for (const name of readdirSync(FOLDER)) {
    const text = read(name);
    expect(text.split('[DA COMPILARE').length, name).toBe(
      text.split(/`\[DA COMPILARE: [^\]`]+\]`|`\[DA COMPILARE: …\]`/).length,
    );
    for (const [, target] of text.matchAll(/\]\(([\w-]+\.md)/g))
      expect(readdirSync(FOLDER), `${name} → ${target}`).toContain(target);
  }
});
