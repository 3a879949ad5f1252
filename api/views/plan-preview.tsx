/** The second step of an import: the plan as it was read, its warnings, and the form with the act. */
import type { FC } from 'hono/jsx';
import type { PlanMilestone, PlanObjective, PlanSector } from '../../domain/plan/plan-document.js';
import { parseCivilDate } from '../../domain/time/civil-date.js';
import { italianDate } from '../../mail/italian-dates.js';
import { counted } from '../../mail/italian-numbers.js';
import type { PlanPreview } from '../queries/plan-preview.js';
import type { Viewer } from '../viewer.js';
import { CommandForm, ErrorSummary, type Typed } from './fields.js';
import type { Frame } from './frame.js';
import { Page } from './page.js';
import { ConfirmForm } from './plan-confirm-form.js';
import { PlanWarnings } from './plan-warnings.js';
import { Table } from './table.js';

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
      <PlanWarnings warnings={warnings} />
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
      {
        title: 'Peso',
        numeric: true,
        cell: ({ weight }) => (weight === null ? '–' : String(weight).replace('.', ',')),
      },
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
