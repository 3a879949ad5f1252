/** The second step of an import: the plan as it was read, its warnings, and the form with the act. */
import type { FC } from 'hono/jsx';
import type { LintWarning, PlanMilestone, PlanObjective, PlanSector } from '../../domain/plan/plan-document.js';
import { parseCivilDate } from '../../domain/time/civil-date.js';
import { italianDate } from '../../mail/italian-dates.js';
import { counted } from '../../mail/italian-numbers.js';
import { ORGANS } from '../commands/plan-checks.js';
import type { PlanPreview } from '../queries/plan-preview.js';
import type { Viewer } from '../viewer.js';
import { blank, CommandForm, ErrorSummary, Input, Select, TextArea, type Typed } from './fields.js';
import type { Frame } from './frame.js';
import { Page } from './page.js';
import { Table } from './table.js';
import { LINT_TITLES, ORGANS_IN_WORDS } from './words.js';

interface PreviewProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly preview: PlanPreview;
  readonly typed: Typed | null;
}

export const PreviewView: FC<PreviewProps> = ({ frame, viewer, preview, typed }) => {
  const { draft, counts, warnings } = preview;
  const { plan } = draft;
  return (
    <Page
      frame={frame}
      title={`Piano ${plan.document.year}`}
      subtitle={`${plan.document.body ?? 'Ente non indicato'} · bozza da ${draft.fileName}`}
      back={{ href: '/importa', text: 'Importa piano' }}
    >
      {typed === null ? null : <ErrorSummary typed={typed} />}
      <p class="lead">
        {`${counted(plan.sectors.length, 'settore', 'settori')}, ${counted(counts.objectives, 'obiettivo', 'obiettivi')}, ${counted(counts.obligations, 'scadenza', 'scadenze')}: ${counts.dated} con una data, ${counts.implicit} con termine implicito al 31 dicembre, ${counts.external} con termine esterno da definire.`}
      </p>
      <p>
        {`Confermando oggi gli avvisi iniziano ${italianDate(preview.firstNotice)}.`}
        {counts.beforeStart === 0
          ? ''
          : ` ${counted(counts.beforeStart, 'scadenza cade', 'scadenze cadono')} prima: per ciascuna si chiede una volta se e quando è stata conclusa.`}
      </p>
      <Warnings warnings={warnings} />
      <section aria-labelledby="obiettivi">
        <h2 id="obiettivi">Come è stato letto</h2>
        {plan.sectors.map((sector) => (
          <details class="tr-details">
            <summary>{`${sector.name} (${counted(sector.objectives.length, 'obiettivo', 'obiettivi')})`}</summary>
            <SectorObjectives sector={sector} />
          </details>
        ))}
      </section>
      {preview.yearTaken ? (
        <p class="tr-flash tr-flash-wrong">
          {`Il ${plan.document.year} ha già un piano approvato: questa bozza non si può confermare.`}
        </p>
      ) : (
        <ConfirmForm viewer={viewer} preview={preview} typed={typed} />
      )}
      <CommandForm viewer={viewer} action={`/importa/${draft.id}/scarta`} class="tr-inline-form">
        <button type="submit" class="btn btn-outline-primary btn-sm">
          Scarta la bozza
        </button>
      </CommandForm>
    </Page>
  );
};

/** Grouped by what they are about; each with its place. */
const Warnings: FC<{ readonly warnings: readonly LintWarning[] }> = ({ warnings }) => {
  if (warnings.length === 0) return <p class="tr-empty">Nessuna avvertenza.</p>;
  const codes = [...new Set(warnings.map(({ code }) => code))];
  return (
    <section class="tr-panel tr-panel-alert" aria-labelledby="avvertenze">
      <h2 id="avvertenze">{`Avvertenze (${warnings.length})`}</h2>
      <p class="tr-lead">
        Il piano si registra così come è stato deliberato. Le avvertenze dicono che cosa conviene guardare prima di
        confermare.
      </p>
      {codes.map((code) => {
        const own = warnings.filter((warning) => warning.code === code);
        return (
          <details class="tr-details" open={own.length <= 3}>
            <summary>{`${Object.hasOwn(LINT_TITLES, code) ? LINT_TITLES[code] : code} (${own.length})`}</summary>
            <ul class="tr-lines">
              {own.map(({ message, where }) => (
                <li>
                  {message}
                  <span class="tr-due-note">{whereInWords(where)}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
};

const whereInWords = ({ sector, number, title, line }: LintWarning['where']): string =>
  [
    sector ?? '',
    number == null ? '' : `n. ${number}`,
    title ?? '',
    line === undefined ? '' : `riga ${line} del documento`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

const SectorObjectives: FC<{ readonly sector: PlanSector }> = ({ sector }) => (
  <Table
    caption={`Obiettivi di ${sector.name}`}
    columns={[
      {
        title: 'Obiettivo',
        heading: true,
        cell: ({ number, title, shared }: PlanObjective) => (
          <>
            {number === null ? title : `${number} – ${title}`}
            {shared ? <span class="tr-due-note">di struttura, comune a più settori</span> : null}
          </>
        ),
      },
      {
        title: 'Fasi',
        cell: ({ milestones }) =>
          milestones.length === 0 ? (
            'nessuna data: 31 dicembre'
          ) : (
            <ul class="tr-lines">
              {milestones.map((milestone) => (
                <li>
                  {`«${milestone.phrase}»`}
                  <span class="tr-due-note">{milestoneInWords(milestone)}</span>
                </li>
              ))}
            </ul>
          ),
      },
      { title: 'Peso', numeric: true, cell: ({ weight }) => (weight === null ? '–' : String(weight).replace('.', ',')) },
    ]}
    rows={sector.objectives}
    empty="Nessun obiettivo."
  />
);

const ROLES = {
  'as-of': 'situazione a una data, non una scadenza',
  event: 'fatto che accade, non una scadenza',
  'start-window': 'inizio di un periodo, non una scadenza',
  continuous: "attività di tutto l'anno, non una scadenza",
} as const;

function milestoneInWords(milestone: PlanMilestone): string {
  if (milestone.role !== undefined) return ROLES[milestone.role];
  if (milestone.invalid === true) return 'giorno che non esiste: non fa una scadenza';
  const day = parseCivilDate(milestone.date ?? '');
  switch (milestone.kind) {
    case 'date':
    case 'month-end':
    case 'period':
      return day === null ? 'data che non si legge' : `entro ${italianDate(day)}`;
    case 'recurring':
      return 'ricorrente';
    case 'relative':
      return `dopo un altro fatto: ${milestone.anchor ?? 'non indicato'}`;
    case 'external-term':
      return `termine esterno: ${milestone.anchor ?? 'non indicato'}`;
    case 'none':
      return 'nessun termine';
  }
}

const ConfirmForm: FC<{ readonly viewer: Viewer; readonly preview: PlanPreview; readonly typed: Typed | null }> = ({
  viewer,
  preview,
  typed,
}) => {
  const values = typed ?? blank({ organ: 'giunta', date: preview.actDate ?? '' });
  return (
    <section class="tr-panel" aria-labelledby="atto">
      <h2 id="atto">Conferma con l'atto</h2>
      <CommandForm viewer={viewer} action={`/importa/${preview.draft.id}/conferma`}>
        <Select
          name="organ"
          label="Organo"
          typed={values}
          required
          choices={ORGANS.map((organ) => ({ value: organ, text: ORGANS_IN_WORDS[organ][0] }))}
        />
        <Input name="number" label="Numero dell'atto" typed={values} autocomplete="off" required />
        <Input name="date" label="Data dell'atto" type="date" typed={values} max={viewer.today} required />
        <Input name="subject" label="Oggetto" typed={values} autocomplete="off" />
        <Input name="protocolNumber" label="Numero di protocollo" typed={values} autocomplete="off" />
        <Input name="protocolDate" label="Data di protocollo" type="date" typed={values} />
        <TextArea
          name="note"
          label="Nota di chi conferma"
          typed={values}
          rows={3}
          hint={
            preview.noteNeeded
              ? "Serve perché il piano ha avvertenze su pesi, numeri o date: di' perché si conferma così."
              : 'Resta accanto al piano.'
          }
          required={preview.noteNeeded}
        />
        <p class="tr-hint">
          Confermando, le scadenze si aprono e gli avvisi partono da soli. Per cambiare poi una data servirà un atto.
        </p>
        <button type="submit" class="btn btn-primary">
          Conferma il piano
        </button>
      </CommandForm>
    </section>
  );
};
