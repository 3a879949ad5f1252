/** Sectors that go by a bare name, told by what stands around it. */
import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../../../domain/reading/compile-plan.js';
import { documentOf, type Part } from './documents.js';

/** "sector: titles" of each sector of the plan. */
function sectorsOf(parts: readonly Part[]): readonly string[] {
  const compiled = compilePlan(documentOf(parts), { year: 2025 });
  if (!compiled.ok) throw new Error(compiled.refusal);
  return compiled.plan.sectors.map(
    ({ name, objectives }) => `${name}: ${objectives.map(({ title }) => title).join(', ')}`,
  );
}

const table = (title: string): readonly string[] => ['Obiettivo|Peso|Indicatore', `${title}|100|Delibera`];

describe('a bare name', () => {
  it('above a responsible role and a table of objectives is a sector', () => {
    expect(
      sectorsOf([
        'Governo del verde',
        'Responsabile: Istruttore direttivo',
        table('Alberi'),
        'Risorse finanziarie',
        'Responsabile: Ragioniere capo',
        table('Cassa'),
      ]),
    ).toEqual(['Governo del verde: Alberi', 'Risorse finanziarie: Cassa']);
  });

  it('right above each table of objectives is a sector, where none is called "Settore"', () => {
    expect(sectorsOf(['Governo del verde', table('Alberi'), 'Mare e coste', table('Spiagge')])).toEqual([
      'Governo del verde: Alberi',
      'Mare e coste: Spiagge',
    ]);
  });

  it('above cards of paragraphs is a sector, also behind "Servizio"', () => {
    expect(
      sectorsOf([
        'Servizio Governo del verde',
        'Obiettivo n. 1 – Alberi (peso 100)',
        'Servizio Mare e coste',
        'Obiettivo n. 1 – Spiagge (peso 100)',
      ]),
    ).toEqual(['Servizio Governo del verde: Alberi', 'Servizio Mare e coste: Spiagge']);
  });

  it('that the index gives to a part of the document is a sector', () => {
    expect(
      sectorsOf([
        '1. Obiettivi Governo del verde ............ 3',
        '2. Obiettivi Mare e coste ............ 5',
        'Settore Tecnico',
        table('Strade'),
        'Mare e coste',
        table('Spiagge'),
      ]),
    ).toEqual(['Settore Tecnico: Strade', 'Mare e coste: Spiagge']);
  });

  it('in a row of its own is a sector although it is a label of cards as well', () => {
    expect(
      sectorsOf([
        'AREA TECNICA',
        [
          'Obiettivo|Peso|Indicatore',
          'Strade|100|Collaudo',
          'Risorse finanziarie*3',
          'Cassa|100|Report inviati',
        ],
      ]),
    ).toEqual(['AREA TECNICA: Strade', 'Risorse finanziarie: Cassa']);
  });

  it('of a column of sectors goes on in the next row in small letters', () => {
    expect(
      sectorsOf([
        [
          'Settore|N.|Obiettivo|Peso',
          'Affari generali e organi|1|Albo|50',
          'istituzionali|2|Consiglio|50',
          'Cultura|3|Museo|100',
        ],
      ]),
    ).toEqual(['Affari generali e organi istituzionali: Albo, Consiglio', 'Cultura: Museo']);
  });

  it.each(['Premessa', 'PIANO DEGLI OBIETTIVI', 'Indicatori', 'Anno 2025', 'Missione 1 Servizi generali'])(
    '"%s" is none',
    (text) => {
      expect(sectorsOf(['Settore Tecnico', text, table('Strade')])).toEqual(['Settore Tecnico: Strade']);
    },
  );
});

describe('the value of a label on the line above', () => {
  it('is no heading: a role, and a title that sounds like an office', () => {
    expect(
      sectorsOf([
        'Settore Sociale',
        'Obiettivo operativo',
        'SERVIZIO DI TELESOCCORSO PER GLI ANZIANI',
        'Responsabile apicale',
        'Segretario generale',
        'Peso',
        '100 %',
        'Indicatore',
        'Utenti attivi',
      ]),
    ).toEqual(['Settore Sociale: SERVIZIO DI TELESOCCORSO PER GLI ANZIANI']);
  });
});
