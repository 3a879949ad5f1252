/** The first page of a draft: the whole plan as it was read and corrected, with what is missing and weak beside each thing. */
import type { FC } from 'hono/jsx';
import { counted } from '../../../mail/italian-numbers.js';
import type { DraftPage } from '../../queries/draft-page.js';
import { missingOf } from '../../queries/draft-page.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm, ErrorSummary, type Typed } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { AddSector, DocumentForm } from './draft-document-form.js';
import { draftOrigin, draftPath, draftTitle, objectivePath, Steps, WarningList } from './draft-parts.js';
import { DraftSectorView } from './draft-sector.js';

interface OverviewProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: DraftPage;
  /** A form of this page that was sent back: which, and with what. */
  readonly wrong: { readonly form: string; readonly typed: Typed } | null;
}

export const DraftOverview: FC<OverviewProps> = ({ frame, viewer, page, wrong }) => {
  const { draft, warnings, beside } = page;
  const { document } = draft.plan;
  const live = draft.plan.sectors.flatMap(({ objectives }) => objectives.filter((one) => !one.discarded));
  const incomplete = live.filter((one) => missingOf(one, document).length > 0).length;
  const typedOf = (form: string): Typed | null => (wrong?.form === form ? wrong.typed : null);
  const first = live[0];
  return (
    <Page
      frame={frame}
      title={draftTitle(page)}
      subtitle={draftOrigin(page)}
      back={
        page.base === null
          ? { href: '/importa', text: 'Importa piano' }
          : { href: `/piano?anno=${document.year}`, text: 'Il piano' }
      }
    >
      <Steps page={page} at="check" />
      {wrong === null ? null : <ErrorSummary typed={wrong.typed} of={wrong.form} />}
      {draft.partial === null ? null : (
        <p class="tr-flash tr-flash-trouble">
          <strong>
            {draft.changes === null ? 'Letto solo in parte.' : 'Modifiche riportate sul piano in vigore.'}
          </strong>
          {` ${draft.partial}`}
        </p>
      )}
      <p class="lead">
        {`${counted(page.made.plan.sectors.length, 'settore', 'settori')}, ${counted(countOf(page), 'obiettivo', 'obiettivi')}. `}
        {page.base !== null
          ? ''
          : incomplete === 0
            ? 'Nessuna voce manca.'
            : `In ${counted(incomplete, 'obiettivo manca', 'obiettivi manca')} qualcosa.`}
        {warnings.length === 0 ? '' : ` ${counted(warnings.length, 'avvertenza', 'avvertenze')}.`}
      </p>
      <p>
        {page.base !== null
          ? HOW_TO[draft.changes?.kind ?? 'variation']
          : draft.lines.length === 0
            ? 'Apri un obiettivo per correggerlo.'
            : 'Apri un obiettivo per vederlo accanto alle righe da cui è stato letto, e correggerlo.'}
        {' Nulla parte prima della conferma. '}
        {changedInWords(page)}
      </p>
      <p class="tr-actions">
        {first === undefined || page.base !== null ? null : (
          <a class="btn btn-primary" href={objectivePath(page, first.id)}>
            Comincia dal primo obiettivo
          </a>
        )}
        <a class="btn btn-outline-primary" href={`${draftPath(page)}/conferma`}>
          {page.base === null ? 'Vai alla conferma' : "Vai all'anteprima"}
        </a>
      </p>
      {page.inForce && page.base === null ? (
        <p class="tr-flash">
          {`Il ${document.year} ha già un piano in vigore: confermando questa bozza si registra una variazione. Le differenze sono nel passo 2.`}
        </p>
      ) : null}
      {page.base === null ? <DocumentForm viewer={viewer} page={page} typed={typedOf('documento')} /> : null}
      <WarningList warnings={beside.get('document') ?? []} title="Avvertenze sul piano" />
      {page.base === null ? <Duties page={page} /> : null}
      {draft.plan.sectors.map((sector) => (
        <DraftSectorView viewer={viewer} page={page} sector={sector} wrong={wrong} />
      ))}
      {page.base === null ? <AddSector viewer={viewer} page={page} typed={typedOf('settore-nuovo')} /> : null}
      <section class="tr-panel" aria-labelledby="scarta">
        <h2 id="scarta">Non serve più?</h2>
        <CommandForm viewer={viewer} action={`${draftPath(page)}/scarta`} class="tr-inline-form">
          <button type="submit" class="btn btn-outline-primary btn-sm">
            Scarta la bozza
          </button>
          <span class="tr-hint">Resta tra le bozze scartate con le tue correzioni: si può riprendere.</span>
        </CommandForm>
      </section>
    </Page>
  );
};

const HOW_TO = {
  variation:
    'Apri un obiettivo per cambiare parole, date, indicatori o responsabile, o per toglierlo dal piano; sotto ogni settore puoi aggiungerne uno e ridistribuire i pesi.',
  correction:
    'Apri un obiettivo per correggere parole o una data letta male. Pesi, valori attesi, obiettivi e fasi aggiunti o tolti chiedono un atto.',
};

/** A shared objective, listed under several sectors, is one. */
export function countOf({ draft }: Pick<DraftPage, 'draft'>): number {
  const all = draft.plan.sectors.flatMap(({ objectives }) => objectives.filter((one) => !one.discarded));
  return new Set(all.map(({ id, group }) => group ?? id)).size;
}

function changedInWords({ draft }: DraftPage): string {
  if (draft.changedAt === null) return '';
  return `Le correzioni sono salvate${draft.changedBy === null ? '' : `: l'ultima è di ${draft.changedBy}`}.`;
}

/** Objectives that the law wants in every plan of that year and whose words were not found. */
const Duties: FC<{ readonly page: DraftPage }> = ({ page }) => {
  const absent = page.duties.filter(({ by }) => by === null);
  if (absent.length === 0) return null;
  return (
    <div class="tr-warnings">
      <p class="tr-warnings-title">Obiettivi richiesti dalle norme che non si riconoscono nel piano</p>
      <ul class="tr-lines">
        {absent.map(({ duty }) => (
          <li>
            {`Obiettivo che riguarda ${duty.about}`}
            <span class="tr-due-note">
              {`${duty.norm}. Se c'è con altre parole va bene così; se manca davvero, si aggiunge con una variazione.`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
