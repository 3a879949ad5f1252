/** *Avvisi da consegnare*: one sheet a person and day, made to be printed, and where its hand-over is recorded. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { PaperMail } from '../../../store/notices/paper-mails.js';
import type { RecordView } from '../../queries/obligation-view.js';
import type { PaperMailView, PaperPage } from '../../queries/paper-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Input, type Typed } from '../fields.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { Due, placeOf, StandingBadge, Subject } from './obligation-parts.js';
import { SHEET_ASKS, sheetCaption, sheetLead } from './paper-words.js';

interface PaperProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: PaperPage;
  /** What was typed for one mail, and refused. */
  readonly refused: { readonly mail: string; readonly typed: Typed } | null;
}

/** Where the sheets are as a PDF. */
export const SHEETS_PLACE = '/avvisi/da-consegnare/fogli';

export const PaperPageView: FC<PaperProps> = ({ frame, viewer, page, refused }) => (
  <Page
    frame={frame}
    title="Avvisi da consegnare"
    subtitle={`${viewer.town.name} – ${italianDate(page.today)}`}
    back={{ href: '/cruscotto', text: 'Cruscotto' }}
  >
    <p class="tr-no-print">
      {page.open.length === 0
        ? 'Non ci sono avvisi da consegnare a mano.'
        : `${counted(page.open.length, 'foglio', 'fogli')} per chi non ha una casella di posta, o ce l'ha sospesa. Stampa i fogli, consegnali e registra quando e da chi ognuno è stato consegnato.`}
    </p>
    {page.open.length === 0 ? null : (
      <p class="tr-no-print">
        <a class="btn btn-primary" href={SHEETS_PLACE} download>
          {page.open.length === 1 ? 'Scarica il foglio (PDF)' : 'Scarica i fogli (PDF, uno a persona)'}
        </a>
      </p>
    )}
    {page.open.map((one) => (
      <Sheet viewer={viewer} one={one} typed={refused?.mail === one.mail.digest ? refused.typed : null} />
    ))}
    {page.handed.length === 0 ? null : (
      <section aria-labelledby="consegnati" class="tr-no-print">
        <h2 id="consegnati">Consegnati a mano</h2>
        <Table
          caption="Avvisi consegnati a mano, gli ultimi per primi"
          columns={[
            { title: 'A chi', heading: true, cell: ({ personName }) => personName },
            { title: 'Avvisi di', cell: ({ day }) => italianDate(day) },
            { title: 'Consegnati', cell: ({ handedOver }) => handedInWords(handedOver) },
          ]}
          rows={page.handed}
          empty=""
        />
      </section>
    )}
  </Page>
);

const handedInWords = (handed: PaperMail['handedOver']): string =>
  handed === null ? '' : `${italianDate(handed.on)}, da ${handed.by}`;

const Sheet: FC<{ readonly viewer: Viewer; readonly one: PaperMailView; readonly typed: Typed | null }> = ({
  viewer,
  one: { mail, lines },
  typed,
}) => {
  const id = `foglio-${mail.digest}`;
  const values = typed ?? blank({ on: viewer.today, by: viewer.person.name });
  return (
    <section aria-labelledby={id} class="tr-panel tr-sheet">
      <h2 id={id}>{mail.personName}</h2>
      <p>{sheetLead(viewer.town.name, mail, townWords(viewer.town))}</p>
      <Table
        caption={sheetCaption(mail)}
        columns={[
          {
            title: 'Che cosa',
            heading: true,
            cell: ({ obligation }: RecordView) => (
              <Subject subject={obligation.subject} href={placeOf(obligation)} />
            ),
          },
          { title: 'Entro il', cell: (view) => <Due view={view} /> },
          { title: 'Stato', cell: ({ standing }) => <StandingBadge code={standing.code} /> },
        ]}
        rows={lines}
        empty="Nessuna scadenza."
      />
      <p>{SHEET_ASKS}</p>
      <p class="tr-signatures">
        <span>Ricevuto il: ____________</span>
        <span>Firma: ______________________</span>
      </p>
      <div class="tr-no-print">
        <h3>{`Consegnato a mano a ${mail.personName}`}</h3>
        <ErrorSummary typed={values} of={mail.digest} />
        <CommandForm viewer={viewer} action={`/avvisi/${mail.digest}/consegnato`} class="tr-form tr-row">
          <Input
            name="on"
            of={mail.digest}
            label="Giorno"
            type="date"
            typed={values}
            min={mail.day}
            max={viewer.today}
            required
          />
          <Input name="by" of={mail.digest} label="Consegnato da" typed={values} required />
          <button type="submit" class="btn btn-primary">
            Registra la consegna
          </button>
        </CommandForm>
      </div>
    </section>
  );
};
