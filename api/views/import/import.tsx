/** The first step of an import: choose the file; what is wrong with it is said in words. Drafts wait below. */
import type { FC } from 'hono/jsx';
import type { PlanProblem } from '../../../documents/plan-json.js';
import type { ImportSummary } from '../../../store/plan/import-drafts.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, FileInput, Input } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';

interface ImportProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly drafts: readonly ImportSummary[];
  /** Drafts that were put away. */
  readonly putAway: readonly ImportSummary[];
  /** `null`: nothing was sent yet. */
  readonly problems: readonly PlanProblem[] | null;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ACCEPTED = [
  '.pdf,.docx,.xlsx,.txt,.json',
  'application/pdf,text/plain,application/json',
  `${OFFICE}.wordprocessingml.document,${OFFICE}.spreadsheetml.sheet`,
].join(',');

export const ImportView: FC<ImportProps> = ({ frame, viewer, drafts, putAway, problems }) => (
  <Page frame={frame} title="Importa piano" subtitle="Prima si guarda, poi si conferma con il suo atto.">
    {problems === null ? null : <Problems problems={problems} />}
    <section class="tr-panel" aria-labelledby="scegli">
      <h2 id="scegli">Scegli il file</h2>
      <CommandForm viewer={viewer} action="/importa" files>
        <FileInput
          name="file"
          label="Allegato con gli obiettivi, com'è stato deliberato"
          typed={blank()}
          accept={ACCEPTED}
          hint="PDF con testo, Word (.docx), Excel (.xlsx), testo, oppure JSON; fino a 20 MB. Nulla parte prima della conferma."
          required
        />
        <Input
          name="year"
          label="Anno degli obiettivi"
          typed={blank()}
          hint="Serve solo se il documento non lo dice."
          autocomplete="off"
        />
        <button type="submit" class="btn btn-primary">
          Leggi il piano
        </button>
      </CommandForm>
    </section>
    {drafts.length === 0 ? null : (
      <section aria-labelledby="bozze">
        <h2 id="bozze">Bozze</h2>
        <p class="tr-lead">
          Le correzioni restano salvate: puoi riprendere da qui, anche da un altro computer.
        </p>
        <Table
          caption="Piani letti e non ancora confermati"
          columns={[
            {
              title: 'File',
              heading: true,
              cell: ({ id, fileName, changes, year }) => (
                <a href={`/importa/${id}`}>
                  {changes === null ? fileName : `${CHANGES[changes.kind]} ${year}`}
                </a>
              ),
            },
            { title: 'Anno', cell: ({ year }) => String(year) },
            {
              title: 'Caricato',
              cell: ({ uploadedAt, uploadedBy }) => moment(uploadedAt, uploadedBy, viewer),
            },
            {
              title: 'Ultima correzione',
              cell: ({ changedAt, changedBy }) =>
                changedAt === null ? 'nessuna' : moment(changedAt, changedBy, viewer),
            },
          ]}
          rows={drafts}
          empty=""
        />
      </section>
    )}
    {putAway.length === 0 ? null : (
      <details class="tr-details">
        <summary>{`Bozze scartate (${putAway.length})`}</summary>
        <Table
          caption="Bozze scartate"
          columns={[
            {
              title: 'File',
              heading: true,
              cell: ({ fileName, changes, year }) =>
                changes === null ? fileName : `${CHANGES[changes.kind]} ${year}`,
            },
            { title: 'Anno', cell: ({ year }) => String(year) },
            { title: 'Scartata', cell: ({ closedAt }) => moment(closedAt, null, viewer) },
            {
              title: 'Che cosa fare',
              cell: ({ id, fileName }) => (
                <CommandForm viewer={viewer} action={`/importa/${id}/riprendi`} class="tr-inline-form">
                  <button type="submit" class="btn btn-outline-primary btn-sm">
                    Riprendi<span class="visually-hidden">{` ${fileName}`}</span>
                  </button>
                </CommandForm>
              ),
            },
          ]}
          rows={putAway}
          empty=""
        />
      </details>
    )}
  </Page>
);

/** Of drafts that began from the plan in force. */
const CHANGES = { variation: 'Variazione del piano', correction: 'Correzione del piano' };

const moment = (at: ImportSummary['closedAt'], by: string | null, viewer: Viewer): string =>
  at === null ? '' : `${shortMoment(at, viewer.town.clock.zone)}${by === null ? '' : `, ${by}`}`;

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
