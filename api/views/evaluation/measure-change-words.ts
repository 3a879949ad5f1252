/** What changed in how an objective is measured, part by part, in words. */
import { z } from 'zod';
import { type Points, pointsToDecimal } from '../../../domain/plan/points.js';
import type { ChangedPart } from '../../../store/measurement/measure-definitions.js';
import { indicatorSchema } from '../../../store/measurement/measured-objectives.js';
import { attainmentRuleSchema } from '../../../store/measurement/scoring-rules.js';
import { definitionInWords, KIND_WORDS, ruleInWords } from './rule-words.js';

/** As it was kept; a phase has a weight alone. */
const measure = z.object({
  definition: indicatorSchema.nullable().optional(),
  rule: attainmentRuleSchema.nullable().optional(),
  weight: z.int().nullable(),
});

/** What of a part changed: its definition, its rule, its weight. */
export interface PartChange {
  readonly what: 'valore' | 'regola' | 'peso';
  readonly before: string;
  readonly after: string;
}

export function changesOf({ before, after }: ChangedPart): readonly PartChange[] {
  const [was, is] = [measure.parse(before), measure.parse(after)];
  const all: readonly PartChange[] = [
    { what: 'valore', before: definedAs(was.definition), after: definedAs(is.definition) },
    { what: 'regola', before: ruledBy(was.rule), after: ruledBy(is.rule) },
    { what: 'peso', before: weighed(was.weight), after: weighed(is.weight) },
  ];
  return all.filter((one) => one.before !== one.after);
}

/** "«Sportello per 5 giornate»: valore: almeno 5 → almeno 5 giornate; peso: 10 → 20". */
export const partInWords = (part: ChangedPart): string =>
  `«${part.text}»: ${changesOf(part)
    .map(({ what, before, after }) => `${what}: ${before} → ${after}`)
    .join('; ')}`;

type Measured = z.infer<typeof measure>;

/** "conteggio (cose intere), almeno 5 giornate". */
function definedAs(definition: Measured['definition']): string {
  if (definition == null) return 'solo a parole';
  const said = lower(definitionInWords(definition));
  return definition.kind === 'yes-no' ? said : `${lower(KIND_WORDS[definition.kind])}, ${said}`;
}
const ruledBy = (rule: Measured['rule']): string => (rule == null ? 'quella del Comune' : ruleInWords(rule));
const weighed = (weight: Measured['weight']): string =>
  weight === null ? 'come le altre parti' : pointsToDecimal(weight as Points).replace('.', ',');

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
