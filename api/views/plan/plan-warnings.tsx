/** What lint says of a plan that is being imported. */
import type { FC } from 'hono/jsx';
import type { LintWarning } from '../../../domain/plan/plan-document.js';
import { LINT_TITLES } from '../words.js';

interface WarningsProps {
  readonly warnings: readonly LintWarning[];
  /** Which version they are of, where a page has several. */
  readonly of?: number;
}

/** Grouped by what they are about; each with its place. */
export const PlanWarnings: FC<WarningsProps> = ({ warnings, of }) => {
  const id = of === undefined ? 'avvertenze' : `avvertenze-${of}`;
  const title = `Avvertenze (${warnings.length})`;
  if (warnings.length === 0) return <p class="tr-empty">Nessuna avvertenza.</p>;
  const codes = [...new Set(warnings.map(({ code }) => code))];
  return (
    <section class="tr-panel tr-panel-alert" aria-labelledby={id}>
      <h2 id={id}>{of === undefined ? title : `${title} della versione ${of}`}</h2>
      <p class="tr-lead">
        Il piano si registra così come è stato deliberato. Le avvertenze dicono che cosa conviene guardare
        prima di confermare.
      </p>
      {codes.map((code) => {
        const own = warnings.filter((warning) => warning.code === code);
        return (
          <details class="tr-details" open={own.length <= 3}>
            <summary>{`${Object.hasOwn(LINT_TITLES, code) ? LINT_TITLES[code] : code} (${own.length})`}</summary>
            <ul class="tr-lines">
              {own.map(({ message, where }) => (
                <li>
                  {message}
                  <span class="tr-due-note">{whereInWords(where)}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
};

const whereInWords = ({ sector, number, title, line }: LintWarning['where']): string =>
  [
    sector ?? '',
    number == null ? '' : `n. ${number}`,
    title ?? '',
    line === undefined ? '' : `riga ${line} del documento`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
