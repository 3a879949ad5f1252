import { describe, expect, it } from 'vitest';
import { type IndividualObjective, individualFindings } from '../../../domain/cycle/individual-objectives.js';
import { pastedNames } from '../../../domain/cycle/pasted-names.js';
import { points } from '../../../domain/plan/points.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const parent = { id: 'p', number: '3', title: 'Rendiconto', due: civilDate('2023-06-30'), withdrawn: false };
const objective = (
  id: string,
  weight: number | null,
  change: Partial<IndividualObjective> = {},
): IndividualObjective => ({
  ...{ id, collaborator: 'anna', title: id, weight: weight === null ? null : points(weight) },
  ...{ due: civilDate('2023-06-30'), degree: { is: 'open' }, parent },
  ...change,
});

describe('what does not fit', () => {
  it('is nothing where each has at least one, weights make 100 and no term comes after its parent', () => {
    expect(individualFindings(['anna'], [objective('a', 60), objective('b', 40)])).toEqual([]);
  });

  it('is whoever has none, in the order of the list', () => {
    expect(individualFindings(['bruno', 'anna', 'carla'], [objective('a', 100)])).toEqual([
      { is: 'none', collaborator: 'bruno' },
      { is: 'none', collaborator: 'carla' },
    ]);
  });

  it.each<[string, readonly (number | null)[], number, number]>([
    ['90', [60, 30], 90, 0],
    ['110', [60, 50], 110, 0],
    ['99.9999', [33.3333, 33.3333, 33.3333], 99.9999, 0],
    ['100 with one more that has none', [60, 40, null], 100, 1],
  ])('is weights of %s', (_, weights, sum, unweighted) => {
    const own = weights.map((weight, index) => objective(`o${index}`, weight));
    expect(individualFindings(['anna'], own)).toEqual([
      { is: 'weights', collaborator: 'anna', sum: points(sum), unweighted },
    ]);
  });

  it('is not the want of weights where nobody gave any', () => {
    expect(individualFindings(['anna'], [objective('a', null), objective('b', null)])).toEqual([]);
  });

  it('is a term a day after its parent, again when a variation moves the parent; on the same day it is none', () => {
    const late = objective('a', 100, { due: civilDate('2023-07-01') });
    expect(individualFindings(['anna'], [late])).toEqual([
      {
        is: 'after-parent',
        collaborator: 'anna',
        objective: 'a',
        due: '2023-07-01',
        parentDue: '2023-06-30',
      },
    ]);
    const moved = { ...parent, due: civilDate('2023-05-31') };
    expect(individualFindings(['anna'], [objective('a', 100, { parent: moved })])).toMatchObject([
      { is: 'after-parent', parentDue: '2023-05-31' },
    ]);
    const undated = { ...parent, due: null };
    expect(individualFindings(['anna'], [objective('a', 100, { parent: undated })])).toEqual([]);
  });

  it('is a parent that a variation withdrew, whatever its term', () => {
    const gone = { ...parent, withdrawn: true };
    const late = objective('a', 100, { parent: gone, due: civilDate('2023-12-31') });
    expect(individualFindings(['anna'], [late])).toEqual([
      { is: 'parent-withdrawn', collaborator: 'anna', objective: 'a' },
    ]);
  });
});

describe('a pasted list of names', () => {
  it.each<[string, string, readonly (readonly [string, string | null])[]]>([
    [
      'one name a line',
      'Anna Verdi\nBruno Neri',
      [
        ['Anna Verdi', null],
        ['Bruno Neri', null],
      ],
    ],
    ['a mailbox after a semicolon', 'Anna Verdi; anna@prova.example', [['Anna Verdi', 'anna@prova.example']]],
    ['as mail programs write it', 'Anna Verdi <anna@prova.example>', [['Anna Verdi', 'anna@prova.example']]],
    [
      'two columns of a sheet',
      'Verdi\tAnna\r\nNeri\tBruno',
      [
        ['Verdi Anna', null],
        ['Neri Bruno', null],
      ],
    ],
    [
      'the marks of a list',
      '1. Anna Verdi\n- Bruno Neri\n• Carla',
      [
        ['Anna Verdi', null],
        ['Bruno Neri', null],
        ['Carla', null],
      ],
    ],
    ['empty lines and spaces', '\n  Anna   Verdi  \n\n', [['Anna Verdi', null]]],
    ['the same twice, accents and case apart', 'Niccolò\nNICCOLO', [['Niccolò', null]]],
    ['a mailbox alone, which lacks its name', 'anna@prova.example', [['', 'anna@prova.example']]],
    ['nothing', ' \n ', []],
  ])('reads %s', (_, text, names) => {
    expect(pastedNames(text).map(({ name, email }) => [name, email])).toEqual(names);
  });

  it('keeps the line that each name stands on', () => {
    expect(pastedNames('\nAnna\n\nBruno').map(({ line }) => line)).toEqual([2, 4]);
  });
});
