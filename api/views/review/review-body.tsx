/** Who evaluates: conflicts that are known, what was declared, and the form that declares. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { CommandForm, ErrorSummary, Select, TextArea } from '../fields.js';
import { isSent, type ReviewProps, stepPath, typedIn } from './review-props.js';
import { conflictInWords, DECLARATION_WORDS } from './review-words.js';

export const ReviewBody: FC<ReviewProps> = (props) => {
  const { page, viewer } = props;
  return (
    <section aria-labelledby="componenti">
      <h2 id="componenti">Componenti e conflitti di interesse</h2>
      {page.members.length === 0 ? (
        <p class="tr-empty">{`Nessuno ricopre oggi il ruolo di ${viewer.town.settings.words.evaluator}: indicalo in «Persone e ruoli».`}</p>
      ) : (
        <ul class="tr-lines">
          {page.members.map((member) => (
            <li>
              <strong>{member.name}</strong>
              {member.conflicts.length === 0 ? (
                <span class="tr-due-note">Nessun conflitto risulta dai ruoli dell'anno.</span>
              ) : (
                member.conflicts.map((conflict) => (
                  <span class="tr-due-note">{`Conflitto: ${conflictInWords(conflict)}.`}</span>
                ))
              )}
              {page.silent.includes(member) ? (
                <span class="tr-due-note tr-due-late">
                  Prima dell'esito serve la dichiarazione, o l'astensione.
                </span>
              ) : null}
              {page.declarations
                .filter((one) => one.member === member.person)
                .map(({ kind, sector, text, on, recordedBy }) => (
                  <>
                    <span class="tr-due-note">
                      {`${DECLARATION_WORDS[kind]}${sector === null ? '' : ` (${sector})`}, ${italianDate(on)}${recordedBy === null ? '' : `, scritto da ${recordedBy}`}:`}
                    </span>
                    <span class="tr-said">{text === '' ? 'Testo cancellato.' : text}</span>
                  </>
                ))}
            </li>
          ))}
        </ul>
      )}
      {page.may.declare && page.members.length > 0 ? <DeclareForm {...props} /> : null}
    </section>
  );
};

const DeclareForm: FC<ReviewProps> = (props) => {
  const { page, viewer } = props;
  const isForOthers = viewer.roles.some(({ role }) => role === 'secretary');
  const members = isForOthers ? page.members : page.members.filter(({ person }) => person === page.self);
  const field = {
    of: 'dichiara',
    typed: typedIn(props, 'dichiarazione', { member: members[0]?.person ?? '' }),
  };
  return (
    <details class="tr-details" open={isSent(props, 'dichiarazione')}>
      <summary>Registra una dichiarazione o un'astensione</summary>
      <ErrorSummary {...field} />
      <CommandForm viewer={viewer} action={stepPath(props, 'dichiarazione')}>
        <input type="hidden" name="round" value={String(page.round.number)} />
        <Select
          {...field}
          name="member"
          label="Componente"
          required
          choices={members.map(({ person, name }) => ({ value: person, text: name }))}
        />
        <Select
          {...field}
          name="kind"
          label="Che cosa"
          required
          choices={[
            { value: 'declared', text: 'Dichiara il conflitto e resta' },
            { value: 'abstained', text: 'Si astiene' },
            { value: 'taken-back', text: 'Ritira quanto detto prima' },
          ]}
        />
        <Select
          {...field}
          name="sector"
          label="Riguarda"
          choices={[
            { value: '', text: "Tutta l'istruttoria" },
            ...page.year.sectors.map(({ name }) => ({ value: name, text: name })),
          ]}
        />
        <TextArea
          {...field}
          name="text"
          label="Di che si tratta"
          rows={3}
          required
          hint="Entra nel verbale. Chi si astiene da un settore non interviene su quello; chi si astiene da tutto non registra l'esito."
        />
        <button type="submit" class="btn btn-outline-primary">
          Registra
        </button>
      </CommandForm>
    </details>
  );
};
