/** The page of one objective of a draft: the text it was read from, and its fields to correct. */
import type { FC } from 'hono/jsx';
import { sharersOf } from '../../../domain/plan/draft/draft-plan.js';
import { counted, listed } from '../../../mail/italian-numbers.js';
import type { DraftPage } from '../../queries/draft-page.js';
import { missingOf } from '../../queries/draft-page.js';
import { blank, CommandForm, ErrorSummary, Input, TextArea } from '../fields.js';
import { objectiveValues } from '../obligations/objective-values.js';
import { Page } from '../page/page.js';
import { Differences } from './draft-conflict.js';
import type { ObjectiveProps } from './draft-objective-props.js';
import { draftPath, MissingMark, nameOf, objectivePath, WarningList } from './draft-parts.js';
import { DraftSource } from './draft-source.js';
import { DraftTools } from './draft-tools.js';
import { IndicatorFields, MilestoneFields } from './milestone-fields.js';

export const DraftObjectiveView: FC<ObjectiveProps> = (props) => {
  const { frame, page, placed, window, wrong, conflict } = props;
  const { sector, objective } = placed;
  const path = objectivePath(page, objective.id);
  const order = page.draft.plan.sectors.flatMap(({ objectives }) => objectives);
  const at = order.findIndex(({ id }) => id === objective.id);
  const within = sector.objectives.findIndex(({ id }) => id === objective.id);
  const hasSource = page.draft.lines.length > 0;
  return (
    <Page
      frame={frame}
      title={nameOf(objective)}
      subtitle={`${sector.name} · ${within + 1} di ${counted(sector.objectives.length, 'obiettivo', 'obiettivi')}`}
      back={{ href: `${draftPath(page)}#titolo-${sector.id}`, text: 'Tutti gli obiettivi della bozza' }}
      script="importa"
    >
      <Around page={page} before={order[at - 1]?.id} after={order[at + 1]?.id} />
      {conflict === null ? null : (
        <div class="tr-flash tr-flash-wrong" role="alert">
          <p>{conflict}</p>
        </div>
      )}
      {wrong === null || conflict !== null ? null : <ErrorSummary typed={wrong.typed} of={wrong.form} />}
      <div class={hasSource ? 'tr-draft' : ''}>
        {hasSource ? (
          <DraftSource draft={page.draft} objective={objective} window={window} path={path} />
        ) : null}
        <section aria-labelledby="campi">
          <h2 id="campi">{page.base === null ? 'Che cosa è stato letto' : "Come diventa l'obiettivo"}</h2>
          {objective.discarded ? <Discarded {...props} /> : <Fields {...props} />}
        </section>
      </div>
    </Page>
  );
};

/** Before and after, for the keyboard too (`data-tasto`). */
const Around: FC<{
  readonly page: DraftPage;
  readonly before: string | undefined;
  readonly after: string | undefined;
}> = ({ page, before, after }) => (
  <nav class="tr-around" aria-label="Obiettivi vicini">
    {before === undefined ? (
      <span />
    ) : (
      <a href={objectivePath(page, before)} rel="prev" data-tasto="k">
        ← Precedente
      </a>
    )}
    <details class="tr-keys" data-tasti>
      <summary>Uso da tastiera</summary>
      <p>
        <kbd>j</kbd> obiettivo successivo, <kbd>k</kbd> precedente, <kbd>e</kbd> vai ai campi, <kbd>t</kbd>{' '}
        vai al testo, <kbd>u</kbd> torna all'elenco, <kbd>?</kbd> mostra o nasconde questo aiuto. Mentre si
        scrive in un campo le lettere restano lettere; <kbd>Esc</kbd> esce dal campo. Senza JavaScript valgono
        i collegamenti della pagina.
      </p>
    </details>
    {after === undefined ? (
      <a href={`${draftPath(page)}/conferma`} rel="next" data-tasto="j">
        {page.base === null ? 'Vai alla conferma →' : "Vai all'anteprima →"}
      </a>
    ) : (
      <a href={objectivePath(page, after)} rel="next" data-tasto="j">
        Successivo →
      </a>
    )}
  </nav>
);

const Discarded: FC<ObjectiveProps> = ({ viewer, page, placed }) => (
  <div class="tr-panel">
    <p>
      {page.base === null
        ? 'Questo obiettivo è scartato: non farà parte del piano.'
        : 'In questa bozza l’obiettivo è tolto dal piano: alla conferma le sue scadenze aperte non saranno più dovute.'}
    </p>
    <CommandForm
      viewer={viewer}
      action={`${objectivePath(page, placed.objective.id)}/${page.base === null ? 'riprendi' : 'rimetti'}`}
      class=""
    >
      <input type="hidden" name="visto" value={String(page.draft.version)} />
      <button type="submit" class="btn btn-primary">
        {page.base === null ? "Riprendi l'obiettivo" : "Rimetti l'obiettivo nel piano"}
      </button>
    </CommandForm>
  </div>
);

/** Which words lead to which role. */
const ownersHint = ({ draft }: ObjectiveProps['page']): string => {
  const printed = [...new Set(draft.plan.sectors.flatMap(({ owner }) => owner ?? []))];
  const named = ['«Segretario»', '«Sindaco»', ...printed.map((one) => `«${one}»`)];
  return `Scrivi ${listed(named)}: risponde quel ruolo. Per passarlo a un altro settore usa «Sposta in un altro settore».`;
};

const Fields: FC<ObjectiveProps> = (props) => {
  const { viewer, page, placed, wrong, conflict } = props;
  const { objective } = placed;
  const { document } = page.draft.plan;
  const now = objectiveValues(objective);
  const values = wrong?.form === 'obiettivo' ? wrong.typed : blank(now);
  const sharers = sharersOf(page.draft.plan, objective).length;
  const warnings = page.beside.get(objective.id) ?? [];
  return (
    <>
      <p class="tr-marks">
        {missingOf(objective, document).map((what) => (
          <>
            <MissingMark what={what} />{' '}
          </>
        ))}
      </p>
      <div data-avvertenze>
        <WarningList warnings={warnings} title="Che cosa conviene guardare" />
      </div>
      {conflict === null || wrong?.form !== 'obiettivo' ? null : (
        <Differences typed={wrong.typed.values} now={now} />
      )}
      <CommandForm
        viewer={viewer}
        action={objectivePath(page, objective.id)}
        class="tr-form tr-objective-form"
        data={{ salva: 'da solo' }}
      >
        <input type="hidden" name="visto" value={String(page.draft.version)} />
        <input type="hidden" name="indicators" value={values.values['indicators'] ?? '0'} />
        <input type="hidden" name="milestones" value={values.values['milestones'] ?? '0'} />
        <div class="tr-row">
          <Input name="number" label="Numero" typed={values} of="obiettivo" autocomplete="off" />
          <Input
            name="weight"
            label={sharersOf(page.draft.plan, objective).length > 1 ? 'Peso in questo settore' : 'Peso'}
            typed={values}
            of="obiettivo"
            autocomplete="off"
            inputmode="decimal"
          />
        </div>
        <TextArea name="title" label="Titolo" typed={values} of="obiettivo" rows={2} required />
        <Input
          name="owner"
          label="Responsabile, se diverso da quello del settore"
          typed={values}
          of="obiettivo"
          autocomplete="off"
          {...(page.base === null ? {} : { hint: ownersHint(page) })}
        />
        {sharers > 1 ? (
          <p class="tr-hint">
            {`Obiettivo comune a ${sharers} settori: titolo, indicatori e fasi valgono per tutti, il peso per questo settore.`}
          </p>
        ) : null}
        <IndicatorFields count={objective.indicators.length} typed={values} />
        <MilestoneFields milestones={objective.milestones} typed={values} />
        <div class="tr-save">
          <button type="submit" class="btn btn-primary" name="poi" value="resta">
            Salva
          </button>
          <button type="submit" class="btn btn-outline-primary" name="poi" value="avanti">
            Salva e vai al successivo
          </button>
          <span class="tr-saved" data-salvato role="status" />
        </div>
      </CommandForm>
      <DraftTools {...props} />
    </>
  );
};
