/** Indicators and terms of a line as fields. */
import type { Child } from 'hono/jsx';
import { type LineContent, VALUE_LIMIT } from '../../domain/cycle/submission-line.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { italianDate } from '../../mail/italian-dates.js';
import type { LineShown } from '../queries/submission-page.js';
import { Input, type Typed } from './fields.js';
import { targetInWords } from './submission-read.js';

interface PartsProps {
  readonly at: string;
  readonly line: LineShown;
  readonly content: LineContent;
  readonly typed: Typed;
}

/** Fields of parts: their values are the content's, whatever place they have there. */
export const Indicators = ({ at, line, content, typed }: PartsProps): Child => (
  <>
    <input type="hidden" name={`${at}.indicators`} value={String(line.asked.indicators.length)} />
    {line.asked.indicators.map((indicator, place) => {
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
            {...(indicator.target === null ? {} : { inputmode: 'decimal' as const })}
            hint={targetInWords(indicator)}
            required
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

/** Terms that are still open: the day on which each was concluded. */
export const Terms = ({
  at,
  line,
  content,
  typed,
  today,
}: PartsProps & { readonly today: CivilDate }): Child => {
  const open = line.asked.milestones.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <>
      <input type="hidden" name={`${at}.milestones`} value={String(open.length)} />
      {open.map(({ obligation, phrase, due, reason, forecast }, place) => {
        const name = `${at}.milestones[${place}]`;
        const doneOn = content.milestones.find((one) => one.obligation === obligation)?.doneOn ?? '';
        const said =
          reason === null
            ? ''
            : ` Hai risposto: «${reason}»${forecast === null ? '' : `, conclusione prevista ${italianDate(forecast)}`}.`;
        return (
          <div class="tr-term-asked">
            <input type="hidden" name={`${name}.obligation`} value={obligation} />
            <Input
              name={`${name}.doneOn`}
              type="date"
              max={today}
              label={`Fase ${phrase === null ? "dell'anno" : `«${phrase}»`}: conclusa il`}
              hint={`${due === null ? 'Termine esterno da definire.' : `Entro ${italianDate(due)}.`}${said} Lascia vuoto se è ancora aperta.`}
              typed={{ ...typed, values: { [`${name}.doneOn`]: doneOn } }}
            />
          </div>
        );
      })}
    </>
  );
};
