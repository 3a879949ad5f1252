/** The pieces that pages of a draft share: steps, what is missing, warnings with what to do. */
import type { FC } from 'hono/jsx';
import { type DraftObjective, type DraftPlan, findObjective } from '../../../domain/plan/draft/draft-plan.js';
import { LINT_ADVICE } from '../../../domain/plan/lint-advice.js';
import type { LintWarning, PlanDocument } from '../../../domain/plan/plan-document.js';
import { counted } from '../../../mail/italian-numbers.js';
import { type DraftPage, type Missing, missingOf } from '../../queries/draft-page.js';
import { decimalIn } from '../obligations/objective-values.js';
import { LINT_TITLES } from '../words.js';

export const draftPath = (page: Pick<DraftPage, 'draft'>): string => `/importa/${page.draft.id}`;
export const objectivePath = (page: Pick<DraftPage, 'draft'>, id: string): string =>
  `${draftPath(page)}/obiettivi/${id}`;

/** The way through an import; the step one is at is said to screen readers too. */
export const Steps: FC<{ readonly page: DraftPage; readonly at: 'check' | 'confirm' }> = ({ page, at }) => (
  <ol class="tr-steps" aria-label={page.base === null ? "Passi dell'importazione" : 'Passi della modifica'}>
    <li>
      <a href={draftPath(page)} {...(at === 'check' ? { 'aria-current': 'step' } : {})}>
        {page.base === null ? '1. Controlla e correggi' : '1. Modifica il piano'}
      </a>
    </li>
    <li>
      <a href={`${draftPath(page)}/conferma`} {...(at === 'confirm' ? { 'aria-current': 'step' } : {})}>
        {STEP_TWO[page.draft.changes?.kind ?? 'import']}
      </a>
    </li>
  </ol>
);

const STEP_TWO = {
  import: "2. Conferma con l'atto",
  variation: "2. Anteprima e conferma con l'atto",
  correction: '2. Anteprima e conferma',
};

/** What a draft is called: of a file, or of the plan in force. */
export const draftTitle = ({ draft }: Pick<DraftPage, 'draft'>): string => {
  const { year } = draft.plan.document;
  if (draft.changes === null) return `Piano ${year}: controlla e correggi`;
  return draft.changes.kind === 'variation'
    ? `Variazione del piano ${year}`
    : `Piano ${year}: correzione di errore materiale`;
};

/** Where it comes from. */
export const draftOrigin = ({ draft }: Pick<DraftPage, 'draft'>): string =>
  draft.changes === null ? `Bozza da ${draft.fileName}` : 'Bozza a partire dal piano in vigore';

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
  /** The draft as it began, where that is the plan in force. */
  readonly base?: DraftPlan;
}> = ({ objective, document, warnings, base }) => {
  if (objective.discarded)
    return <span class="tr-badge tr-badge-waived">{base === undefined ? 'scartato' : 'tolto'}</span>;
  if (base !== undefined) {
    const mark = changeMark(base, objective);
    if (mark !== null) return <span class="tr-badge tr-badge-due-soon">{mark}</span>;
  }
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

/** What the draft does with an objective of the plan in force; `null`: nothing. */
function changeMark(base: DraftPlan, objective: DraftObjective): string | null {
  const was = findObjective(base, objective.id)?.objective;
  if (was === undefined) return 'aggiunto';
  return objective.rev > 0 && JSON.stringify({ ...was, rev: 0 }) !== JSON.stringify({ ...objective, rev: 0 })
    ? 'modificato'
    : null;
}

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
