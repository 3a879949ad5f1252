/** Whatever the facts of a year are: the JSON has its schema, nothing internal is published, totals are what objectives bring. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relazioneSchema } from '../../documents/relazione-schema.js';
import { relazioneRows, relazioneTable } from '../../documents/relazione-table.js';
import { relazioneSheets } from '../../documents/relazione-xlsx.js';
import type { ObligationState } from '../../domain/obligations/obligation.js';
import { points } from '../../domain/plan/points.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import type { ObjectiveFact } from '../../domain/relazione/objective-facts.js';
import { RELAZIONE_VERSIONS } from '../../domain/relazione/relazione.js';
import { relazioneDocument } from '../../domain/relazione/relazione-document.js';
import type { RelazioneFacts } from '../../domain/relazione/relazione-facts.js';
import type { Verdict } from '../../domain/scoring/assessment.js';
import { degree } from '../../domain/scoring/degree.js';
import { fromEpochDay } from '../../domain/time/civil-date.js';
import { facts, on } from '../domain/relazione/small-facts.js';

const day = fc.integer({ min: 19_000, max: 20_000 }).map(fromEpochDay);
/** What must never be published is marked so. */
const secret = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `SEGRETO ${text}`);
const text = fc.string({ unit: 'binary', maxLength: 20 });
const title = text.map((one) => `T${one}`);

const verdict: fc.Arbitrary<Verdict | null> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .integer({ min: 0, max: 1_000_000 })
      .map((units) => ({ is: 'degree' as const, degree: degree(units / 10_000), reason: null })),
  },
  secret.map((reason) => ({ is: 'not-assessable' as const, reason })),
  fc.record({ is: fc.constant('waiting' as const), for: secret, until: fc.option(day) }),
  fc.constant(null),
);
const phase = fc.record({
  phrase: fc.option(text),
  term: fc.oneof(
    day.map((due) => ({ kind: 'date' as const, due })),
    fc.constant({ kind: 'implicit' as const, due: on('2023-12-31') }),
    fc.constant({ kind: 'external' as const, anchor: null }),
  ),
  state: fc.constantFrom<ObligationState>('open', 'done', 'waived', 'superseded'),
  doneOn: fc.option(day),
  recurrence: fc.option(fc.constantFrom('r', 's')),
});
const objective: fc.Arbitrary<ObjectiveFact> = fc.record({
  ...{ id: fc.uuid(), number: fc.option(text), title, shared: fc.boolean(), decided: verdict },
  weight: fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((units) => points(units / 10_000))),
  indicators: fc.array(fc.record({ text, result: fc.option(text) }), { maxLength: 3 }),
  phases: fc.array(phase, { maxLength: 4 }),
  reason: fc.option(
    fc.record({
      ...{ text: secret, by: fc.constant({ role: 'secretary' as const }), on: day, exOfficio: fc.boolean() },
      released: fc.option(fc.record({ text, on: day })),
    }),
  ),
  evidence: fc.array(
    fc.record({
      ...{ description: text, on: fc.option(day) },
      file: fc.option(fc.record({ name: secret, sha256: fc.constant('5e'.repeat(32)) })),
    }),
    { maxLength: 2 },
  ),
});
const anyFacts: fc.Arbitrary<RelazioneFacts> = fc
  .record({
    sectors: fc.array(fc.record({ name: title, objectives: fc.array(objective, { maxLength: 6 }) }), {
      maxLength: 3,
    }),
    scale: fc.constantFrom('points' as const, 'multiplier' as const, 'none' as const),
    redistribution: fc.constantFrom('sector' as const, 'group' as const),
    texts: fc.record({ presentation: text }),
  })
  .map(({ scale, redistribution, ...rest }) => facts([], { ...rest, scoring: { scale, redistribution } }));

const always = (holds: (given: RelazioneFacts) => void): void => {
  fc.assert(fc.property(anyFacts, holds), { numRuns: 300 });
};

describe('for random facts', () => {
  it('both versions have the shape of the schema, and nothing else', () => {
    always((given) => {
      for (const version of RELAZIONE_VERSIONS) {
        const written: unknown = JSON.parse(JSON.stringify(relazione(given, version)));
        expect(relazioneSchema.safeParse(written).error?.issues).toBeUndefined();
      }
    });
  });

  it('what is published holds no secret, no hash and no total, in no table of any format', () => {
    always((given) => {
      const made = relazione(given, 'publication');
      const all = [
        made,
        relazioneDocument(made),
        relazioneTable(made),
        relazioneRows(made),
        relazioneSheets(made),
      ];
      const words = JSON.stringify(all);
      for (const hidden of ['SEGRETO', '5e5e', '"total":', '"brings":', 'Totale', 'Punti'])
        expect(words).not.toContain(hidden);
    });
  });

  it('each table has a cell for each column, in the document and in the workbook', () => {
    always((given) => {
      const made = relazione(given, 'internal');
      const tables = [
        ...relazioneSheets(made).map(({ table }) => table),
        ...relazioneDocument(made).sections.flatMap(({ blocks, sections = [] }) =>
          [...blocks, ...sections.flatMap((one) => one.blocks)].flatMap((block) =>
            block.kind === 'table' ? [block.table] : [],
          ),
        ),
      ];
      for (const { columns, rows, total } of tables)
        for (const row of [...rows, ...(total === undefined ? [] : [total])])
          expect(row).toHaveLength(columns.length);
    });
  });

  it('a total in points is the sum of what its objectives bring, to the last decimal', () => {
    always((given) => {
      const plain = { ...given, scoring: { scale: 'points', redistribution: 'sector' } } as const;
      for (const { total, objectives } of relazione(plain, 'internal').sectors) {
        if (total == null || objectives.some(({ outcome }) => outcome !== 'degree')) continue;
        const units = objectives.reduce((sum, { brings }) => sum + unitsOf(brings ?? '0'), 0n);
        expect(unitsOf(total)).toBe(units);
      }
    });
  });
});

/** Of an exact decimal, in units of 10⁻¹². */
function unitsOf(decimal: string): bigint {
  const [whole = '', rest = ''] = decimal.split('.');
  return BigInt(`${whole}${rest.padEnd(12, '0')}`);
}
