/** A Relazione in short: how many objectives went how, the totals where they are told; then the objectives of structure. */
import {
  type PrintedBlock,
  type PrintedSection,
  said,
  tabled,
} from '../printed-document/printed-document.js';
import type { Relazione, StructureObjective } from './relazione.js';
import { decimalIn, figureOr, OUTCOME_WORDS } from './relazione-words.js';
import { titleIn } from './title-in.js';

export function summarySection({ summary, sectors, words }: Relazione): PrintedSection {
  const { objectives, structure, full, partial, none, notAssessable, open } = summary;
  const facts: readonly (readonly [string, string])[] = [
    ['Obiettivi', structure === 0 ? String(objectives) : `${objectives}, di cui ${structure} di struttura`],
    ['Raggiunti in pieno', String(full)],
    ['Raggiunti in parte', String(partial)],
    ['Non raggiunti', String(none)],
    ...(notAssessable === 0 ? [] : [['Non valutabili (peso ridistribuito)', String(notAssessable)] as const]),
    ...(open === 0 ? [] : [['Con un grado ancora da decidere', String(open)] as const]),
  ];
  const told = sectors.filter(({ total }) => total !== undefined);
  const totals: readonly PrintedBlock[] =
    told.length === 0
      ? []
      : [
          tabled({
            caption: `Risultato di ogni ${words.sector.toLowerCase()}`,
            columns: [
              { title: words.sector, share: 60, as: 'name' },
              { title: 'Punti', share: 20, as: 'figure' },
              { title: 'Su', share: 20, as: 'figure' },
            ],
            rows: told.map(({ name, total, outOf }) => [
              ...[name, total == null ? 'Non tutto è deciso' : decimalIn(total), decimalIn(outOf)],
            ]),
            empty: '',
          }),
        ];
  return { heading: 'In sintesi', blocks: [{ kind: 'facts', facts }, ...totals] };
}

/** An objective that counts for several sectors, told once. */
export const structureSection = (one: StructureObjective, sectorWord: string): PrintedSection => ({
  heading: titleIn(one),
  blocks: [
    ...(one.indicators.length === 0
      ? []
      : [said('Si misura da:'), { kind: 'list', items: one.indicators } as const]),
    tabled({
      caption: `${one.number === null ? one.title : `Obiettivo di struttura ${one.number}`}: grado di raggiungimento`,
      columns: [
        { title: sectorWord, share: 60, as: 'name' },
        { title: 'Peso', share: 20, as: 'figure' },
        { title: 'Grado %', share: 20, as: 'figure' },
      ],
      rows: one.sectors.map(({ sector, weight, degree, outcome }) => [
        ...[sector, figureOr(weight, '–'), figureOr(degree, OUTCOME_WORDS[outcome])],
      ]),
      empty: '',
    }),
  ],
});
