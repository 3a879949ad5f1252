/** *Registro delle modifiche*: who did what, when, from where, by which act; what was there before and what after. */
import type { FC } from 'hono/jsx';
import { roleInWords } from '../../../mail/roles.js';
import type { Person } from '../../../store/people/people.js';
import { AUDIT_CHANNELS, type AuditRow } from '../../../store/register/audit.js';
import { AUDIT_ACTIONS } from '../../../store/register/audit-actions.js';
import type { AuditPage, Names } from '../../queries/audit-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, type Choice, Input, Select } from '../fields.js';
import { FilterButtons } from '../filter-buttons.js';
import { shortMoment } from '../italian-time.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { CHANNELS } from '../words.js';
import { changesOf } from './audit-changes.js';
import { ACTIONS_IN_WORDS, actionInWords } from './audit-words.js';
import { NoticeTabs } from './notice-tabs.js';

/** Names of the filters in the address. */
export type AuditTyped = Readonly<
  Record<'persona' | 'obiettivo' | 'azione' | 'canale' | 'dal' | 'al', string>
>;

interface AuditPageProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: AuditPage;
  readonly typed: AuditTyped;
  /** `null`: the viewer reads their own alone. */
  readonly people: readonly Person[] | null;
  readonly objectives: readonly Choice[];
}

export const AuditPageView: FC<AuditPageProps> = ({ frame, viewer, page, typed, people, objectives }) => {
  const given = Object.entries(typed).filter(([, value]) => value !== '');
  const asked = new URLSearchParams(given).toString();
  const further = new URLSearchParams([...given, ['prima', String(page.next)]]).toString();
  return (
    <Page
      frame={{ ...frame, flash: null }}
      title="Registro delle modifiche"
      subtitle={
        people === null
          ? 'Quello che hai fatto tu e quello che ti riguarda'
          : 'Chi ha fatto che cosa, e quando'
      }
    >
      {people === null ? null : <NoticeTabs here="/modifiche" />}
      <search aria-label="Cerca tra le modifiche">
        <form method="get" action="/modifiche" class="tr-filters">
          {people === null ? null : (
            <Select
              name="persona"
              label="Persona"
              typed={blank(typed)}
              choices={[EVERYBODY, ...people.map(chosen)]}
            />
          )}
          <Select name="obiettivo" label="Obiettivo" typed={blank(typed)} choices={[ALL, ...objectives]} />
          <Select name="azione" label="Che cosa" typed={blank(typed)} choices={[ALL, ...BY_WORDS]} />
          <Select
            name="canale"
            label="Da dove"
            typed={blank(typed)}
            choices={[ALL, ...AUDIT_CHANNELS.map((one) => ({ value: one, text: CHANNELS[one] }))]}
          />
          <Input name="dal" label="Dal" type="date" typed={blank(typed)} />
          <Input name="al" label="Al" type="date" typed={blank(typed)} />
          <FilterButtons button="Filtra" whole={asked === '' ? null : { href: '/modifiche' }} />
        </form>
      </search>
      <AuditTable viewer={viewer} rows={page.rows} names={page.names} />
      <p class="tr-actions">
        {page.next === null ? null : <a href={`/modifiche?${further}`}>Modifiche precedenti</a>}
        <a href={asked === '' ? '/modifiche.csv' : `/modifiche.csv?${asked}`}>Scarica questo elenco (CSV)</a>
      </p>
      <p class="tr-hint">
        Il programma può solo aggiungere righe: non le cambia e non le toglie. Se ne vanno quando finisce il
        loro tempo di conservazione, o con i dati di una persona che ne chiede la cancellazione.
      </p>
    </Page>
  );
};

const ALL: Choice = { value: '', text: 'Tutto' };
const EVERYBODY: Choice = { value: '', text: 'Tutti' };
const chosen = ({ id, name }: Person): Choice => ({ value: id, text: name });
const BY_WORDS: readonly Choice[] = AUDIT_ACTIONS.map((value) => ({
  value,
  text: ACTIONS_IN_WORDS[value],
})).sort((a, b) => a.text.localeCompare(b.text, 'it'));

const AuditTable: FC<{
  readonly viewer: Viewer;
  readonly rows: readonly AuditRow[];
  readonly names: Names;
}> = ({ viewer, rows, names }) => (
  <Table
    caption="Modifiche, dalla più recente"
    columns={[
      { title: 'Quando', cell: ({ at }) => shortMoment(at, viewer.town.clock.zone) },
      { title: 'Chi', cell: (row) => whoOf(row, viewer) },
      {
        title: 'Che cosa',
        heading: true,
        cell: (row) => (
          <>
            {actionInWords(row)}
            <span class="tr-due-note">{aboutOf(row, names)}</span>
          </>
        ),
      },
      { title: 'Prima e dopo', cell: (row) => <Changes row={row} names={names} /> },
      { title: 'Atto', cell: ({ act }) => (act === null ? '–' : (names.get(act) ?? '–')) },
    ]}
    rows={rows}
    empty="Nessuna modifica corrisponde a questi filtri."
  />
);

/** Who, in which role, from where. */
const whoOf = (row: AuditRow, viewer: Viewer) => (
  <>
    {row.personName ?? 'Il sistema'}
    <span class="tr-due-note">
      {[
        ...(row.role === null ? [] : [roleInWords(row.role, townWords(viewer.town))]),
        CHANNELS[row.channel],
      ].join(', ')}
    </span>
  </>
);

/** What it was about, in words; empty where the action says it all. */
export const aboutOf = ({ subject }: Pick<AuditRow, 'subject'>, names: Names): string =>
  subject === null ? '' : (names.get(subject) ?? '');

const Changes: FC<{ readonly row: AuditRow; readonly names: Names }> = ({ row, names }) => {
  const changes = changesOf(row, names);
  return changes.length === 0 ? (
    <>–</>
  ) : (
    <ul class="tr-lines">
      {changes.map(({ field, before, after }) => (
        <li>
          <strong>{field}</strong>
          {`: ${before === null ? '' : `${shortened(before)} → `}${after === null ? '–' : shortened(after)}`}
        </li>
      ))}
    </ul>
  );
};

/** The whole is in the CSV. */
const shortened = (text: string): string => (text.length <= 200 ? text : `${text.slice(0, 200)}…`);
