/** The Segretario's weekly summary; with only external terms, their monthly list. */
import type { DigestFacts, RecurrenceCount, SummaryFacts } from '../domain/obligations/digest.js';
import { cleanText } from './clean-text.js';
import { italianDate } from './italian-dates.js';
import { counted, italianPoints } from './italian-numbers.js';
import { type LinkTo, phraseOf, summaryItem, titleOf } from './line-item.js';
import type { MailGroup, MailSection } from './mail-document.js';
import { SEAL_PLACEHOLDER } from './placeholders.js';
import { receivesAs } from './receives-as.js';
import { type MailWords, roleInWords, sectorName } from './roles.js';
import { keepTogether } from './wrap-text.js';

const EXTERNAL = 'Termini esterni da definire';

/** "Riepilogo settimanale"; without anything late, "Termini esterni da definire". */
export const summaryTitle = (summary: SummaryFacts): string =>
  summary.late.length > 0 ? 'Riepilogo settimanale' : EXTERNAL;

export function summarySection(
  summary: SummaryFacts,
  facts: DigestFacts,
  words: MailWords,
  linkTo: LinkTo,
): MailSection {
  const { day } = facts;
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
    // Printed once a week: the monthly list alone is no weekly summary.
    group('Sigillo del Registro degli avvisi', { rows: summary.late.length === 0 ? [] : SEAL_ROWS }),
    group(...observedGroup(summary)),
    group(EXTERNAL, { items: summary.external.map((line) => summaryItem(line, day, words, linkTo)) }),
  ];
  return {
    heading: summaryTitle(summary),
    paragraphs: [
      `${receivesAs({ role: 'secretary' }, facts, words)} ${keepTogether('ricevi questo riepilogo perché')} ${reason(summary)}.`,
    ],
    groups: groups.filter(({ items, rows }) => items.length + rows.length > 0),
  };
}

/** What a mail tells of them at most; all of them stand in *Il ciclo*. */
const MOST_OBSERVED = 10;
const OBSERVATION_LIMIT = 300;

function observedGroup({ observed }: SummaryFacts): readonly [heading: string, Partial<MailGroup>] {
  if (observed === undefined) return ['', {}];
  const { year, on, lines } = observed;
  const rows = lines
    .slice(0, MOST_OBSERVED)
    .map((line) => cleanText(line, OBSERVATION_LIMIT, ''))
    .filter((line) => line !== '');
  const more = lines.length - MOST_OBSERVED;
  return [
    `Osservazioni sul ${year} da riprendere nel ${year + 1}`,
    {
      rows: [
        ...rows,
        ...(more > 0 ? [`e altre ${more}, nella pagina Il ciclo`] : []),
        ...(rows.length > 0 ? [`Scritte con la validazione, ${keepTogether(italianDate(on))}.`] : []),
      ],
    },
  ];
}

/** The seal stands alone on its line: it is copied and compared. */
const SEAL_ROWS = [
  'Impronta di tutte le voci del registro fino a questo invio. Conserva il messaggio: dimostra che nessuna voce è stata cambiata dopo.',
  SEAL_PLACEHOLDER,
];

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
