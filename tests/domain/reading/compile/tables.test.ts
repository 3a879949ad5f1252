/** Tables of objectives: columns known by their headings, one objective on one row or more. */
import { describe, expect, it } from 'vitest';
import { indicatorsOf, objectivesOf, onlyObjective, planOf, termsOf } from './summary.js';

const SECTOR = 'AREA TECNICA';

describe('a table for each sector', () => {
  it('reads number, title, weight, indicator, target and date from columns in any order', () => {
    const one = onlyObjective([
      SECTOR,
      [
        'Scadenza|Peso (%)|N.|Obiettivo operativo|Target 2025|Indicatore|Descrizione',
        '30/06/2025|100|1.2|Piano asfalti|almeno 5 km|Strade asfaltate|Gara entro aprile',
      ],
    ]);
    expect(one).toMatchObject({ number: '1.2', title: 'Piano asfalti', weight: 100, sourceLines: [3, 3] });
    expect(indicatorsOf(one)).toEqual(['Strade asfaltate >= 5 km']);
    expect(termsOf(one)).toEqual(['2025-04-30', '2025-06-30']);
  });

  it('takes no totals for objectives', () => {
    const parts = [SECTOR, ['N.|Obiettivo|Peso', '1|Strade|40', '2|Verde|60', 'Totale||100']];
    expect(objectivesOf(parts)).toEqual(['AREA TECNICA: 1 Strade 40; 2 Verde 60']);
    expect(objectivesOf([SECTOR, ['Obiettivo|Peso', 'Strade|100', 'TOTALE PESI|100']])).toEqual([
      'AREA TECNICA: – Strade 100',
    ]);
  });

  it('goes on with the objective above where the title is empty or merged', () => {
    const one = onlyObjective([
      SECTOR,
      ['Obiettivo|Peso|Indicatore|Target', 'Strade|100|Buche riparate|100', '^||Segnalazioni evase|95%'],
    ]);
    expect(indicatorsOf(one)).toEqual(['Buche riparate 100', 'Segnalazioni evase 95 %']);
  });

  it('goes on where the format repeats a merged title on each row', () => {
    const one = onlyObjective([
      SECTOR,
      ['N.|Obiettivo|Peso|Indicatore', '1|Strade|100|Buche riparate', '1|Strade|100|Segnalazioni evase'],
    ]);
    expect(indicatorsOf(one)).toEqual(['Buche riparate', 'Segnalazioni evase']);
  });

  it.each([
    ['Strade – Peso 15', '– Strade 15'],
    ['1.2 STRADE (20%)', '1.2 STRADE 20'],
    ['Obiettivo n. 3 – Strade – Peso 7,5', '3 Strade 7.5'],
    ['OB. 4 Strade ¶ Peso 10/100', '4 Strade 10'],
    ["90° ANNIVERSARIO DELL'UVA – Peso 5", "– 90° ANNIVERSARIO DELL'UVA 5"],
    ['STRADE ¶ Rifacimento dei marciapiedi del centro. ¶ Peso 5', '– STRADE 5'],
  ])('reads number, title and weight from one cell: %s', (cell, short) => {
    expect(objectivesOf([SECTOR, ['Obiettivo|Indicatore', `${cell}|Km`]])).toEqual([
      `AREA TECNICA: ${short}`,
    ]);
  });

  it('has headings of two levels', () => {
    const one = onlyObjective([
      SECTOR,
      ['Obiettivo|Peso|Misurazione*2', '^|^|Indicatore|Valore atteso', 'Strade|100|Km|5'],
    ]);
    expect(indicatorsOf(one)).toEqual(['Km 5']);
  });

  it('keeps the operative objective, not the strategic one it is part of', () => {
    const parts = ['Obiettivo strategico|Obiettivo operativo|Peso', 'Città verde|Alberi|40', '^|Bus|60'];
    expect(objectivesOf([SECTOR, parts])).toEqual(['AREA TECNICA: – Alberi 40; – Bus 60']);
  });

  it('leaves out rows that name a strategic line', () => {
    const rows = ['Obiettivo|Peso', 'LINEA STRATEGICA 1: CITTÀ VERDE*2', 'Alberi|100'];
    expect(objectivesOf([SECTOR, rows])).toEqual(['AREA TECNICA: – Alberi 100']);
  });

  it('goes on in the next table without headings', () => {
    const parts = [SECTOR, ['N.|Obiettivo|Peso', '1|Strade|40'], ['2|Verde|60']];
    expect(objectivesOf(parts)).toEqual(['AREA TECNICA: 1 Strade 40; 2 Verde 60']);
  });

  it('joins a list of titles and weights with the tables that follow', () => {
    const parts = [SECTOR, ['N.|Obiettivo|Peso', '1|Strade|100'], ['Obiettivo n. 1|Strade', 'Indicatore|Km']];
    expect(objectivesOf(parts)).toEqual(['AREA TECNICA: 1 Strade 100']);
  });
});

describe('the sector of a row', () => {
  const FOUND = ['Area Tecnica: – Strade 100', 'Area Vigilanza: – Controlli 60; – Scuole 40'];

  it.each([
    [
      'its own column',
      [
        'Settore|Obiettivo|Peso',
        'Area Tecnica|Strade|100',
        'Area Vigilanza|Controlli|60',
        'Area Vigilanza|Scuole|40',
      ],
    ],
    [
      'a merged first cell',
      ['Settore|Obiettivo|Peso', 'Area Tecnica|Strade|100', 'Area Vigilanza|Controlli|60', '^|Scuole|40'],
    ],
    [
      'a row over the whole table',
      ['Obiettivo|Peso', 'Area Tecnica*2', 'Strade|100', 'Area Vigilanza*2', 'Controlli|60', 'Scuole|40'],
    ],
  ])('comes from %s', (_, rows) => {
    expect(objectivesOf([rows])).toEqual(FOUND);
  });

  it('comes with the role responsible for it, and an objective has its own only where it differs', () => {
    const { sectors } = planOf([
      [
        'Settore|Responsabile|Obiettivo|Peso',
        'Tecnico|Capo settore tecnico|Strade|40',
        '^|^|Verde|30',
        '^|Segretario comunale|Uffici|30',
      ],
    ]);
    expect(sectors).toMatchObject([
      { owner: 'Capo settore tecnico', objectives: [{}, {}, { owner: 'Segretario comunale' }] },
    ]);
    expect(sectors[0]?.objectives[0]).not.toHaveProperty('owner');
  });
});

describe('a column of services', () => {
  it('tells the sector, unless a heading has named the sector they are part of', () => {
    const rows = ['Servizio|Obiettivo|Peso', 'Segreteria|Atti|50', 'Demografici|Anagrafe|50'];
    expect(objectivesOf([rows])).toEqual(['Segreteria: – Atti 50', 'Demografici: – Anagrafe 50']);
    expect(objectivesOf(['SETTORE AFFARI GENERALI', rows])).toEqual([
      'SETTORE AFFARI GENERALI: – Atti 50; – Anagrafe 50',
    ]);
  });
});

describe('objectives of several sectors', () => {
  it('are in a matrix: one column of weights for each sector, a dash for none', () => {
    const parts = [
      [
        'N.|Obiettivo|Indicatore|Peso*2',
        '^|^|^|Area Tecnica|Area Vigilanza',
        '1|Trasparenza|Dati|10|20',
        '2|Pagamenti|ITP|30|–',
      ],
      'AREA TECNICA',
      ['N.|Obiettivo|Peso', '3|Strade|60'],
      'AREA VIGILANZA',
      ['N.|Obiettivo|Peso', '3|Controlli|80'],
    ];
    expect(objectivesOf(parts)).toEqual([
      'AREA TECNICA: 1 Trasparenza 10*; 2 Pagamenti 30; 3 Strade 60',
      'AREA VIGILANZA: 1 Trasparenza 20*; 3 Controlli 80',
    ]);
  });

  it('are repeated in the table of each sector, each time with the weight it has there', () => {
    const parts = [
      'AREA A',
      ['N.|Obiettivo|Peso|Indicatore', '1|Trasparenza|10|Sezioni', '2|Strade|90|Km'],
      'AREA B',
      ['N.|Obiettivo|Peso|Indicatore', '1|Trasparenza|20|Sezioni', '2|Controlli|80|Ore'],
    ];
    expect(objectivesOf(parts)).toEqual([
      'AREA A: 1 Trasparenza 10*; 2 Strade 90',
      'AREA B: 1 Trasparenza 20*; 2 Controlli 80',
    ]);
  });

  it('have a row for each sector under one title', () => {
    const parts = [
      'OBIETTIVI TRASVERSALI',
      ['Obiettivo|Indicatore|Settore|Peso', 'Trasparenza|Dati|Tecnico|10', '^|^|Finanziario|15'],
      'SETTORE TECNICO',
      ['Obiettivo|Peso', 'Strade|90'],
      'SETTORE FINANZIARIO',
      ['Obiettivo|Peso', 'Tributi|85'],
    ];
    expect(objectivesOf(parts)).toEqual([
      'Tecnico: – Trasparenza 10*; – Strade 90',
      'SETTORE FINANZIARIO: – Trasparenza 15*; – Tributi 85',
    ]);
  });

  it('stay two where two sectors describe one task in their own words', () => {
    const parts = [
      'AREA A',
      ['Obiettivo|Peso|Indicatore', 'Compostiere|100|Verifica'],
      'AREA B',
      ['Obiettivo|Peso|Indicatore', 'Compostiere|100|Sanzioni'],
    ];
    expect(objectivesOf(parts)).toEqual(['AREA A: – Compostiere 100', 'AREA B: – Compostiere 100']);
  });

  it('are those of structure, which count for every sector of the document', () => {
    const parts = [
      'OBIETTIVI DI STRUTTURA',
      ['Obiettivo|Peso', '1. Trasparenza|10'],
      'AREA A',
      ['Obiettivo|Peso', 'Strade|90'],
      'AREA B',
      ['Obiettivo|Peso', 'Controlli|90'],
    ];
    expect(objectivesOf(parts)).toEqual([
      'AREA A: 1 Trasparenza 10*; – Strade 90',
      'AREA B: 1 Trasparenza 10*; – Controlli 90',
    ]);
  });
});

describe('weights', () => {
  it('are factors where the column says so or they come nowhere near a hundred', () => {
    for (const head of ['Coefficiente', 'Fattore di ponderazione', 'Peso']) {
      const plan = planOf([SECTOR, [`Obiettivo|${head}|Indicatore`, 'Strade|1,2|Km', 'Verde|1,0|Sfalci']]);
      expect(plan.document.weights).toBe('multiplier');
      expect(plan.sectors).toMatchObject([
        { weightTotal: null, objectives: [{ weight: 1.2 }, { weight: 1 }] },
      ]);
    }
  });

  it('are none where none is printed', () => {
    const plan = planOf([SECTOR, ['Obiettivo|Indicatore', 'Strade|Km']]);
    expect(plan.document.weights).toBe('none');
    expect(plan.lint.map(({ code }) => code)).toEqual(['undated-objective']);
  });

  it('of indicators are not the weight of the objective', () => {
    const rows = [
      'Obiettivo|Peso obiettivo|Indicatore|Peso indicatore',
      'Strade|100|Buche|50',
      '^||Segnalazioni|50',
    ];
    expect(objectivesOf([SECTOR, rows])).toEqual(['AREA TECNICA: – Strade 100']);
  });
});

describe('tables that hold no objectives', () => {
  it.each([
    ['scores', ['Grado di raggiungimento|Punteggio', 'dal 90% al 100%|100']],
    ['staff', ['Settore|Responsabile|Dipendenti', 'Tecnico|Capo settore|12']],
    ['a budget', ['Missione|Programma|Importo', '01|02|50.000']],
  ])('are passed over: %s', (_, rows) => {
    expect(objectivesOf([SECTOR, ['Obiettivo|Peso', 'Strade|100'], '# Allegati del piano', rows])).toEqual([
      'AREA TECNICA: – Strade 100',
    ]);
  });
});
