/** The plan as open data before validation: what stands in its two files, and what cannot get into them. */
import { expect, it } from 'vitest';
import { publicPlanFile } from '../../documents/public-plan.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import { plannedFacts } from '../../domain/relazione/planned-facts.js';
import { facts, objective, on, phase, reason } from '../domain/relazione/small-facts.js';
import { csvRecords } from './csv-records.js';

const told = facts([
  objective('=cmd|calc; "Tempi" 😀', 30, 80, {
    phases: [phase('2023-06-30', '2023-07-04'), phase('2023-09-30', null, { state: 'waived' })],
    indicators: [{ text: 'Giorni', target: { op: '<=', value: 0 }, result: 'RISULTATO' }],
    reason: reason('MOTIVO', 'RILASCIATO'),
  }),
]);
const plan = {
  relazione: relazione(plannedFacts(told), 'publication'),
  ...{ approvedOn: on('2023-02-28'), act: 'G.C. n. 20 del 28/2/2023' },
};
const written = (format: 'csv' | 'json'): string => new TextDecoder().decode(publicPlanFile(plan, format));

it('CSV: an objective a line with its terms, one waived said so; no formula, nothing of how it went', () => {
  const [head = [], line = []] = csvRecords(written('csv'));
  expect(head.at(-1)).toBe('Termini');
  expect(line[2]).toBe(`'=cmd|calc; "Tempi" 😀`);
  expect(line.at(-1)).toMatch(/: 30\/06\/2023\n.*: 30\/09\/2023 \(non più dovuta\)$/);
  expect(written('csv')).not.toMatch(/RISULTATO|MOTIVO|RILASCIATO|04\/07\/2023/);
});

it('JSON: licence, days, act, and of each objective weight, target and terms alone', () => {
  const read = JSON.parse(written('json')) as { sectors: { objectives: Record<string, unknown>[] }[] };
  expect(read).toMatchObject({ licence: 'CC-BY-4.0', approvedOn: '2023-02-28', changedOn: null });
  const [one] = read.sectors[0]?.objectives ?? [];
  expect(Object.keys(one ?? {})).toEqual(['number', 'title', 'shared', 'weight', 'indicators', 'terms']);
  expect(one?.['terms']).toMatchObject([
    { due: '2023-06-30', waived: false },
    { due: '2023-09-30', waived: true },
  ]);
  expect(written('json')).not.toMatch(/RISULTATO|MOTIVO|RILASCIATO|2023-07-04/);
});
