/** Cards drawn as tables: labels beside, above or in the same cell as their values. */
import { describe, expect, it } from 'vitest';
import { indicatorsOf, objectivesOf, onlyObjective, planOf, termsOf } from './summary.js';

const SECTOR = 'SETTORE TECNICO';

describe('a card of two columns', () => {
  it('has each label beside its value', () => {
    const plan = planOf([
      [
        'Settore|Affari generali',
        'Responsabile|Segretario comunale',
        'Obiettivo n.|3',
        'Titolo|Archivio di deposito',
        'Peso|100',
        'Descrizione|Riordino entro il 31/10',
        'Indicatore|Metri riordinati',
        'Valore atteso|≥ 40 metri',
        'Fasi e tempi|1. Scarto entro il 30 aprile¶2. Trasloco entro il 31 maggio (peso 60)',
        'Personale coinvolto|due unità',
      ],
    ]);
    expect(plan.sectors).toMatchObject([{ name: 'Affari generali', owner: 'Segretario comunale' }]);
    const [one] = plan.sectors[0]?.objectives ?? [];
    expect(one).toMatchObject({ number: '3', title: 'Archivio di deposito', weight: 100 });
    expect(one && indicatorsOf(one)).toEqual(['Metri riordinati >= 40 metri']);
    expect(one && termsOf(one)).toEqual(['2025-10-31', '2025-04-30', '2025-05-31 (60)']);
  });

  it.each([
    ['a label with the number', ['Obiettivo n. 1|Strade', 'Peso|40', 'Obiettivo n. 2|Verde', 'Peso|60']],
    [
      'the number beside the label',
      ['Obiettivo|1', 'Titolo|Strade', 'Peso|40', 'Obiettivo|2', 'Titolo|Verde', 'Peso|60'],
    ],
    [
      'a row that names it',
      [
        'SCHEDA OBIETTIVO N. 1*2',
        'Titolo|Strade',
        'Peso|40',
        'SCHEDA OBIETTIVO N. 2*2',
        'Titolo|Verde',
        'Peso|60',
      ],
    ],
    ['the number of the title', ['Titolo|1. Strade', 'Peso|40', 'Titolo|2. Verde', 'Peso|60']],
    [
      'fields above the title',
      ['Anno|2025', 'N.|1', 'Titolo|Strade', 'Peso|40', 'Anno|2025', 'N.|2', 'Titolo|Verde', 'Peso|60'],
    ],
  ])('begins another card where its first label comes again: %s', (_, rows) => {
    expect(objectivesOf([SECTOR, rows])).toEqual(['SETTORE TECNICO: 1 Strade 40; 2 Verde 60']);
  });

  it('is one card a table too', () => {
    const parts = [SECTOR, ['Obiettivo n. 1|Strade', 'Peso|40'], ['Obiettivo n. 2|Verde', 'Peso|60']];
    expect(objectivesOf(parts)).toEqual(['SETTORE TECNICO: 1 Strade 40; 2 Verde 60']);
  });

  it('has its title on a row of its own when no label is of a title', () => {
    const rows = ['RIFACIMENTO DELLE STRADE*2', 'Peso|100', 'Indicatore|Km'];
    expect(objectivesOf([SECTOR, rows])).toEqual(['SETTORE TECNICO: – RIFACIMENTO DELLE STRADE 100']);
  });

  it('has its title in the paragraph before the table', () => {
    const parts = [SECTOR, '# Obiettivo n. 4 – Strade', ['Peso|100', 'Indicatore|Km', 'Valore atteso|5']];
    expect(objectivesOf(parts)).toEqual(['SETTORE TECNICO: 4 Strade 100']);
  });
});

describe('other shapes of cards', () => {
  it('has labels and values by turns on a row of four', () => {
    const one = onlyObjective([
      SECTOR,
      ['Titolo|Strade*3', 'Peso|100|Scadenza|30/06/2025', 'Indicatore|Km|Valore atteso|5'],
    ]);
    expect(one).toMatchObject({ title: 'Strade', weight: 100 });
    expect(indicatorsOf(one)).toEqual(['Km 5']);
    expect(termsOf(one)).toEqual(['2025-06-30']);
  });

  it('has labels above their values', () => {
    const one = onlyObjective([
      SECTOR,
      [
        'Obiettivo operativo*3',
        'Strade*3',
        'Descrizione*3',
        'Lavori entro giugno*3',
        'Peso|Indicatore|Target',
        '100|Km|5',
      ],
    ]);
    expect(one).toMatchObject({ title: 'Strade', weight: 100 });
    expect(indicatorsOf(one)).toEqual(['Km 5']);
    expect(termsOf(one)).toEqual(['2025-06-30']);
  });

  it('has sector and role above their values at its head, and its title below its number', () => {
    const plan = planOf([
      [
        'SETTORE|SERVIZIO|RESPONSABILE',
        'Tecnico|Lavori pubblici|Capo settore',
        'OBIETTIVO N. 1*3',
        'Palestra comunale*3',
        'PESO|INDICATORE|TARGET',
        '100|m2|300',
        'TEMPI*3',
        'entro il 31/10/2025*3',
      ],
    ]);
    expect(plan.sectors).toMatchObject([
      {
        name: 'Tecnico',
        owner: 'Capo settore',
        objectives: [
          { number: '1', title: 'Palestra comunale', weight: 100, milestones: [{ date: '2025-10-31' }] },
        ],
      },
    ]);
  });

  it('has all its labelled paragraphs in one cell', () => {
    const one = onlyObjective([
      SECTOR,
      [
        'Obiettivo n. 1: Strade¶Responsabile: Capo settore¶Peso: 100¶Indicatori: Km¶Valore atteso: 5¶Scadenza: 30/06/2025',
        'Note: nessuna',
      ],
    ]);
    expect(one).toMatchObject({ number: '1', title: 'Strade', weight: 100 });
    expect(indicatorsOf(one)).toEqual(['Km 5']);
    expect(termsOf(one)).toEqual(['2025-06-30']);
  });

  it('has a table of phases inside, each with its term and weight, and goes on after it', () => {
    const one = onlyObjective([
      SECTOR,
      [
        'Titolo|Strade*2',
        'N.|Fase|Termine|Peso',
        '1|Progetto|30/04/2025|40',
        '2|Gara|entro settembre|60',
        'Indicatore|Km*3',
        'Target|5*3',
      ],
    ]);
    expect(termsOf(one)).toEqual(['2025-04-30 (40)', '2025-09-30 (60)']);
    expect(indicatorsOf(one)).toEqual(['Km 5']);
    expect(one.weight).toBeNull();
  });

  it('has phases without labels under a row that says what they are', () => {
    const one = onlyObjective([
      SECTOR,
      ['Titolo|Strade', 'Peso|100', 'FASI E TEMPI*2', 'Progetto|30/04/2025', 'Gara|30/09/2025'],
    ]);
    expect(termsOf(one)).toEqual(['2025-04-30', '2025-09-30']);
  });

  it('has first and last day of a phase in two columns: one period', () => {
    const one = onlyObjective([
      SECTOR,
      ['Titolo|Strade*2', 'Attività|Inizio|Fine', 'Lavori|01/03/2025|30/06/2025'],
    ]);
    expect(termsOf(one)).toEqual(['2025-03-01..2025-06-30']);
  });
});

describe('sectors that share a card', () => {
  it.each([
    ['Settori coinvolti', 'Settore Tecnico (peso 10); Settore Vigilanza (peso 15)'],
    ['Peso', 'Settore Tecnico: 10%¶Settore Vigilanza: 15%'],
  ])('are listed with their weights in the field "%s"', (label, value) => {
    const parts = [
      [`Titolo|Trasparenza`, `${label}|${value}`],
      ['Settore|Tecnico', 'Titolo|Strade', 'Peso|90'],
      ['Settore|Vigilanza', 'Titolo|Controlli', 'Peso|85'],
    ];
    expect(objectivesOf(parts)).toEqual([
      'Tecnico: – Trasparenza 10*; – Strade 90',
      'Vigilanza: – Trasparenza 15*; – Controlli 85',
    ]);
  });

  it('are all of them where the card says so', () => {
    const parts = [
      ['Settore|Tutti i settori', 'Titolo|Trasparenza', 'Peso|10'],
      ['Settore|Tecnico', 'Titolo|Strade', 'Peso|90'],
      ['Settore|Vigilanza', 'Titolo|Controlli', 'Peso|90'],
    ];
    expect(objectivesOf(parts)).toEqual([
      'Tecnico: – Trasparenza 10*; – Strade 90',
      'Vigilanza: – Trasparenza 10*; – Controlli 90',
    ]);
  });

  it('are not those that only help', () => {
    const parts = [
      ['Settore|Tecnico', 'Titolo|Strade', 'Settori coinvolti|Vigilanza, Finanziario', 'Peso|100'],
    ];
    expect(objectivesOf(parts)).toEqual(['Tecnico: – Strade 100']);
  });
});
