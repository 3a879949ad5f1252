/** What the place of words in a plan tells, whatever they are: sectors, steps, weights, headings apart from their columns. */
import { describe, expect, it } from 'vitest';
import { objectivesOf, onlyObjective, termsOf } from './summary.js';

describe('told by its place', () => {
  it('is a sector on a row of its own above its responsible, though its name is a label too', () => {
    const parts = [
      [
        'Obiettivo|Peso|Scadenza',
        'Affari generali*3',
        'Dirigente: Segretario generale||',
        '1. Archivio|100|30/06',
        'Risorse finanziarie||',
        'Dirigente: Dirigente Risorse finanziarie||',
        '2. Tributi|100|31/10',
      ],
    ];
    expect(objectivesOf(parts)).toEqual([
      'Affari generali: 1 Archivio 100',
      'Risorse finanziarie: 2 Tributi 100',
    ]);
  });

  it('are the steps of a card below the labels "Cronoprogramma" and "Tempi"', () => {
    const one = onlyObjective([
      'AREA TECNICA',
      [
        'Obiettivo|Piano asfalti',
        'Peso|100',
        'Cronoprogramma|Tempi',
        '1. Rilievo|entro giugno',
        '2. Gara|entro il 30 settembre',
      ],
    ]);
    expect(termsOf(one)).toEqual(['2025-06-30', '2025-09-30']);
  });

  it('is a weight alone on the row below its title, not another objective', () => {
    const one = onlyObjective([
      'AREA TECNICA',
      ['Obiettivo|Indicatore', 'Piano asfalti|Km', 'Peso 40/100|entro giugno'],
    ]);
    expect(one).toMatchObject({ title: 'Piano asfalti', weight: 40 });
  });

  it('is no sector when it is a time: "I semestre" above an objective', () => {
    const parts = ['AREA TECNICA', 'Fasi', 'I semestre', ['Obiettivo|Peso', 'Strade|100']];
    expect(objectivesOf(parts)).toEqual(['AREA TECNICA: – Strade 100']);
  });
});
