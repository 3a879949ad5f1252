/** One objective of a submission as fields, named as the JSON API points at them. */
import type { FC } from 'hono/jsx';
import type { OfferedLine } from '../../../domain/cycle/line-merge.js';
import { CAUSES, type LineContent, PROGRESS, PROPOSALS } from '../../../domain/cycle/submission-line.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { lineDigest } from '../../line-digest.js';
import type { LineShown } from '../../queries/submission-page.js';
import type { FieldProblem } from '../../refusals.js';
import { type Choice, Select, TextArea, type Typed } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import { titleOf } from '../obligations/obligation-parts.js';
import { CAUSE_WORDS, PROGRESS_WORDS, PROPOSAL_WORDS } from './monitoring-words.js';
import { Indicators, Terms } from './submission-line-parts.js';
import { LineSaid } from './submission-read.js';

interface LineProps {
  readonly line: LineShown;
  readonly index: number;
  readonly today: CivilDate;
  readonly zone: string;
  /** What was typed and not taken; `null`: the line stands as saved. */
  readonly offered: OfferedLine | null;
  readonly isConflict: boolean;
  readonly problems: readonly FieldProblem[];
}

const choices = <Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): readonly Choice[] => [
  { value: '', text: 'Scegli' },
  ...codes.map((value) => ({ value, text: words[value] })),
];

export const SubmissionLine: FC<LineProps> = (props) => {
  const { line, index, offered, isConflict, problems } = props;
  const { asked } = line;
  const at = `lines[${index}]`;
  const content = offered?.content ?? line.content;
  const typed: Typed = { values: valuesOf(at, content), problems };
  // After a conflict the one who looked at both decides; otherwise what was shown is what was seen.
  const seen = isConflict || offered === null ? line.rowVersion : offered.seen;
  const field = (name: string) => ({ name: `${at}.${name}`, typed });
  const owed = wantsReason(line, content) || ('depends' as const);
  return (
    <fieldset class="tr-panel tr-line" id={`voce-${index + 1}`} data-voce="">
      <legend>{titleOf({ number: asked.number, objective: asked.title })}</legend>
      <input type="hidden" name={`${at}.objective`} value={asked.objective} />
      <input type="hidden" name={`${at}.seen`} value={String(seen)} />
      <input type="hidden" name={`${at}.shown`} value={offered === null ? lineDigest(content) : ''} />
      {isConflict && line.saved !== null ? (
        <div class="tr-warnings">
          <p class="tr-warnings-title">{`Salvato adesso da ${line.saved.savedBy ?? 'un altro'}`}</p>
          <LineSaid content={line.saved.content} asked={asked} />
          <p class="tr-hint">Nei campi c'è quello che hai scritto tu. Se salvi, prende il suo posto.</p>
        </div>
      ) : null}
      <Terms at={at} line={line} content={content} typed={typed} today={props.today} />
      <Select
        {...field('progress')}
        label="Stato di avanzamento"
        choices={choices(PROGRESS, PROGRESS_WORDS)}
        required
      />
      <Indicators at={at} line={line} content={content} typed={typed} />
      <details class="tr-details" open={owed === true}>
        <summary>Scostamento, causa e azione correttiva</summary>
        <div>
          <TextArea {...field('deviation')} label="Scostamento dal piano" rows={3} required={owed} />
          <Select {...field('cause')} label="Causa" choices={choices(CAUSES, CAUSE_WORDS)} required={owed} />
          <TextArea {...field('causeText')} label="La causa, in parole" rows={2} />
          <TextArea {...field('remedy')} label="Azione correttiva" rows={3} required={owed} />
          <p class="tr-hint">
            Servono se l'obiettivo è in ritardo o fermo, o se una fase scaduta resta aperta.
          </p>
        </div>
      </details>
      <Select {...field('proposal')} label="Proposta" choices={choices(PROPOSALS, PROPOSAL_WORDS)} required />
      <TextArea
        {...field('proposalText')}
        label="Che cosa proponi"
        rows={2}
        hint="Se la proposta non è di confermare l'obiettivo com'è."
      />
      <TextArea
        {...field('evidence')}
        label="Riscontri"
        rows={2}
        hint="Atti, protocolli, indirizzi che lo provano."
      />
      {line.saved === null ? null : (
        <p class="tr-hint">
          {`Salvato ${shortMoment(line.saved.savedAt, props.zone)}${line.saved.savedBy === null ? '' : ` da ${line.saved.savedBy}`}`}
        </p>
      )}
    </fieldset>
  );
};

const wantsReason = ({ missing }: LineShown, { progress, deviation, remedy }: LineContent): boolean =>
  progress === 'late' ||
  progress === 'stopped' ||
  deviation !== '' ||
  remedy !== '' ||
  missing.some(({ field }) => /\.(deviation|cause|remedy)$/.test(field));

/** The fields of a line by their names. */
const valuesOf = (at: string, content: LineContent): Readonly<Record<string, string>> => ({
  [`${at}.progress`]: content.progress ?? '',
  [`${at}.deviation`]: content.deviation,
  [`${at}.cause`]: content.cause ?? '',
  [`${at}.causeText`]: content.causeText,
  [`${at}.remedy`]: content.remedy,
  [`${at}.proposal`]: content.proposal ?? '',
  [`${at}.proposalText`]: content.proposalText,
  [`${at}.evidence`]: content.evidence,
});
