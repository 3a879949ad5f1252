import { describe, expect, it } from 'vitest';
import type { PlacedPage } from '../../../../domain/reading/source/placed.js';
import { placedSource } from '../../../../domain/reading/source/placed-source.js';
import { filled, framed, pageOf, placed } from './placing.js';
import { shown } from './shown.js';

const read = (...pages: PlacedPage[]) => shown(placedSource(pages, null).blocks);

const XS = [50, 90, 300, 360];
const HEAD = ['N.', 'Obiettivo', 'Peso'];

describe('a table with drawn cells', () => {
  it('has the words of each cell, wrapped lines joined, and lines ended on purpose apart', () => {
    const { words, rules } = framed(XS, 100, [
      HEAD,
      ['1', 'Bonifica della banca dati comunale dei\ntributi comunali', '30'],
      ['2', 'analisi\nbando', '20'],
    ]);
    expect(read(pageOf(1, words, { rules }))).toEqual([
      [
        HEAD,
        ['1', 'Bonifica della banca dati comunale dei tributi comunali', '30'],
        ['2', 'analisi ¶ bando', '20'],
      ],
    ]);
  });

  it('has cells over several columns and rows where no line is drawn between', () => {
    const { words, rules } = framed([50, 150, 250], 100, [
      ['a', ''],
      ['c', 'd'],
      ['', 'f'],
    ]);
    const open = rules
      .filter(({ x0, x1 }) => !(x0 === 150 && x1 === 150))
      .filter(({ y0, x0, x1 }) => !(y0 === 140 && x1 > x0));
    const partly = [
      { x0: 150, x1: 150, y0: 120, y1: 160 },
      { x0: 150, x1: 250, y0: 140, y1: 140 },
    ];
    expect(read(pageOf(1, words, { rules: [...open, ...partly] }))).toEqual([[['+2 a'], ['c', 'd'], ['f']]]);
  });

  it('may be drawn in short strokes, twice, or open at its sides', () => {
    const { words, rules } = framed(XS, 100, [HEAD, ['1', 'Bonifica', '30']]);
    const dots = rules.flatMap(({ x0, x1, y0, y1 }) => {
      const length = Math.max(x1 - x0, y1 - y0);
      return Array.from({ length: Math.ceil(length / 4) }, (_, index) =>
        x1 > x0
          ? { x0: x0 + 4 * index, x1: x0 + 4 * index + 2, y0, y1 }
          : { x0, x1, y0: y0 + 4 * index, y1: y0 + 4 * index + 2 },
      );
    });
    const double = rules.flatMap((rule) => [rule, { ...rule, y0: rule.y0 + 1.5, y1: rule.y1 + 1.5 }]);
    const open = rules.filter(({ x0, x1 }) => x1 > x0 || (x0 !== 50 && x0 !== 360));
    for (const drawn of [dots, double, open]) {
      expect(read(pageOf(1, words, { rules: drawn }))).toEqual([[HEAD, ['1', 'Bonifica', '30']]]);
    }
  });

  it('with lines between columns only is cut into rows where numbers count up', () => {
    const { words, rules } = framed(XS, 100, [
      HEAD,
      ['1', 'Bonifica\ndella banca', '30'],
      ['2', 'Sportello', '20'],
      ['3', 'Inventario', '50'],
    ]);
    const rowless = rules.filter(
      ({ y0, y1, x0, x1 }) => x1 === x0 || y0 === 100 || y0 === 120 || y0 === 192 || y1 < 0,
    );
    expect(read(pageOf(1, words, { rules: rowless }))).toEqual([
      [HEAD, ['1', 'Bonifica ¶ della banca', '30'], ['2', 'Sportello', '20'], ['3', 'Inventario', '50']],
    ]);
  });

  it('marks a coloured cell without words, and neither a coloured heading nor a striped row', () => {
    const { words, rules } = framed([50, 150, 180, 210], 100, [
      ['Fase', 'gen', 'feb'],
      ['Analisi', '', ''],
      ['Gara', '', ''],
    ]);
    const fills = [
      filled(50, 100, 210, 120, '#dddddd'),
      filled(50, 140, 210, 160, '#eeeeee'),
      filled(150, 120, 180, 140, '#3366ff'),
      filled(180, 140, 210, 160, '#3366ff'),
    ];
    expect(read(pageOf(1, words, { rules, fills }))).toEqual([
      [
        ['Fase', 'gen', 'feb'],
        ['Analisi', '■', ''],
        ['Gara', '', '■'],
      ],
    ]);
  });
});

describe('a table over two pages', () => {
  it('is one: the repeated heading is left out, and a row broken by the page is whole', () => {
    const first = framed(XS, 700, [
      HEAD,
      ['1', 'Bonifica della banca', '30'],
      ['2', 'Sportello per i', '20'],
    ]);
    const second = framed(XS, 60, [HEAD, ['', 'cittadini', ''], ['3', 'Inventario', '50']]);
    expect(
      read(pageOf(1, first.words, { rules: first.rules }), pageOf(2, second.words, { rules: second.rules })),
    ).toEqual([
      [
        HEAD,
        ['1', 'Bonifica della banca', '30'],
        ['2', 'Sportello per i cittadini', '20'],
        ['3', 'Inventario', '50'],
      ],
    ]);
  });

  it('is two when a heading stands between, or when a card begins anew with its first label', () => {
    const card = (number: string) =>
      framed([50, 150, 300], 60, [
        ['Obiettivo n.', number],
        ['Peso', '20'],
      ]);
    const [one, other] = [card('1'), card('2')];
    expect(
      read(pageOf(1, one.words, { rules: one.rules }), pageOf(2, other.words, { rules: other.rules })),
    ).toHaveLength(2);
    const table = framed(XS, 100, [HEAD, ['1', 'Bonifica', '30']]);
    const headed = [...placed('Settore Tecnico', 50, 90), ...table.words];
    const blocks = read(
      pageOf(1, table.words, { rules: table.rules }),
      pageOf(2, headed, { rules: table.rules }),
    );
    expect(blocks).toHaveLength(3);
    expect(blocks[1]).toBe('Settore Tecnico');
  });
});

describe('words in columns without lines', () => {
  it('are a table whose rows are parted by wider gaps, also when cells stand in the middle of their rows', () => {
    const words = [
      ...placed('N.', 50, 100),
      ...placed('Obiettivo', 90, 100),
      ...placed('Peso', 300, 100),
      ...placed('Bonifica della', 90, 120),
      ...placed('1', 50, 126),
      ...placed('30', 300, 126),
      ...placed('banca dati', 90, 132),
      ...placed('2', 50, 152),
      ...placed('Sportello', 90, 152),
      ...placed('20', 300, 152),
    ];
    expect(read(pageOf(1, words))).toEqual([
      [HEAD, ['1', 'Bonifica della banca dati', '30'], ['2', 'Sportello', '20']],
    ]);
  });

  it('stand under a heading in the middle of their column, also a number at its edge', () => {
    const words = [
      ...placed('Cod.', 56, 100),
      ...placed('Obiettivo operativo', 130, 100),
      ...placed('Peso', 300, 100),
      ...placed('1', 50, 120),
      ...placed('Bonifica', 90, 120),
      ...placed('30', 305, 120),
    ];
    expect(read(pageOf(1, words))).toEqual([
      [
        ['Cod.', 'Obiettivo operativo', 'Peso'],
        ['1', 'Bonifica', '30'],
      ],
    ]);
  });

  it('of one line each, equally far apart, are rows each', () => {
    const row = (y: number, ...texts: string[]) =>
      texts.flatMap((text, at) => placed(text, 50 + 150 * at, y));
    const words = [100, 116.5, 133, 149.5].flatMap((y, at) =>
      row(y, `Obiettivo ${'abcd'[at]}`, 'Indicatore', 'giugno'),
    );
    expect(read(pageOf(1, words))[0]).toHaveLength(4);
  });

  it('are parted by lines drawn between rows', () => {
    const row = (y: number, ...cells: string[]) =>
      cells.flatMap((cell, index) => placed(cell, XS[index] ?? 0, y));
    const words = [
      ...row(100, ...HEAD),
      ...row(113, '1', 'Bonifica', '30'),
      ...row(125, '', 'IMU'),
      ...row(138, '2', 'Sportello', '20'),
    ];
    const rules = [102, 127, 140].map((y) => ({ x0: 45, x1: 340, y0: y, y1: y }));
    expect(
      read(
        pageOf(
          1,
          words.filter(({ text }) => text !== ''),
          { rules },
        ),
      ),
    ).toEqual([[HEAD, ['1', 'Bonifica IMU', '30'], ['2', 'Sportello', '20']]]);
  });
});
