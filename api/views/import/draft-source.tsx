/** The lines of the document, those of the objective lit. Each has an anchor, `#riga-12`. */
import type { FC } from 'hono/jsx';
import type { DraftObjective } from '../../../domain/plan/draft/draft-plan.js';
import type { SourceLine } from '../../../domain/reading/source/source-document.js';
import type { ImportDraft } from '../../../store/plan/import-drafts.js';

/** Lines shown before the objective's first, so that its heading is in sight without scrolling. */
const BEFORE = 4;
/** Lines on one page; the others are a link away. */
const SHOWN = 250;

export interface SourceWindow {
  /** 1-based, inclusive. */
  readonly from: number;
  readonly to: number;
}

/** What to show: around the objective, or from the line asked for. */
export function windowOf(
  lines: readonly SourceLine[],
  objective: Pick<DraftObjective, 'sourceLines' | 'milestones'>,
  asked: number | null,
): SourceWindow {
  const read = objective.sourceLines?.[0] ?? objective.milestones.find((one) => one.sourceLine)?.sourceLine;
  const start = Math.max(1, Math.min(asked ?? (read ?? 1) - BEFORE, lines.length));
  return { from: start, to: Math.min(lines.length, start + SHOWN - 1) };
}

interface SourceProps {
  readonly draft: Pick<ImportDraft, 'id' | 'fileName' | 'mediaType' | 'lines'>;
  readonly objective: Pick<DraftObjective, 'sourceLines' | 'milestones'>;
  readonly window: SourceWindow;
  /** Path of the page, for the way to other lines. */
  readonly path: string;
}

export const DraftSource: FC<SourceProps> = ({ draft, objective, window, path }) => {
  const { from, to } = window;
  const [first, last] = objective.sourceLines ?? [0, 0];
  const terms = new Set(objective.milestones.map(({ sourceLine }) => sourceLine ?? 0));
  const shown = draft.lines.slice(from - 1, to);
  return (
    <section class="tr-source" aria-labelledby="testo">
      <h2 id="testo">Testo del documento</h2>
      <p class="tr-hint">
        {first === 0
          ? 'Questo obiettivo non ha righe nel documento.'
          : `Letto dalle righe ${first}–${last}, evidenziate. Sottolineate quelle delle date.`}{' '}
        <a href={`/importa/${draft.id}/file`}>Scarica il file originale</a>
      </p>
      <section class="tr-source-lines" tabindex={0} aria-label="Righe del documento" data-righe>
        {from === 1 ? null : (
          <a class="tr-source-more" href={`${path}?da=${Math.max(1, from - SHOWN)}#riga-${from - 1}`}>
            Righe precedenti
          </a>
        )}
        <ol start={from}>
          {shown.map(({ text, page }, index) => {
            const line = from + index;
            const isFirst = index === 0 || shown[index - 1]?.page !== page;
            const lit = line >= first && line <= last && first > 0;
            return (
              <li id={`riga-${line}`} class={classOf(lit, terms.has(line))}>
                {isFirst ? <span class="tr-source-page">{pageName(draft.mediaType, page)}</span> : null}
                <span class="tr-source-number" aria-hidden="true">
                  {String(line)}
                </span>
                {lit ? <mark>{text === '' ? ' ' : text}</mark> : text}
              </li>
            );
          })}
        </ol>
        {to >= draft.lines.length ? null : (
          <a class="tr-source-more" href={`${path}?da=${to + 1}#riga-${to + 1}`}>
            Righe successive
          </a>
        )}
      </section>
    </section>
  );
};

const classOf = (lit: boolean, term: boolean): string =>
  [lit ? 'tr-lit' : '', term ? 'tr-term' : ''].filter((name) => name !== '').join(' ');

const pageName = (mediaType: string, page: number): string =>
  `${mediaType.includes('spreadsheet') ? 'Foglio' : 'Pagina'} ${page}`;
