/** How the objectives of a year went, in figures. */
import type { FC } from 'hono/jsx';
import type { RelazioneSummary } from '../../../domain/relazione/relazione.js';

export const Figures: FC<{ readonly summary: RelazioneSummary }> = ({ summary }) => {
  const { objectives, full, partial, none, notAssessable, open } = summary;
  const figures = [
    [objectives, 'obiettivo', 'obiettivi', ''],
    [full, 'raggiunto', 'raggiunti', 'tr-tone-good'],
    [partial, 'raggiunto in parte', 'raggiunti in parte', 'tr-tone-soon'],
    [none, 'non raggiunto', 'non raggiunti', 'tr-tone-late'],
    [notAssessable, 'non valutabile', 'non valutabili', ''],
    [open, 'ancora da decidere', 'ancora da decidere', ''],
  ] as const;
  return (
    <ul class="tr-figures tr-public-figures">
      {figures
        .filter(([value], at) => at < 4 || value > 0)
        .map(([value, one, many, tone]) => (
          <li class={`tr-figure-card ${tone}`}>
            <span class="tr-figure-value">{String(value)}</span>
            <span class="tr-figure-what">{value === 1 ? one : many}</span>
          </li>
        ))}
    </ul>
  );
};
