/** The confirmation of a draft: what it opens, who answers, days still to say, the act. */
import type { FC } from 'hono/jsx';
import { actIn } from '../../../domain/plan/act-words.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { ConfirmPage } from '../../queries/confirm-page.js';
import type { Viewer } from '../../viewer.js';
import { OrganAndNumber, ProtocolFields } from '../act-fields.js';
import { blank, CommandForm, ErrorSummary, Input, TextArea, type Typed } from '../fields.js';
import { LeadQuestions } from '../obligations/lead-form.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { PlanWarnings } from '../plan/plan-warnings.js';
import { AskedTerms, Owners } from './confirm-questions.js';
import { draftPath, Steps } from './draft-parts.js';

interface ConfirmProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: ConfirmPage;
  readonly typed: Typed | null;
}

export const ConfirmView: FC<ConfirmProps> = ({ frame, viewer, page, typed }) => {
  const { draft } = page;
  const { document } = page.made.plan;
  const values = typed ?? blank(begun(page));
  return (
    <Page
      frame={frame}
      title={`Piano ${document.year}: conferma con l'atto`}
      subtitle={`${document.body ?? 'Ente non indicato'} · bozza da ${draft.fileName}`}
      back={{ href: draftPath(page), text: 'Controlla e correggi' }}
    >
      <Steps page={page} at="confirm" />
      {typed === null ? null : <ErrorSummary typed={typed} />}
      <WhatOpens page={page} />
      <p>
        <a href={`/prova-generale?bozza=${draft.id}`}>
          Prova generale: leggi ogni messaggio che partirebbe con questo piano
        </a>
      </p>
      <PlanWarnings warnings={page.warnings} />
      <CommandForm viewer={viewer} action={`${draftPath(page)}/conferma`} class="">
        <input type="hidden" name="visto" value={String(draft.version)} />
        <Owners page={page} typed={values} />
        <LeadQuestions page={page} typed={values} />
        <AskedTerms page={page} typed={values} today={viewer.today} />
        <ActFields page={page} viewer={viewer} typed={values} />
      </CommandForm>
    </Page>
  );
};

const WhatOpens: FC<{ readonly page: ConfirmPage }> = ({ page }) => {
  const { counts, made } = page;
  return (
    <>
      <p class="lead">
        {`${counted(made.plan.sectors.length, 'settore', 'settori')}, ${counted(counts.objectives, 'obiettivo', 'obiettivi')}, ${counted(counts.obligations, 'scadenza', 'scadenze')}: ${counts.dated} con una data, ${counts.implicit} con termine implicito al 31 dicembre, ${counts.external} con termine esterno da definire.`}
      </p>
      <p>
        {`Confermando oggi gli avvisi iniziano ${italianDate(page.firstNotice)}.`}
        {counts.beforeStart === 0
          ? ''
          : ` ${counted(counts.beforeStart, 'scadenza cade', 'scadenze cadono')} prima: qui sotto puoi dire quali sono già concluse; delle altre si chiede una volta al responsabile se e quando.`}
      </p>
    </>
  );
};

/** What the document says of its act, and the owners by its words. */
function begun(page: ConfirmPage): Record<string, string> {
  const { act, actDate } = page.made.plan.document;
  const said = actIn(act);
  return {
    organ: said.organ ?? 'giunta',
    number: said.number,
    date: actDate ?? '',
    ...Object.fromEntries(page.sectors.map(({ id, owner }) => [`owner-${id}`, owner.role])),
  };
}

const ActFields: FC<{
  readonly page: ConfirmPage;
  readonly viewer: Viewer;
  readonly typed: Typed;
}> = ({ page, viewer, typed }) => (
  <section class="tr-panel tr-form" aria-labelledby="atto">
    <h2 id="atto">L'atto che approva il piano</h2>
    {page.made.plan.document.act !== null ? (
      <p class="tr-hint">{`Nel documento: ${page.made.plan.document.act}.`}</p>
    ) : null}
    <OrganAndNumber typed={typed} />
    <Input name="date" label="Data dell'atto" type="date" typed={typed} max={viewer.today} required />
    <Input name="subject" label="Oggetto" typed={typed} autocomplete="off" />
    <ProtocolFields typed={typed} />
    <TextArea
      name="note"
      label="Nota di chi conferma"
      typed={typed}
      rows={3}
      hint={
        page.noteNeeded
          ? "Serve perché il piano ha avvertenze su pesi, numeri o date: di' perché si conferma così."
          : 'Resta accanto al piano.'
      }
      required={page.noteNeeded}
    />
    <p class="tr-hint">
      Confermando, le scadenze si aprono e gli avvisi partono da soli. Per cambiare poi una data servirà un
      atto. Il file originale e le correzioni fatte restano agli atti con il piano.
    </p>
    <button type="submit" class="btn btn-primary">
      Conferma il piano
    </button>
  </section>
);
