/** The register's entries as a table. */
import type { FC } from 'hono/jsx';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { RegisterEntry } from '../../../store/register/register.js';
import { italianMoment } from '../italian-time.js';
import { Table } from '../table.js';
import { entryInWords, textOf, textsCited } from './register-words.js';

interface RegisterProps {
  readonly entries: readonly RegisterEntry[];
  readonly texts: ReadonlyMap<string, string>;
  readonly erased: ReadonlyMap<string, CivilDate>;
  /** Words of the term an entry is about. */
  readonly phrase: (obligation: string | null) => string;
  readonly zone: string;
}

export const RegisterTable: FC<RegisterProps> = ({ entries, texts, erased, phrase, zone }) => (
  <Table
    caption="Registro degli avvisi"
    columns={[
      { title: 'N.', numeric: true, cell: ({ seq }) => String(seq) },
      { title: 'Quando', cell: ({ body }) => italianMoment(body.at, zone) },
      {
        title: 'Che cosa',
        heading: true,
        cell: ({ body }) => (
          <>
            {entryInWords(body)}
            <span class="tr-due-note">{phrase(textOf(body['obligation']))}</span>
            {textsCited(body).map((hash) => (
              <span class="tr-phrase">{saidOr(texts.get(hash), erased.get(hash))}</span>
            ))}
          </>
        ),
      },
      { title: 'Impronta', cell: ({ hash }) => <span class="tr-hash">{hash}</span> },
    ]}
    rows={entries}
    empty="Il registro è vuoto."
  />
);

const saidOr = (said: string | undefined, erased: CivilDate | undefined): string => {
  if (said !== undefined) return `«${said}»`;
  return erased === undefined ? '' : `testo cancellato il ${italianDate(erased)}`;
};
