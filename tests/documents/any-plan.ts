/** Small plans of every shape that the contract allows, for properties. */
import fc from 'fast-check';
import { checkPlan } from '../../documents/plan-json.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';

/** Words of a cell that are hard on spreadsheets, and any others. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  fc.constantFrom(
    '=1+1',
    '+39 0125',
    '-',
    '@x',
    '(nessuno)',
    '(vuoto)',
    '\\(vuoto)',
    '_x000D_',
    'valueOf',
    '__proto__',
    'a\r\nb',
    '  ',
    '1',
    '01/02/2025',
    '',
    'città – «perché» l’ufficio\n\tdue',
  ),
);
const number = fc.double({ min: 0, max: 10_000, noNaN: true }).map((value) => value + 0);
const target = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const line = fc.integer({ min: 1, max: 99_999 });
const day = fc.oneof(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('2025-02-30', '2025-13-01', '1900-02-29', '2025-04-31'),
);
const rule = fc.constantFrom('FREQ=MONTHLY', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=YEARLY');
const or = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const some = <T extends object>(all: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(all, { requiredKeys: [] });

const milestone = fc.oneof(
  ...(
    [
      ['date', { date: day }],
      ['month-end', { date: day }],
      ['period', { date: day, start: day }],
      ['recurring', { recurrence: rule, dtstart: day }],
      ['relative', { offset: fc.constantFrom('P30D', '-P2M'), anchor: or(text) }],
      ['external-term', { anchor: or(text) }],
      ['none', { invalid: fc.constant(true) }],
    ] as const
  ).map(([kind, fields]) =>
    fc
      .tuple(
        fc.record<Record<string, unknown>>({ kind: fc.constant(kind), phrase: text, ...fields }),
        some<Record<string, unknown>>({
          role: fc.constantFrom('as-of', 'event', 'start-window', 'continuous'),
          calendar: fc.constant('working'),
          weight: number,
          sourceLine: line,
        }),
      )
      .map(([must, may]) => ({ ...must, ...may })),
  ),
);

const indicator = fc
  .tuple(
    text,
    fc.option(
      fc.tuple(
        target,
        some<Record<string, unknown>>({ unit: text, op: fc.constantFrom('>=', '<=', '<', '>') }),
      ),
      { nil: undefined },
    ),
  )
  .map(([words, wanted]) => ({
    text: words,
    ...(wanted === undefined ? {} : { target: { value: wanted[0], ...wanted[1] } }),
  }));

const objective = fc
  .tuple(
    fc.record({
      number: or(text),
      title: text,
      weight: or(number),
      shared: fc.boolean(),
      indicators: fc.array(indicator, { maxLength: 3 }),
      milestones: fc.array(milestone, { maxLength: 3 }),
    }),
    some<Record<string, unknown>>({
      owner: or(text),
      result: fc.tuple(target, text).map(([value, unit]) => ({ value, unit })),
      sourceLines: fc.tuple(line, line),
    }),
  )
  .map(([must, may]) => ({ ...must, ...may }));

const sector = fc.record({
  name: text,
  owner: or(text),
  weightTotal: or(number),
  objectives: fc.array(objective, { maxLength: 3 }),
});

const lint = fc.record({
  code: text,
  where: some<Record<string, unknown>>({ sector: text, number: or(text), title: text, line }),
  message: text,
});

/** Only what the contract's check lets pass, as it lets it pass: titles without the spaces around them. */
export const anyPlan: fc.Arbitrary<PlanDocument> = fc
  .record({
    document: fc.record({
      body: or(text),
      kind: fc.constantFrom('plan', 'report'),
      year: fc.integer({ min: 2000, max: 2100 }),
      act: or(text),
      actDate: or(day),
      weights: fc.constantFrom('points', 'multiplier', 'none'),
    }),
    sectors: fc.array(sector, { minLength: 1, maxLength: 3 }),
    lint: fc.array(lint, { maxLength: 2 }),
  })
  .map(checkPlan)
  .filter((read) => read.ok)
  .map((read) => (read as { plan: PlanDocument }).plan);
