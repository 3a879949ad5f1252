/** The checklist of a review: each criterion with its norm, its conclusion and the form for it. */
import type { FC } from 'hono/jsx';
import { type Criterion, citedOnPaper } from '../../../domain/review/criteria.js';
import { ConclusionForm, ConclusionSaid } from './review-conclusion.js';
import type { ReviewProps } from './review-props.js';

export const Checklist: FC<ReviewProps> = (props) => {
  const { page } = props;
  return (
    <section aria-labelledby="criteri">
      <h2 id="criteri">Criteri di validazione</h2>
      <ol class="tr-lines">
        {page.criteria.criteria.map(({ key, text, norm, verified }) => {
          const stands = page.conclusions.find(({ criterion }) => criterion === key) ?? null;
          return (
            <li id={`criterio-${key}`}>
              <strong>{text}</strong>
              {norm === '' ? null : (
                <span class="tr-due-note">{`${norm}${doubtOf({ norm, verified })}`}</span>
              )}
              <ConclusionSaid viewer={props.viewer} about={{ criterion: key }} stands={stands} />
              <ConclusionForm
                {...props}
                about={{ criterion: key }}
                named={text}
                stands={stands}
                mayConclude={page.may.work}
              />
            </li>
          );
        })}
      </ol>
      {page.may.criteria ? (
        <p>
          <a href="/istruttoria/criteri">Cambia l'elenco dei criteri</a>
        </p>
      ) : null}
    </section>
  );
};

/** What is to be checked, and whether papers to sign cite it all the same. */
const doubtOf = (cited: Pick<Criterion, 'norm' | 'verified'>): string => {
  if (cited.verified) return '';
  return citedOnPaper(cited) === ''
    ? ' (citazione da verificare: le carte da firmare non la riportano)'
    : ' (citazione non verificata)';
};
