/** The index of a package as a page: for whoever puts the files on the site. */
import { type PrintedDocument, said, tabled } from '../domain/printed-document/printed-document.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { longDate, numericDate } from '../domain/time/italian-date.js';
import type { PublicationIndex } from './publication-schema.js';

export const publicationDocument = (index: PublicationIndex): PrintedDocument => ({
  title: `${index.title}: che cosa pubblicare`,
  subtitle: `${index.town.name}. Pacchetto preparato ${longDate(index.madeOn as CivilDate)}.`,
  footer: `${index.town.name} – ${index.title} – Pacchetto per la pubblicazione`,
  across: false,
  contents: false,
  lead: [
    {
      kind: 'facts',
      facts: [
        ['Dove', index.section.join(' > ')],
        ['Istantanea', `n. ${index.snapshot.number} del ${numericDate(index.snapshot.on as CivilDate)}`],
        ['Impronta dei dati (SHA-256)', index.snapshot.facts],
        [
          'Impronta dei dati per la pubblicazione, senza motivazioni e totali (SHA-256)',
          index.snapshot.publication,
        ],
      ],
    },
  ],
  sections: [
    { heading: 'Testo per la pagina', blocks: index.text.map((paragraph) => said(paragraph)) },
    {
      heading: 'File',
      blocks: [
        tabled({
          caption: 'File da pubblicare, con la loro impronta',
          columns: [
            { title: 'File', share: 30, as: 'name' },
            { title: 'Che cos’è', share: 30 },
            { title: 'Impronta (SHA-256)', share: 40 },
          ],
          rows: index.files.map(({ name, what, sha256 }) => [name, what, sha256]),
          empty: '',
        }),
        said(
          'Restano in linea cinque anni dal 1° gennaio dell’anno che segue la pubblicazione, leggibili dai motori di ricerca (d.lgs. 33/2013 artt. 7-bis e 8).',
        ),
      ],
    },
  ],
});
