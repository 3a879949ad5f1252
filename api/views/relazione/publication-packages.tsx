/** The packages for *Amministrazione trasparente* with their hashes. */
import type { FC } from 'hono/jsx';
import { SECTION } from '../../../documents/publication-order.js';
import type { KeptPackage } from '../../../store/relazione/publication.js';
import { blank, CommandForm, ErrorSummary } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import { Table } from '../table.js';
import type { PublicationProps } from './publication-props.js';

export const Packages: FC<PublicationProps> = ({ viewer, page, sent }) => {
  const { cycle, packages, publishable } = page;
  return (
    <section class="tr-panel" aria-labelledby="pacchetto">
      <h2 id="pacchetto">Pacchetto per Amministrazione trasparente</h2>
      <p>{`Va in «${SECTION.join(' > ')}». Contiene la versione per la pubblicazione in tutti i formati e un indice con il testo della pagina e l’impronta di ogni file.`}</p>
      <Table
        caption={`Pacchetti della Relazione ${cycle.year}`}
        columns={[
          {
            title: 'Pacchetto',
            heading: true,
            cell: ({ number }: KeptPackage) => (
              <a href={`/relazione/${cycle.year}/pacchetti/${number}`}>{`n. ${number} (ZIP)`}</a>
            ),
          },
          {
            title: 'Preparato',
            cell: ({ madeAt, madeBy }) =>
              `${shortMoment(madeAt, viewer.town.clock.zone)}${madeBy === null ? '' : `, ${madeBy}`}`,
          },
          {
            title: 'Da',
            cell: ({ snapshotNumber, publishesTotals }) =>
              `Istantanea n. ${snapshotNumber}, ${publishesTotals ? 'con i totali' : 'senza totali'}`,
          },
          {
            title: 'Impronte (SHA-256)',
            cell: ({ zipSha256, files }) => (
              <details class="tr-details">
                <summary>{`${files.length} file`}</summary>
                <ul class="tr-lines">
                  <li>
                    ZIP: <code>{zipSha256}</code>
                  </li>
                  {files.map(({ name, sha256 }) => (
                    <li>
                      {name}: <code>{sha256}</code>
                    </li>
                  ))}
                </ul>
              </details>
            ),
          },
        ]}
        rows={packages}
        empty="Nessun pacchetto ancora preparato."
      />
      {page.mayPack ? (
        <CommandForm viewer={viewer} action={`/relazione/${cycle.year}/pacchetto`}>
          <ErrorSummary typed={sent?.form === 'pacchetto' ? sent.typed : blank()} of="pacchetto" />
          <button type="submit" class="btn btn-primary">
            {packages.length === 0 ? 'Prepara il pacchetto' : 'Prepara un nuovo pacchetto'}
          </button>
        </CommandForm>
      ) : publishable !== null && publishable.validated === null ? (
        <p class="tr-hint">Si prepara dopo la validazione.</p>
      ) : null}
    </section>
  );
};
