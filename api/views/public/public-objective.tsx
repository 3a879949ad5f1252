/** One objective of one sector as everybody reads it. */
import type { FC } from 'hono/jsx';
import type { RelazioneObjective } from '../../../domain/relazione/relazione-objective.js';
import { decimalIn, reasonsIn, targetIn } from '../../../domain/relazione/relazione-words.js';
import { titleIn } from '../../../domain/relazione/title-in.js';
import { resultIn, termLines } from './public-words.js';

interface ObjectiveProps {
  readonly objective: RelazioneObjective;
  /** Only what was planned is told. */
  readonly isPlan: boolean;
}

export const Objective: FC<ObjectiveProps> = ({ objective, isPlan }) => {
  const { weight, shared, indicators, phases } = objective;
  const reason = isPlan ? [] : whyIn(objective);
  const measured = indicators.filter(({ result }) => !isPlan && result !== null);
  return (
    <article class={isPlan ? 'tr-public-objective' : `tr-public-objective tr-tone-${toneOf(objective)}`}>
      <h3>{titleIn(objective)}</h3>
      {shared ? <p class="tr-hint">Obiettivo comune a più settori</p> : null}
      <dl>
        {isPlan ? null : (
          <div>
            <dt>Risultato</dt>
            <dd>
              <strong>{resultIn(objective)}</strong>
              <Bar degree={objective.degree} />
            </dd>
          </div>
        )}
        {reason.length === 0 ? null : (
          <div>
            <dt>Motivazione</dt>
            {reason.map((words) => (
              <dd class="tr-said">{words}</dd>
            ))}
          </div>
        )}
        <div>
          <dt>Termine previsto</dt>
          <dd>
            <ul>
              {termLines(phases, isPlan).map(({ phrase, due, outcome }) => (
                <li>
                  {outcome === null ? due : `${due}: ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}`}
                  {phrase === null ? null : <span class="tr-hint">{` «${phrase}»`}</span>}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        {indicators.length === 0 ? null : (
          <div>
            <dt>Come si misura</dt>
            <dd>
              <ul>
                {indicators.map(({ text, target, result }) => (
                  <li>
                    {text}
                    {target === null ? '' : ` – valore atteso: ${targetIn(target)}`}
                    {measured.length > 0 && result !== null ? (
                      <>
                        {' – '}
                        <strong>{`risultato: ${result}`}</strong>
                      </>
                    ) : null}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {weight === null ? null : (
          <div>
            <dt>Peso</dt>
            <dd>{decimalIn(weight)}</dd>
          </div>
        )}
      </dl>
    </article>
  );
};

/** Where the result says it all there is nothing to add. */
const whyIn = (objective: RelazioneObjective): readonly string[] =>
  objective.outcome === 'degree' || objective.reason !== null || objective.reasonWithheld
    ? reasonsIn(objective).filter((words) => words !== '')
    : [];

/** Beside the words, never in their stead. */
function toneOf({ outcome, degree }: RelazioneObjective): 'good' | 'soon' | 'late' | 'none' {
  if (outcome !== 'degree') return 'none';
  if (degree === '100') return 'good';
  return degree === '0' ? 'late' : 'soon';
}

/** The same as the words beside it. */
const Bar: FC<{ readonly degree: string | null }> = ({ degree }) =>
  degree === null ? null : (
    <svg class="tr-public-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="tr-bar-all" width="100" height="6" />
      <rect class="tr-bar-reached" width={degree} height="6" />
    </svg>
  );
