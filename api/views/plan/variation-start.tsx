/** *Variazione*: how to begin changing the plan in force, by an act or as a clerical error. */
import type { FC } from 'hono/jsx';
import type { ImportSummary } from '../../../store/plan/import-drafts.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';

interface StartProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly year: number;
  /** Drafts that began from a plan in force and are not confirmed. */
  readonly drafts: readonly ImportSummary[];
}

export const VariationStartView: FC<StartProps> = ({ frame, viewer, year, drafts }) => (
  <Page
    frame={frame}
    title={`Cambia il piano ${year}`}
    subtitle="Si prepara in bozza, si guarda che cosa cambia, poi si conferma."
    back={{ href: `/piano?anno=${year}`, text: 'Il piano' }}
  >
    <section class="tr-panel" aria-labelledby="variazione">
      <h2 id="variazione">Variazione, con il suo atto</h2>
      <p>
        Aggiungi o togli un obiettivo, cambia una data, un peso, un indicatore, chi risponde. Prima della
        conferma vedi quali avvisi si spostano e a chi.
      </p>
      <Begin viewer={viewer} year={year} kind="variation" text="Prepara una variazione" />
      <p class="tr-hint">
        Se la deliberazione ha un allegato nuovo, puoi invece{' '}
        <a href="/importa">importare il file del piano variato</a>.
      </p>
    </section>
    <section class="tr-panel" aria-labelledby="correzione">
      <h2 id="correzione">Correzione di errore materiale</h2>
      <p>
        Senza atto, con il motivo: parole sbagliate, una data letta male. Pesi, valori attesi, obiettivi e
        responsabili si cambiano solo con un atto.
      </p>
      <Begin viewer={viewer} year={year} kind="correction" text="Correggi un errore materiale" />
    </section>
    {drafts.length === 0 ? null : (
      <section aria-labelledby="bozze">
        <h2 id="bozze">Bozze aperte</h2>
        <ul class="tr-lines">
          {drafts.map(({ id, changes, uploadedAt, uploadedBy }) => (
            <li>
              <a href={`/importa/${id}`}>
                {changes?.kind === 'correction'
                  ? 'Correzione di errore materiale'
                  : `Variazione del piano ${year}`}
              </a>
              <span class="tr-due-note">
                {`aperta ${shortMoment(uploadedAt, viewer.town.clock.zone)}${uploadedBy === null ? '' : ` da ${uploadedBy}`}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    )}
  </Page>
);

const Begin: FC<{
  readonly viewer: Viewer;
  readonly year: number;
  readonly kind: 'variation' | 'correction';
  readonly text: string;
}> = ({ viewer, year, kind, text }) => (
  <CommandForm viewer={viewer} action="/piano/variazione" class="">
    <input type="hidden" name="anno" value={String(year)} />
    <input type="hidden" name="tipo" value={kind} />
    <button type="submit" class={`btn ${kind === 'variation' ? 'btn-primary' : 'btn-outline-primary'}`}>
      {text}
    </button>
  </CommandForm>
);
