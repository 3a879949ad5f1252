/** Whether the totals of sectors are published: by default they are not. */
import type { FC } from 'hono/jsx';
import { blank, CheckBox, CommandForm } from '../fields.js';
import type { PublicationProps } from './publication-props.js';

export const Totals: FC<PublicationProps> = ({ viewer, page }) => (
  <section class="tr-panel" aria-labelledby="totali">
    <h2 id="totali">Totali dei settori</h2>
    <p>
      {page.publishesTotals
        ? 'Oggi totali e punti dei settori si pubblicano.'
        : 'Oggi totali e punti dei settori non si pubblicano.'}
    </p>
    {page.mayRelease ? (
      <CommandForm viewer={viewer} action={`/relazione/${page.cycle.year}/totali`}>
        <CheckBox
          name="totals"
          label="Pubblica i totali dei settori"
          hint="Dove un settore ha un solo responsabile il totale è quasi un giudizio su una persona. Vale per ogni anno."
          typed={blank({ totals: page.publishesTotals ? 'si' : '' })}
        />
        <button type="submit" class="btn btn-outline-primary">
          Registra la scelta
        </button>
      </CommandForm>
    ) : null}
  </section>
);
