/** *Trattieni*: shown to the Segretario between the warning and the notice to the Sindaco. */
import type { FC } from 'hono/jsx';
import type { ObligationPage } from '../../queries/obligation-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, TextArea, type Typed } from '../fields.js';

interface HoldBackProps {
  readonly viewer: Viewer;
  readonly page: ObligationPage;
  /** `null`: not sent yet. */
  readonly typed: Typed | null;
}

export const HoldBackForm: FC<HoldBackProps> = ({ viewer, page, typed }) => {
  const { obligation, record } = page.term;
  const values = typed ?? blank();
  const seen = <input type="hidden" name="visto" value={String(record.rowVersion)} />;
  return (
    <section class="tr-panel" aria-labelledby="trattieni">
      <h2 id="trattieni">Comunicazione al Sindaco</h2>
      <ErrorSummary typed={values} of="trattieni" />
      {obligation.heldBack ? (
        <>
          <p>
            La comunicazione è trattenuta: al Sindaco non parte nulla. Il Responsabile continua a ricevere i
            solleciti.
          </p>
          <CommandForm viewer={viewer} action={`/scadenze/${obligation.id}/lascia`}>
            {seen}
            <button type="submit" class="btn btn-outline-primary">
              Lascia partire
            </button>
          </CommandForm>
        </>
      ) : (
        <>
          <p>
            Se nessuno risponde, dopo otto giorni lavorativi dal termine la comunicazione va al Sindaco. Puoi
            trattenerla: il motivo resta nel registro.
          </p>
          <CommandForm viewer={viewer} action={`/scadenze/${obligation.id}/trattieni`}>
            {seen}
            <TextArea name="reason" of="trattieni" label="Motivo" typed={values} rows={3} required />
            <button type="submit" class="btn btn-outline-primary">
              Trattieni
            </button>
          </CommandForm>
        </>
      )}
    </section>
  );
};
