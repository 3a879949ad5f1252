/** *Variazioni*: what changed in the plan of a year, act by act, as the Relazione lists it; corrections apart. */
import type { FC } from 'hono/jsx';
import type { ObjectiveChange } from '../../../domain/plan/objective-change.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { copyShown } from '../../queries/signed-copies.js';
import type { ListedVariation, VariationsPage } from '../../queries/variations.js';
import type { Viewer } from '../../viewer.js';
import { Changes } from '../evaluation/measures.js';
import { CommandForm, ErrorSummary, Input, type Typed } from '../fields.js';
import { nameOf } from '../import/draft-parts.js';
import { shortDate, shortMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { CopyLine } from '../signed/copy-line.js';
import { Table } from '../table.js';
import { actCited } from '../words.js';
import { CHANGE_KINDS, detailSentence, flagSentence, worthInWords } from './change-words.js';

interface VariationsProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: VariationsPage;
  readonly mayChange: boolean;
  readonly typed: Typed;
}

export const VariationsView: FC<VariationsProps> = ({ frame, viewer, page, mayChange, typed }) => {
  const { year, years, variations } = page;
  const [acts, corrections] = (['variation', 'correction'] as const).map((kind) =>
    variations.filter((one) => one.kind === kind),
  );
  return (
    <Page
      frame={frame}
      title={`Variazioni del piano ${year}`}
      subtitle="Che cosa è cambiato, con quale atto e da quando."
      back={{ href: `/piano?anno=${year}`, text: 'Il piano' }}
    >
      <ErrorSummary typed={typed} />
      {years.length < 2 ? null : (
        <nav class="tr-years" aria-label="Anno del piano">
          {years.map((one) => (
            <a href={`/piano/variazioni?anno=${one}`} {...(one === year ? { 'aria-current': 'page' } : {})}>
              {String(one)}
            </a>
          ))}
        </nav>
      )}
      <p class="tr-actions">
        {mayChange && page.isOpen ? (
          <a class="btn btn-primary" href={`/piano/variazione?anno=${year}`}>
            Cambia il piano
          </a>
        ) : null}
        <a class="btn btn-outline-primary" href={`/piano/variazioni.csv?anno=${year}`}>
          Scarica in CSV
        </a>
      </p>
      {acts?.length === 0 ? (
        <p class="tr-empty">Nessuna variazione: vale il piano com'è stato approvato.</p>
      ) : null}
      {acts?.map((one) => (
        <Variation one={one} viewer={viewer} copies={page.copies} />
      ))}
      {corrections === undefined || corrections.length === 0 ? null : (
        <section aria-labelledby="correzioni">
          <h2 id="correzioni">Correzioni di errore materiale</h2>
          <p class="tr-lead">Senza atto: non sono variazioni.</p>
          {corrections.map((one) => (
            <Variation one={one} viewer={viewer} copies={page.copies} />
          ))}
        </section>
      )}
      <Changes viewer={viewer} changes={page.measures} title="Come si misurano gli obiettivi" />
      {mayChange ? <LateDay viewer={viewer} year={year} typed={typed} /> : null}
    </Page>
  );
};

interface VariationProps {
  readonly one: ListedVariation;
  readonly viewer: Viewer;
  readonly copies: VariationsPage['copies'];
}

const Variation: FC<VariationProps> = ({ one, viewer, copies }) => {
  const { kind, ordinal, act, effectiveFrom, reason, flags, changes } = one;
  const id = `${kind}-${ordinal}`;
  const title =
    kind === 'variation'
      ? `Variazione n. ${ordinal} (${actCited(act)})`
      : `Correzione n. ${ordinal} del ${shortDate(effectiveFrom)}`;
  return (
    <section class="tr-panel" aria-labelledby={id}>
      {kind === 'variation' ? <h2 id={id}>{title}</h2> : <h3 id={id}>{title}</h3>}
      <ul class="tr-lines">
        {kind === 'variation' ? <li>{`Decorrenza: ${italianDate(effectiveFrom)}.`}</li> : null}
        {act.subject === '' ? null : <li>{`Oggetto: ${act.subject}`}</li>}
        {act.protocolNumber === null ? null : (
          <li>{`Protocollo n. ${act.protocolNumber}${act.protocolOn === null ? '' : ` del ${shortDate(act.protocolOn)}`}.`}</li>
        )}
        <li>{`${kind === 'variation' ? 'Motivo' : 'Errore'}: ${reason === '' ? 'non indicato' : reason}`}</li>
        <li>
          {`Confermata ${shortMoment(one.confirmedAt, viewer.town.clock.zone)}${one.confirmedBy === null ? '' : ` da ${one.confirmedBy}`}.`}
        </li>
        {flags.map((flag) => (
          <li>
            <span class="tr-badge tr-badge-due-soon">Segnata</span> {flagSentence(flag)}
          </li>
        ))}
      </ul>
      {one.actId === null ? null : (
        <CopyLine shown={copyShown(copies, viewer, { kind: 'act', of: one.actId })} named={actCited(act)} />
      )}
      <Table
        caption={`Che cosa cambia con la ${title}`}
        columns={[
          { title: 'Settore', cell: ({ sector }: ObjectiveChange) => sector },
          { title: 'Obiettivo', heading: true, cell: (change) => <Named change={change} /> },
          { title: 'Prima → dopo', cell: (change) => <Details change={change} /> },
        ]}
        rows={changes}
        empty="Nessuna differenza."
      />
    </section>
  );
};

const Named: FC<{ readonly change: ObjectiveChange }> = ({ change }) =>
  change.objective === null ? (
    nameOf(change)
  ) : (
    <a href={`/obiettivi/${change.objective}`}>{nameOf(change)}</a>
  );

const Details: FC<{ readonly change: ObjectiveChange }> = ({ change }) =>
  change.change === 'changed' ? (
    <ul class="tr-lines">
      {change.details.map((detail) => (
        <li>{detailSentence(detail)}</li>
      ))}
    </ul>
  ) : (
    `${CHANGE_KINDS[change.change]} (${worthInWords(change)})`
  );

/** The setting: after which day of the year a variation is marked. */
const LateDay: FC<{ readonly viewer: Viewer; readonly year: number; readonly typed: Typed }> = ({
  viewer,
  year,
  typed,
}) => (
  <details class="tr-details" open={typed.problems.length > 0}>
    <summary>Da quando una variazione è tardiva</summary>
    <CommandForm viewer={viewer} action="/piano/variazioni/giorno">
      <input type="hidden" name="anno" value={String(year)} />
      <p class="tr-hint">
        Una variazione con un atto successivo a questo giorno si registra lo stesso e resta segnata. Di solito
        il 15 dicembre.
      </p>
      <div class="tr-row">
        <Input name="giorno" label="Giorno" typed={typed} inputmode="numeric" autocomplete="off" required />
        <Input
          name="mese"
          label="Mese (da 1 a 12)"
          typed={typed}
          inputmode="numeric"
          autocomplete="off"
          required
        />
      </div>
      <button type="submit" class="btn btn-outline-primary btn-sm">
        Salva il giorno
      </button>
    </CommandForm>
  </details>
);
