/** The second step of a change of the plan in force: what it changes, which notices move, what is marked, the act. */
import type { FC } from 'hono/jsx';
import type { VariationFlag } from '../../../domain/plan/variation-flags.js';
import type { ConfirmPage } from '../../queries/confirm-page.js';
import type { VariationAhead } from '../../queries/plan-ahead.js';
import type { VariationPreview } from '../../queries/variation-preview.js';
import type { Viewer } from '../../viewer.js';
import { OrganAndNumber, ProtocolFields } from '../act-fields.js';
import { blank, CommandForm, ErrorSummary, Input, TextArea, type Typed } from '../fields.js';
import { draftOrigin, draftPath, draftTitle, Steps } from '../import/draft-parts.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { flagSentence } from './change-words.js';
import { PlanWarnings } from './plan-warnings.js';
import { VariationAheadView } from './variation-ahead.js';
import { NoticeChanges, ObligationChanges } from './variation-notices.js';

interface ConfirmProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: ConfirmPage;
  readonly ahead: VariationAhead;
  /** `null`: nothing of it can be carried out. */
  readonly preview: VariationPreview | null;
  readonly typed: Typed | null;
}

export const VariationConfirmView: FC<ConfirmProps> = ({ frame, viewer, page, ahead, preview, typed }) => {
  const { draft } = page;
  const values = typed ?? blank({ organ: 'giunta' });
  const words = townWords(viewer.town);
  const isImport = draft.changes === null;
  return (
    <Page
      frame={frame}
      title={isImport ? `Variazione del piano ${draft.year}` : draftTitle(page)}
      subtitle={
        isImport
          ? `${page.made.plan.document.body ?? 'Ente non indicato'} · bozza da ${draft.fileName}`
          : draftOrigin(page)
      }
      back={{ href: draftPath(page), text: isImport ? 'Controlla e correggi' : 'Modifica il piano' }}
    >
      <Steps page={page} at="confirm" />
      {typed === null ? null : <ErrorSummary typed={typed} />}
      <VariationAheadView ahead={ahead} viewer={viewer} draft={draft.id} />
      {preview === null ? (
        <p>
          <a class="btn btn-outline-primary" href={draftPath(page)}>
            Torna alla bozza
          </a>
        </p>
      ) : (
        <>
          <Flags flags={preview.flags} isTyped={typed !== null} kind={ahead.kind} />
          <ObligationChanges preview={preview} words={words} />
          <NoticeChanges preview={preview} words={words} />
          <PlanWarnings warnings={page.warnings} />
          <CommandForm viewer={viewer} action={`${draftPath(page)}/conferma`} class="">
            <input type="hidden" name="visto" value={String(draft.version)} />
            {ahead.kind === 'variation' ? (
              <ActFields viewer={viewer} typed={values} />
            ) : (
              <CorrectionFields viewer={viewer} typed={values} />
            )}
          </CommandForm>
        </>
      )}
    </Page>
  );
};

/** Marked, never refused. */
const Flags: FC<{
  readonly flags: readonly VariationFlag[];
  readonly isTyped: boolean;
  readonly kind: VariationAhead['kind'];
}> = ({ flags, isTyped, kind }) =>
  flags.length === 0 ? null : (
    <section class="tr-warnings" aria-labelledby="segni">
      <h2 id="segni" class="tr-warnings-title h6">
        {isTyped || kind === 'correction' ? 'Sarà segnata così' : 'Con un atto di oggi sarà segnata così'}
      </h2>
      <ul class="tr-lines">
        {flags.map((flag) => (
          <li>{flagSentence(flag)}</li>
        ))}
      </ul>
      <p class="tr-hint">Non impedisce la conferma: resta accanto alla variazione e nella Relazione.</p>
    </section>
  );

interface FieldsProps {
  readonly viewer: Viewer;
  readonly typed: Typed;
}

const ActFields: FC<FieldsProps> = ({ viewer, typed }) => (
  <section class="tr-panel tr-form" aria-labelledby="atto">
    <h2 id="atto">L'atto che varia il piano</h2>
    <OrganAndNumber typed={typed} />
    <Input name="date" label="Data dell'atto" type="date" typed={typed} max={viewer.today} required />
    <Input
      name="effectiveFrom"
      label="Decorrenza"
      type="date"
      typed={typed}
      max={viewer.today}
      hint="Da quando vale, se non dal giorno dell'atto. Gli avvisi cambiano comunque da oggi: il passato non si riscrive."
    />
    <Input name="subject" label="Oggetto" typed={typed} autocomplete="off" />
    <ProtocolFields typed={typed} />
    <TextArea
      name="note"
      label="Motivo della variazione"
      typed={typed}
      rows={3}
      hint="Com'è nell'atto: si legge nell'elenco delle variazioni e nella Relazione."
      required
    />
    <Buttons text="Conferma la variazione" />
  </section>
);

const CorrectionFields: FC<FieldsProps> = ({ typed }) => (
  <section class="tr-panel tr-form" aria-labelledby="errore">
    <h2 id="errore">L'errore materiale</h2>
    <p class="tr-hint">
      Non serve un atto: si corregge ciò che era scritto o letto male. La correzione resta nell'elenco, a
      parte dalle variazioni.
    </p>
    <TextArea name="note" label="Qual era l'errore" typed={typed} rows={3} required />
    <Buttons text="Conferma la correzione" />
  </section>
);

const Buttons: FC<{ readonly text: string }> = ({ text }) => (
  <p class="tr-actions">
    <button type="submit" class="btn btn-primary">
      {text}
    </button>
    <button type="submit" class="btn btn-outline-primary" name="poi" value="anteprima" formnovalidate>
      Aggiorna l'anteprima
    </button>
  </p>
);
