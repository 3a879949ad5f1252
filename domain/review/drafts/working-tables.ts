/** Tables of the evaluators' working papers. */
import { type PrintedBlock, tabled } from '../../printed-document/printed-document.js';
import type { WorkingLine, WorkingObjective } from './working-facts.js';

/** What was to be reached, and what was said to be. */
export const indicatorsTable = ({ indicators }: WorkingObjective): PrintedBlock =>
  tabled({
    caption: 'Indicatori',
    columns: [
      { title: 'Indicatore', share: 44, as: 'name' },
      { title: 'Nel piano', share: 28 },
      { title: 'Valore dichiarato', share: 28 },
    ],
    rows: indicators.map(({ text, target, declared }) => [text, target, declared]),
    empty: '',
  });

/** Nothing where there is no line. */
export const linesTable = (caption: string, lines: readonly WorkingLine[]): readonly PrintedBlock[] =>
  lines.length === 0
    ? []
    : [
        tabled({
          caption,
          columns: [
            { title: 'Quando', share: 16 },
            { title: 'Chi', share: 24 },
            { title: 'Che cosa', share: 60, as: 'name' },
          ],
          rows: lines.map(({ on, by, text }) => [on, by, text]),
          empty: '',
        }),
      ];
