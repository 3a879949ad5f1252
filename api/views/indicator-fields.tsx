/** The indicators of an objective as fields of a page that is compiled. */
import type { Child } from 'hono/jsx';
import { VALUE_LIMIT } from '../../domain/cycle/submission-line.js';
import { Input, type Typed } from './fields.js';

/** One of them, with its value as said so far. */
export interface IndicatorAsked {
  readonly id: string;
  readonly text: string;
  readonly said: { readonly value: string; readonly waiting: boolean } | undefined;
  readonly hint: string;
  /** A number is expected: which keys a telephone offers. */
  readonly isNumber: boolean;
  readonly required: boolean;
}

/** `at`: the path of the line. Values are what was said, whatever place they have there. */
export const IndicatorFields = ({
  at,
  indicators,
  typed,
}: {
  readonly at: string;
  readonly indicators: readonly IndicatorAsked[];
  readonly typed: Typed;
}): Child => (
  <>
    <input type="hidden" name={`${at}.indicators`} value={String(indicators.length)} />
    {indicators.map(({ id, text, said, hint, isNumber, required }, place) => {
      const name = `${at}.indicators[${place}]`;
      const values = { [`${name}.value`]: (said?.value ?? '').slice(0, VALUE_LIMIT * 2) };
      return (
        <div class="tr-indicator">
          <input type="hidden" name={`${name}.indicator`} value={id} />
          <Input
            name={`${name}.value`}
            label={`Indicatore: ${text}`}
            typed={{ ...typed, values }}
            {...(isNumber ? { inputmode: 'decimal' as const } : {})}
            hint={hint}
            required={required}
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
