/** The board of a town before its first plan. */
import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';

export const NoPlan: FC<{ readonly frame: Frame; readonly mayImport: boolean }> = ({ frame, mayImport }) => (
  <Page frame={frame} title="Cruscotto" subtitle="Non c'è ancora un piano.">
    <p class="lead">
      Quando il piano della performance è confermato con il suo atto, qui compaiono le scadenze di ogni
      settore e gli avvisi partono da soli.
    </p>
    {mayImport ? (
      <a class="btn btn-primary" href="/importa">
        Importa il piano
      </a>
    ) : null}
  </Page>
);
