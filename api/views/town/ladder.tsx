/** *Scala degli avvisi*: which notices go, and what another choice would change before it is saved. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import { RUNGS, type Rung } from '../../../domain/obligations/ladder.js';
import { FIRST_NOTICE_DAYS } from '../../../domain/obligations/ladder-choice.js';
import type { ObligationKind } from '../../../domain/obligations/obligation.js';
import type { MayorRungSet } from '../../../store/obligations/mayor-rung.js';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { RehearsalEffect } from '../../queries/rehearsal-effect.js';
import type { Viewer } from '../../viewer.js';
import { CheckBox, ErrorSummary, Input, Select, type Typed } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { EffectPanel, SaveTried } from '../rehearsal/effect-panel.js';
import { RehearsalNav } from '../rehearsal/rehearsal-nav.js';
import { OBLIGATION_KINDS, RUNGS_IN_WORDS } from '../words.js';
import { RUNG_HINTS } from './ladder-words.js';
import { MayorRung } from './mayor-rung.js';

interface LadderProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly kind: ObligationKind;
  readonly rehearsal: Rehearsal;
  /** The ladder in force, or the one asked for. */
  readonly typed: Typed;
  /** `null`: nothing was asked for yet, or it cannot be. */
  readonly effect: RehearsalEffect | null;
  readonly mayChange: boolean;
  /** Who last chose about the Sindaco's rung, and when. */
  readonly mayorSet: MayorRungSet | null;
}

const PLACE = '/prova-generale/scala';
/** The field of a rung. */
export const rungField = (rung: Rung): string => `avviso-${rung}`;

export const LadderView: FC<LadderProps> = (props) => {
  const { frame, viewer, kind, typed, effect } = props;
  return (
    <Page
      frame={frame}
      title="Scala degli avvisi"
      subtitle="Quali avvisi partono, quando e a chi, per ogni tipo di scadenza"
    >
      <RehearsalNav path={frame.path} viewer={viewer} />
      <nav class="tr-pages" aria-label="Tipo di scadenza">
        {(Object.keys(OBLIGATION_KINDS) as ObligationKind[]).map((one) =>
          one === kind ? (
            <strong aria-current="page">{OBLIGATION_KINDS[one]}</strong>
          ) : (
            <a href={`${PLACE}?tipo=${one}`}>{OBLIGATION_KINDS[one]}</a>
          ),
        )}
      </nav>
      <ErrorSummary typed={typed} />
      {effect === null ? null : <Effect {...props} effect={effect} />}
      <Choice kind={kind} typed={typed}>
        <MayorRung town={viewer.town} set={props.mayorSet} />
      </Choice>
    </Page>
  );
};

const Effect: FC<LadderProps & { readonly effect: RehearsalEffect }> = (props) => (
  <EffectPanel {...props}>
    {props.mayChange ? (
      <SaveTried
        viewer={props.viewer}
        action={PLACE}
        values={{ tipo: props.kind, ...props.typed.values }}
        button="Salva la scala"
        hint="Gli avvisi già partiti restano; i prossimi seguono la scala nuova."
      />
    ) : null}
  </EffectPanel>
);

const Choice: FC<PropsWithChildren<{ readonly kind: ObligationKind; readonly typed: Typed }>> = ({
  kind,
  typed,
  children,
}) => (
  <form method="get" action={PLACE} class="tr-form tr-ladder">
    <input type="hidden" name="tipo" value={kind} />
    <input type="hidden" name="prova" value="si" />
    <fieldset id="avvisi">
      <legend>{`Avvisi: ${OBLIGATION_KINDS[kind]}`}</legend>
      {RUNGS.map((rung) => (
        <>
          <CheckBox
            name={rungField(rung)}
            label={RUNGS_IN_WORDS[rung]}
            typed={typed}
            hint={RUNG_HINTS[rung]}
          />
          {rung === 'first-notice' ? (
            <Input
              name="giorni"
              label="Giorni di calendario prima del termine, per il primo promemoria"
              typed={typed}
              inputmode="numeric"
              required
              hint={`Da ${FIRST_NOTICE_DAYS.least} a ${FIRST_NOTICE_DAYS.most}; di norma 30.`}
            />
          ) : null}
        </>
      ))}
      <p class="tr-hint">
        Le scadenze mensili o più fitte hanno solo il giorno del termine e il sollecito del terzo giorno;
        quelle del 31 dicembre si fermano al giorno del termine.
      </p>
    </fieldset>
    <fieldset>
      <legend>Comunicazione al Sindaco, per tutte le scadenze</legend>
      {children}
      <CheckBox
        name="sindaco"
        label="Il Sindaco riceve una comunicazione l'ottavo giorno lavorativo di silenzio"
        typed={typed}
        hint="Il Segretario lo sa il giorno prima e può trattenerla."
      />
      <Input
        name="atto"
        label="Atto che la prevede"
        typed={typed}
        hint="Organo, numero e data, come «G.C. n. 12 del 03/02/2023». Serve se la comunicazione è prevista."
      />
    </fieldset>
    <Select
      name="periodo"
      label="Mostra l'effetto"
      typed={typed}
      choices={[
        { value: 'mese', text: 'sul prossimo mese' },
        { value: 'anno', text: 'su tutti i giorni a venire' },
      ]}
    />
    <button type="submit" class="btn btn-primary">
      Mostra che cosa cambierebbe
    </button>
    <p class="tr-hint">Non salva nulla: la scala si salva dopo aver visto l'effetto.</p>
  </form>
);
