/** What a sector said, for reading. */
import type { FC } from 'hono/jsx';
import type { AskedIndicator, AskedLine, LineContent } from '../../../domain/cycle/submission-line.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { SubmissionVersion } from '../../../store/monitoring/submission-lines.js';
import { Fact } from '../board/my-deadlines.js';
import { titleOf } from '../obligations/obligation-parts.js';
import { CAUSE_WORDS, FIELD_WORDS, PROGRESS_WORDS, PROPOSAL_WORDS } from './monitoring-words.js';

/** "Valore atteso: almeno 95 %". */
export function targetInWords({ target }: Pick<AskedIndicator, 'target'>): string {
  if (target === null) return 'Il piano non indica un valore atteso.';
  const than = target.op === undefined ? '' : (OPS[target.op] ?? '');
  const unit = target.unit === undefined ? '' : ` ${target.unit}`;
  return `Valore atteso: ${than}${String(target.value).replace('.', ',')}${unit}.`;
}

const OPS: Readonly<Record<string, string>> = {
  '>=': 'almeno ',
  '<=': 'al più ',
  '>': 'più di ',
  '<': 'meno di ',
};

/** As it was transmitted, with the words of then; indicators and phases by the plan in force, where they are still there. */
export const LinesRead: FC<{
  readonly version: SubmissionVersion;
  readonly asked: readonly AskedLine[];
}> = ({ version, asked }) => (
  <section aria-labelledby="trasmesso">
    <h2 id="trasmesso">{`Che cosa è stato trasmesso (n. ${version.number})`}</h2>
    {version.lines.map(({ objective, number, title, content }) => (
      <section class="tr-panel" aria-label={titleOf({ number, objective: title })}>
        <h3>{titleOf({ number, objective: title })}</h3>
        <LineSaid content={content} asked={asked.find((one) => one.objective === objective) ?? null} />
      </section>
    ))}
  </section>
);

export const LineSaid: FC<{ readonly content: LineContent; readonly asked: AskedLine | null }> = ({
  content,
  asked,
}) => {
  const cause = content.cause === null ? '' : CAUSE_WORDS[content.cause];
  const texts: readonly (readonly [string, string])[] = [
    [FIELD_WORDS.deviation, content.deviation],
    [FIELD_WORDS.cause, [cause, content.causeText].filter((text) => text !== '').join(' – ')],
    [FIELD_WORDS.remedy, content.remedy],
    [FIELD_WORDS.proposal, content.proposal === null ? '' : PROPOSAL_WORDS[content.proposal]],
    [FIELD_WORDS.proposalText, content.proposalText],
    [FIELD_WORDS.evidence, content.evidence],
  ];
  return (
    <dl class="tr-facts tr-facts-wide">
      <Fact label={FIELD_WORDS.progress}>
        {content.progress === null ? 'Non indicato' : PROGRESS_WORDS[content.progress]}
      </Fact>
      {content.indicators.map(({ indicator, value, waiting }) => {
        const known = asked?.indicators.find(({ id }) => id === indicator);
        return (
          <Fact label={known === undefined ? 'Indicatore non più nel piano' : known.text}>
            {value === '' ? (waiting ? 'In attesa del dato' : '–') : value}
            {known === undefined ? null : <span class="tr-due-note">{targetInWords(known)}</span>}
          </Fact>
        );
      })}
      {content.milestones
        .filter(({ doneOn }) => doneOn !== '')
        .map(({ obligation, doneOn }) => {
          const known = asked?.milestones.find((one) => one.obligation === obligation);
          const day = parseCivilDate(doneOn);
          return (
            <Fact label={`Fase ${known?.phrase ? `«${known.phrase}»` : ''}`}>
              {`conclusa ${day === null ? doneOn : italianDate(day)}`}
            </Fact>
          );
        })}
      {texts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <Fact label={label}>
            <span class="tr-said">{text}</span>
          </Fact>
        ))}
    </dl>
  );
};
