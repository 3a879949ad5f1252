/** The objectives of a year: those of structure, shared by sectors, then those of each sector. */
import type { FC } from 'hono/jsx';
import { counted } from '../../../mail/italian-numbers.js';
import type { ObjectiveSummary } from '../../../store/plan/objectives.js';
import type { Viewer } from '../../viewer.js';
import { blank, Input, Select } from '../fields.js';
import { FilterButtons } from '../filter-buttons.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { titleOf, weightInWords } from './obligation-parts.js';

interface ListProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  /** `null`: no plan yet. */
  readonly year: number | null;
  readonly years: readonly number[];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
  readonly objectives: readonly ObjectiveSummary[];
  readonly typed: Readonly<Record<'cerca' | 'settore' | 'anno', string>>;
}

export const ObjectiveListView: FC<ListProps> = ({
  frame,
  viewer,
  year,
  years,
  sectors,
  objectives,
  typed,
}) => {
  if (year === null) {
    return (
      <Page frame={frame} title="Obiettivi">
        <p class="tr-empty">Non c'è ancora un piano.</p>
      </Page>
    );
  }
  const shared = objectives.filter((one) => one.shared);
  const shown = typed.settore === '' ? sectors : sectors.filter(({ id }) => id === typed.settore);
  return (
    <Page
      frame={frame}
      title="Obiettivi"
      subtitle={`Piano ${year} · ${counted(objectives.length, 'obiettivo', 'obiettivi')}`}
    >
      <search aria-label="Cerca tra gli obiettivi">
        <form method="get" action="/obiettivi" class="tr-filters">
          <Input name="cerca" label="Cerca" type="search" typed={blank(typed)} />
          <Select
            name="settore"
            label={viewer.town.settings.words.sector}
            typed={blank(typed)}
            choices={[
              { value: '', text: 'Tutti' },
              ...sectors.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          {years.length < 2 ? null : (
            <Select
              name="anno"
              label="Anno"
              typed={blank(typed)}
              choices={years.map((one) => ({ value: String(one), text: String(one) }))}
            />
          )}
          <FilterButtons
            button="Cerca"
            whole={typed.cerca === '' && typed.settore === '' ? null : { href: `/obiettivi?anno=${year}` }}
          />
        </form>
      </search>
      {objectives.length === 0 ? (
        <p class="tr-empty">Nessun obiettivo corrisponde a questa ricerca.</p>
      ) : null}
      {shared.length === 0 ? null : (
        <section aria-labelledby="struttura">
          <h2 id="struttura">Obiettivi di struttura</h2>
          <p class="tr-lead">Comuni a più settori, ciascuno con il suo peso.</p>
          <ObjectiveTable objectives={shared} sector={null} caption="Obiettivi di struttura" />
        </section>
      )}
      {shown.map(({ id, name }) => {
        const own = objectives.filter((one) => !one.shared && one.sectors.some((share) => share.id === id));
        return own.length === 0 ? null : (
          <section aria-labelledby={`settore-${id}`}>
            <h2 id={`settore-${id}`}>{name}</h2>
            <ObjectiveTable objectives={own} sector={id} caption={`Obiettivi di ${name}`} />
          </section>
        );
      })}
      <p class="tr-actions">
        <a
          href={`/obiettivi.csv?${new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== ''))}`}
        >
          Scarica questo elenco (CSV)
        </a>
        <a href={`/piano?anno=${year}`}>Il piano: atti, file originale, esportazioni</a>
      </p>
    </Page>
  );
};

/** `sector`: whose weight is shown; `null`: of all that share it. */
const ObjectiveTable: FC<{
  readonly objectives: readonly ObjectiveSummary[];
  readonly sector: string | null;
  readonly caption: string;
}> = ({ objectives, sector, caption }) => (
  <Table
    caption={caption}
    columns={[
      {
        title: 'Obiettivo',
        heading: true,
        cell: ({ id, number, title }) => (
          <a href={`/obiettivi/${id}`}>{titleOf({ number, objective: title })}</a>
        ),
      },
      { title: 'Peso', numeric: true, cell: (one) => weightOf(one, sector) },
    ]}
    rows={objectives}
    empty=""
  />
);

function weightOf({ sectors }: ObjectiveSummary, sector: string | null): string {
  const weights = sectors
    .filter(({ id }) => sector === null || id === sector)
    .map(({ weight }) => weightInWords(weight));
  const distinct = [...new Set(weights)];
  return distinct.length > 1 ? `da settore a settore: ${weights.join(', ')}` : (distinct[0] ?? '–');
}
