/** What the evaluators observed of the year before, where this year's work is looked at. */
import type { FC } from 'hono/jsx';
import type { Observed as Observations } from '../../../domain/review/reminders.js';
import { italianDate } from '../../../mail/italian-dates.js';

/** What is to be better this year; nothing where nothing was observed. */
export const Observed: FC<{ readonly observed: Observations | null }> = ({ observed }) =>
  observed === null ? null : (
    <section class="tr-panel" aria-labelledby="osservazioni">
      <h2 id="osservazioni">{`Osservazioni da riprendere dal ${observed.year}`}</h2>
      <p class="tr-hint">{`Scritte con la validazione, ${italianDate(observed.on)}: da tenere presenti in questo ciclo.`}</p>
      <ul class="tr-lines">
        {observed.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
