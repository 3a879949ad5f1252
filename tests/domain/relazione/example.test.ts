/** The example's Relazione holds the whole of the published report, and the totals that the report leaves out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { relazione } from '../../../domain/relazione/build-relazione.js';
import type { Relazione } from '../../../domain/relazione/relazione.js';
import { exampleRelazioneFacts } from '../../../embedded/example-relazione.js';
import { ACTS, REPORTED, ROWS, STRUCTURE } from './report-2023.js';

let built: Relazione;
beforeAll(async () => {
  built = relazione(await exampleRelazioneFacts(), 'internal');
});

it('the five sectors have 83.00, 98.75, 99.50, 99.50 and 91.50 points of 100', () => {
  expect(built.sectors.map(({ name, total, outOf }) => [name, total, outOf])).toEqual(
    REPORTED.map(({ sector, total }) => [sector, total, '100']),
  );
});

it('has 25 objectives, 3 of structure: 19 in full, 5 in part, 1 not at all', () => {
  expect(built.summary).toEqual({
    ...{ objectives: 25, structure: 3, full: 19, partial: 5, none: 1, notAssessable: 0, open: 0 },
  });
});

it('the three objectives of structure have their degree in each of the five sectors', () => {
  expect(built.structureObjectives.map(({ number, sectors }) => [number, sectors])).toEqual(
    STRUCTURE.map(({ number, weight, degree }) => [
      number,
      REPORTED.map(({ sector }) => ({ sector, weight, degree, outcome: 'degree' })),
    ]),
  );
});

describe('each of the 37 objectives of the sectors', () => {
  const found = (at: number) =>
    built.sectors.flatMap(({ name, objectives }) => objectives.map((one) => ({ sector: name, one })))[at];

  it.each(ROWS.map((row, at) => ({ ...row, at })))(
    '$sector: $title weighs $weight, reached $degree',
    (row) => {
      const { sector, one } = found(row.at) ?? {};
      expect(sector).toBe(row.sector);
      expect(one?.title.startsWith(row.title)).toBe(true);
      expect([one?.weight, one?.degree]).toEqual([row.weight, row.degree]);
      const due = one?.phases.flatMap((phase) =>
        phase.term === 'date' && !phase.recurs ? [String(phase.due)] : [],
      );
      expect(due?.toSorted()).toEqual(row.due);
    },
  );

  it('under 100 has the reason that the report does not give, and its author by role', () => {
    const short = built.sectors.flatMap(({ objectives }) =>
      objectives.filter(({ degree }) => degree !== '100'),
    );
    expect(short).toHaveLength(10);
    expect(short.filter(({ reason }) => (reason?.text.length ?? 0) > 50)).toHaveLength(10);
    expect(
      short
        .filter(({ reason }) => reason?.exOfficio === true)
        .map(({ title, reason }) => [title, reason?.by]),
    ).toEqual([['ISTITUZIONE SERVIZIO GUARDIE ECOLOGICHE VOLONTARIE', 'secretary']]);
  });
});

it('names the four acts of the report, the variation of November among them', () => {
  expect(built.acts.map(({ cited, date }) => [cited, date])).toEqual(ACTS);
  expect(built.variations.map(({ kind, act }) => [kind, act])).toEqual([
    ['variation', 'G.C. n. 106 del 7/11/2023'],
  ]);
  const cited = built.timeline.flatMap(({ act }) => act ?? []);
  expect(cited.toSorted()).toEqual(ACTS.map(([act]) => act).toSorted());
});

it('monthly checks are ten terms from March to December; twice a year is 30 June and 31 December in every sector', () => {
  const phases = built.sectors.flatMap(({ objectives }) => objectives.flatMap((one) => one.phases));
  const dues = (phrase: string) => phases.filter((one) => one.phrase === phrase).map(({ due }) => due);
  expect(dues('mensile da 1 marzo')).toHaveLength(10);
  expect(dues('mensile da 1 marzo').at(0)).toBe('2023-03-31');
  expect(dues("monitoraggio 2 volte l'anno")).toEqual(
    Array.from({ length: 5 }, () => ['2023-06-30', '2023-12-31']).flat(),
  );
});

it('says how late what was late was: reminders of the TARI 5 days, the draft of the regulation 27', () => {
  const late = built.sectors.flatMap(({ objectives }) =>
    objectives.flatMap(({ phases }) =>
      phases.flatMap(({ phrase, daysLate, recurs }) => (daysLate > 0 && !recurs ? [[phrase, daysLate]] : [])),
    ),
  );
  expect(late).toEqual([
    ['entro 30 settembre', 27],
    ['entro 31 marzo', 5],
  ]);
});
