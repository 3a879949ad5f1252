/** Parts of a mail to come, as boards and the *prova generale* list them. */
import type { FC } from 'hono/jsx';
import type { SummaryFacts } from '../../../domain/obligations/digest.js';
import type { Rung } from '../../../domain/obligations/ladder.js';
import { counted } from '../../../mail/italian-numbers.js';
import { RUNGS_IN_WORDS } from '../words.js';

/** Which notice it is. */
export const RungBadge: FC<{ readonly rung: Rung }> = ({ rung }) => (
  <span class={`tr-badge tr-rung-${rung}`}>{RUNGS_IN_WORDS[rung]}</span>
);

/** The weekly summary in one line of the list; nothing where the mail has none. */
export const SummaryLine: FC<{ readonly summary: SummaryFacts | null }> = ({ summary }) =>
  summary === null ? null : (
    <li>
      <span class="tr-badge tr-badge-plain">Riepilogo settimanale</span>
      {` ${counted(summary.late.length, 'scadenza oltre il termine', 'scadenze oltre il termine')}, ${counted(summary.external.length, 'termine da definire', 'termini da definire')}`}
    </li>
  );
