/** The first step of an import: choose the file; what is wrong with it is listed with place and value. */
import type { FC } from 'hono/jsx';
import type { PlanProblem } from '../../documents/plan-json.js';
import type { PlanDraft } from '../../store/plan-drafts.js';
import type { Viewer } from '../viewer.js';
import { blank, CommandForm, FileInput } from './fields.js';
import type { Frame } from './frame.js';
import { shortMoment } from './italian-time.js';
import { Page } from './page.js';
import { Table } from './table.js';

interface ImportProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly drafts: readonly Omit<PlanDraft, 'plan'>[];
  /** `null`: nothing was sent yet. */
  readonly problems: readonly PlanProblem[] | null;
}

export const ImportView: FC<ImportProps> = ({ frame, viewer, drafts, problems }) => (
  <Page frame={frame} title="Importa piano" subtitle="Prima si guarda, poi si conferma con il suo atto.">
    {problems === null ? null : <Problems problems={problems} />}
    <section class="tr-panel" aria-labelledby="scegli">
      <h2 id="scegli">Scegli il file</h2>
      <CommandForm viewer={viewer} action="/importa" files>
        <FileInput
          name="file"
          label="Piano in formato JSON"
          typed={blank()}
          accept=".json,application/json"
          hint="Il file prodotto dal compilatore dei piani, fino a 5 MB. Nulla parte prima della conferma."
          required
        />
        <button type="submit" class="btn btn-primary">
          Leggi il piano
        </button>
      </CommandForm>
    </section>
    {drafts.length === 0 ? null : (
      <section aria-labelledby="bozze">
        <h2 id="bozze">Bozze da confermare</h2>
        <Table
          caption="Piani letti e non ancora confermati"
          columns={[
            {
              title: 'File',
              heading: true,
              cell: ({ id, fileName }) => <a href={`/importa/${id}`}>{fileName}</a>,
            },
            { title: 'Caricato', cell: ({ uploadedAt }) => shortMoment(uploadedAt, viewer.town.clock.zone) },
          ]}
          rows={drafts}
          empty=""
        />
      </section>
    )}
  </Page>
);

const Problems: FC<{ readonly problems: readonly PlanProblem[] }> = ({ problems }) => (
  <div class="tr-flash tr-flash-wrong" role="alert">
    <p>
      <strong>Il piano non si può leggere. Non è stato registrato nulla.</strong>
    </p>
    <ul>
      {problems.map(({ message }) => (
        <li>{message}</li>
      ))}
    </ul>
  </div>
);
