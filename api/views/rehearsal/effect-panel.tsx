/** *Che cosa cambierebbe*: the effect of something tried out on the mails to come, and below it how to save it. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { RehearsalEffect } from '../../queries/rehearsal-effect.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';
import { townWords } from '../page/frame.js';
import { differenceInWords, RehearsalChanges } from './rehearsal-changes.js';
import { windowInWords } from './rehearsal-words.js';

interface EffectProps {
  readonly viewer: Viewer;
  /** Knows the people of both rehearsals. */
  readonly rehearsal: Rehearsal;
  readonly effect: RehearsalEffect;
}

export const EffectPanel: FC<PropsWithChildren<EffectProps>> = ({ viewer, rehearsal, effect, children }) => (
  <section class="tr-panel" aria-labelledby="effetto">
    <h2 id="effetto">Che cosa cambierebbe</h2>
    <p class="tr-lead">{`${windowInWords(effect.window)}, se nessuno risponde`}</p>
    <p>
      <strong>{differenceInWords(effect.difference)}</strong>
    </p>
    <RehearsalChanges rehearsal={rehearsal} difference={effect.difference} words={townWords(viewer.town)} />
    {children}
  </section>
);

interface SaveProps {
  readonly viewer: Viewer;
  readonly action: string;
  /** What was tried out, as it is sent. */
  readonly values: Readonly<Record<string, string>>;
  readonly button: string;
  readonly hint: string;
}

/** Saves exactly what was tried out. */
export const SaveTried: FC<SaveProps> = ({ viewer, action, values, button, hint }) => (
  <CommandForm viewer={viewer} action={action}>
    {Object.entries(values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button type="submit" class="btn btn-primary">
      {button}
    </button>
    <p class="tr-hint">{hint}</p>
  </CommandForm>
);
