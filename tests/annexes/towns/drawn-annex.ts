/** A whole annex drawn by chance: content, style and format, for trying the compiler on what nobody tuned it on. */
import type { AnnexFormat, TownDescription } from '../description.js';
import { chanceOf } from '../random.js';
import type { AnnexLayout } from '../style.js';
import { type DrawnWeights, drawnStyle } from './drawn-style.js';
import { drawnTown } from './drawn-town.js';

const LAYOUTS: readonly AnnexLayout[] = [
  'table',
  'table',
  'table',
  'cards',
  'cards',
  'narrative',
  'months',
  'report',
];
const WEIGHTS: readonly DrawnWeights[] = ['points', 'points', 'points', 'points', 'multiplier', 'none'];
const TITLES = [
  'PIANO DELLA PERFORMANCE',
  'PIANO DEGLI OBIETTIVI',
  'PEG – OBIETTIVI DI GESTIONE',
  'PIAO – Sottosezione 2.2 Performance',
];
const NAMES = [
  'Borgo Selvino',
  'Castel Merlengo',
  'Fonte Nera',
  'Val Brenzola',
  'Pieve Oltremonte',
  'Rocca Sestola',
];

/** The annex of a seed, in one format; the same at every call. */
export function drawnAnnex(seed: number): { readonly town: TownDescription; readonly format: AnnexFormat } {
  const chance = chanceOf(seed);
  const layout = chance.one(LAYOUTS);
  const report = layout === 'report';
  const weights = report ? 'points' : chance.one(WEIGHTS);
  const when = layout === 'months' ? 'marks' : layout === 'table' || report ? 'times' : 'phases';
  const year = 2023 + chance.below(5);
  const body = `Comune di ${chance.one(NAMES)}`;
  const number = 2 + chance.below(90);
  const day = report ? `${year + 1}-05-14` : `${year}-02-${11 + chance.below(15)}`;
  const printedDay = day.split('-').reverse().join('/');
  const style = drawnStyle(chance, { layout, weights, when, body, year });
  const title = report ? 'RELAZIONE SULLA PERFORMANCE' : chance.one(TITLES);
  const format = chance.one(formatsOf(layout));
  const town = drawnTown(
    {
      id: `drawn-${seed}`,
      body,
      kind: report ? 'report' : 'plan',
      year,
      act: `G.C. n. ${number} del ${printedDay}`,
      actDate: day,
      actLine: `Allegato alla deliberazione G.C. n. ${number} del ${printedDay}`,
      title: [title, `ANNO ${year}`],
      weights,
      style,
      formats: { [format]: {} },
    },
    {
      seed: seed + 1,
      sectors: 3 + chance.below(3),
      objectives: 3 + chance.below(4),
      when,
      running: chance.below(2) === 0,
      shared: layout === 'months' ? 0 : chance.one([0, 0, 1, 2, 3]),
    },
  );
  return { town, format };
}

/** Columns of months and many columns cannot be read once they flow; nobody could tell them apart. */
const formatsOf = (layout: AnnexLayout): readonly AnnexFormat[] =>
  layout === 'cards' || layout === 'narrative'
    ? ['docx', 'pdf', 'xlsx', 'text', 'text-aligned']
    : ['docx', 'pdf', 'pdf', 'xlsx', 'text-aligned'];
