/** What closes a form that filters a page: its button, and the way back to the whole list. */
import type { FC } from 'hono/jsx';

interface FilterButtonsProps {
  readonly button: string;
  /** Absent or `null`: nothing is filtered. */
  readonly whole?: { readonly href: string; readonly text?: string } | null;
}

/** The way back is called *Togli i filtri* unless said. */
export const FilterButtons: FC<FilterButtonsProps> = ({ button, whole = null }) => (
  <div class="tr-filter-buttons">
    <button type="submit" class="btn btn-primary btn-sm">
      {button}
    </button>
    {whole === null ? null : <a href={whole.href}>{whole.text ?? 'Togli i filtri'}</a>}
  </div>
);
