/** What a Relazione tells of one sector: its objectives, why degrees are under 100, its terms. */
import {
  type PrintedBlock,
  type PrintedSection,
  type PrintedTable,
  tabled,
} from '../printed-document/printed-document.js';
import { numericDate } from '../time/italian-date.js';
import { phaseTable } from './phase-table.js';
import type { RelazioneSector } from './relazione.js';
import type { RelazioneWords } from './relazione-facts.js';
import type { RelazioneObjective } from './relazione-objective.js';
import type { RelazioneReason } from './relazione-reason.js';
import { decimalIn, figureOr, indicatorIn, OUTCOME_WORDS, reasonsIn, roleIn } from './relazione-words.js';
import { titleIn } from './title-in.js';

export function sectorSection(sector: RelazioneSector, words: RelazioneWords): PrintedSection {
  const { name, objectives } = sector;
  const short = objectives.filter(({ degree }) => degree !== '100');
  const reasons: readonly PrintedBlock[] =
    short.length === 0 ? [] : [tabled(reasonTable(short, name, words))];
  return {
    heading: `${words.sector} ${name}`,
    blocks: [
      tabled(objectiveTable(sector)),
      ...reasons,
      tabled(phaseTable(objectives, `${name}: termini e fasi`)),
    ],
  };
}

function objectiveTable({ name, objectives, outOf, total }: RelazioneSector): PrintedTable {
  const isTold = total !== undefined;
  const figure = { as: 'figure' } as const;
  return {
    caption: `${name}: obiettivi e risultati`,
    columns: [
      { title: 'Obiettivo', share: 30, as: 'name' },
      { title: 'Peso', share: 8, ...figure },
      { title: 'Da che cosa si misura, e con quale risultato', share: isTold ? 43 : 50 },
      { title: 'Grado %', share: isTold ? 10 : 12, ...figure },
      ...(isTold ? [{ title: 'Punti', share: 9, ...figure }] : []),
    ],
    rows: objectives.map((one) => [
      titleIn(one),
      weightIn(one),
      resultsIn(one),
      figureOr(one.degree, OUTCOME_WORDS[one.outcome]),
      ...(isTold ? [figureOr(one.brings, '–')] : []),
    ]),
    ...(isTold && {
      total: [
        `Totale, su ${decimalIn(outOf)}`,
        '',
        '',
        '',
        total === null ? 'Non tutto è deciso' : decimalIn(total),
      ],
    }),
    empty: 'Nessun obiettivo.',
  };
}

/** With what it counts for, where others left it their weight. */
const weightIn = ({ weight, counts }: RelazioneObjective): string | number =>
  counts == null || weight === null || counts === weight
    ? figureOr(weight, '–')
    : `${decimalIn(weight)} (conta ${decimalIn(counts)})`;

/** Each indicator with its result, marked where there are several; of one of structure, whose indicators stand by themselves, those with a result. */
function resultsIn({ indicators, evidence, shared }: RelazioneObjective): string {
  const measured = indicators.flatMap((one) => {
    if (one.result === null) return shared ? [] : [indicatorIn(one)];
    return [`${indicatorIn(one).replace(/(?<![.;:\s])[.;:\s]+$/, '')}. Risultato: ${one.result}`];
  });
  const listed = measured.length > 1 ? measured.map((one) => `• ${one}`) : measured;
  const proved = evidence.length === 0 ? [] : [`Riscontri: ${evidence.join(', ')}`];
  return [...listed, ...proved].join('\n') || '–';
}

const reasonTable = (
  objectives: readonly RelazioneObjective[],
  name: string,
  words: RelazioneWords,
): PrintedTable => ({
  caption: `${name}: perché il grado non è pieno`,
  columns: [
    { title: 'Obiettivo', share: 30, as: 'name' },
    { title: 'Grado %', share: 10, as: 'figure' },
    { title: 'Motivazione dello scostamento', share: 60 },
  ],
  rows: objectives.map((one) => [
    titleIn(one),
    figureOr(one.degree, OUTCOME_WORDS[one.outcome]),
    reasonCell(one, words),
  ]),
  empty: '',
});

/** Each reason with who gives it; under each, in the internal version, when, and whether it may be published. */
const reasonCell = (one: RelazioneObjective, words: RelazioneWords): string =>
  [one.reason, one.evaluatorReason]
    .flatMap((reason, at) => {
      const text = reasonsIn(one)[at];
      return text === undefined ? [] : [text, ...writtenBy(reason, words)];
    })
    .join('\n');

/** Internal version: who wrote it, and whether it may be published. */
function writtenBy(reason: RelazioneReason | null | undefined, words: RelazioneWords): readonly string[] {
  if (reason?.by === undefined || reason.on === undefined) return [];
  const { by, on, exOfficio, releasedOn } = reason;
  const released =
    releasedOn == null ? 'Non rilasciata dal RPCT' : `Rilasciata dal RPCT il ${numericDate(releasedOn)}`;
  const inStead = exOfficio === true ? ", d'ufficio" : '';
  return [`(${roleIn(by, words)}${inStead}, ${numericDate(on)}. ${released}.)`];
}
