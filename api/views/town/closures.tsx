/** *Chiusure degli uffici*: days without notices, and which mails another choice would move before it is saved. */
import type { FC } from 'hono/jsx';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { RehearsalEffect } from '../../queries/rehearsal-effect.js';
import type { Viewer } from '../../viewer.js';
import { ErrorSummary, Select, type Typed } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { EffectPanel, SaveTried } from '../rehearsal/effect-panel.js';
import { RehearsalNav } from '../rehearsal/rehearsal-nav.js';
import { ClosureFields, type ClosureRows } from './closure-fields.js';

interface ClosuresProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly rehearsal: Rehearsal;
  /** How many rows each list shows. */
  readonly rows: ClosureRows;
  /** The closures in force, or those asked for. */
  readonly typed: Typed;
  /** `null`: nothing was asked for yet, or it cannot be. */
  readonly effect: RehearsalEffect | null;
  /** Mark of the closures in force. */
  readonly seen: string;
  readonly mayChange: boolean;
}

const PLACE = '/prova-generale/chiusure';

export const ClosuresView: FC<ClosuresProps> = (props) => (
  <Page
    frame={props.frame}
    title="Chiusure degli uffici"
    subtitle="I giorni in cui non parte alcun avviso, oltre alle domeniche e alle feste nazionali"
  >
    <RehearsalNav path={props.frame.path} viewer={props.viewer} />
    <p class="tr-lead">
      Le chiusure spostano gli avvisi, mai i termini: chi deve rispondere lo sa nell'ultimo giorno lavorativo
      prima, e i giorni di ritardo si contano senza quelli di chiusura.
    </p>
    <ErrorSummary typed={props.typed} />
    {props.effect === null ? null : <Effect {...props} effect={props.effect} />}
    <Choice {...props} />
  </Page>
);

const Effect: FC<ClosuresProps & { readonly effect: RehearsalEffect }> = (props) => (
  <EffectPanel {...props}>
    {props.mayChange ? (
      <SaveTried
        viewer={props.viewer}
        action={PLACE}
        values={{ visto: props.seen, ...props.typed.values }}
        button="Salva le chiusure"
        hint="Gli avvisi già partiti restano; i prossimi seguono le chiusure nuove."
      />
    ) : null}
  </EffectPanel>
);

const Choice: FC<ClosuresProps> = ({ typed, rows }) => (
  <form method="get" action={PLACE} class="tr-form tr-objective-form">
    <input type="hidden" name="prova" value="si" />
    <ClosureFields typed={typed} rows={rows} more="mostra l'effetto" />
    <Select
      name="periodo"
      label="Mostra l'effetto"
      typed={typed}
      choices={[
        { value: 'mesi', text: 'sui prossimi quattro mesi' },
        { value: 'anno', text: 'su tutti i giorni a venire' },
      ]}
    />
    <button type="submit" class="btn btn-primary">
      Mostra che cosa cambierebbe
    </button>
    <p class="tr-hint">Non salva nulla: le chiusure si salvano dopo aver visto l'effetto.</p>
  </form>
);
