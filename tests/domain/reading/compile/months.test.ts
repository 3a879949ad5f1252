/** Marks under months: one period for each unbroken run; a day or a recurrence in the phase wins over them. */
import { describe, expect, it } from 'vitest';
import { monthColumns } from '../../../../domain/reading/layouts/month-heads.js';
import { objectivesOf, onlyObjective, termsOf } from './summary.js';

const SECTOR = 'SETTORE CULTURA';
const heads = (row: string) => row.split('|').map((text, at) => ({ column: at, end: at + 1, text }));
const monthsOf = (row: string, above = ''): readonly string[] =>
  monthColumns(heads(row), above).map(({ first, last }) =>
    first === last ? `${first}` : `${first}-${last}`,
  );
const TWELVE = Array.from({ length: 12 }, (_, i) => `${i + 1}`);

describe('headings of months', () => {
  it.each([
    ['G|F|M|A|M|G|L|A|S|O|N|D', TWELVE],
    ['Fase|G|F|M|A|M|G|L|A|S|O|N|D|Peso', TWELVE],
    ['1|2|3|4|5|6|7|8|9|10|11|12', TWELVE],
    ['I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII', TWELVE],
    ['Gennaio|Febbraio|Marzo', ['1', '2', '3']],
    ['gen.|feb.|mar.|apr.', ['1', '2', '3', '4']],
    ['SETT|OTT|NOV|DIC', ['9', '10', '11', '12']],
    ['gen-25|feb-25', ['1', '2']],
    ['gennaio 2025|febbraio 2025', ['1', '2']],
    ['L|A|S|O|N|D', ['7', '8', '9', '10', '11', '12']],
    ['gen-feb|mar-apr', ['1-2', '3-4']],
    ['I trim.|II trim.|III trim.|IV trim.', ['1-3', '4-6', '7-9', '10-12']],
    ['1° trimestre|2° trimestre', ['1-3', '4-6']],
    ['T1|T2|T3|T4', ['1-3', '4-6', '7-9', '10-12']],
    ['primo semestre|secondo semestre', ['1-6', '7-12']],
    ['1° bim.|2° bim.|3° bim.', ['1-2', '3-4', '5-6']],
    ['I quadrimestre|II quadrimestre|III quadrimestre', ['1-4', '5-8', '9-12']],
    ['N.|Obiettivo|Peso', []],
    ['1|2|3', []],
  ])('%s', (row, months) => {
    expect(monthsOf(row)).toEqual(months);
  });

  it('are told by the heading above them where they are bare numbers', () => {
    expect(monthsOf('I|II|III|IV', 'Trimestri 2025')).toEqual(['1-3', '4-6', '7-9', '10-12']);
  });
});

describe('marks', () => {
  it('of a phase make one period for each run without a gap', () => {
    const one = onlyObjective([
      SECTOR,
      [
        'Obiettivo|Peso|Fasi|G|F|M|A|M|G|L|A|S|O|N|D',
        'Teatro|100|Bando|X|X||||||||||',
        '^|^|Spettacoli|||||||||■|■||■',
      ],
    ]);
    expect(termsOf(one)).toEqual([
      '2025-01-01..2025-02-28',
      '2025-09-01..2025-10-31',
      '2025-12-01..2025-12-31',
    ]);
    expect(one.milestones[0]).toMatchObject({ phrase: 'G – F', sourceLine: 3 });
  });

  it('stand in months under a heading of their own', () => {
    const one = onlyObjective([
      SECTOR,
      ['Obiettivo|Attività|Cronoprogramma 2025*4', '^|^|gen|feb|mar|apr', 'Teatro|Bando||x|x|'],
    ]);
    expect(termsOf(one)).toEqual(['2025-02-01..2025-03-31']);
  });

  it('stand in a table after the card of their objective', () => {
    const parts = [
      SECTOR,
      ['Titolo|Teatro', 'Peso|100'],
      'Cronoprogramma',
      ['Attività|gen|feb|mar|apr', 'Bando|■|||', 'Spettacoli||■*2|'],
    ];
    expect(objectivesOf(parts)).toEqual(['SETTORE CULTURA: – Teatro 100']);
    expect(termsOf(onlyObjective(parts))).toEqual(['2025-01-01..2025-01-31', '2025-02-01..2025-03-31']);
  });

  it('over several columns count for all of them, dashes for none', () => {
    const one = onlyObjective([SECTOR, ['Obiettivo|I trim|II trim|III trim|IV trim', 'Teatro|X*2|-|X']]);
    expect(termsOf(one)).toEqual(['2025-01-01..2025-06-30', '2025-10-01..2025-12-31']);
  });

  it.each([
    ['Rendiconto entro il 31/12', ['2025-12-31']],
    ['Report mensile', ['FREQ=MONTHLY']],
    ['Rendiconto', ['2025-11-01..2025-12-31']],
  ])('give way to a day or a recurrence in the phase: %s', (phase, terms) => {
    const one = onlyObjective([SECTOR, ['Obiettivo|Fase|ott|nov|dic', `Teatro|${phase}||X|X`]]);
    expect(termsOf(one)).toEqual(terms);
  });

  it('carry the weight of their phase', () => {
    const one = onlyObjective([
      SECTOR,
      ['Obiettivo|Fase|gen|feb|Peso fase', 'Teatro|Bando|X||40', '^|Avvio||X|60'],
    ]);
    expect(termsOf(one)).toEqual(['2025-01-01..2025-01-31 (40)', '2025-02-01..2025-02-28 (60)']);
  });

  it('that are days are days of that month', () => {
    const one = onlyObjective([SECTOR, ['Obiettivo|Fase|apr|mag|giu', 'Teatro|Bando|||30']]);
    expect(termsOf(one)).toEqual(['2025-06-30']);
  });
});
