import { describe, expect, it } from 'vitest';
import { textBlocks } from '../../../../domain/reading/source/text-blocks.js';
import { textLines } from '../../../../domain/reading/source/text-lines.js';
import { shown } from './shown.js';

const read = (text: string) => shown(textBlocks(textLines(text)));

describe('text whose columns are set apart by spaces', () => {
  it('is a table: a blank line parts rows, and a line between goes on with the cells above', () => {
    const text = `Settore Tributi

N.   Obiettivo                 Peso   Scadenza

1    Bonifica della banca      30     entro il 30
     dati IMU                         giugno 2025

2    Sportello on line         20     31/12/2025
`;
    expect(read(text)).toEqual([
      'Settore Tributi',
      [
        ['N.', 'Obiettivo', 'Peso', 'Scadenza'],
        ['1', 'Bonifica della banca dati IMU', '30', 'entro il 30 giugno 2025'],
        ['2', 'Sportello on line', '20', '31/12/2025'],
      ],
    ]);
  });

  it('has its heading also where a sector and its responsible stand between', () => {
    const text = `Codice Denominazione              Peso %  Indicatore      Termini
obiettivo
STRUTTURA: Affari generali
Dirigente: Segretario generale

1      Bonifica della banca       30      Posizioni       entro giugno

2      Sportello on line          20      Pratiche        31/12/2025

3      Inventario dei beni        50      Beni            entro ottobre
`;
    const [table] = read(text);
    expect(table?.[0]).toEqual(['Codice', 'Denominazione', 'Peso %', 'Indicatore', 'Termini']);
    expect(table?.at(-1)).toEqual(['3', 'Inventario dei beni', '50', 'Beni', 'entro ottobre']);
  });

  it('without blank lines begins a row at each number', () => {
    const text = `N.   Obiettivo                 Peso
1    Bonifica della banca      30
     dati IMU
2    Sportello on line         20
3    Inventario dei beni       50
     mobili
`;
    expect(read(text)).toEqual([
      [
        ['N.', 'Obiettivo', 'Peso'],
        ['1', 'Bonifica della banca dati IMU', '30'],
        ['2', 'Sportello on line', '20'],
        ['3', 'Inventario dei beni mobili', '50'],
      ],
    ]);
  });

  it('keeps a list of values in its cell when blank lines part the rows', () => {
    const text = `Obiettivo                 Indicatore                    Grado

Trasparenza               percentuali per settore:      100 %
Peso 10                   Amministrativo                95 %
                          Tecnico                       90 %

Formazione                ore di corso                  80 %
Peso 20
`;
    const [table] = read(text);
    expect(table).toHaveLength(3);
    expect(table?.[1]?.[2]).toBe('100 % 95 % 90 %');
  });

  it('gives each phase under month columns a row of its own, the title in the first only', () => {
    const text = `N.   Obiettivo              Fasi                     GEN   FEB   MAR   APR

1    Inventario dei beni    Sopralluoghi             X     X
     mobili                 Relazione conclusiva                 X

2    Pagamenti              Verifica trimestrale                 X     X
`;
    expect(read(text)).toEqual([
      [
        ['N.', 'Obiettivo', 'Fasi', 'GEN', 'FEB', 'MAR', 'APR'],
        ['1', 'Inventario dei beni mobili', 'Sopralluoghi', 'X', 'X', '', ''],
        ['', '', 'Relazione conclusiva', '', '', 'X', ''],
        ['2', 'Pagamenti', 'Verifica trimestrale', '', '', 'X', 'X'],
      ],
    ]);
  });

  it('takes a value as wide as the months under it for a cell that covers them', () => {
    const text = `OBIETTIVO      Ob. 1 Riordino dello sportello

FASI           Peso   gen  feb  mar

Analisi        40%    X    X

Avvio          60%              X
`;
    expect(read(text)).toEqual([
      [
        ['OBIETTIVO', '+4 Ob. 1 Riordino dello sportello'],
        ['FASI', 'Peso', 'gen', 'feb', 'mar'],
        ['Analisi', '40%', 'X', 'X', ''],
        ['Avvio', '60%', '', '', 'X'],
      ],
    ]);
  });

  it('goes on over a form feed: the repeated heading, the foot and the page number are left out', () => {
    const text = `Comune di Rivalta

N.   Obiettivo                 Peso

1    Bonifica della banca      30

Pag. 1
\fComune di Rivalta

N.   Obiettivo                 Peso

2    Sportello on line         20

Pag. 2
`;
    expect(read(text)).toEqual([
      'Comune di Rivalta',
      [
        ['N.', 'Obiettivo', 'Peso'],
        ['1', 'Bonifica della banca', '30'],
        ['2', 'Sportello on line', '20'],
      ],
    ]);
  });

  it('puts a row together that the page broke', () => {
    const text = `Fasi                       Tempi          Peso

1. Proposta                entro maggio   60%

2. Informazione            entro il 1°    40%
\f                           novembre 2026

Note finali
`;
    expect(read(text)).toEqual([
      [
        ['Fasi', 'Tempi', 'Peso'],
        ['1. Proposta', 'entro maggio', '60%'],
        ['2. Informazione', 'entro il 1° novembre 2026', '40%'],
      ],
      'Note finali',
    ]);
  });

  it('gives a title broken by the page, or the end of one, back to its row, and keeps the phase below', () => {
    const text = `N.   Obiettivo           Peso   Fasi                   GEN   FEB   MAR

1    Gestione degli      30     Analisi dei dati       X     X
     impianti
\fN.   Obiettivo           Peso   Fasi                   GEN   FEB   MAR

     comunali                   Relazione finale                   X

2    Piano del verde     20     Censimento                   X
`;
    expect(read(text)).toEqual([
      [
        ['N.', 'Obiettivo', 'Peso', 'Fasi', 'GEN', 'FEB', 'MAR'],
        ['1', 'Gestione degli impianti comunali', '30', 'Analisi dei dati', 'X', 'X', ''],
        ['', '', '', 'Relazione finale', '', '', 'X'],
        ['2', 'Piano del verde', '20', 'Censimento', '', 'X', ''],
      ],
    ]);
  });

  it('keeps a row whole that opens a page with a number, though a cell of it is empty', () => {
    const text = `Codice   Obiettivo            Valore       Scadenza

OB 4     Colonie feline       15 colonie   entro giugno
\fCodice   Obiettivo            Valore       Scadenza

OB 5     Bilancio sociale                  entro luglio

OB 7     Piano del verde      900 alberi   entro agosto

OB 8     Sportello            300 avvisi   entro ottobre
`;
    expect(read(text)[0]).toHaveLength(5);
  });

  it('begins again where its heading comes again', () => {
    const table = (number: string): string => `N.   Obiettivo       Peso
${number}    Bonifica        30
`;
    expect(read(`${table('1')}\n${table('2')}`)).toHaveLength(2);
  });

  it('is no table when it is a numbered list, dots that lead to a page, or one line alone', () => {
    const text = `1.   Premessa
2.   Metodologia

Premessa ............ 3
Metodologia ......... 4

Il Sindaco                     Il Segretario
`;
    expect(read(text).every((block) => typeof block === 'string')).toBe(true);
  });
});

describe('tables drawn with characters', () => {
  it('have a row on each line under the heading: Markdown', () => {
    const text = `| N. | Obiettivo | Peso |
|----|-----------|------|
| 1 | Bonifica | 30 |
| 2 | Sportello | |
`;
    expect(read(text)).toEqual([
      [
        ['N.', 'Obiettivo', 'Peso'],
        ['1', 'Bonifica', '30'],
        ['2', 'Sportello', ''],
      ],
    ]);
  });

  it.each([
    ['plus and minus', '+----+-----------+', '|'],
    ['box characters', '├────┼───────────┤', '│'],
  ])('have rows between drawn lines, whatever they hold: %s', (_, border, bar) => {
    const row = (...cells: string[]): string => `${bar} ${cells.join(` ${bar} `)} ${bar}`;
    const lines = [
      border,
      row('N.', 'Obiettivo'),
      border,
      row('1 ', 'Bonifica '),
      row('  ', 'IMU      '),
      border,
    ];
    const text = [...lines, row('2 ', 'Sportello'), border].join('\n');
    expect(read(text)).toEqual([
      [
        ['N.', 'Obiettivo'],
        ['1', 'Bonifica IMU'],
        ['2', 'Sportello'],
      ],
    ]);
  });
});

describe('files of fields', () => {
  it('are tables, parted by lines with words in the first field only; quotes hold separators and line ends', () => {
    const text = `Settore Tributi;;
N.;Obiettivo;Peso
1;"Bonifica; prima parte
seconda parte";30
2;"detta ""porta a porta""";20
;;
Settore Tecnico;;
3;Strade;50
`;
    expect(read(text)).toEqual([
      'Settore Tributi',
      [
        ['N.', 'Obiettivo', 'Peso'],
        ['1', 'Bonifica; prima parte ¶ seconda parte', '30'],
        ['2', 'detta "porta a porta"', '20'],
      ],
      'Settore Tecnico',
      [['3', 'Strade', '50']],
    ]);
  });

  it('may be parted by tabs, as spreadsheets save text', () => {
    expect(read('N.\tObiettivo\tPeso\n1\tBonifica\t30\n2\tSportello\t20\n')).toEqual([
      [
        ['N.', 'Obiettivo', 'Peso'],
        ['1', 'Bonifica', '30'],
        ['2', 'Sportello', '20'],
      ],
    ]);
  });
});
