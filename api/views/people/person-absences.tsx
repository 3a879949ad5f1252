/** The absences of a person, now and to come: who receives instead; a new one. */
import type { FC } from 'hono/jsx';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { KeptAbsence } from '../../../store/people/absences.js';
import type { Person } from '../../../store/people/people.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm, Input, Select, type Typed } from '../fields.js';
import { Table } from '../table.js';

interface AbsencesProps {
  readonly viewer: Viewer;
  readonly person: Person;
  readonly absences: readonly KeptAbsence[];
  /** Who could substitute. */
  readonly others: readonly Person[];
  readonly typed: Typed;
}

const NOBODY =
  'nessuno indicato: un altro titolare del ruolo, altrimenti il Segretario, il Vice o il Sindaco';

/** "assente fino a sabato 12 agosto 2023 – sostituisce Anna Bianchi" */
export function awayInWords(until: CivilDate | null, substitute: string | null): string {
  const since = until === null ? 'assente, senza termine' : `assente fino a ${italianDate(until)}`;
  return substitute === null
    ? `${since} – nessun sostituto indicato`
    : `${since} – sostituisce ${substitute}`;
}

export const PersonAbsences: FC<AbsencesProps> = ({ viewer, person, absences, others, typed }) => {
  const place = `/persone/${person.id}/assenze`;
  return (
    <>
      <section aria-labelledby="assenze">
        <h2 id="assenze">Assenze</h2>
        <Table
          caption={`Assenze di ${person.name}, in corso e future`}
          columns={[
            { title: 'Dal', heading: true, cell: ({ from }) => italianDate(from) },
            { title: 'Al', cell: ({ to }) => (to === null ? 'senza termine' : italianDate(to)) },
            { title: 'Sostituisce', cell: ({ substitute }) => substitute?.name ?? NOBODY },
            {
              title: 'Ultimo giorno',
              cell: (absence) => <EndForm viewer={viewer} place={place} absence={absence} />,
            },
          ]}
          rows={absences}
          empty="Nessuna assenza in corso o futura."
        />
      </section>
      <section class="tr-panel" aria-labelledby="registra-assenza">
        <h2 id="registra-assenza">Registra un'assenza</h2>
        <p>
          Nei giorni di assenza non riceve alcun avviso: lo riceve chi sostituisce, che risponde in quel
          ruolo. Il motivo dell'assenza non viene chiesto.
        </p>
        <CommandForm viewer={viewer} action={place}>
          <Input
            name="absentFrom"
            label="Primo giorno di assenza"
            type="date"
            typed={{ ...typed, values: { absentFrom: viewer.today, ...typed.values } }}
            required
          />
          <Input
            name="absentTo"
            label="Ultimo giorno di assenza"
            type="date"
            typed={typed}
            hint="Se non è ancora noto si può lasciare vuoto."
          />
          <Select
            name="substitute"
            label="Chi sostituisce"
            typed={typed}
            hint="Se anche questa persona è assente, gli avvisi vanno a un altro titolare del ruolo, altrimenti al Segretario, al Vice o al Sindaco."
            choices={[
              { value: '', text: 'Nessuno in particolare' },
              ...others.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <button type="submit" class="btn btn-primary">
            Registra l'assenza
          </button>
        </CommandForm>
      </section>
    </>
  );
};

const EndForm: FC<{ readonly viewer: Viewer; readonly place: string; readonly absence: KeptAbsence }> = ({
  viewer,
  place,
  absence: { id, from, to },
}) => (
  <CommandForm viewer={viewer} action={`${place}/${id}/fine`} class="tr-inline-form">
    <label class="visually-hidden" for={`fine-${id}`}>
      {`Ultimo giorno dell'assenza che comincia ${italianDate(from)}`}
    </label>
    <input
      class="tr-control tr-control-small"
      type="date"
      id={`fine-${id}`}
      name="lastDay"
      value={to ?? viewer.today}
      required
    />
    <button type="submit" class="btn btn-outline-primary btn-sm">
      Cambia
      <span class="visually-hidden">{` l'assenza che comincia ${italianDate(from)}`}</span>
    </button>
    <span class="tr-due-note">
      Se oggi è già al lavoro indica ieri; un giorno prima dell'inizio annulla l'assenza.
    </span>
  </CommandForm>
);
