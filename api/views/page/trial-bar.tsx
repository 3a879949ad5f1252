/** Above every page of a town on trial: nothing leaves; the Segretario is led to its end. */
import type { FC } from 'hono/jsx';
import { reachOf } from '../../rights.js';
import type { Viewer } from '../../viewer.js';

export const TrialBar: FC<{ readonly viewer: Viewer }> = ({ viewer }) => (
  <aside class="tr-clock" aria-label="Ente in prova">
    <div class="container">
      <span class="tr-clock-name">In prova: nessun messaggio parte</span>
      {reachOf(viewer.roles, 'town.go-live') === null ? null : (
        <a class="tr-trial-end" href="/esercizio">
          Vai in esercizio
        </a>
      )}
    </div>
  </aside>
);
