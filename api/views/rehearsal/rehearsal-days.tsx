/** The rehearsed mails day by day: to whom, with what subject, why; each opens to its lines. */
import type { FC } from 'hono/jsx';
import type { DigestLine } from '../../../domain/obligations/digest.js';
import type { RehearsedMail } from '../../../domain/rehearsal/rehearse.js';
import { digestSubject } from '../../../mail/digest-subject.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { MailWords } from '../../../mail/roles.js';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { RehearsedDay } from '../../queries/rehearsal-tally.js';
import { RungBadge, SummaryLine } from '../board/digest-parts.js';
import { lineHref, titleOf } from '../obligations/obligation-parts.js';
import {
  linesInWords,
  mailHref,
  reasonsInWords,
  receiverName,
  receiverTrouble,
  rolesInWords,
} from './rehearsal-words.js';

interface DaysProps {
  readonly rehearsal: Rehearsal;
  readonly days: readonly RehearsedDay[];
  readonly words: MailWords;
}

export const RehearsalDays: FC<DaysProps> = ({ rehearsal, days, words }) => (
  <ol class="tr-rehearsed-days">
    {days.map(({ day, mails }) => (
      <li>
        <h3>
          <time datetime={day}>{italianDate(day)}</time>
          <span class="tr-due-note">{counted(mails.length, 'messaggio', 'messaggi')}</span>
        </h3>
        {byName(rehearsal, mails, words).map((mail) => (
          <Mail rehearsal={rehearsal} mail={mail} words={words} />
        ))}
      </li>
    ))}
  </ol>
);

const byName = (
  rehearsal: Rehearsal,
  mails: readonly RehearsedMail[],
  words: MailWords,
): readonly RehearsedMail[] => {
  const name = ({ to }: RehearsedMail): string => receiverName(rehearsal, to, words);
  return [...mails].sort((a, b) => name(a).localeCompare(name(b), 'it'));
};

const Mail: FC<{
  readonly rehearsal: Rehearsal;
  readonly mail: RehearsedMail;
  readonly words: MailWords;
}> = ({ rehearsal, mail, words }) => {
  const { facts, to } = mail;
  const name = receiverName(rehearsal, to, words);
  const roles = rolesInWords(facts, name, words);
  const trouble = receiverTrouble(rehearsal, to);
  const drafted = rehearsal.draft !== null;
  return (
    <details class="tr-details">
      <summary>
        <strong>{name}</strong>
        {roles === '' ? null : ` (${roles})`}
        {trouble === '' ? null : <span class="tr-badge tr-badge-late">{trouble}</span>}
        <span class="tr-rehearsed-subject">{digestSubject(facts, words)}</span>
        <span class="tr-due-note">{`${linesInWords(facts)} – ${reasonsInWords(facts)}`}</span>
      </summary>
      <ul class="tr-lines">
        {facts.lines.map((line) => (
          <Line line={line} linked={!drafted} />
        ))}
        <SummaryLine summary={facts.summary} />
      </ul>
      <p>
        <a href={mailHref(mail, rehearsal.draft?.id ?? null)}>
          Leggi il messaggio intero
          <span class="visually-hidden">{` a ${name}, ${italianDate(mail.day)}`}</span>
        </a>
      </p>
    </details>
  );
};

/** What a draft would make has no page of its own yet. */
export const Line: FC<{ readonly line: DigestLine; readonly linked: boolean }> = ({ line, linked }) => (
  <li>
    {line.rung === null ? null : <RungBadge rung={line.rung} />}{' '}
    {linked ? <a href={lineHref(line)}>{titleOf(line.subject)}</a> : titleOf(line.subject)}
    {line.subject.milestone === null ? null : <span class="tr-phrase">{`«${line.subject.milestone}»`}</span>}
    {line.term.kind === 'external' ? null : (
      <span class="tr-due-note">{`entro ${italianDate(line.term.due)}`}</span>
    )}
  </li>
);
