/** The indicators of one objective in a self-evaluation, as fields. */
import type { Child } from 'hono/jsx';
import type { SheetLine } from '../../domain/cycle/self-evaluation-line.js';
import { VALUE_LIMIT } from '../../domain/cycle/submission-line.js';
import type { MeasuredObjective } from '../../store/measured-objectives.js';
import { Input, type Typed } from './fields.js';
import { targetInWords } from './submission-read.js';

interface PartsProps {
  readonly at: string;
  readonly objective: MeasuredObjective;
  readonly content: SheetLine;
  readonly typed: Typed;
}

/** Those in words alone are listed and may stay empty. */
export const SheetIndicators = ({ at, objective, content, typed }: PartsProps): Child => (
  <>
    <input type="hidden" name={`${at}.indicators`} value={String(objective.indicators.length)} />
    {objective.indicators.map((indicator, place) => {
      const said = content.indicators.find((one) => one.indicator === indicator.id);
      const name = `${at}.indicators[${place}]`;
      const values = { [`${name}.value`]: (said?.value ?? '').slice(0, VALUE_LIMIT * 2) };
      return (
        <div class="tr-indicator">
          <input type="hidden" name={`${name}.indicator`} value={indicator.id} />
          <Input
            name={`${name}.value`}
            label={`Indicatore: ${indicator.text}`}
            typed={{ ...typed, values }}
            hint={hintOf(indicator)}
            required={indicator.definition !== null}
          />
          <div class="tr-check">
            <input
              type="checkbox"
              id={`${name}.waiting`}
              name={`${name}.waiting`}
              value="si"
              checked={said?.waiting === true}
            />
            <label for={`${name}.waiting`}>In attesa del dato</label>
          </div>
        </div>
      );
    })}
  </>
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
