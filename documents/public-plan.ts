/** The plan of a year as open data, for everybody, while its Relazione is not validated: nothing of how it went. */
import type { Relazione, RelazioneVariation } from '../domain/relazione/relazione.js';
import type { RelazioneObjective, RelazionePhase } from '../domain/relazione/relazione-objective.js';
import { dayIn, decimalIn, indicatorIn, phaseIn } from '../domain/relazione/relazione-words.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { csvTable } from './csv-table.js';

export const PUBLIC_PLAN_FORMAT = 'traguardo.public-plan/1';

export interface PublicPlan {
  /** Made of planned facts alone, in the version for publication. */
  readonly relazione: Relazione;
  readonly approvedOn: CivilDate;
  /** "G.C. n. 12 del 28/2/2023"; `null`: not known. */
  readonly act: string | null;
}

export type PlanFile = 'csv' | 'json';

/** `piano-2023.csv`. */
export const planFileName = (year: number, format: PlanFile): string => `piano-${year}.${format}`;

/** UTF-8. CSV: an objective of a sector a line. The same plan gives the same bytes. */
export function publicPlanFile(plan: PublicPlan, format: PlanFile): Uint8Array<ArrayBuffer> {
  const text = format === 'csv' ? planRows(plan.relazione) : `${JSON.stringify(planJson(plan), null, 2)}\n`;
  return new TextEncoder().encode(text);
}

/** When an act last changed it; `null`: none did. */
export const lastChangedOn = (variations: readonly RelazioneVariation[]): CivilDate | null =>
  variations
    .map(({ effectiveFrom }) => effectiveFrom)
    .toSorted()
    .at(-1) ?? null;

const planRows = ({ words, sectors }: Relazione): string =>
  csvTable(
    [
      ...[words.sector, 'Numero', 'Obiettivo', 'Obiettivo di struttura', 'Peso'],
      ...['Indicatori e valori attesi', 'Termini'],
    ],
    sectors.flatMap(({ name, objectives }) =>
      objectives.map(({ number, title, shared, weight, indicators, phases }) => [
        ...[name, number ?? '', title, shared ? 'sì' : 'no', decimalIn(weight)],
        ...[indicators.map(indicatorIn).join('\n'), phases.map(termOf).join('\n')],
      ]),
    ),
  );

function termOf(phase: RelazionePhase): string {
  const day = phase.due === null ? 'termine fissato da altri' : dayIn(phase.due);
  const waived = phase.state === 'waived' ? ` (${phaseIn(phase).toLowerCase()})` : '';
  return `${phase.phrase ?? 'termine implicito'}: ${day}${waived}`;
}

const planJson = ({ relazione, approvedOn, act }: PublicPlan) => ({
  format: PUBLIC_PLAN_FORMAT,
  title: `Obiettivi ${relazione.year} – ${relazione.town.name}`,
  licence: 'CC-BY-4.0',
  town: relazione.town,
  year: relazione.year,
  ...{ approvedOn, approvedBy: act, changedOn: lastChangedOn(relazione.variations) },
  sectors: relazione.sectors.map(({ name, objectives }) => ({
    name,
    objectives: objectives.map(objectiveOf),
  })),
  variations: relazione.variations,
});

const objectiveOf = ({ number, title, shared, weight, indicators, phases }: RelazioneObjective) => ({
  ...{ number, title, shared, weight },
  indicators: indicators.map(({ text, target }) => ({ text, target })),
  terms: phases.map(({ phrase, term, due, recurs, state }) => ({
    ...{ phrase, term, due, recurs, waived: state === 'waived' },
  })),
});
