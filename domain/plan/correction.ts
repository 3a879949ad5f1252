/**
 * *Correzione di errore materiale*: words, and a day that was misread. What the town decided – weights, targets,
 * which objectives and terms there are, who answers – changes by an act alone (docs/adr/0048).
 */
import type { ObjectiveDifference, PlanDifference } from './plan-difference.js';
import type { PlanIndicator, PlanObjective } from './plan-document.js';
import { isMove, sameTerm } from './variation.js';

/** One sentence each, in Italian, with its place; empty: all of it can be corrected without an act. */
export const beyondCorrection = ({ objectives }: PlanDifference): readonly string[] =>
  objectives.flatMap(beyond);

function beyond({ before, after, sector, fields, milestones }: ObjectiveDifference): readonly string[] {
  const said = after?.said ?? before?.said;
  const place = `«${said?.title ?? ''}» (${sector})`;
  if (before === null) return [`L'obiettivo ${place} è aggiunto: serve un atto.`];
  if (after === null) return [`L'obiettivo ${place} è tolto: serve un atto.`];
  const sentences: string[] = [];
  if (fields.includes('weight')) sentences.push(`Cambia il peso di ${place}: serve un atto.`);
  if (fields.includes('owner')) sentences.push(`Cambia il responsabile di ${place}: serve un atto.`);
  if (fields.includes('indicators') && !sameTargets(before.said, after.said))
    sentences.push(`Cambiano gli indicatori o i valori attesi di ${place}: serve un atto.`);
  for (const { before: was, after: is } of milestones) {
    if (was !== null && is !== null && (sameTerm(was, is) || isMove(was, is))) {
      if (was.weight !== is.weight)
        sentences.push(`Cambia il peso della fase «${was.phrase}» di ${place}: serve un atto.`);
      continue;
    }
    const [phrase, what] =
      was === null ? [is?.phrase, 'aggiunta'] : [was.phrase, is === null ? 'tolta' : 'cambiata'];
    sentences.push(`La fase «${phrase ?? ''}» di ${place} è ${what}: serve un atto.`);
  }
  return sentences;
}

/** As many indicators, each with the target it had; only their words differ. */
const sameTargets = (before: PlanObjective, after: PlanObjective): boolean =>
  JSON.stringify(before.indicators.map(targetOf)) === JSON.stringify(after.indicators.map(targetOf));

const targetOf = ({ target }: PlanIndicator): unknown =>
  target === undefined ? null : [target.value, target.unit ?? null, target.op ?? null];
