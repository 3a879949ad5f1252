/**
 * The example town's report, laid out as towns print it: a grid that the extractor poured out as running text,
 * cells apart by empty lines, results after the words they belong to, rows that a page breaks in two.
 */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../documents/read-source.js';
import type { PlanDocument, PlanObjective } from '../../../../domain/plan/plan-document.js';
import { compilePlan } from '../../../../domain/reading/compile-plan.js';

const REPORT = new URL('./example-report.txt', import.meta.url);
const PLAN = new URL('../../../../examples/caluso-2023/plan.json', import.meta.url);

const truth = JSON.parse(await readFile(PLAN, 'utf8')) as PlanDocument;
const text = await readFile(REPORT, 'utf8');
const plan = await compiled();

async function compiled(): Promise<PlanDocument> {
  const read = await readSource(new TextEncoder().encode(text), 'relazione.txt');
  if (!read.ok) throw new Error(read.refusal);
  const found = compilePlan(read.source);
  if (!found.ok) throw new Error(found.refusal);
  return found.plan;
}

const inShort = ({ number, title, weight, shared }: PlanObjective) => ({ number, title, weight, shared });
const wordsOf = ({ indicators }: PlanObjective): string =>
  indicators
    .map((one) => one.text)
    .join('; ')
    // The plan says it of flows that are controlled, the report of their control.
    .replace(/^(?:Controllo dei f|F)lussi di cassa previsionali(?: controllati,)? mensile/, 'Flussi, mensile')
    .replace(/\.$/, '');
const termsOf = ({ milestones }: PlanObjective) =>
  milestones.map(({ sourceLine: _, phrase, ...term }) => ({ ...term, phrase: phrase.toLowerCase() }));
const each = <T>(of: (objective: PlanObjective) => T, { sectors }: PlanDocument): readonly T[][] =>
  sectors.map(({ objectives }) => objectives.map(of));

describe("the example town's report", () => {
  it('is a report of 2023, annexed to G.C. n. 48 of 3 May 2024, with points', () => {
    expect(plan.document).toEqual({
      body: 'Comune di Caluso',
      kind: 'report',
      year: 2023,
      act: 'G.C. n. 48 del 3/5/2024',
      actDate: '2024-05-03',
      weights: 'points',
    });
  });

  it('has five sectors of 100 points and no responsible role', () => {
    expect(plan.sectors.map(({ name, owner, weightTotal }) => ({ name, owner, weightTotal }))).toEqual(
      truth.sectors.map(({ name }) => ({ name, owner: null, weightTotal: 100 })),
    );
  });

  it('has 3 structure objectives in each sector and 22 of one sector, with number, title and weight', () => {
    expect(each(inShort, plan)).toEqual(each(inShort, truth));
    const own = plan.sectors.flatMap(({ objectives }) => objectives.filter(({ shared }) => !shared));
    expect(own).toHaveLength(22);
  });

  it('has their indicators and targets', () => {
    expect(each(wordsOf, plan)).toEqual(each(wordsOf, truth));
    const targets = ({ indicators }: PlanObjective) => indicators.flatMap(({ target }) => target ?? []);
    expect(each(targets, plan)).toEqual(each(targets, truth));
  });

  it('has their terms', () => {
    expect(each(termsOf, plan)).toEqual(each(termsOf, truth));
  });

  it('reads each term from the line that holds its first words', () => {
    const lines = text.split('\n');
    const terms = plan.sectors.flatMap(({ objectives }) =>
      objectives.flatMap(({ milestones }) => milestones),
    );
    expect(terms.length).toBeGreaterThan(20);
    for (const { phrase, sourceLine = 0 } of terms) {
      expect(lines[sourceLine - 1]).toContain(phrase.split(' ')[0]);
    }
  });

  it('has the results, also those of shared objectives, which stand in a list of sectors', () => {
    const results = each(({ result }) => result?.value, plan);
    expect(results.map((one) => one.slice(0, 3))).toEqual(Array.from({ length: 5 }, () => [95, 100, 100]));
    expect(results[0]?.slice(3)).toEqual([100, 30, 100, 100, 100, 80, 100, 100, 0]);
  });

  it('has the warnings of the plan, the number 3 that is missing among them', () => {
    const counts = new Map<string, number>();
    for (const { code } of plan.lint) counts.set(code, (counts.get(code) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'external-term': 4,
      'undated-objective': 12,
      'numbering-gap': 1,
      'weekend-date': 6,
      'multiple-milestones-without-subweights': 4,
    });
    const gap = plan.lint.find(({ code }) => code === 'numbering-gap');
    expect(gap?.message).toBe('Gli obiettivi di struttura sono numerati 1, 2, 4: manca il 3');
    expect(gap?.where).toEqual({ number: '3', line: plan.sectors[0]?.objectives[2]?.sourceLines?.[0] });
  });
});

describe('what is no plan', () => {
  it.each([
    [
      'a novel',
      'Era una notte buia e tempestosa. Il conte scese le scale.\n\nNessuno rispose.\n'.repeat(200),
    ],
    [
      'a letter',
      'Oggetto: trasmissione del piano.\n\nSi trasmette in allegato quanto in oggetto.\n\nDistinti saluti\n',
    ],
    ['numbers', '1\n2\n3\n4\n'],
  ])('is refused with what was looked for: %s', async (_, words) => {
    const read = await readSource(new TextEncoder().encode(words), 'testo.txt');
    const found = read.ok ? compilePlan(read.source, { year: 2025 }) : { ok: true };
    expect(found).toMatchObject({
      ok: false,
      refusal: expect.stringContaining('non si riconoscono obiettivi'),
    });
  });

  it('is a plan of no year: the year is asked', () => {
    const lines = ['Obiettivo n. 1 – Strade – Peso 100'].map((words) => ({ page: 1, text: words }));
    const blocks = lines.map(({ text: words }) => ({
      kind: 'paragraph' as const,
      page: 1,
      fragments: [{ line: 1, text: words }],
    }));
    const source = { format: 'text' as const, lines, blocks, partial: null };
    expect(compilePlan(source)).toMatchObject({ ok: false, refusal: expect.stringContaining('--year') });
    expect(compilePlan(source, { year: 2025 })).toMatchObject({ ok: true });
  });
});
