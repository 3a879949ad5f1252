/** One line of a digest in words: what, by when, how late, its weight, why it is sent, one button. */
import type { DigestFacts, DigestLine } from '../domain/obligations/digest.js';
import type { ObligationSubject } from '../domain/obligations/obligation.js';
import { type CivilDate, daysBetween } from '../domain/time/civil-date.js';
import { cleanText } from './clean-text.js';
import { italianDate, soonAfter } from './italian-dates.js';
import { counted, italianPoints, listed, workingDays } from './italian-numbers.js';
import type { MailFact, MailItem } from './mail-document.js';
import { type MailWords, roleInWords, sectorName } from './roles.js';
import { dueDayOf, isOwners, type Situation } from './situation.js';
import { keepTogether } from './wrap-text.js';

/** The day of a digest, and the working day after it. */
type DigestDays = Pick<DigestFacts, 'day' | 'nextWorkingDay'>;

/** Takes an obligation and gives the number of its placeholder. */
export type LinkTo = (obligation: string) => number;

const TITLE_LIMIT = 600;
const NUMBER_LIMIT = 40;
const PHRASE_LIMIT = 400;
const WEEKLY_NOTICES = 4;

const glued = (date: CivilDate): string => keepTogether(italianDate(date));

/** "Obiettivo 3 – TITOLO": number and title as printed. */
export function titleOf({ number, objective }: ObligationSubject): string {
  const title = cleanText(objective, TITLE_LIMIT, '(obiettivo senza titolo)');
  return number === null || number.trim() === ''
    ? title
    : `Obiettivo ${cleanText(number, NUMBER_LIMIT, '')} – ${title}`;
}

/** The words of the plan, quoted; `null` for an implicit term. */
export function phraseOf({ milestone }: ObligationSubject): string | null {
  const phrase = milestone === null ? '' : cleanText(milestone, PHRASE_LIMIT, '');
  return phrase === '' ? null : `«${phrase}»`;
}

/** A notice, as whoever receives it in that situation must read it. */
export const noticeItem = (
  line: DigestLine,
  situation: Situation,
  digest: DigestDays,
  words: MailWords,
  linkTo: LinkTo,
): MailItem => ({
  title: titleOf(line.subject),
  facts: [
    ...factsOf(line, digest.day, words),
    { label: "Motivo dell'avviso", value: reasonOf(line, situation, digest) },
  ],
  action: { ...actionOf(line, situation), link: linkTo(line.obligation) },
});

/** A line of the Segretario's summary, which has no rung. */
export const summaryItem = (
  line: DigestLine,
  day: CivilDate,
  words: MailWords,
  linkTo: LinkTo,
): MailItem => ({
  title: titleOf(line.subject),
  facts: factsOf(line, day, words),
  action: { label: 'Apri', quiet: true, link: linkTo(line.obligation) },
});

function factsOf(line: DigestLine, day: CivilDate, words: MailWords): readonly MailFact[] {
  const { subject, owner } = line;
  const phrase = phraseOf(subject);
  const listedUnderOwner = owner.role === 'head' && owner.sector === subject.sector;
  const facts: (MailFact | null)[] = [
    phrase === null ? null : { label: 'Fase', value: phrase },
    { label: 'Entro il', value: termInWords(line, day), strong: true },
    line.forecast === null ? null : { label: 'In corso, conclusione prevista', value: glued(line.forecast) },
    // The plan weighs objectives, not the other duties of the cycle.
    line.kind !== 'milestone'
      ? null
      : {
          label: 'Peso',
          value: subject.weight === null ? 'non indicato nel piano' : italianPoints(subject.weight),
        },
    isOwners(line) ? null : { label: 'A carico di', value: roleInWords(owner, words) },
    subject.answersFor === undefined || subject.answersFor.length === 0
      ? null
      : {
          label: 'Capofila anche per',
          value: listed(subject.answersFor.map(({ sector }) => sectorName(sector))),
        },
    // What the town owes as a whole is of no sector.
    listedUnderOwner || subject.sector === ''
      ? null
      : { label: 'Settore', value: sectorName(subject.sector) },
  ];
  return facts.filter((fact) => fact !== null);
}

function termInWords(line: DigestLine, day: CivilDate): string {
  if (line.term.kind === 'external') {
    const anchor = line.term.anchor === null ? '' : cleanText(line.term.anchor, PHRASE_LIMIT, '');
    return anchor === ''
      ? 'Termine esterno da definire'
      : `Termine esterno da definire (dipende da: ${anchor})`;
  }
  const { due, kind } = line.term;
  const date = glued(due);
  const implicit = kind === 'implicit' ? ` – ${keepTogether('Termine implicito (31 dicembre)')}` : '';
  if (due === day) return `${date}, oggi${implicit}`;
  if (line.rung === 'before-start') return date;
  if (due < day) {
    const late = line.workingDaysLate > 0 ? ` da ${keepTogether(workingDays(line.workingDaysLate))}` : '';
    return `${date}, oltre il termine${late}${implicit}`;
  }
  const left = line.workingDaysLeft ?? 0;
  return left > 0
    ? `${date}, tra ${keepTogether(workingDays(left))}${implicit}`
    : `${date}, giorno di chiusura${implicit}`;
}

/** What is done on a page of its own, and not by an answer. */
const OWN_PAGE: Readonly<Partial<Record<DigestLine['kind'], string>>> = {
  monitoring: 'Compila e trasmetti',
  'self-evaluation': 'Compila e trasmetti',
  measurement: 'Decidi i gradi',
};

function actionOf(
  line: DigestLine,
  situation: Situation,
): { readonly label: string; readonly quiet: boolean } {
  if (isOwners(line)) return { label: OWN_PAGE[line.kind] ?? 'Rispondi', quiet: false };
  return situation === 'leaving'
    ? { label: 'Apri: trattieni o lascia partire', quiet: false }
    : { label: 'Apri', quiet: true };
}

function reasonOf(line: DigestLine, situation: Situation, digest: DigestDays): string {
  switch (situation) {
    case 'before-start':
      return "il termine cade prima dell'inizio degli avvisi: conferma se e quando è stato concluso";
    case 'today':
      return 'il termine è oggi';
    case 'closing':
      return "il termine cade in un giorno di chiusura e oggi è l'ultimo giorno lavorativo prima";
    case 'upcoming':
      return comingReason(line, digest.day);
    case 'leaving':
      return `${silence(line)}; ${toTheMayor(digest)}`;
    case 'mayor-told':
      return `${silence(line)}; oggi la comunicazione va al Sindaco`;
    case 'to-mayor':
      return silence(line);
    case 'late':
      return `${silence(line)}${lateTail(line, digest)}`;
  }
}

function comingReason(line: DigestLine, day: CivilDate): string {
  const due = dueDayOf(line);
  if (due === null) return 'il termine si avvicina';
  if (line.rung === 'first-notice') {
    const days = daysBetween(day, due);
    const asked = line.kind === 'question' ? 'ti è stata fatta una domanda; ' : '';
    return `${asked}${days === 1 ? 'manca' : 'mancano'} ${counted(days, 'giorno', 'giorni')} al termine`;
  }
  const left = line.workingDaysLeft ?? 0;
  if (left === 0) return "oggi è l'ultimo giorno lavorativo prima del termine";
  return `${left === 1 ? 'manca' : 'mancano'} ${workingDays(left)} al termine`;
}

/** What has not come: an answer, or the conclusion that an answer foresaw. */
function silence(line: DigestLine): string {
  const late = line.workingDaysLate;
  const after = late > 0 ? `a ${keepTogether(workingDays(late))} dal termine` : 'passato il termine';
  return line.forecast === null
    ? `${after} non risulta una risposta`
    : `${after} non risulta la conclusione prevista per ${glued(line.forecast)}`;
}

/** "domani la comunicazione va al Sindaco": on the next working day. */
const toTheMayor = ({ day, nextWorkingDay }: DigestDays): string =>
  keepTogether(`${soonAfter(day, nextWorkingDay)} la comunicazione va al Sindaco`);

function lateTail({ rung, owner }: DigestLine, digest: DigestDays): string {
  switch (rung) {
    case 'late-7':
      if (owner.role === 'mayor') return '';
      return `; ${toTheMayor(digest)}`;
    case 'weekly-1':
    case 'weekly-2':
    case 'weekly-3':
    case 'weekly-4':
      return `; è il sollecito settimanale ${rung.slice('weekly-'.length)} di ${WEEKLY_NOTICES}`;
    default:
      return '';
  }
}
