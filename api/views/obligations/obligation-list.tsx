/** Every obligation that the viewer may see, with search, filters and CSV. */
import type { FC } from 'hono/jsx';
import { counted } from '../../../mail/italian-numbers.js';
import type { RecordView } from '../../queries/obligation-view.js';
import { STANDING_CODES } from '../../queries/standing-code.js';
import type { Viewer } from '../../viewer.js';
import { blank, Input, Select } from '../fields.js';
import { FilterButtons } from '../filter-buttons.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { STANDINGS } from '../words.js';
import { Due, Owner, placeOf, StandingBadge, Subject, weightInWords } from './obligation-parts.js';

interface ListProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly views: readonly RecordView[];
  readonly years: readonly number[];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
  /** The filters as they stand. */
  readonly typed: Readonly<Record<'anno' | 'settore' | 'stato' | 'cerca', string>>;
}

const STANDING_CHOICES = [
  { value: '', text: 'Tutti gli stati' },
  { value: 'aperte', text: 'Ancora aperte' },
  { value: 'oltre-il-termine', text: 'Oltre il termine' },
  { value: 'entro-10-giorni', text: 'Oggi o entro 10 giorni lavorativi' },
  { value: 'chiuse', text: 'Chiuse' },
  ...STANDING_CODES.map((code) => ({ value: code, text: `Solo: ${STANDINGS[code]}` })),
];

export const ObligationListView: FC<ListProps> = ({ frame, viewer, views, years, sectors, typed }) => {
  const words = townWords(viewer.town);
  const filters = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== '')).toString();
  return (
    <Page frame={frame} title="Tutte le scadenze" subtitle={counted(views.length, 'scadenza', 'scadenze')}>
      <search aria-label="Cerca tra le scadenze">
        <form method="get" action="/scadenze" class="tr-filters">
          <Input name="cerca" label="Cerca" type="search" typed={blank(typed)} required={false} />
          <Select
            name="settore"
            label="Settore"
            typed={blank(typed)}
            choices={[
              { value: '', text: 'Tutti i settori' },
              ...sectors.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <Select name="stato" label="Stato" typed={blank(typed)} choices={STANDING_CHOICES} />
          {years.length < 2 ? null : (
            <Select
              name="anno"
              label="Anno"
              typed={blank(typed)}
              choices={[
                { value: '', text: 'Tutti gli anni' },
                ...years.map((year) => ({ value: String(year), text: String(year) })),
              ]}
            />
          )}
          <FilterButtons button="Filtra" whole={filters === '' ? null : { href: '/scadenze' }} />
        </form>
      </search>
      <Table
        caption="Scadenze, le più urgenti per prime"
        columns={[
          {
            title: 'Obiettivo e fase',
            heading: true,
            cell: ({ obligation }) => <Subject subject={obligation.subject} href={placeOf(obligation)} />,
          },
          { title: 'Entro il', cell: (view) => <Due view={view} /> },
          { title: 'Stato', cell: ({ standing }) => <StandingBadge code={standing.code} /> },
          {
            title: 'A carico di',
            cell: ({ obligation }) => <Owner owner={obligation.owner} words={words} />,
          },
          {
            title: 'Peso',
            numeric: true,
            cell: ({ obligation }) => weightInWords(obligation.subject.weight),
          },
        ]}
        rows={views}
        empty="Nessuna scadenza corrisponde a questi filtri."
      />
      <p class="tr-actions">
        <a href={filters === '' ? '/scadenze.csv' : `/scadenze.csv?${filters}`}>
          Scarica questo elenco (CSV)
        </a>
      </p>
    </Page>
  );
};
