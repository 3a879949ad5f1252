import { describe, expect, it } from 'vitest';
import { planSchema } from '../../documents/plan-schema.js';
import { type Annex, annexes, drawnAnnexes } from './annexes.js';

const ALL = [...annexes()];
const isText = (one: Annex): boolean => one.format.startsWith('text');
/** Those that need no browser. */
const WRITTEN_HERE = ALL.filter((one) => !isText(one) && one.format !== 'pdf-browser');

describe('the invented annexes', () => {
  it('are at least 90 files of 19 towns in 6 formats and 5 layouts, each with its own name', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(90);
    expect(new Set(ALL.map((one) => one.fileName)).size).toBe(ALL.length);
    expect(new Set(ALL.map((one) => one.town)).size).toBeGreaterThanOrEqual(19);
    expect(new Set(ALL.map((one) => one.format)).size).toBe(6);
    expect(new Set(ALL.map((one) => one.layout)).size).toBe(5);
  });

  it.each(ALL)('$id has a truth that the import would accept', ({ truth }) => {
    expect(planSchema.safeParse(truth).error?.issues ?? []).toEqual([]);
  });

  it.each(WRITTEN_HERE)('$id begins as a file of its format', async (one) => {
    const bytes = Buffer.from(await one.bytes());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(one.format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
  });

  it.each(ALL.filter(isText))('$id has every term, or its X, on the line the truth says', async (one) => {
    const lines = decoded(await one.bytes()).split('\n');
    const sectors = one.truth.sectors.flatMap(({ objectives }) => objectives);
    for (const item of sectors.flatMap(({ milestones }) => milestones)) {
      const line = lines[(item.sourceLine ?? 0) - 1] ?? '';
      const [word = ''] = item.phrase.split(' ');
      const isThere = line.includes(word.slice(0, 4)) || /(^|\s)[Xx](\s|$)/.test(line);
      expect({ phrase: item.phrase, line, isThere }).toMatchObject({ isThere: true });
    }
  });

  it('can be drawn from any seed, 60 of them with truths that the import would accept', () => {
    const drawn = [...drawnAnnexes(1, 60)];
    expect(new Set(drawn.map((one) => one.layout)).size).toBe(5);
    expect(drawn.flatMap(({ truth }) => planSchema.safeParse(truth).error?.issues ?? [])).toEqual([]);
    expect(drawn.map(({ truth }) => truth)).toEqual([...drawnAnnexes(1, 60)].map(({ truth }) => truth));
  });

  it('are the same at every call', async () => {
    const again = [...annexes()];
    expect(again.map(({ truth }) => truth)).toEqual(ALL.map(({ truth }) => truth));
    for (const [index, one] of again.entries()) {
      if (isText(one)) expect(await one.bytes()).toEqual(await ALL[index]?.bytes());
    }
  });
});

/** UTF-8 where it is that, else Windows-1252. */
function decoded(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
}
