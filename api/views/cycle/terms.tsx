/** *Termini del ciclo*: by when a year is evaluated and closed, and what another choice would move before it is saved. */
import type { Child, FC } from 'hono/jsx';
import { CLOSING_ORDERS } from '../../../domain/cycle/closing-rules.js';
import type { TermField, TermsFrom } from '../../../domain/cycle/year-terms.js';
import type { MovedTerm, OwedTerm } from '../../../store/cycle/year-terms.js';
import type { TermsEffect } from '../../queries/terms-effect.js';
import type { Viewer } from '../../viewer.js';
import { ErrorSummary, Input, Select, type Typed } from '../fields.js';
import { shortDate } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { EffectPanel, SaveTried } from '../rehearsal/effect-panel.js';
import { Table } from '../table.js';
import { ORDER_WORDS } from './cycle-words.js';
import { TERM_WORDS } from './term-words.js';

interface TermsProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  /** Those from which terms can be set. */
  readonly years: readonly number[];
  /** The one that is shown. */
  readonly from: number;
  /** The terms in force, or those asked for. */
  readonly typed: Typed;
  /** `null`: nothing was asked for yet, or it cannot be. */
  readonly effect: TermsEffect | null;
  /** Mark of the terms in force. */
  readonly seen: string;
  readonly kept: readonly TermsFrom[];
  readonly mayChange: boolean;
}

const PLACE = '/ciclo/termini';

export const TermsView: FC<TermsProps> = (props) => {
  const { frame, viewer, years, from, typed, effect, kept } = props;
  return (
    <Page
      frame={frame}
      title="Termini del ciclo"
      subtitle={`Dal piano ${from} in poi`}
      back={{ href: '/ciclo', text: 'Il ciclo' }}
    >
      <nav class="tr-tabs tr-years" aria-label="Da quale piano valgono">
        {years.map((year) => (
          <a href={`${PLACE}?anno=${year}`} {...(year === from ? { 'aria-current': 'page' } : {})}>
            {`Dal piano ${year}`}
          </a>
        ))}
      </nav>
      <p class="tr-lead">
        Entro quando si valuta e si chiude l'anno. Ciò che è già fatto resta; ciò che è aperto prende il
        giorno nuovo, e i promemoria ripartono da lì. I termini del monitoraggio stanno in{' '}
        <a href="/monitoraggio/finestre">Finestre e termini</a>.
      </p>
      <ErrorSummary typed={typed} />
      {effect === null ? null : (
        <>
          <Moved {...props} moved={effect.moved} />
          <EffectPanel viewer={viewer} rehearsal={effect.rehearsal} effect={effect}>
            {props.mayChange ? (
              <SaveTried
                {...{ viewer, action: PLACE }}
                values={{ ...typed.values, anno: String(from), visto: props.seen }}
                button="Salva i termini"
                hint={`Valgono dal piano ${from}. Gli anni precedenti restano come sono.`}
              />
            ) : null}
          </EffectPanel>
        </>
      )}
      <TermsForm {...props} />
      <Kept kept={kept} />
    </Page>
  );
};

const Moved: FC<Pick<TermsProps, 'from'> & { readonly moved: readonly MovedTerm[] }> = ({ from, moved }) => (
  <section aria-labelledby="spostati">
    <h2 id="spostati">Che cosa si sposterebbe</h2>
    <Table
      caption="Termini degli anni in corso che si spostano"
      columns={[
        { title: 'Che cosa', heading: true, cell: ({ before, after }) => nameOf(after ?? before) },
        { title: "Com'è", cell: ({ before }) => whenOf(before, 'non è dovuto') },
        { title: 'Come sarebbe', cell: ({ after }) => whenOf(after, 'non è più dovuto') },
      ]}
      rows={moved}
      empty={`Nessun termine già aperto si sposta: la scelta vale per ciò che nascerà dal piano ${from} in poi.`}
    />
  </section>
);

const nameOf = (one: OwedTerm | null): string =>
  one === null ? '' : `${one.title}${one.sector === null ? '' : ` – ${one.sector}`}`;

const whenOf = (one: OwedTerm | null, otherwise: string): string => {
  if (one === null) return otherwise;
  return one.opens === null
    ? `entro il ${shortDate(one.due)}`
    : `dal ${shortDate(one.opens)}, entro il ${shortDate(one.due)}`;
};

const TermsForm: FC<TermsProps> = ({ typed, from, viewer }) => {
  const field = (name: TermField, hint?: string): Child => (
    <Input
      {...{ name, typed, label: TERM_WORDS[name] }}
      type="date"
      required={name !== 'act'}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  const days = (name: TermField, hint: string): Child => (
    <Input {...{ name, typed, label: TERM_WORDS[name], hint }} inputmode="numeric" required />
  );
  return (
    <form method="get" action={PLACE} class="tr-form tr-objective-form">
      <input type="hidden" name="prova" value="si" />
      <input type="hidden" name="anno" value={String(from)} />
      <fieldset class="tr-panel tr-line">
        <legend>Autovalutazione e misurazione</legend>
        <div class="tr-row">
          {field('selfEvaluation.opens')}
          {field('selfEvaluation.due')}
        </div>
        <div class="tr-row">
          {field('measurement.opens')}
          {field('measurement.due')}
        </div>
      </fieldset>
      <fieldset class="tr-panel tr-line">
        <legend>Chiusura dell'anno</legend>
        <Select
          {...{ name: 'order', typed, label: TERM_WORDS.order }}
          choices={CLOSING_ORDERS.map((value) => ({ value, text: capital(ORDER_WORDS[value]) }))}
          required
        />
        <div class="tr-row">
          {field('transmission')}
          {field('act', 'Vuoto: 30 giugno; 30 aprile se la Relazione è unita al rendiconto.')}
        </div>
        <div class="tr-row">
          {days(
            'validationDays',
            `Quanti ne ha il ${viewer.town.settings.words.evaluator} dalla trasmissione.`,
          )}
          {days('publicationDays', "Dall'ultimo atto, o dalla validazione se viene dopo.")}
          {days('againDays', 'Dopo un esito «Non validata».')}
        </div>
        <Input
          {...{ name: 'lateRule', typed, label: TERM_WORDS.lateRule }}
          hint="Facoltativo, una riga: «Oltre il 30 giugno i premi sono ridotti (art. 12 del Sistema)». Sta accanto ai passi in ritardo, in Il ciclo e nella Relazione."
        />
      </fieldset>
      <p class="tr-hint">
        {`I giorni sono quelli del piano ${from}: negli anni dopo valgono gli stessi giorni.`}
      </p>
      <button type="submit" class="btn btn-primary">
        Mostra che cosa cambierebbe
      </button>
      <p class="tr-hint">Non salva nulla: i termini si salvano dopo aver visto l'effetto.</p>
    </form>
  );
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const Kept: FC<Pick<TermsProps, 'kept'>> = ({ kept }) =>
  kept.length === 0 ? null : (
    <section aria-labelledby="da-quando">
      <h2 id="da-quando">Da quando valgono</h2>
      <ul class="tr-lines">
        {kept.map(({ from }, at) => (
          <li>
            <a href={`${PLACE}?anno=${from}`}>{`Dal piano ${from}`}</a>
            {at === kept.length - 1 ? ': sono gli ultimi, valgono anche per gli anni dopo.' : '.'}
          </li>
        ))}
      </ul>
    </section>
  );
