/** The Segretario, and the list of the others: chosen as a file or pasted, with what was read from it below. */
import type { FC } from 'hono/jsx';
import { roleInWords } from '../../../mail/roles.js';
import { wordsOf } from '../../../mail/town-words.js';
import type { SetupAnswers } from '../../../store/towns/town-setups.js';
import { readWords } from '../../onboarding/town-fields.js';
import { peopleListed } from '../../onboarding/town-setup.js';
import { FileInput, Input, TextArea, type Typed } from '../fields.js';
import { Table } from '../table.js';

interface PeopleFieldsProps {
  readonly typed: Typed;
  readonly answers: SetupAnswers;
}

export const PeopleFields: FC<PeopleFieldsProps> = ({ typed, answers }) => (
  <>
    <div class="tr-row">
      <Input name="segretario" label="Nome e cognome del Segretario" typed={typed} required />
      <Input
        name="casella"
        label="La sua casella di posta"
        type="email"
        typed={typed}
        hint="Da qui entra: alla fine riceve il collegamento."
        required
      />
    </div>
    <FileInput
      name="file"
      label="Elenco delle altre persone (CSV)"
      typed={typed}
      accept=".csv,.txt,text/csv,text/plain"
      hint="Una riga per ruolo, con le colonne Nome; Casella; Ruolo; Settore; Casella condivisa. Ruoli: Responsabile, Vicesegretario, Sindaco, Assessore, Nucleo, RPCT, o vuoto. Il file scelto prende il posto del testo qui sotto."
    />
    <TextArea
      name="elenco"
      label="Il testo dell'elenco"
      typed={typed}
      rows={8}
      hint="Puoi incollarlo o correggerlo qui. Le persone si possono aggiungere anche dopo, da «Persone e ruoli»."
    />
    <Preview answers={answers} />
  </>
);

/** As it was saved. */
const Preview: FC<{ readonly answers: SetupAnswers }> = ({ answers }) => {
  if ((answers['persone']?.['elenco'] ?? '') === '') return null;
  const list = peopleListed(answers);
  const chosen = readWords(answers['parole'] ?? {});
  const words = chosen.ok ? wordsOf(chosen.value, { on: false, act: null }) : null;
  const others = list.people.filter(({ line }) => line > 0);
  return (
    <section aria-labelledby="anteprima">
      <h2 id="anteprima">{`Dall'elenco salvato: ${others.length === 1 ? '1 persona' : `${others.length} persone`}`}</h2>
      {list.notes.length === 0 ? null : (
        <div class="tr-flash tr-flash-trouble">
          <p>Da controllare:</p>
          <ul>
            {list.notes.slice(0, 50).map(({ line, message }) => (
              <li>{`Riga ${line}: ${message}`}</li>
            ))}
          </ul>
        </div>
      )}
      <Table
        caption="Persone lette dall'elenco"
        columns={[
          { title: 'Riga', numeric: true, cell: ({ line }) => String(line) },
          { title: 'Nome', heading: true, cell: ({ name }) => name },
          {
            title: 'Casella',
            cell: ({ email, sharedMailbox }) => (
              <>
                {email ?? 'nessuna: avvisi da consegnare a mano'}
                {sharedMailbox ? <span class="tr-due-note">letta da più persone</span> : null}
              </>
            ),
          },
          {
            title: 'Ruoli',
            cell: ({ roles }) =>
              roles.map((role) => (words === null ? role.role : roleInWords(role, words))).join(', ') ||
              'nessuno',
          },
        ]}
        rows={others.slice(0, 200)}
        empty="Nessuna riga si legge."
      />
      {others.length > 200 ? <p class="tr-hint">{`Si vedono le prime 200 di ${others.length}.`}</p> : null}
    </section>
  );
};
