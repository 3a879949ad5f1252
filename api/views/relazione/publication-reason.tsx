/** One reason as it was written, what was decided of it, and the form to decide. */
import type { FC } from 'hono/jsx';
import { roleIn } from '../../../domain/relazione/relazione-words.js';
import { RELEASE_DECISIONS, type ReleaseDecision } from '../../../store/relazione/releases.js';
import type { ReasonToRelease } from '../../queries/publishable.js';
import { blank, CommandForm, ErrorSummary, Select, TextArea } from '../fields.js';
import { shortDate } from '../italian-time.js';
import { titleOf } from '../obligations/obligation-parts.js';
import { type PublicationProps, reasonForm } from './publication-props.js';

const CHOICES: Readonly<Record<ReleaseDecision, string>> = {
  'as-written': 'Si pubblica così com’è',
  'other-words': 'Si pubblica con le parole scritte qui sotto',
  withheld: 'Non si pubblica',
};

const DECIDED: Readonly<Record<ReleaseDecision, string>> = {
  'as-written': 'Si pubblica così com’è',
  'other-words': 'Si pubblica con altre parole',
  withheld: 'Non si pubblica',
};

export const Reason: FC<PublicationProps & { readonly one: ReasonToRelease; readonly at: number }> = ({
  viewer,
  page,
  sent,
  one,
  at,
}) => {
  const { reason, release } = one;
  const name = reasonForm(one);
  const isSent = sent?.form === name;
  const typed = isSent ? sent.typed : blank({ decision: release?.decision ?? '', text: release?.text ?? '' });
  const said = `${roleIn(reason.by.role, viewer.town.settings.words)}${reason.exOfficio ? ', d’ufficio' : ''}, ${shortDate(reason.on)}`;
  return (
    <section class="tr-subpanel" aria-labelledby={`motivazione-${at}`}>
      <h3 id={`motivazione-${at}`}>
        {titleOf({ number: one.number, objective: one.title })}
        <span class="tr-due-note">{` ${one.sector}`}</span>
      </h3>
      <blockquote class="tr-said">{reason.text}</blockquote>
      <p class="tr-hint">{said}</p>
      <p>
        <strong>
          {release === null ? 'Nessuna decisione: non si pubblica.' : `${DECIDED[release.decision]}.`}
        </strong>
        {release === null
          ? ''
          : ` Deciso il ${shortDate(release.on)}${release.by === null ? '' : ` da ${release.by}`}.`}
      </p>
      {release?.text == null ? null : <blockquote class="tr-said">{release.text}</blockquote>}
      {page.mayRelease ? (
        <details class="tr-details" open={isSent || release === null}>
          <summary>
            {release === null ? 'Decidi' : 'Cambia la decisione'}
            <span class="visually-hidden">{`: ${one.title}, ${one.sector}`}</span>
          </summary>
          <CommandForm viewer={viewer} action={`/relazione/${page.cycle.year}/motivazioni`}>
            <input type="hidden" name="objective" value={one.objective} />
            <input type="hidden" name="sector" value={one.sector} />
            <input type="hidden" name="sha256" value={one.sha256} />
            <input type="hidden" name="visto" value={String(release?.version ?? 0)} />
            <ErrorSummary typed={typed} of={String(at)} />
            <Select
              name="decision"
              of={String(at)}
              label="Decisione"
              typed={typed}
              required
              choices={[
                { value: '', text: 'Scegli' },
                ...RELEASE_DECISIONS.map((value) => ({ value, text: CHOICES[value] })),
              ]}
            />
            <TextArea
              name="text"
              of={String(at)}
              label="Altre parole"
              hint="Solo se si pubblica con altre parole."
              typed={typed}
              rows={3}
            />
            <button type="submit" class="btn btn-primary">
              Registra
              <span class="visually-hidden">{`: ${one.title}, ${one.sector}`}</span>
            </button>
          </CommandForm>
        </details>
      ) : null}
    </section>
  );
};
