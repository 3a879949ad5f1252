/** How a line concerns whoever receives it: the groups of a mail, in the order in which they stand. */
import type { DigestLine } from '../domain/obligations/digest.js';
import { roleKey } from '../domain/obligations/obligation.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Tone } from './mail-document.js';
import type { MailWords } from './roles.js';

/** From the most urgent to the least. */
export const SITUATIONS = [
  /** To the Segretario: the next working day the Sindaco is told. */
  'leaving',
  /** To the Sindaco, about an obligation of somebody else. */
  'to-mayor',
  /** To the owner, on the day on which the Sindaco is told. */
  'mayor-told',
  'late',
  'today',
  /** The due day is closed: this is the last working day before it. */
  'closing',
  'upcoming',
  'before-start',
] as const;
/** One of {@link SITUATIONS}. */
export type Situation = (typeof SITUATIONS)[number];

/** The heading of each group; `leaving` stands after the day ("Domani"). */
export const HEADINGS: Readonly<Record<Situation, string>> = {
  leaving: 'la comunicazione va al Sindaco',
  'to-mayor': 'Comunicazione al Sindaco',
  'mayor-told': 'Comunicazione al Sindaco',
  late: 'Sollecito',
  today: 'Scade oggi',
  closing: 'In scadenza',
  upcoming: 'Promemoria',
  'before-start': "Termine anteriore all'avvio: conferma se e quando è stato concluso",
};

/** How each group looks. */
export const TONES: Readonly<Record<Situation, Tone>> = {
  leaving: 'mayor',
  'to-mayor': 'mayor',
  'mayor-told': 'late',
  late: 'late',
  today: 'today',
  closing: 'today',
  upcoming: 'soon',
  'before-start': 'plain',
};

/** Does whoever receives the line owe it, in the same role? */
export const isOwners = (line: DigestLine): boolean => roleKey(line.recipient) === roleKey(line.owner);

/** `null` for an external term whose date is not known. */
export const dueDayOf = (line: DigestLine): CivilDate | null =>
  line.term.kind === 'external' ? null : line.term.due;

/**
 * A recipient may get a rung that the ladder meant for somebody else: after an outage the highest rung
 * goes to everyone whom a rung passed over would have reached. So it is the recipient that decides first.
 */
export function situationOf(line: DigestLine, day: CivilDate, words: MailWords): Situation {
  if (!isOwners(line) && line.recipient.role === 'mayor') return 'to-mayor';
  switch (line.rung) {
    case 'before-start':
      return 'before-start';
    case 'first-notice':
    case 'ten-days':
    case 'three-days':
      return 'upcoming';
    case 'due-day':
      return dueDayOf(line) === day ? 'today' : 'closing';
    case 'late-7':
      return isOwners(line) ? 'late' : 'leaving';
    case 'late-8':
      return words.mayorIsTold && line.owner.role !== 'mayor' ? 'mayor-told' : 'late';
    case 'late-1':
    case 'late-3':
    case 'weekly-1':
    case 'weekly-2':
    case 'weekly-3':
    case 'weekly-4':
      return 'late';
    case null:
      throw new RangeError(`obligation ${line.obligation} stands among the notices without a rung`);
  }
}
