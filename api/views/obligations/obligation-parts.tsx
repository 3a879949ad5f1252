/** The pieces every list of obligations is made of: standing, due date, objective, weight, owner. */
import type { FC } from 'hono/jsx';
import type { DigestLine } from '../../../domain/obligations/digest.js';
import type { ObligationSubject, Role } from '../../../domain/obligations/obligation.js';
import type { Points } from '../../../domain/plan/points.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted, italianPoints, workingDays } from '../../../mail/italian-numbers.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { ObligationView } from '../../queries/obligation-view.js';
import type { StandingCode, StandingView } from '../../queries/standing-code.js';
import { STANDINGS } from '../words.js';

/** The word says it; the colour only helps. */
export const StandingBadge: FC<{ readonly code: StandingCode }> = ({ code }) => (
  <span class={`tr-badge tr-badge-${code}`}>{STANDINGS[code]}</span>
);

/** "Obiettivo 3 – TITOLO", as printed. */
export const titleOf = ({ number, objective }: Pick<ObligationSubject, 'number' | 'objective'>): string =>
  number === null || number.trim() === '' ? objective : `Obiettivo ${number} – ${objective}`;

export const weightInWords = (weight: Points | null): string =>
  weight === null ? 'non indicato' : italianPoints(weight);

/** "tra 3 giorni lavorativi", "da 8 giorni lavorativi"; empty when there is nothing to count. */
export function distanceInWords(standing: StandingView): string {
  if (standing.code === 'done-late')
    return `con ${counted(standing.daysLate, 'giorno', 'giorni')} di ritardo`;
  if (standing.workingDaysLate > 0) return `da ${workingDays(standing.workingDaysLate)}`;
  if (standing.code === 'due-today') return 'oggi';
  if (standing.workingDaysLeft === null) return '';
  return standing.workingDaysLeft === 0
    ? 'giorno di chiusura'
    : `tra ${workingDays(standing.workingDaysLeft)}`;
}

/** By when, with the weekday and the year, and how far that is. */
export const Due: FC<{ readonly view: ObligationView }> = ({ view }) => {
  const { obligation, due, standing } = view;
  if (due === null) {
    const anchor = obligation.term.kind === 'external' ? obligation.term.anchor : null;
    return (
      <span class="tr-due">
        da definire
        {anchor === null ? null : <span class="tr-due-note">{`dipende da: ${anchor}`}</span>}
      </span>
    );
  }
  const distance = distanceInWords(standing);
  return (
    <span class="tr-due">
      <time datetime={due}>{italianDate(due)}</time>
      {obligation.term.kind === 'implicit' ? (
        <span class="tr-due-note">termine implicito: il piano non indica date</span>
      ) : null}
      {obligation.state !== 'open' || obligation.forecast === null ? null : (
        <span class="tr-due-note">{`conclusione prevista: ${italianDate(obligation.forecast)}`}</span>
      )}
      {distance === '' ? null : <span class={`tr-due-note tr-due-${standing.code}`}>{distance}</span>}
    </span>
  );
};

/** What is owed: the objective, and below it the words of the plan. */
export const Subject: FC<{ readonly subject: ObligationSubject; readonly href: string }> = ({
  subject,
  href,
}) => (
  <span class="tr-subject">
    <a href={href}>{titleOf(subject)}</a>
    {subject.milestone === null ? null : <span class="tr-phrase">{`«${subject.milestone}»`}</span>}
  </span>
);

export const placeOf = (obligation: { readonly id: string }): string => `/scadenze/${obligation.id}`;
export const lineHref = (line: DigestLine): string => `/scadenze/${line.obligation}`;

export const Owner: FC<{ readonly owner: Role; readonly words: MailWords }> = ({ owner, words }) => (
  <span>{roleInWords(owner, words)}</span>
);

/** "venerdì 30 giugno 2023", or a dash. */
export const dayOr = (day: CivilDate | null, otherwise = '–'): string =>
  day === null ? otherwise : italianDate(day);
