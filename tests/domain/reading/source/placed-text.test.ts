import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedPage } from '../../../../domain/reading/source/placed.js';
import { placedSource } from '../../../../domain/reading/source/placed-source.js';
import { filled, pageOf, placed } from './placing.js';
import { linesOf, shown } from './shown.js';

const read = (...pages: PlacedPage[]) => shown(placedSource(pages, null).blocks);
const LONG = 'Gli obiettivi dell’anno discendono dal Documento unico di programmazione e sono assegnati ai';

describe('running text', () => {
  it('is a paragraph while its lines are full, and another where the next word would have fitted', () => {
    const words = [
      ...placed(LONG, 50, 100),
      ...placed('Responsabili dei servizi.', 50, 112),
      ...placed('Responsabile: Dott. Rossi', 50, 124),
      ...placed('Peso: 15', 50, 136),
    ];
    expect(read(pageOf(1, words))).toEqual([
      `${LONG} Responsabili dei servizi.`,
      'Responsabile: Dott. Rossi',
      'Peso: 15',
    ]);
  });

  it('is parted by gaps, by a change of size or weight, and by bullets, which are taken off', () => {
    const words = [
      ...placed('Settore Tecnico', 50, 100, true),
      ...placed(LONG, 50, 112),
      ...placed(LONG, 50, 140),
      ...placed('• prima fase', 60, 152),
      ...placed('• seconda fase', 60, 164),
    ];
    expect(read(pageOf(1, words))).toEqual(['Settore Tecnico', LONG, LONG, '• prima fase', '• seconda fase']);
  });

  it('keeps the hyphen of a broken word in its fragment, on its own line', () => {
    const source = placedSource(
      [pageOf(1, [...placed(`${LONG} pro-`, 50, 100), ...placed('grammi', 50, 112)])],
      null,
    );
    const [block] = source.blocks;
    expect(block?.kind === 'paragraph' && block.fragments).toEqual([
      { line: 1, text: `${LONG} pro-` },
      { line: 2, text: 'grammi' },
    ]);
  });

  it('written upwards beside the text is a line of its own', () => {
    const stamp = { text: 'COPIA', x0: 20, x1: 30, y0: 90, y1: 160, size: 10, bold: false };
    expect(read(pageOf(1, [...placed(LONG, 50, 100), stamp]))).toContain(LONG);
  });
});

describe('heads and feet', () => {
  const page = (number: number, body: string): PlacedPage =>
    pageOf(number, [
      ...placed('Comune di Rivalta – Piano 2025', 50, 40),
      ...placed(body, 50, 300),
      ...placed(`Pagina ${number} di 3`, 250, 810),
    ]);

  it('are left out, but for the first head; the lines of the document keep them all', () => {
    const source = placedSource([page(1, 'Uno'), page(2, 'Due'), page(3, 'Tre')], null);
    expect(shown(source.blocks)).toEqual(['Comune di Rivalta – Piano 2025', 'Uno', 'Due', 'Tre']);
    expect(source.lines).toHaveLength(9);
    expect(source.lines[4]).toEqual({ page: 2, text: 'Due' });
  });

  it('are not the titles of cards, one on each page, that count up', () => {
    const card = (number: number): PlacedPage => pageOf(number, placed(`Obiettivo n. ${number}`, 50, 40));
    expect(read(card(1), card(2), card(3))).toEqual(['Obiettivo n. 1', 'Obiettivo n. 2', 'Obiettivo n. 3']);
  });
});

describe('a text of narrow cells printed as it stood', () => {
  it('has the paragraphs that its empty lines make, also over the page', () => {
    const cell = [
      'riordino dei campi',
      'riservati alle',
      'inumazioni con obbligo',
      'per i',
      'concessionari e',
      'rispetto delle',
      'disposizioni',
    ];
    const first = pageOf(1, [
      ...placed(LONG, 50, 30),
      ...cell.flatMap((line, index) => placed(line, 50, 54 + 12 * index)),
    ]);
    const second = pageOf(2, [
      ...placed('100%', 50, 30),
      ...placed('Tecnico', 50, 54),
      ...placed('manutentivo', 50, 66),
      ...placed('ambiente', 50, 800),
    ]);
    expect(read(first, second)).toEqual([LONG, cell.join(' '), '100%', 'Tecnico manutentivo', 'ambiente']);
  });
});

describe('any words and lines anywhere', () => {
  const coordinate = fc.double({ min: -50, max: 900, noNaN: true });
  const word = fc.record({
    text: fc.constantFrom('Peso', '15', 'Obiettivo', 'X', '•', 'entro', '31/12', 'pro-', '–', '100%'),
    x0: coordinate,
    y1: coordinate,
    size: fc.double({ min: 0.1, max: 60, noNaN: true }),
    bold: fc.boolean(),
  });
  const rule = fc.record({ x0: coordinate, y0: coordinate, length: coordinate, isLevel: fc.boolean() });
  const anyPage = fc.record({
    words: fc.array(word, { maxLength: 60 }),
    rules: fc.array(rule, { maxLength: 30 }),
  });

  it('never throw, and every fragment names a line that has its words', () => {
    fc.assert(
      fc.property(fc.array(anyPage, { minLength: 1, maxLength: 3 }), (drawn) => {
        const pages = drawn.map(({ words, rules }, index) =>
          pageOf(
            index + 1,
            words.map(({ text, x0, y1, size, bold }) => ({
              text,
              x0,
              y1,
              size,
              bold,
              x1: x0 + text.length * size * 0.5,
              y0: y1 - size,
            })),
            {
              rules: rules.map(({ x0, y0, length, isLevel }) => ({
                x0,
                y0,
                x1: isLevel ? x0 + Math.abs(length) : x0,
                y1: isLevel ? y0 : y0 + Math.abs(length),
              })),
              fills: [filled(10, 10, 200, 200, '#336699')],
            },
          ),
        );
        const { blocks, lines } = placedSource(pages, null);
        for (const line of linesOf(blocks)) expect(lines[line - 1]).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});
