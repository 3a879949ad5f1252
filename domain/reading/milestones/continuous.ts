/** What goes on all year: "tutto l'anno", "nel corso dell'anno", "attività continuativa"; "costante" alone in its cell. */
import type { CivilDate } from '../../time/civil-date.js';
import { civilDateOf } from '../../time/civil-date.js';
import type { Judged } from '../judgement/judged.js';
import { type Line, tokenAt } from '../text/token.js';
import type { PlanTerm } from './plan-term.js';

/** Whether a period is the year of something that never stops. `times`: the text is a cell of times. */
export function goesOn(line: Line, { read, from, verdict }: Judged, times: boolean): boolean {
  if (read.type !== 'year' || verdict !== 'deadline') return false;
  if (read.whole) return true;
  if (read.year.year !== null && !times) return false;
  for (let at = from; at < read.to; at++) {
    const { text } = tokenAt(line, at);
    if (text === 'corso' || text === 'durante' || text === 'arco') return read.year.shift === 0;
  }
  return false;
}

const LASTING = [
  /\b(?:attivit[aà]['’]?|azione|servizio|presidio|monitoraggio)\s+(?:continuativ[ao]|continua|continuo|costante|permanente)(?![\p{L}])/giu,
  /\b(?:in\s+(?:via|modo|forma|maniera)\s+(?:continuativ[ao]|continua|continuo|costante|permanente)|con\s+continuit[aà]|continuativamente|in\s+corso\s+d['’]\s?anno|365\s+giorni(?:\s+(?:l['’]\s?|all['’]\s?)anno)?)(?![\p{L}])/giu,
];
/** Alone in its cell. */
const ALONE =
  /^[\s\-–•]*(continuativ[aoe]|continu[aoe]|costant[ei]|permanent[ei]|continuit[aà]|intera\s+annualit[aà]|sempre|12\s+mesi)[\s.;]*$/iu;

/** What the words say without naming the year; a period from its first to its last day. */
export function continuousTerms({ text, year }: Line, times: boolean): readonly PlanTerm[] {
  const found: (readonly [number, number])[] = [];
  for (const pattern of LASTING)
    for (const { index, 0: words } of text.matchAll(pattern)) found.push([index, index + words.length]);
  const alone = times || text.length < 30 ? ALONE.exec(text)?.[1] : undefined;
  if (alone !== undefined && found.length === 0) {
    const at = text.indexOf(alone);
    found.push([at, at + alone.length]);
  }
  const [start, date]: readonly CivilDate[] = [civilDateOf(year, 1, 1), civilDateOf(year, 12, 31)];
  return found.map((span) => ({
    kind: 'period' as const,
    ...(start === undefined ? {} : { start }),
    ...(date === undefined ? {} : { date }),
    role: 'continuous' as const,
    phrase: text.slice(...span).replace(/\s+/g, ' '),
    span,
  }));
}
