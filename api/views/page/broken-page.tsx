/** The page of a failure that nobody foresaw. `request`: its number in the log, for whoever looks into it. */
import type { Context } from 'hono';
import type { AppEnv } from '../../app-env.js';
import { document } from './document.js';
import { frameOf } from './frame.js';
import { Page } from './page.js';

export const brokenPage = (c: Context<AppEnv>, sentence: string, request: string) =>
  document(
    <Page
      frame={{ ...frameOf(c), flash: null, troubles: [], returnTo: '/' }}
      title="Qualcosa non ha funzionato"
    >
      <p class="lead">{sentence}</p>
      <p>
        Numero della richiesta, da comunicare con la segnalazione: <code class="text-break">{request}</code>
      </p>
      <p>
        <a class="btn btn-primary" href="/">
          Torna all'inizio
        </a>
      </p>
    </Page>,
  );
