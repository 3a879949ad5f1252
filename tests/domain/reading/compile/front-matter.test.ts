import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../../../domain/reading/layouts/front-matter.js';
import { textSource } from './told.js';

const read = (...lines: readonly string[]) => frontMatter(textSource(lines.join('\n')));

describe('The front of a document', () => {
  it.each([
    ['Comune di Caluso', 'Comune di Caluso'],
    ['COMUNE DI SAN GIOVANNI IN VALLE', 'Comune di San Giovanni in Valle'],
    ["CITTA' DI TORRE ALTA", 'Città di Torre Alta'],
    ["Unione di Comuni Terre d'Acqua", "Unione di Comuni Terre d'Acqua"],
    ['UNIONE MONTANA VALLE STORTA', 'Unione Montana Valle Storta'],
    ['Comune di Fontana – Piano della performance 2025', 'Comune di Fontana'],
    ["Comune di Sant'Ilario Alto (LO)", "Comune di Sant'Ilario Alto"],
  ])('"%s" is the plan of "%s"', (line, body) => {
    expect(read(line, 'Provincia di Valmezzana', 'PIANO 2025').body).toBe(body);
  });

  it('the body is the town of the title, not those that the text cites', () => {
    expect(read('COMUNE DI VICO', 'In convenzione con il Comune di Altrove.').body).toBe('Comune di Vico');
  });

  it.each([
    [2023, ['RELAZIONE AL PIANO DELLA PERFORMANCE', 'ANNO 2023', 'Allegato G.C. n. 4 del 3/5/2024']],
    [2026, ['PIAO 2025-2027', 'annualità 2026']],
    [2025, ['Piano della performance 2025/2027', 'Visto il D.Lgs. 150/2009']],
    [2024, ['PEG 2024', 'Richiamata la deliberazione G.C. n. 3 del 10/01/2023']],
    [null, ['Piano degli obiettivi']],
  ] as const)('the year of the objectives is %s', (year, lines) => {
    expect(read(...lines).year).toBe(year);
  });

  it.each([
    ['report', 'RELAZIONE SULLA PERFORMANCE 2024'],
    ['report', 'Consuntivo obiettivi 2024'],
    ['report', 'Piano degli obiettivi 2024: grado di raggiungimento degli obiettivi'],
    ['plan', 'PIANO DELLA PERFORMANCE 2025'],
    ['plan', 'Schede obiettivo 2025'],
  ])('a %s is entitled "%s"', (kind, title) => {
    expect(read('Comune di Vico', title).kind).toBe(kind);
  });

  it.each([
    ['Allegato deliberazione G.C. n.  48 del 3/5/2024', 'G.C. n. 48 del 3/5/2024', '2024-05-03'],
    ['Allegato A) alla D.G.C. n. 8 del 30.01.2025', 'D.G.C. n. 8 del 30.01.2025', '2025-01-30'],
    ['Allegato n. 2 – deliberazione G.C. n. 14 del 18.02.2025', 'G.C. n. 14 del 18.02.2025', '2025-02-18'],
    ['Allegato G.C. n. 19 dell’8 febbraio 2024', 'G.C. n. 19 dell’8 febbraio 2024', '2024-02-08'],
    [
      'Approvato con deliberazione della Giunta comunale n. 9 del 27 gennaio 2026',
      'deliberazione della Giunta comunale n. 9 del 27 gennaio 2026',
      '2026-01-27',
    ],
    [
      'allegato B al decreto del Sindaco n. 5 del 1° febbraio 2025',
      'decreto del Sindaco n. 5 del 1° febbraio 2025',
      '2025-02-01',
    ],
    ['Allegato alla DGC n. 12/2025', 'DGC n. 12/2025', null],
  ])('"%s" is annexed to an act', (line, act, actDate) => {
    expect(read('COMUNE DI VICO', line)).toMatchObject({ act, actDate });
  });

  it.each([
    'Richiamata la deliberazione G.C. n. 3 del 10/01/2024 di approvazione del PEG',
    'Allegato A alla deliberazione n. ___ del ________',
    'ai sensi dell’art. 10 del D.Lgs. 150/2009',
  ])('"%s" is no act of the document', (line) => {
    expect(read('COMUNE DI VICO', 'Piano 2024', line).act).toBeNull();
  });
});
