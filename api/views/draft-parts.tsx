/** The pieces that pages of a draft share: steps, what is missing, warnings with what to do. */
import type { FC } from 'hono/jsx';
import type { DraftObjective } from '../../domain/plan/draft/draft-plan.js';
import { LINT_ADVICE } from '../../domain/plan/lint-advice.js';
import type { LintWarning, PlanDocument } from '../../domain/plan/plan-document.js';
import { counted } from '../../mail/italian-numbers.js';
import { type DraftPage, type Missing, missingOf } from '../queries/draft-page.js';
import { decimalIn } from './objective-values.js';
import { LINT_TITLES } from './words.js';

export const draftPath = (page: Pick<DraftPage, 'draft'>): string => `/importa/${page.draft.id}`;
export const objectivePath = (page: Pick<DraftPage, 'draft'>, id: string): string =>
  `${draftPath(page)}/obiettivi/${id}`;

/** The way through an import; the step one is at is said to screen readers too. */
export const Steps: FC<{ readonly page: DraftPage; readonly at: 'check' | 'confirm' }> = ({ page, at }) => (
  <ol class="tr-steps" aria-label="Passi dell'importazione">
    <li>
      <a href={draftPath(page)} {...(at === 'check' ? { 'aria-current': 'step' } : {})}>
        1. Controlla e correggi
      </a>
    </li>
    <li>
      <a href={`${draftPath(page)}/conferma`} {...(at === 'confirm' ? { 'aria-current': 'step' } : {})}>
        2. Conferma con l'atto
      </a>
    </li>
  </ol>
);

const MISSING: Readonly<Record<Missing, string>> = {
  weight: 'manca il peso',
  indicator: 'manca un indicatore',
  term: 'manca una data',
};

export const MissingMark: FC<{ readonly what: Missing }> = ({ what }) => (
  <span class="tr-badge tr-badge-missing">{MISSING[what]}</span>
);

/** What is missing, how many warnings, put aside, added: the words beside an objective in a list. */
export const Marks: FC<{
  readonly objective: DraftObjective;
  readonly document: PlanDocument['document'];
  readonly warnings: readonly LintWarning[];
}> = ({ objective, document, warnings }) => {
  if (objective.discarded) return <span class="tr-badge tr-badge-waived">scartato</span>;
  const missing = missingOf(objective, document);
  const others = warnings.filter(({ code }) => code !== 'missing-weight' && code !== 'undated-objective');
  const isSerious = others.some(({ code }) => LINT_ADVICE[code]?.severity === 'serious');
  if (missing.length === 0 && others.length === 0) return <span class="tr-none">in ordine</span>;
  return (
    <>
      {missing.map((what) => (
        <>
          <MissingMark what={what} />{' '}
        </>
      ))}
      {others.length === 0 ? null : (
        <span class={`tr-badge tr-badge-${isSerious ? 'late' : 'due-soon'}`}>
          {counted(others.length, 'avvertenza', 'avvertenze')}
        </span>
      )}
    </>
  );
};

/** Each with why it matters and what to do; a code of another program says only its message. */
export const WarningList: FC<{ readonly warnings: readonly LintWarning[]; readonly title: string }> = ({
  warnings,
  title,
}) =>
  warnings.length === 0 ? null : (
    <div class="tr-warnings">
      <p class="tr-warnings-title">{title}</p>
      <ul class="tr-lines">
        {warnings.map(({ code, message }) => {
          const advice = Object.hasOwn(LINT_ADVICE, code) ? LINT_ADVICE[code] : null;
          return (
            <li>
              <strong>{Object.hasOwn(LINT_TITLES, code) ? LINT_TITLES[code] : code}</strong>
              {`: ${message}.`}
              {advice === null ? null : (
                <span class="tr-due-note">
                  {`${advice.why} ${advice.remedy}${advice.norm === undefined ? '' : ` (${advice.norm})`}`}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );

/** "12,5", or that it is missing. */
export const weightIn = ({ weight }: DraftObjective): string => (weight === null ? '–' : decimalIn(weight));

/** "3 – TITOLO", as printed. */
export const nameOf = ({ number, title }: Pick<DraftObjective, 'number' | 'title'>): string =>
  number === null || number.trim() === '' ? title : `${number} – ${title}`;
