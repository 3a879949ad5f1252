/** The papers of a review: drafts to take away, and what came back of them, round by round. */
import type { FC } from 'hono/jsx';
import type { RoundPaper } from '../../../domain/cycle/signed-paper.js';
import type { KeptRound } from '../../../store/review/review.js';
import { copyShown } from '../../queries/signed-copies.js';
import { CopyLine } from '../signed/copy-line.js';
import { ROUND_PAPER_NAMES } from '../signed/signed-words.js';
import type { ReviewProps } from './review-props.js';

/** As the address of its draft calls it. */
const DRAFTS = [
  ['validazione', 'validation'],
  ['relazione', 'report'],
  ['verbale', 'minutes'],
] as const satisfies readonly (readonly [string, RoundPaper])[];

export const ReviewPapers: FC<ReviewProps> = (props) => {
  const { page } = props;
  const documents = `/istruttoria/${page.cycle.year}/documenti`;
  const earlier = page.rounds.filter(({ number }) => number !== page.round.number);
  return (
    <>
      <section aria-labelledby="bozze">
        <h2 id="bozze">Documenti da firmare</h2>
        <p class="tr-hint">
          Bozze con quanto è registrato fin qui: si completano, si firmano e si protocollano fuori di qui. Il
          file firmato torna qui con il suo protocollo.
        </p>
        <ul class="tr-lines">
          {DRAFTS.map(([name, paper]) => (
            <li>
              <Formats at={`${documents}/${name}`} named={ROUND_PAPER_NAMES[paper]} />
              <Copy {...props} round={page.round} paper={paper} />
            </li>
          ))}
        </ul>
        {earlier.map((round) => (
          <>
            {DRAFTS.filter(([, paper]) => hasCopy(props, round, paper)).map(([, paper]) => (
              <Copy {...props} round={round} paper={paper} isNamed />
            ))}
          </>
        ))}
      </section>
      <section aria-labelledby="carte">
        <h2 id="carte">Carte di lavoro</h2>
        <p class="tr-hint">
          Obiettivo per obiettivo: previsto, dichiarato, risultato, termini, documenti, storia, domande,
          appunti condivisi e conclusioni. Gli appunti privati non ci sono mai.
        </p>
        <p>
          <Formats at={`${documents}/carte`} named="Carte di lavoro" />
        </p>
      </section>
    </>
  );
};

const Formats: FC<{ readonly at: string; readonly named: string }> = ({ at, named }) => (
  <>
    {`${named}: `}
    <a href={`${at}.docx`}>
      Word<span class="visually-hidden">{`, ${named}`}</span>
    </a>
    {', '}
    <a href={`${at}.pdf`}>
      PDF<span class="visually-hidden">{`, ${named}`}</span>
    </a>
  </>
);

interface CopyProps extends ReviewProps {
  readonly round: KeptRound;
  readonly paper: RoundPaper;
  readonly isNamed?: boolean;
}

const hasCopy = ({ page }: ReviewProps, { duty }: KeptRound, paper: RoundPaper): boolean =>
  page.copies.some((one) => one.paper.kind === paper && one.paper.of === duty);

const Copy: FC<CopyProps> = ({ viewer, page, round, paper, isNamed = false }) => {
  if (round.duty === null) return null;
  const name = `${ROUND_PAPER_NAMES[paper]}${page.rounds.length === 1 ? '' : ` (${round.number}ª trasmissione)`}`;
  const shown = copyShown(page.copies, viewer, { kind: paper, of: round.duty });
  return <CopyLine shown={shown} named={name} isNamed={isNamed} />;
};
