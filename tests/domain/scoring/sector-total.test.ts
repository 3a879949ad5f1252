import { describe, expect, it } from 'vitest';
import { points, pointsToDecimal } from '../../../domain/plan/points.js';
import type { Verdict } from '../../../domain/scoring/assessment.js';
import { degree } from '../../../domain/scoring/degree.js';
import { type Fraction, shownDecimal } from '../../../domain/scoring/fraction.js';
import { sectorTotal, type WeightScale } from '../../../domain/scoring/sector-total.js';
import { townTotals } from '../../../domain/scoring/town-total.js';

type Said = number | 'not-assessable' | 'waiting' | null;
const verdict = (said: Exclude<Said, null>): Verdict => {
  if (said === 'waiting') return { is: 'waiting', for: 'rendiconto', until: null };
  if (said === 'not-assessable') return { is: 'not-assessable', reason: 'Finanziamento revocato' };
  return { is: 'degree', degree: degree(said), reason: said < 100 ? 'Gara deserta' : null };
};
const totalOf = (rows: readonly (readonly [number | null, Said])[], scale: WeightScale = 'points') =>
  sectorTotal(
    rows.map(([weight, said], index) => ({
      id: String(index + 1),
      weight: weight === null ? null : points(weight),
      decided: said === null ? null : verdict(said),
    })),
    scale,
  );
const shown = (value: Fraction | null): string | null => (value === null ? null : shownDecimal(value, 2));

/** A published year: three objectives of structure of 10 each, the same in five sectors, and 70 points of their own. */
const STRUCTURE: readonly (readonly [string, number, number])[] = [
  ['s1', 10, 95],
  ['s2', 10, 100],
  ['s4', 10, 100],
];
const OWN: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  Amministrativo: [
    [5, 100],
    [15, 30],
    [5, 100],
    [10, 100],
    [5, 100],
    [5, 80],
    [15, 100],
    [5, 100],
    [5, 0],
  ],
  Finanziario: [
    [25, 100],
    [25, 100],
    [15, 95],
    [5, 100],
  ],
  'Tecnico manutentivo': [
    [40, 100],
    [20, 100],
    [10, 100],
  ],
  Territorio: [
    [35, 100],
    [20, 100],
    [15, 100],
  ],
  'Polizia municipale': [
    [32, 100],
    [16, 50],
    [22, 100],
  ],
};

describe('the result of a published year', () => {
  const sectors = Object.entries(OWN).map(([name, own]) => ({
    name,
    objectives: [
      ...STRUCTURE.map(([id, weight]) => ({ id, weight: points(weight) })),
      ...own.map(([weight], index) => ({ id: `${name} ${index}`, weight: points(weight) })),
    ],
  }));
  const own = Object.entries(OWN).flatMap(([name, rows]) =>
    rows.map(([, said], index) => ({ objective: `${name} ${index}`, sector: name, verdict: verdict(said) })),
  );
  const totals = (sector: (name: string) => string | null, names: readonly string[]) =>
    townTotals(
      sectors,
      [
        ...own,
        ...names.flatMap((name) =>
          STRUCTURE.map(([id, , said]) => ({ objective: id, sector: sector(name), verdict: verdict(said) })),
        ),
      ],
      'points',
    ).map((one) => shown(one.total.total));

  it('is 83.00, 98.75, 99.50, 99.50 and 91.50 with structure objectives decided sector by sector', () => {
    expect(totals((name) => name, Object.keys(OWN))).toEqual(['83.00', '98.75', '99.50', '99.50', '91.50']);
  });

  it('is the same when a lead sector answers once for all', () => {
    expect(totals(() => null, ['all'])).toEqual(['83.00', '98.75', '99.50', '99.50', '91.50']);
  });

  it("puts a sector's own verdict on a structure objective before the one for all", () => {
    const [first, second] = townTotals(
      sectors.slice(0, 2),
      [
        ...own,
        ...STRUCTURE.map(([objective]) => ({ objective, sector: null, verdict: verdict(100) })),
        { objective: 's1', sector: 'Amministrativo', verdict: verdict(0) },
      ],
      'points',
    );
    expect([first, second].map((one) => shown(one?.total.total ?? null))).toEqual(['73.50', '99.25']);
  });
});

describe('a sector with objectives that cannot be assessed', () => {
  it('gives their weight to the others in proportion: 60 and 20 become 75 and 25', () => {
    const total = totalOf([
      [60, 100],
      [20, 50],
      [20, 'not-assessable'],
    ]);
    expect(total.objectives.map(({ counts }) => (counts === null ? null : pointsToDecimal(counts)))).toEqual([
      '75',
      '25',
      null,
    ]);
    expect([shown(total.total), pointsToDecimal(total.outOf)]).toEqual(['87.50', '100']);
  });

  it('does not score them 0: the same with 0 would be 70', () => {
    expect(
      shown(
        totalOf([
          [60, 100],
          [20, 50],
          [20, 0],
        ]).total,
      ),
    ).toBe('70.00');
  });

  it('divides exactly where decimals do not end: 70 of three times 10 out of 30', () => {
    const total = totalOf([
      [10, 100],
      [10, 100],
      [10, 0],
      [70, 'not-assessable'],
    ]);
    expect(total.total).toEqual({ over: 200n, under: 3n });
    expect(total.objectives.slice(0, 3).map(({ counts }) => pointsToDecimal(counts ?? points(0)))).toEqual([
      '33.3334',
      '33.3333',
      '33.3333',
    ]);
  });

  it('has no total when none can be', () => {
    const total = totalOf([[100, 'not-assessable']]);
    expect([total.total, total.open, shown(total.to)]).toEqual([null, [], '0.00']);
  });
});

describe('weight given on within the groups of a sector', () => {
  const GROUPS = [
    ['s1', 10, 'structure', 'not-assessable'],
    ['s2', 10, 'structure', 100],
    ['s4', 10, 'structure', 50],
    ['a', 50, 'strategic', 80],
    ['b', 20, 'strategic', 100],
  ] as const;
  const within = (how: 'sector' | 'group', lost: readonly string[] = []) =>
    sectorTotal(
      GROUPS.map(([id, weight, group, said]) => ({
        ...{ id, group, weight: points(weight) },
        decided: verdict(lost.includes(id) ? 'not-assessable' : said),
      })),
      'points',
      how,
    );
  const counts = (total: ReturnType<typeof within>) =>
    total.objectives.map(({ counts: one }) => (one === null ? null : pointsToDecimal(one)));

  it('structure objectives stay worth 30 together: 15 and 15, and the others 50 and 20', () => {
    expect(counts(within('group'))).toEqual([null, '15', '15', '50', '20']);
    expect(shown(within('group').total)).toBe('82.50');
  });

  it('over the whole sector all grow by a ninth', () => {
    expect(counts(within('sector'))).toEqual([null, '11.1111', '11.1111', '55.5556', '22.2222']);
    expect(shown(within('sector').total)).toBe('83.33');
  });

  it('a group with nothing left gives its 30 to the other, and all make 100 again', () => {
    const total = within('group', ['s2', 's4']);
    expect(counts(total)).toEqual([null, null, null, '71.4286', '28.5714']);
    expect(shown(total.total)).toBe('85.71');
  });
});

describe('a sector not decided yet', () => {
  it('lies between what it has and what it may have, and names what is open', () => {
    const total = totalOf([
      [50, 100],
      [30, 'waiting'],
      [20, null],
    ]);
    expect([shown(total.from), shown(total.to), total.total, total.open]).toEqual([
      '50.00',
      '100.00',
      null,
      ['2', '3'],
    ]);
  });

  it('knows the new weights of what is open when another leaves', () => {
    const total = totalOf([
      [50, 80],
      [30, 'waiting'],
      [20, 'not-assessable'],
    ]);
    expect([shown(total.from), shown(total.to)]).toEqual(['50.00', '87.50']);
    expect(pointsToDecimal(total.objectives[1]?.counts ?? points(0))).toBe('37.5');
  });
});

describe('weights as real plans have them', () => {
  it('that make 90 are counted out of 90, and said', () => {
    const total = totalOf([
      [50, 100],
      [40, 50],
    ]);
    expect([shown(total.total), pointsToDecimal(total.outOf), total.unusualSum]).toEqual([
      '70.00',
      '90',
      true,
    ]);
  });

  it('that are multipliers 1, 1.2, 1.4 make a mean out of 100', () => {
    const total = totalOf(
      [
        [1, 100],
        [1.2, 50],
        [1.4, 100],
      ],
      'multiplier',
    );
    expect([shown(total.total), total.unusualSum]).toEqual(['83.33', false]);
  });

  it('that are not there make all objectives alike', () => {
    expect(
      shown(
        totalOf(
          [
            [null, 100],
            [null, 50],
          ],
          'none',
        ).total,
      ),
    ).toBe('75.00');
  });

  it('one without weight among others counts nothing', () => {
    expect(
      shown(
        totalOf([
          [100, 80],
          [null, 0],
        ]).total,
      ),
    ).toBe('80.00');
  });
});
