/** The register's entries in words; kinds that this program does not know are shown by their code. */
import type { FC } from 'hono/jsx';
import { isRung } from '../../domain/obligations/ladder.js';
import { parseCivilDate } from '../../domain/time/civil-date.js';
import { italianDate } from '../../mail/italian-dates.js';
import type { RegisterBody, RegisterEntry } from '../../store/register.js';
import { italianMoment } from './italian-time.js';
import { Table } from './table.js';
import { RUNGS_IN_WORDS } from './words.js';

interface RegisterProps {
  readonly entries: readonly RegisterEntry[];
  readonly texts: ReadonlyMap<string, string>;
  /** Words of the term an entry is about. */
  readonly phrase: (obligation: string | null) => string;
  readonly zone: string;
}

export const RegisterTable: FC<RegisterProps> = ({ entries, texts, phrase, zone }) => (
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
            {inWords(body)}
            <span class="tr-due-note">{phrase(textOf(body['obligation']))}</span>
            {saidIn(body, texts).map((said) => (
              <span class="tr-phrase">{`«${said}»`}</span>
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

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const saidIn = (body: RegisterBody, texts: ReadonlyMap<string, string>): readonly string[] =>
  [body['note'], body['reason']].flatMap((hash) => (typeof hash === 'string' ? (texts.get(hash) ?? []) : []));

/** How a delivery ended, in the words of a mail server's answers. */
const ANSWERS: Readonly<Record<string, string>> = {
  accepted: 'accettato dal server di posta',
  permanent: 'rifiutato dal server di posta',
  'given-up': 'non spedito',
};

function inWords(body: RegisterBody): string {
  const day = (name: string): string => {
    const date = parseCivilDate(textOf(body[name]) ?? '');
    return date === null ? '' : ` ${italianDate(date)}`;
  };
  switch (body.kind) {
    case 'notice': {
      const rung = textOf(body['rung']) ?? '';
      return `Avviso: ${isRung(rung) ? RUNGS_IN_WORDS[rung] : rung}`;
    }
    case 'delivery':
      return `Messaggio ${ANSWERS[textOf(body['answer']) ?? ''] ?? 'consegnato'}`;
    case 'completed':
      return `Dichiarata conclusa il${day('doneOn')}`;
    case 'reopened':
      return 'Riaperta';
    case 'term-known':
      return `Data del termine indicata:${day('due')}`;
    case 'held-back':
      return 'Comunicazione al Sindaco trattenuta';
    case 'let-go':
      return 'Comunicazione al Sindaco lasciata partire';
    case 'evidence-added':
      return 'Documento aggiunto';
    case 'stood':
      return STOOD[textOf(body['stood']) ?? ''] ?? 'Come stava la mattina dopo il termine';
    default:
      return body.kind;
  }
}

/** What the register notes by itself on the morning after a due date. */
const STOOD: Readonly<Record<string, string>> = {
  concluded: 'La mattina dopo il termine risultava conclusa',
  explained: 'La mattina dopo il termine il ritardo risultava motivato',
  'no-answer': 'La mattina dopo il termine non risultava alcun riscontro',
};
