/** What a shared Nucleo has to review, over its towns: the years it may work on, the nearest term first. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { EnteredAccount } from '../../account.js';
import type { YearToReview } from '../../queries/town-reviews.js';
import type { TownLine } from '../../queries/towns-board.js';
import { Table } from '../table.js';
import { Enter } from './enter-town.js';

interface ReviewsProps {
  readonly account: EnteredAccount;
  readonly lines: readonly TownLine[];
}

/** Nothing for whoever evaluates nowhere. */
export const TownReviews: FC<ReviewsProps> = ({ account, lines }) => {
  if (!lines.some(({ viewer }) => viewer.roles.some(({ role }) => role === 'oiv'))) return null;
  const rows = lines
    .flatMap((line) => line.reviews.map((review) => ({ line, review })))
    .sort((a, b) => (termOf(a.review) < termOf(b.review) ? -1 : 1));
  return (
    <section aria-labelledby="istruttorie">
      <h2 id="istruttorie">Istruttorie da fare</h2>
      <Table
        caption="Anni da istruire in ogni Comune, il termine più vicino per primo"
        columns={[
          {
            title: 'Comune e anno',
            heading: true,
            cell: ({ line, review }) => (
              <>
                {`${line.viewer.town.name}, ${review.year}`}
                {review.round === 1 ? null : (
                  <span class="tr-due-note">{`${review.round}ª istruttoria`}</span>
                )}
              </>
            ),
          },
          { title: 'Validazione', cell: ({ line, review }) => <Term line={line} review={review} /> },
          {
            title: 'Obiettivi esaminati',
            numeric: true,
            cell: ({ review }) => `${review.concluded} di ${review.objectives}`,
          },
          {
            title: 'Domande',
            cell: ({ review: { answered, waiting } }) =>
              answered + waiting === 0
                ? 'nessuna aperta'
                : [
                    ...(answered === 0
                      ? []
                      : [counted(answered, 'risposta da esaminare', 'risposte da esaminare')]),
                    ...(waiting === 0 ? [] : [`${waiting} in attesa`]),
                  ].join(', '),
          },
          {
            title: 'Conflitti',
            cell: ({ review }) =>
              review.toDeclare ? (
                <span class="tr-badge tr-badge-late">da dichiarare</span>
              ) : (
                'nessuno da dichiarare'
              ),
          },
          {
            title: 'Vai',
            cell: ({ line, review }) => (
              <Enter account={account} line={line} place="/istruttoria" year={review.year} />
            ),
          },
        ]}
        rows={rows}
        empty="Non c'è nessun anno da istruire: un anno si apre il 1° gennaio successivo, o quando la Relazione è trasmessa."
      />
    </section>
  );
};

const LAST = '9999-12-31';
const termOf = ({ due }: YearToReview): string => due ?? LAST;

const Term: FC<{ readonly line: TownLine; readonly review: YearToReview }> = ({ line, review }) => {
  if (review.due === null) return <>Relazione non ancora trasmessa</>;
  return (
    <>
      {`entro ${italianDate(review.due)}`}
      {review.due < line.viewer.today ? <span class="tr-badge tr-badge-late">termine passato</span> : null}
    </>
  );
};
