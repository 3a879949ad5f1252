/** The indicators of one objective in a self-evaluation, as fields. */
import type { Child } from 'hono/jsx';
import type { SheetLine } from '../../../domain/cycle/self-evaluation-line.js';
import type { MeasuredObjective } from '../../../store/measurement/measured-objectives.js';
import type { Typed } from '../fields.js';
import { IndicatorFields } from '../indicator-fields.js';
import { targetInWords } from '../monitoring/submission-read.js';

interface PartsProps {
  readonly at: string;
  readonly objective: MeasuredObjective;
  readonly content: SheetLine;
  readonly typed: Typed;
}

/** Those in words alone are listed and may stay empty. */
export const SheetIndicators = ({ at, objective, content, typed }: PartsProps): Child => (
  <IndicatorFields
    at={at}
    typed={typed}
    indicators={objective.indicators.map((indicator) => ({
      ...{ id: indicator.id, text: indicator.text, hint: hintOf(indicator), isNumber: false },
      said: content.indicators.find((one) => one.indicator === indicator.id),
      required: indicator.definition !== null,
    }))}
  />
);

function hintOf(indicator: MeasuredObjective['indicators'][number]): string {
  const target = targetInWords(indicator);
  if (indicator.definition === null) return `${target} Descritto a parole: non entra nel calcolo.`;
  const words = {
    ...{ number: target, percentage: target, count: target },
    ratio: `${target} Scrivi quanti su quanti, per esempio 38 su 40.`,
    date: 'Scrivi il giorno, per esempio 31/12/2023.',
    'yes-no': 'Scrivi sì o no.',
  };
  return words[indicator.definition.kind];
}
