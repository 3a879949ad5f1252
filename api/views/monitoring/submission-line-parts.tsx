/** Indicators and terms of a line as fields. */
import type { Child } from 'hono/jsx';
import type { LineContent } from '../../../domain/cycle/submission-line.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { LineShown } from '../../queries/submission-page.js';
import { Input, type Typed } from '../fields.js';
import { IndicatorFields } from '../indicator-fields.js';
import { targetInWords } from './submission-read.js';

interface PartsProps {
  readonly at: string;
  readonly line: LineShown;
  readonly content: LineContent;
  readonly typed: Typed;
}

/** All of them are asked for. */
export const Indicators = ({ at, line, content, typed }: PartsProps): Child => (
  <IndicatorFields
    at={at}
    typed={typed}
    indicators={line.asked.indicators.map((indicator) => ({
      ...{ id: indicator.id, text: indicator.text, hint: targetInWords(indicator) },
      said: content.indicators.find((one) => one.indicator === indicator.id),
      ...{ isNumber: indicator.target !== null, required: true },
    }))}
  />
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
