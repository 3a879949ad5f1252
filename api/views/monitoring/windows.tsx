/** *Finestre e termini*: when the sectors say where they stand, and what another choice would move before it is saved. */
import type { FC } from 'hono/jsx';
import { isOpened, type StandingWindow } from '../../../domain/cycle/window-rules.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { KeptWindow } from '../../../store/monitoring/monitoring.js';
import { windowField } from '../../pages/monitoring/windows-form.js';
import type { SubmissionList } from '../../queries/submission-list.js';
import type { WindowsEffect } from '../../queries/windows-effect.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Input, TextArea, type Typed } from '../fields.js';
import { shortDate } from '../italian-time.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { differenceInWords, RehearsalChanges } from '../rehearsal/rehearsal-changes.js';
import { windowInWords } from '../rehearsal/rehearsal-words.js';
import { Table } from '../table.js';
import { SKIPPED_WORDS } from './monitoring-words.js';

interface WindowsProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  /** The year that is shown. */
  readonly list: SubmissionList;
  /** How many windows a year has. */
  readonly count: number;
  /** The windows in force, or those asked for. */
  readonly typed: Typed;
  /** `null`: nothing was asked for yet, or it cannot be. */
  readonly effect: WindowsEffect | null;
  /** Mark of the windows in force. */
  readonly seen: string;
  readonly putOff: { readonly window: string; readonly typed: Typed } | null;
  readonly mayChange: boolean;
}

const PLACE = '/monitoraggio/finestre';

export const WindowsView: FC<WindowsProps> = (props) => (
  <Page
    frame={props.frame}
    title="Finestre e termini"
    subtitle="Quando i settori dicono a che punto sono"
    back={{ href: '/monitoraggio', text: 'Monitoraggio' }}
  >
    {props.list.windows.length === 0 ? null : <ThisYear {...props} />}
    <section aria-labelledby="regole">
      <h2 id="regole">Come cadono ogni anno</h2>
      <p class="tr-lead">
        Vale per le finestre non ancora aperte, di quest'anno e dei prossimi. A finestra aperta i settori
        hanno già avuto il termine: si può solo spostarlo, con il motivo.
      </p>
      <ErrorSummary typed={props.typed} />
      {props.effect === null ? null : <Effect {...props} effect={props.effect} />}
      <Choice {...props} />
    </section>
  </Page>
);

const ThisYear: FC<WindowsProps> = (props) => (
  <section aria-labelledby="quest-anno">
    <h2 id="quest-anno">{`Piano ${props.list.year}`}</h2>
    {props.list.windows.map(({ window }) => (
      <section class="tr-panel" aria-labelledby={`finestra-${window.ordinal}`}>
        <h3 id={`finestra-${window.ordinal}`}>{window.title}</h3>
        {window.skipped === null ? (
          <Standing {...props} window={window} />
        ) : (
          <p>{`Periodo ${periodIn(window)}. ${SKIPPED_WORDS[window.skipped]}`}</p>
        )}
      </section>
    ))}
  </section>
);

/** "dal 01/01/2023 al 30/06/2023". */
const periodIn = ({ coversFrom, referenceOn }: Pick<StandingWindow, 'coversFrom' | 'referenceOn'>): string =>
  `dal ${shortDate(coversFrom)} al ${shortDate(referenceOn)}`;

const Standing: FC<WindowsProps & { readonly window: KeptWindow }> = (props) => {
  const { viewer, window, mayChange, putOff } = props;
  const typed = putOff?.window === window.id ? putOff.typed : blank();
  return (
    <>
      <p>
        {`Copre il periodo ${periodIn(window)}. Si compila da ${italianDate(window.opens)} a ${italianDate(window.due)}.`}
      </p>
      {window.firstDue === null ? null : (
        <p class="tr-said">{`Il termine era ${italianDate(window.firstDue)}. Motivo: ${window.putOffBecause ?? ''}`}</p>
      )}
      {mayChange && isOpened(window, viewer.today) ? (
        <details class="tr-details" open={putOff?.window === window.id}>
          <summary>Sposta il termine</summary>
          <CommandForm viewer={viewer} action={`${PLACE}/${window.id}/termine`}>
            <ErrorSummary typed={typed} of={window.id} />
            <Input
              {...{ name: 'due', of: window.id, typed }}
              label="Nuovo termine"
              type="date"
              min={viewer.today}
              required
              hint="Vale per chi non ha ancora trasmesso; i promemoria ripartono dal giorno nuovo."
            />
            <TextArea {...{ name: 'reason', of: window.id, typed }} label="Motivo" rows={2} required />
            <button type="submit" class="btn btn-outline-primary">
              Sposta il termine
            </button>
          </CommandForm>
        </details>
      ) : null}
    </>
  );
};

const Effect: FC<WindowsProps & { readonly effect: WindowsEffect }> = (props) => {
  const { viewer, typed, effect, seen, mayChange } = props;
  return (
    <section class="tr-panel" aria-labelledby="effetto">
      <h3 id="effetto">Che cosa cambierebbe</h3>
      <Table
        caption="Finestre che si spostano"
        columns={[
          { title: 'Finestra', heading: true, cell: ({ after }) => after.title },
          { title: "Com'è", cell: ({ before }) => whenIn(before) },
          { title: 'Come sarebbe', cell: ({ after }) => whenIn(after) },
        ]}
        rows={effect.moved}
        empty="Nessuna finestra degli anni in corso si sposta: la scelta vale dal prossimo piano."
      />
      <p class="tr-lead">{`${windowInWords(effect.window)}, se nessuno risponde`}</p>
      <p>
        <strong>{differenceInWords(effect.difference)}</strong>
      </p>
      <RehearsalChanges
        rehearsal={effect.rehearsal}
        difference={effect.difference}
        words={townWords(viewer.town)}
      />
      {mayChange ? (
        <CommandForm viewer={viewer} action={PLACE}>
          <input type="hidden" name="visto" value={seen} />
          {Object.entries(typed.values).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="btn btn-primary">
            Salva le finestre
          </button>
        </CommandForm>
      ) : null}
    </section>
  );
};

const whenIn = (window: StandingWindow): string =>
  window.skipped === null
    ? `periodo ${periodIn(window)}, si compila ${`dal ${shortDate(window.opens)} al ${shortDate(window.due)}`}`
    : "non è dovuta: si chiude prima dell'avvio";

const Choice: FC<WindowsProps> = ({ typed, count }) => (
  <form method="get" action={PLACE} class="tr-form tr-objective-form">
    <input type="hidden" name="prova" value="si" />
    <input type="hidden" name="anno" value={typed.values['anno'] ?? ''} />
    {Array.from({ length: count }, (_, at) => (
      <fieldset>
        <legend>{`${at + 1}ª finestra`}</legend>
        <Input name={windowField('name', at)} label="Nome" typed={typed} required />
        <div class="tr-row">
          <Input
            name={windowField('reference', at)}
            label="Situazione al"
            type="date"
            typed={typed}
            required
          />
          <Input name={windowField('opens', at)} label="Si apre il" type="date" typed={typed} required />
          <Input name={windowField('due', at)} label="Entro il" type="date" typed={typed} required />
        </div>
      </fieldset>
    ))}
    <p class="tr-hint">
      {`I giorni sono quelli del piano ${typed.values['anno']}: valgono gli stessi giorni di ogni anno. Al nome si aggiunge l'anno.`}
    </p>
    <button type="submit" class="btn btn-primary">
      Mostra che cosa cambierebbe
    </button>
    <p class="tr-hint">Non salva nulla: le finestre si salvano dopo aver visto l'effetto.</p>
  </form>
);
