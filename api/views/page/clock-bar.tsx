/** The demo's clock: forward only, through every round on the way. */
import type { FC } from 'hono/jsx';
import type { Viewer } from '../../viewer.js';

/** What the buttons are called, and what they send. */
export const STEPS = [
  ['giorno', 'avanti un giorno'],
  ['lunedi', 'a lunedì'],
  ['mese', 'di un mese'],
] as const;
export type Step = (typeof STEPS)[number][0];

export const ClockBar: FC<{ readonly viewer: Viewer; readonly returnTo: string }> = ({
  viewer,
  returnTo,
}) => (
  <form method="post" action="/orologio" class="tr-clock" aria-label="Orologio di prova">
    <div class="container">
      <input type="hidden" name="modulo" value={viewer.formToken} />
      <input type="hidden" name="poi" value={returnTo} />
      <span class="tr-clock-name">Orologio di prova</span>
      <span class="tr-clock-steps">
        {STEPS.map(([step, text]) => (
          <button type="submit" name="passo" value={step}>
            {text}
          </button>
        ))}
      </span>
    </div>
  </form>
);
