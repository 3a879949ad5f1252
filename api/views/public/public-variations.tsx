/** What acts changed of the plan. */
import type { FC } from 'hono/jsx';
import type { RelazioneVariation } from '../../../domain/relazione/relazione.js';
import { shortDate } from '../italian-time.js';

export const Variations: FC<{ readonly variations: readonly RelazioneVariation[] }> = ({ variations }) => (
  <section aria-labelledby="variazioni">
    <h2 id="variazioni">Variazioni</h2>
    {variations.length === 0 ? (
      <p>Il piano non è stato variato.</p>
    ) : (
      variations.map(({ kind, act, effectiveFrom, reason, effects, flags }) => (
        <article class="tr-public-objective">
          <h3>{act ?? (kind === 'correction' ? 'Correzione di errore materiale' : 'Senza atto')}</h3>
          <p class="tr-hint">{`Dal ${shortDate(effectiveFrom)}`}</p>
          <p class="tr-said">{reason}</p>
          <ul>
            {[...effects, ...flags].map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </article>
      ))
    )}
  </section>
);
