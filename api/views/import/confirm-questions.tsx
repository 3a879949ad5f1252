/** What the confirmation asks beside the act: who answers for each sector, days of external terms, what is done already. */
import type { FC } from 'hono/jsx';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { AskedTerm, ConfirmPage } from '../../queries/confirm-page.js';
import { Input, Select, type Typed } from '../fields.js';

export const Owners: FC<{ readonly page: ConfirmPage; readonly typed: Typed }> = ({ page, typed }) => (
  <section class="tr-panel" aria-labelledby="responsabili">
    <h2 id="responsabili">Chi risponde</h2>
    <p class="tr-lead">
      Gli avvisi di ogni settore vanno a chi ricopre il ruolo. Se non lo ricopre nessuno, vanno al Segretario.
    </p>
    {page.sectors.map((sector) => (
      <fieldset class="tr-piece">
        <legend>{sector.name}</legend>
        <p class="tr-piece-said">
          {sector.printedOwner === null
            ? 'Il documento non stampa un responsabile.'
            : `Nel documento: ${sector.printedOwner}.`}
          {sector.holders.length === 0
            ? ' Oggi nessuno è responsabile di questo settore.'
            : ` Oggi è responsabile ${sector.holders.map(({ name }) => name).join(', ')}.`}
        </p>
        <div class="tr-row">
          <Select
            name={`owner-${sector.id}`}
            label="Risponde"
            typed={typed}
            required
            choices={[
              { value: 'head', text: `il responsabile di ${sector.name}` },
              { value: 'secretary', text: 'il Segretario' },
              { value: 'mayor', text: 'il Sindaco' },
            ]}
          />
          {sector.holders.length > 0 ? null : (
            <Select
              name={`person-${sector.id}`}
              label="Da oggi è responsabile"
              typed={typed}
              choices={[
                { value: '', text: 'nessuno, per ora' },
                ...page.people.map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
          )}
        </div>
      </fieldset>
    ))}
    <p class="tr-hint">
      Manca una persona? Si aggiunge in <a href="/persone">Persone e ruoli</a>: la bozza resta salvata.
    </p>
  </section>
);

export const AskedTerms: FC<{
  readonly page: ConfirmPage;
  readonly typed: Typed;
  readonly today: CivilDate;
}> = ({ page, typed, today }) => (
  <>
    {page.external.length === 0 ? null : (
      <section class="tr-panel" aria-labelledby="esterni">
        <h2 id="esterni">{`Termini fissati altrove (${page.external.length})`}</h2>
        <p class="tr-lead">
          Se conosci la data scrivila; se no lasciala vuota: resta «da definire» sul cruscotto.
        </p>
        {page.external.map((term) => (
          <Asked
            term={term}
            name={`external-${term.key}`}
            label={`Data del termine${anchorOf(term)}`}
            typed={typed}
          />
        ))}
      </section>
    )}
    {page.beforeStart.length === 0 ? null : (
      <section class="tr-panel" aria-labelledby="prima">
        <h2 id="prima">{`Termini anteriori all'avvio (${page.beforeStart.length})`}</h2>
        <p class="tr-lead">
          Scrivi il giorno in cui è stato concluso. Se lo lasci vuoto, si chiede una volta al responsabile se
          e quando.
        </p>
        {page.beforeStart.map((term) => (
          <Asked
            term={term}
            name={`done-${term.key}`}
            label={`Concluso il (il termine era ${dueOf(term)})`}
            typed={typed}
            max={today}
          />
        ))}
      </section>
    )}
  </>
);

const Asked: FC<{
  readonly term: AskedTerm;
  readonly name: string;
  readonly label: string;
  readonly typed: Typed;
  readonly max?: string;
}> = ({ term, name, label, typed, max }) => {
  const { subject } = term.planned;
  const title = subject.number === null ? subject.objective : `${subject.number} – ${subject.objective}`;
  return (
    <fieldset class="tr-piece">
      <legend>{title}</legend>
      <p class="tr-piece-said">
        {`${subject.sector}${subject.milestone === null ? '' : ` · «${subject.milestone}»`}`}
      </p>
      <Input name={name} label={label} type="date" typed={typed} {...(max === undefined ? {} : { max })} />
    </fieldset>
  );
};

const anchorOf = ({ planned }: AskedTerm): string =>
  planned.term.kind === 'external' && planned.term.anchor !== null ? ` (${planned.term.anchor})` : '';

const dueOf = ({ planned }: AskedTerm): string =>
  planned.term.kind === 'external' ? '' : italianDate(planned.term.due);
