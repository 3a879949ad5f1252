/** One objective: weights, indicators, terms; for who may, evidence, notices, history and register. */
import type { FC } from 'hono/jsx';
import type { PlanTarget } from '../../../domain/plan/plan-document.js';
import { roleInWords } from '../../../mail/roles.js';
import type { ObjectivePage } from '../../queries/objective-page.js';
import type { RecordView } from '../../queries/obligation-view.js';
import { reachOf } from '../../rights.js';
import type { Viewer } from '../../viewer.js';
import { Fact } from '../board/my-deadlines.js';
import type { Typed } from '../fields.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { EvidenceList } from './evidence-list.js';
import { LeadForm } from './lead-form.js';
import { ToldSections } from './objective-told.js';
import { Due, dayOr, placeOf, StandingBadge, titleOf, weightInWords } from './obligation-parts.js';

interface ObjectiveProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: ObjectivePage;
  /** What was typed to change the lead sector, and refused; `null`: nothing. */
  readonly lead: Typed | null;
}

export const ObjectivePageView: FC<ObjectiveProps> = ({ frame, viewer, page, lead }) => {
  const { objective, terms, evidence, told } = page;
  const title = titleOf({ number: objective.number, objective: objective.title });
  return (
    <Page
      frame={frame}
      title={title}
      subtitle={subtitleOf(page)}
      back={{ href: '/obiettivi', text: 'Obiettivi' }}
    >
      <Weights viewer={viewer} page={page} />
      {objective.shared && objective.state === 'in-force' && reachOf(viewer.roles, 'lead.change') !== null ? (
        <LeadForm viewer={viewer} objective={objective} typed={lead} />
      ) : null}

      <section aria-labelledby="fasi">
        <h2 id="fasi">Fasi e termini</h2>
        <TermTable terms={terms} viewer={viewer} />
      </section>

      <section aria-labelledby="indicatori">
        <h2 id="indicatori">Indicatori</h2>
        <Table
          caption="Indicatori"
          columns={[
            { title: 'Indicatore', heading: true, cell: ({ text }) => text },
            {
              title: 'Valore atteso',
              cell: ({ target }) => (target === null ? 'non indicato' : targetInWords(target)),
            },
          ]}
          rows={objective.indicators}
          empty="Il piano non indica indicatori."
        />
      </section>

      {evidence === null ? null : (
        <section aria-labelledby="documenti">
          <h2 id="documenti">{`Documenti (${evidence.length})`}</h2>
          <EvidenceList evidence={evidence} zone={viewer.town.clock.zone} />
        </section>
      )}
      {told === null ? null : (
        <ToldSections objective={objective.id} told={told} terms={terms} viewer={viewer} />
      )}
    </Page>
  );
};

const STATES = { 'in-force': '', withdrawn: ' · ritirato', evaluated: ' · valutato' } as const;

const subtitleOf = ({ objective }: ObjectivePage): string =>
  `Piano ${objective.year} · ${objective.shared ? 'obiettivo di struttura' : (objective.sectors[0]?.name ?? '')}${STATES[objective.state]}`;

const Weights: FC<{ readonly viewer: Viewer; readonly page: ObjectivePage }> = ({ viewer, page }) => {
  const { objective } = page;
  const word = viewer.town.settings.words.sector;
  if (!objective.shared) {
    return (
      <dl class="tr-facts tr-facts-wide">
        {objective.sectors.map(({ name, weight }) => (
          <>
            <Fact label={word}>{name}</Fact>
            <Fact label="Peso">{weightInWords(weight)}</Fact>
          </>
        ))}
        {objective.printedOwner === null ? null : (
          <Fact label="Responsabile nel piano">{objective.printedOwner}</Fact>
        )}
      </dl>
    );
  }
  return (
    <section aria-labelledby="pesi">
      <h2 id="pesi">Peso nei settori</h2>
      <Table
        caption="Peso in ciascun settore"
        columns={[
          { title: word, heading: true, cell: ({ name }) => name },
          { title: 'Peso', numeric: true, cell: ({ weight }) => weightInWords(weight) },
          {
            title: 'Risponde',
            cell: ({ id }) => answersIn(objective, id),
          },
        ]}
        rows={objective.sectors}
        empty=""
      />
    </section>
  );
};

/** "capofila, per tutti", "per sé"; the name of the lead sector where it answers instead. */
function answersIn({ lead, sectors }: ObjectivePage['objective'], sector: string): string {
  if (lead === null) return 'per sé';
  return lead === sector ? 'capofila, per tutti' : (sectors.find((one) => one.id === lead)?.name ?? '');
}

const TermTable: FC<{ readonly terms: readonly RecordView[]; readonly viewer: Viewer }> = ({
  terms,
  viewer,
}) => {
  const words = townWords(viewer.town);
  const reach = reachOf(viewer.roles, 'obligations.read');
  const mayOpen = ({ obligation }: RecordView): boolean =>
    reach !== null &&
    (reach.relation === 'town' ||
      reach.roles.some((role) => roleInWords(role, words) === roleInWords(obligation.owner, words)));
  return (
    <Table
      caption="Fasi e termini dell'obiettivo"
      columns={[
        {
          title: 'Fase',
          heading: true,
          cell: (view) => {
            const { milestone, sector } = view.obligation.subject;
            const text = milestone === null ? "Tutto l'anno" : `«${milestone}»`;
            return (
              <>
                {mayOpen(view) ? <a href={placeOf(view.obligation)}>{text}</a> : text}
                <span class="tr-due-note">{sector}</span>
              </>
            );
          },
        },
        { title: 'Entro il', cell: (view) => <Due view={view} /> },
        { title: 'Stato', cell: ({ standing }) => <StandingBadge code={standing.code} /> },
        { title: 'Conclusa il', cell: ({ obligation }) => dayOr(obligation.doneOn) },
        { title: 'Nota', cell: ({ record }) => record.doneNote ?? '–' },
      ]}
      rows={terms}
      empty="Nessun termine."
    />
  );
};

/** "almeno 95 %", "30 giorni". */
function targetInWords({ value, unit, op }: PlanTarget): string {
  const words = { '>=': 'almeno ', '<=': 'al massimo ', '>': 'più di ', '<': 'meno di ' } as const;
  return `${op === undefined ? '' : words[op]}${String(value).replace('.', ',')}${unit === undefined ? '' : ` ${unit}`}`;
}
