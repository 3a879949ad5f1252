/** A conclusion of the evaluators: what stands, and the form that gives or changes it. */
import type { FC } from 'hono/jsx';
import { CONCLUSIONS, type Conclusion } from '../../../domain/review/criteria.js';
import type { KeptConclusion } from '../../../store/review/review-conclusions.js';
import { CommandForm, ErrorSummary, Select, TextArea } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import { conclusionForm, isSent, type ReviewProps, stepPath, typedIn } from './review-props.js';
import { CONCLUSION_WORDS, OBJECTIVE_CONCLUSIONS } from './review-words.js';

interface ConclusionProps extends ReviewProps {
  /** A criterion's key or an objective's id. */
  readonly about: { readonly criterion: string } | { readonly objective: string };
  /** What it is about, for who hears the page. */
  readonly named: string;
  readonly stands: KeptConclusion | null;
  readonly mayConclude: boolean;
}

const wordsFor = ({ about }: Pick<ConclusionProps, 'about'>): Readonly<Record<Conclusion, string>> =>
  'criterion' in about ? CONCLUSION_WORDS : OBJECTIVE_CONCLUSIONS;

const TONES: Readonly<Record<Conclusion, string>> = {
  met: 'done',
  'with-remarks': 'due-soon',
  'not-met': 'late',
  'not-applicable': 'waived',
};

export const ConclusionSaid: FC<Pick<ConclusionProps, 'viewer' | 'about' | 'stands'>> = ({
  viewer,
  about,
  stands,
}) =>
  stands === null ? (
    <p class="tr-badges">
      <span class="tr-badge tr-badge-to-do">Senza conclusione</span>
    </p>
  ) : (
    <>
      <p class="tr-badges">
        <span class={`tr-badge tr-badge-${TONES[stands.conclusion]}`}>
          {wordsFor({ about })[stands.conclusion]}
        </span>
      </p>
      {stands.note === '' ? null : <p class="tr-said">{stands.note}</p>}
      <p class="tr-due-note">{`${stands.byName}, ${shortMoment(stands.at, viewer.town.clock.zone)}`}</p>
    </>
  );

export const ConclusionForm: FC<ConclusionProps> = (props) => {
  const { viewer, page, about, named, stands, mayConclude } = props;
  if (!mayConclude) return null;
  const id = 'criterion' in about ? about.criterion : about.objective;
  const form = conclusionForm(id);
  const words = wordsFor(props);
  const typed = typedIn(props, form, { conclusion: stands?.conclusion ?? '', note: stands?.note ?? '' });
  const field = { of: form, typed };
  return (
    <details class="tr-details" open={isSent(props, form)}>
      <summary>
        {stands === null ? 'Concludi' : 'Cambia la conclusione'}
        <span class="visually-hidden">{`: ${named}`}</span>
      </summary>
      <ErrorSummary {...field} />
      <CommandForm viewer={viewer} action={stepPath(props, 'conclusione')}>
        <input type="hidden" name="round" value={String(page.round.number)} />
        <input type="hidden" name={'criterion' in about ? 'criterion' : 'objective'} value={id} />
        <input type="hidden" name="seen" value={String(stands?.rowVersion ?? 0)} />
        <Select
          {...field}
          name="conclusion"
          label="Conclusione"
          required
          choices={[
            { value: '', text: 'Scegli' },
            ...CONCLUSIONS.map((one) => ({ value: one, text: words[one] })),
          ]}
        />
        <TextArea
          {...field}
          name="note"
          label="Nota"
          rows={3}
          hint="Serve se ci sono rilievi. Entra nella relazione di accompagnamento."
        />
        <button type="submit" class="btn btn-primary">
          Registra la conclusione
        </button>
      </CommandForm>
    </details>
  );
};
