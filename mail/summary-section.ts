/** The Segretario's weekly summary; with only external terms, their monthly list. */
import type { RecurrenceCount, SummaryFacts } from '../domain/obligations/digest.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { counted, italianPoints } from './italian-numbers.js';
import { type LinkTo, phraseOf, summaryItem, titleOf } from './line-item.js';
import type { MailGroup, MailSection } from './mail-document.js';
import { type MailWords, roleInWords, sectorName } from './roles.js';
import { keepTogether } from './wrap-text.js';

const EXTERNAL = 'Termini esterni da definire';

/** "Riepilogo settimanale"; without anything late, "Termini esterni da definire". */
export const summaryTitle = (summary: SummaryFacts): string =>
  summary.late.length > 0 ? 'Riepilogo settimanale' : EXTERNAL;

export function summarySection(
  summary: SummaryFacts,
  day: CivilDate,
  words: MailWords,
  linkTo: LinkTo,
): MailSection {
  const group = (heading: string, part: Partial<MailGroup>): MailGroup => ({
    heading,
    tone: 'plain',
    items: [],
    rows: [],
    ...part,
  });
  const groups = [
    group('Oltre il termine', {
      tone: 'late',
      items: summary.late.map((line) => summaryItem(line, day, words, linkTo)),
    }),
    group('Senza riscontro', {
      rows: summary.noAnswer.map(
        ({ owner, count }) =>
          `${roleInWords(owner, words)}: ${keepTogether(counted(count, 'scadenza', 'scadenze'))}`,
      ),
    }),
    group('Ricorrenze', { rows: summary.recurrences.map(recurrenceRow) }),
    group('Peso in scadenza nei prossimi 30 giorni', {
      rows: summary.weightAtRisk.map(
        ({ sector, points }) => `${sectorName(sector)}: peso ${italianPoints(points)}`,
      ),
    }),
    group(EXTERNAL, { items: summary.external.map((line) => summaryItem(line, day, words, linkTo)) }),
  ];
  return {
    heading: summaryTitle(summary),
    paragraphs: [
      `Come ${words.secretary} ${keepTogether('ricevi questo riepilogo perché')} ${reason(summary)}.`,
    ],
    groups: groups.filter(({ items, rows }) => items.length + rows.length > 0),
  };
}

function reason({ late, external }: SummaryFacts): string {
  if (late.length === 0) {
    return `${counted(external.length, 'termine dipende', 'termini dipendono')} da una data fissata altrove, non ancora nota`;
  }
  return `${counted(late.length, 'scadenza è', 'scadenze sono')} oltre il termine`;
}

/** "6 di 10 confermate": of the occurrences whose day has come. */
function recurrenceRow({ subject, confirmed, come, total }: RecurrenceCount): string {
  const phrase = phraseOf(subject);
  const name = `${titleOf(subject)}${phrase === null ? '' : `, ${phrase}`} (${sectorName(subject.sector)})`;
  const count = `${confirmed} di ${come} ${come === 1 ? 'confermata' : 'confermate'}`;
  return `${name}: ${keepTogether(count)} ${keepTogether(`(${total} nell'anno)`)}`;
}
