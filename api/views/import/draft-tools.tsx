/** What can be done with a whole objective of a draft: split, merge, move, share, put aside. */
import type { FC } from 'hono/jsx';
import { sharersOf } from '../../../domain/plan/draft/draft-plan.js';
import { blank, CheckBox, CommandForm, Input, Select, type Typed } from '../fields.js';
import { termInWords } from '../obligations/milestone-words.js';
import type { ObjectiveProps } from './draft-objective-props.js';
import { nameOf, objectivePath } from './draft-parts.js';

export const DraftTools: FC<ObjectiveProps> = (props) => {
  const { base, draft } = props.page;
  if (draft.changes?.kind === 'correction') return null;
  return base === null ? <ImportTools {...props} /> : <VariationTools {...props} />;
};

/** What an act does with a whole objective of the plan in force. */
const VariationTools: FC<ObjectiveProps> = (props) => (
  <div class="tr-tools">
    <h3>Altre modifiche</h3>
    <Move {...props} />
    <Share {...props} />
    <CommandForm
      viewer={props.viewer}
      action={`${objectivePath(props.page, props.placed.objective.id)}/togli`}
      class="tr-inline-form"
    >
      <input type="hidden" name="visto" value={String(props.page.draft.version)} />
      <button type="submit" class="btn btn-outline-primary btn-sm">
        Togli dal piano
      </button>
      <span class="tr-hint">
        {props.placed.objective.group === null
          ? 'Fino alla conferma si può rimettere.'
          : 'È comune a più settori: si toglie per tutti; per uno solo usa «Comune a più settori». Fino alla conferma si può rimettere.'}
      </span>
    </CommandForm>
  </div>
);

const ImportTools: FC<ObjectiveProps> = (props) => (
  <div class="tr-tools">
    <h3>Altre correzioni</h3>
    <Split {...props} />
    <Merge {...props} />
    <Move {...props} />
    <Share {...props} />
    <CommandForm
      viewer={props.viewer}
      action={`${objectivePath(props.page, props.placed.objective.id)}/scarta`}
      class="tr-inline-form"
    >
      <input type="hidden" name="visto" value={String(props.page.draft.version)} />
      <button type="submit" class="btn btn-outline-primary btn-sm">
        Scarta questo obiettivo
      </button>
      <span class="tr-hint">Si può riprendere.</span>
    </CommandForm>
  </div>
);

const typedOf = ({ wrong }: ObjectiveProps, form: string): Typed | null =>
  wrong?.form === form ? wrong.typed : null;

const Split: FC<ObjectiveProps> = (props) => {
  const { viewer, page, placed } = props;
  const { objective } = placed;
  const typed = typedOf(props, 'dividi');
  const values = typed ?? blank();
  return (
    <details class="tr-details" open={typed !== null}>
      <summary>Dividi in due obiettivi</summary>
      <CommandForm viewer={viewer} action={`${objectivePath(page, objective.id)}/dividi`}>
        <input type="hidden" name="visto" value={String(page.draft.version)} />
        <p class="tr-hint">
          Nasce un secondo obiettivo dopo questo. Scegli che cosa passa al secondo: il resto rimane qui.
        </p>
        <Input name="title" label="Titolo del secondo" typed={values} of="dividi" required />
        <div class="tr-row">
          <Input name="number" label="Numero del secondo" typed={values} of="dividi" />
          <Input name="weight" label="Peso del secondo" typed={values} of="dividi" inputmode="decimal" />
        </div>
        {objective.indicators.map(({ text }, index) => (
          <CheckBox name={`indicator-${index}`} label={`Indicatore: ${text}`} typed={values} of="dividi" />
        ))}
        {objective.milestones.map((milestone, index) => (
          <CheckBox
            name={`milestone-${index}`}
            label={`Fase: «${milestone.phrase}», ${termInWords(milestone)}`}
            typed={values}
            of="dividi"
          />
        ))}
        <button type="submit" class="btn btn-primary btn-sm">
          Dividi
        </button>
      </CommandForm>
    </details>
  );
};

const Merge: FC<ObjectiveProps> = ({ viewer, page, placed }) => {
  const { sector, objective } = placed;
  const others = sector.objectives.filter(
    (one) => one.id !== objective.id && !one.discarded && one.group === null,
  );
  if (objective.group !== null || others.length === 0) return null;
  const at = sector.objectives.findIndex(({ id }) => id === objective.id);
  const next = sector.objectives.slice(at + 1).find((one) => others.includes(one)) ?? others[0];
  return (
    <details class="tr-details">
      <summary>Unisci con un altro obiettivo</summary>
      <CommandForm viewer={viewer} action={`${objectivePath(page, objective.id)}/unisci`}>
        <input type="hidden" name="visto" value={String(page.draft.version)} />
        <Select
          name="other"
          label="Prende dentro l'obiettivo"
          typed={blank({ other: next?.id ?? '' })}
          of="unisci"
          choices={others.map((one) => ({ value: one.id, text: nameOf(one) }))}
          hint="Indicatori e fasi dell'altro passano qui, i pesi si sommano, i titoli si accodano. L'altro resta tra gli scartati."
          required
        />
        <button type="submit" class="btn btn-primary btn-sm">
          Unisci
        </button>
      </CommandForm>
    </details>
  );
};

const Move: FC<ObjectiveProps> = ({ viewer, page, placed }) => {
  const others = page.draft.plan.sectors.filter(({ id }) => id !== placed.sector.id);
  if (placed.objective.group !== null || others.length === 0) return null;
  return (
    <details class="tr-details">
      <summary>Sposta in un altro settore</summary>
      <CommandForm viewer={viewer} action={`${objectivePath(page, placed.objective.id)}/sposta`}>
        <input type="hidden" name="visto" value={String(page.draft.version)} />
        <Select
          name="sector"
          label="Settore"
          typed={blank()}
          of="sposta"
          choices={others.map(({ id, name }) => ({ value: id, text: name }))}
          required
        />
        <button type="submit" class="btn btn-primary btn-sm">
          Sposta
        </button>
      </CommandForm>
    </details>
  );
};

const Share: FC<ObjectiveProps> = ({ viewer, page, placed }) => {
  const { objective, sector } = placed;
  const { sectors } = page.draft.plan;
  if (sectors.length < 2) return null;
  const has = new Set(sharersOf(page.draft.plan, objective).map((one) => one.sector.id));
  const values = blank(Object.fromEntries([...has].map((id) => [`sector-${id}`, 'si'])));
  return (
    <details class="tr-details">
      <summary>Comune a più settori</summary>
      <CommandForm viewer={viewer} action={`${objectivePath(page, objective.id)}/condividi`}>
        <input type="hidden" name="visto" value={String(page.draft.version)} />
        <p class="tr-hint">
          {`Oltre a ${sector.name}, l'obiettivo è anche di:`}
          {has.size > 1 ? ` (per toglierlo a ${sector.name} aprilo da un altro dei suoi settori)` : ''}
        </p>
        {sectors
          .filter(({ id }) => id !== sector.id)
          .map(({ id, name }) => (
            <CheckBox name={`sector-${id}`} label={name} typed={values} of="condividi" />
          ))}
        <button type="submit" class="btn btn-primary btn-sm">
          Salva i settori
        </button>
      </CommandForm>
    </details>
  );
};
