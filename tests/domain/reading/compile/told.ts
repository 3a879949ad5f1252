/** A plan written as text, compiled, and told again in lines short enough to compare. */

import type { PlanDocument, PlanMilestone, PlanObjective } from '../../../../domain/plan/plan-document.js';
import { compilePlan } from '../../../../domain/reading/compile-plan.js';
import type { SourceDocument } from '../../../../domain/reading/source/source-document.js';
import { textBlocks } from '../../../../domain/reading/source/text-blocks.js';
import { textLines } from '../../../../domain/reading/source/text-lines.js';

/** The text as the reader of text files hands it over. */
export function textSource(text: string): SourceDocument {
  const lines = textLines(text);
  return { format: 'text', lines, blocks: textBlocks(lines), partial: null };
}

/** The plan of a text; throws with the refusal when there is none. */
export function planOf(text: string): PlanDocument {
  const compiled = compilePlan(textSource(text));
  if (!compiled.ok) throw new Error(compiled.refusal);
  return compiled.plan;
}

/**
 * One line a sector ("# name (owner)") and one an objective: number, title, weight, then terms and targets. A
 * shared objective ends in "*", a result stands after "=".
 */
export function told(text: string): readonly string[] {
  return planOf(text).sectors.flatMap(({ name, owner, objectives }) => [
    `# ${name}${owner === null ? '' : ` (${owner})`}`,
    ...objectives.map(objectiveTold),
  ]);
}

function objectiveTold(one: PlanObjective): string {
  const targets = one.indicators.flatMap(({ target }) =>
    target === undefined ? [] : [`${target.op ?? ''}${target.value}${target.unit ?? ''}`],
  );
  const parts = [
    one.number ?? '-',
    one.title,
    String(one.weight ?? '-') + (one.shared ? '*' : ''),
    one.milestones.map(termTold).join(' '),
    targets.join(' '),
  ];
  return parts.join(' | ') + (one.result === undefined ? '' : ` = ${one.result.value}`);
}

/** The last day or the rule; "?" before an external term, role and phase weight after it. */
function termTold({ kind, start, date, recurrence, offset, anchor, role, weight }: PlanMilestone): string {
  const said =
    kind === 'external-term'
      ? `?${anchor ?? ''}`
      : (recurrence ??
        offset ??
        (kind === 'none' ? 'none' : `${start === undefined ? '' : `${start}/`}${date}`));
  return `${said}${role === undefined ? '' : `:${role}`}${weight === undefined ? '' : `@${weight}`}`;
}
