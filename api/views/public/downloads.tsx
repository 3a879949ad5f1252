/** The files of the package, each with its hash; licence and days of the open data. */
import type { FC } from 'hono/jsx';
import { INDEX_NAME } from '../../../documents/publication-order.js';
import type { PublicationIndex } from '../../../documents/publication-schema.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { Town } from '../../../store/towns/towns.js';
import type { YearOnLine } from '../../queries/public-year.js';
import { shortDate } from '../italian-time.js';
import { Table } from '../table.js';
import { Licence } from './licence.js';
import { publicPath } from './public-frame.js';

type File = PublicationIndex['files'][number];

export const Downloads: FC<{
  readonly town: Town;
  readonly year: YearOnLine;
  readonly index: PublicationIndex;
}> = ({ town, year, index }) => {
  const listed = year.package?.files.find(({ name }) => name === INDEX_NAME);
  const files: readonly File[] = [
    ...index.files.filter(({ name }) => name !== 'indice.html'),
    ...(listed === undefined
      ? []
      : [{ ...listed, what: 'Indice: titolo, licenza, date e impronta di ogni file (JSON)' }]),
  ];
  return (
    <section aria-labelledby="scarica">
      <h2 id="scarica">Documenti e dati aperti</h2>
      <p>
        {`Dati fissati il ${shortDate(index.snapshot.on as CivilDate)} (istantanea n. ${index.snapshot.number}), file preparati il ${shortDate(index.madeOn as CivilDate)}. Licenza: `}
        <Licence />
      </p>
      <Table
        caption={`Documenti e dati aperti ${year.year}`}
        columns={[
          {
            title: 'Documento',
            heading: true,
            cell: ({ name, what }: File) => <a href={publicPath(town, year.year, name)}>{what}</a>,
          },
          { title: 'Dimensione', numeric: true, cell: ({ bytes }) => `${Math.ceil(bytes / 1000)} kB` },
          { title: 'Impronta (SHA-256)', cell: ({ sha256 }) => <code class="tr-hash">{sha256}</code> },
        ]}
        rows={files}
        empty=""
      />
      <p class="tr-hint">
        Chi vuole può controllare che i file siano quelli validati: con le impronte qui sopra, o con il
        programma libero Traguardo (comando <code>verify</code>), che confronta il JSON con i dati
        dell’istantanea: <code class="tr-hash">{index.snapshot.facts}</code>
      </p>
    </section>
  );
};
