/** The subject tells what the mail holds: "2 scadenze oggi, 1 oltre il termine – Comune di …". */
import type { DigestFacts, DigestLine, SummaryFacts } from '../domain/obligations/digest.js';
import { italianDate } from './italian-dates.js';
import { counted } from './italian-numbers.js';
import type { MailWords } from './roles.js';
import { dueDayOf, type Situation, situationOf } from './situation.js';
import { townName } from './town-name.js';

/** One line, without any word of the plan. */
export function digestSubject(facts: DigestFacts, words: MailWords): string {
  const of = (...wanted: readonly Situation[]): readonly DigestLine[] =>
    facts.lines.filter((line) => wanted.includes(situationOf(line, facts.day, words)));
  const terms: readonly (readonly [readonly DigestLine[], string])[] = [
    [of('today'), 'oggi'],
    [of('late', 'mayor-told'), 'oltre il termine'],
    [of('closing', 'upcoming'), ahead(of('closing', 'upcoming'))],
    [of('before-start'), 'da confermare'],
  ];
  const parts: string[] = [];
  for (const [lines, says] of terms) {
    if (lines.length === 0) continue;
    parts.push(
      `${parts.length === 0 ? counted(lines.length, 'scadenza', 'scadenze') : lines.length} ${says}`,
    );
  }
  const leaving = of('leaving').length;
  const toMayor = of('to-mayor').length;
  const all = [
    leaving > 0 ? `${counted(leaving, 'comunicazione', 'comunicazioni')} in partenza per il Sindaco` : '',
    toMayor > 0
      ? `Comunicazione al Sindaco: ${counted(toMayor, 'scadenza', 'scadenze')} oltre il termine`
      : '',
    parts.join(', '),
    facts.summary === null ? '' : summaryPart(facts.summary),
  ].filter((part) => part !== '');
  const sentence = all.map((part, index) =>
    index === 0 ? part : `${part.charAt(0).toLowerCase()}${part.slice(1)}`,
  );
  return `${sentence.join('; ')} – ${townName(facts.town)}`;
}

/** "entro venerdì 30 giugno 2023" when all are due on one day. */
function ahead(lines: readonly DigestLine[]): string {
  const days = new Set(lines.map(dueDayOf));
  const [only] = days;
  return days.size === 1 && only ? `entro ${italianDate(only)}` : 'in arrivo';
}

function summaryPart({ late, external }: SummaryFacts): string {
  return late.length > 0
    ? `Riepilogo settimanale: ${late.length} oltre il termine`
    : `Termini esterni da definire: ${external.length}`;
}
