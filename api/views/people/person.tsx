/** One person: the roles they held and hold, a new one, their name and mailbox. */
import type { FC } from 'hono/jsx';
import type { Instant } from '../../../domain/time/instant.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { roleInWords } from '../../../mail/roles.js';
import type { Person } from '../../../store/people/people.js';
import type { PersonRoles, Tenure, TenureState } from '../../queries/people.js';
import type { Viewer } from '../../viewer.js';
import { blank, CheckBox, CommandForm, ErrorSummary, Input, Select, type Typed } from '../fields.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { DossierPanel } from '../register/dossier-buttons.js';
import { ErasePanel } from '../register/erase-panel.js';
import { Table } from '../table.js';
import { PersonAbsences } from './person-absences.js';
import { PersonCalendar } from './person-calendar.js';
import { PersonData } from './person-data.js';
import { PersonFields } from './person-fields.js';
import { PersonFiscalCode } from './person-fiscal-code.js';
import { StoppedMailbox } from './stopped-mailbox.js';

interface PersonProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly person: PersonRoles;
  /** Everybody else. */
  readonly others: readonly Person[];
  readonly sectors: readonly string[];
  readonly typed: Typed | null;
  /** Since when their calendar has an address; `null`: it has none. */
  readonly calendarSince: Instant | null;
  /** Known by a fiscal code; `null` where nobody enters by one. */
  readonly hasFiscalCode: boolean | null;
}

const STATES: Readonly<Record<TenureState, string>> = {
  past: 'concluso',
  present: 'in corso',
  future: 'futuro',
};

export const PersonView: FC<PersonProps> = ({
  frame,
  viewer,
  person: { person, tenures, absences, stoppedSince },
  others,
  sectors,
  typed,
  calendarSince,
  hasFiscalCode,
}) => {
  const words = townWords(viewer.town);
  const place = `/persone/${person.id}`;
  const known = {
    name: person.name,
    email: person.email ?? '',
    sharedMailbox: person.sharedMailbox ? 'si' : '',
  };
  const values = typed === null ? blank(known) : { ...typed, values: { ...known, ...typed.values } };
  return (
    <Page frame={frame} title={person.name} back={{ href: '/persone', text: 'Persone e ruoli' }}>
      {typed === null ? null : <ErrorSummary typed={typed} />}
      <StoppedMailbox viewer={viewer} person={person} since={stoppedSince} />
      <section aria-labelledby="ruoli">
        <h2 id="ruoli">Ruoli</h2>
        <Table
          caption={`Ruoli di ${person.name}`}
          columns={[
            { title: 'Ruolo', heading: true, cell: ({ role }) => roleInWords(role, words) },
            { title: 'Dal', cell: ({ validFrom }) => italianDate(validFrom) },
            {
              title: 'Al',
              cell: ({ validTo }) => (validTo === null ? 'senza termine' : italianDate(validTo)),
            },
            { title: 'Stato', cell: ({ state }) => STATES[state] },
            {
              title: 'Concludi',
              cell: (tenure) =>
                tenure.state === 'past' ? '–' : <CloseForm viewer={viewer} place={place} tenure={tenure} />,
            },
            {
              title: 'Consegne',
              cell: ({ id, role }) => (
                <a href={`${place}/ruoli/${id}/consegne`}>
                  Scheda di passaggio
                  <span class="visually-hidden">{`: ${roleInWords(role, words)}`}</span>
                </a>
              ),
            },
          ]}
          rows={tenures}
          empty="Non ha mai avuto un ruolo."
        />
      </section>

      <PersonAbsences viewer={viewer} person={person} absences={absences} others={others} typed={values} />

      <section class="tr-panel" aria-labelledby="attribuisci">
        <h2 id="attribuisci">Attribuisci un ruolo</h2>
        <CommandForm viewer={viewer} action={`${place}/ruoli`}>
          <Select
            name="role"
            label="Ruolo"
            typed={values}
            required
            choices={[
              { value: '', text: 'Scegli' },
              { value: 'head', text: `Responsabile ${words.ofSector}` },
              { value: 'secretary', text: words.secretary },
              { value: 'vice-secretary', text: `Vice ${words.secretary}` },
              { value: 'oiv', text: words.evaluator },
              { value: 'mayor', text: 'Sindaco' },
              { value: 'assessor', text: 'Assessore (legge soltanto)' },
              { value: 'rpct', text: 'Responsabile anticorruzione e trasparenza (RPCT)' },
            ]}
          />
          <Select
            name="sector"
            label={viewer.town.settings.words.sector}
            typed={values}
            hint="Solo per un Responsabile."
            choices={[{ value: '', text: '–' }, ...sectors.map((name) => ({ value: name, text: name }))]}
          />
          <Input
            name="from"
            label="Dal"
            type="date"
            typed={{ ...values, values: { from: viewer.today, ...values.values } }}
            required
          />
          <Input name="to" label="Al" type="date" typed={values} hint="Ultimo giorno, se è già noto." />
          <CheckBox
            name="succeeds"
            label="Succede a chi lo ricopre ora"
            typed={values}
            hint="Chi ce l'ha adesso lo conclude il giorno prima. Ciò che è aperto passa a chi succede."
          />
          <button type="submit" class="btn btn-primary">
            Attribuisci
          </button>
        </CommandForm>
      </section>

      <section class="tr-panel" aria-labelledby="modifica">
        <h2 id="modifica">Nome e casella</h2>
        <CommandForm viewer={viewer} action={place}>
          <PersonFields typed={values} />
          <button type="submit" class="btn btn-outline-primary">
            Registra
          </button>
        </CommandForm>
      </section>

      {hasFiscalCode === null ? null : (
        <PersonFiscalCode viewer={viewer} person={person} known={hasFiscalCode} typed={typed ?? blank()} />
      )}
      <PersonCalendar viewer={viewer} person={person} since={calendarSince} />
      <DossierPanel
        viewer={viewer}
        action={`${place}/dossier`}
        about={person.name}
        sentence="Ogni avviso dato a questa persona, con giorno, ora, ruolo e risposta del server di posta, e ciò che ha risposto."
      />
      <PersonData viewer={viewer} person={person} />
      <ErasePanel
        viewer={viewer}
        person={person}
        isInOffice={tenures.some(({ state }) => state !== 'past')}
      />
    </Page>
  );
};

const CloseForm: FC<{ readonly viewer: Viewer; readonly place: string; readonly tenure: Tenure }> = ({
  viewer,
  place,
  tenure,
}) => {
  const role = roleInWords(tenure.role, townWords(viewer.town));
  return (
    <CommandForm viewer={viewer} action={`${place}/ruoli/${tenure.id}/chiudi`} class="tr-inline-form">
      <label class="visually-hidden" for={`ultimo-${tenure.id}`}>{`Ultimo giorno come ${role}`}</label>
      <input
        class="tr-control tr-control-small"
        type="date"
        id={`ultimo-${tenure.id}`}
        name="lastDay"
        value={viewer.today}
        required
      />
      <button type="submit" class="btn btn-outline-primary btn-sm">
        Concludi
        <span class="visually-hidden">{` il ruolo di ${role}`}</span>
      </button>
    </CommandForm>
  );
};
