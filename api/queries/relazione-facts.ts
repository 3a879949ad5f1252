/** The facts of a year's Relazione as they stand now, its variations in words. */
import type { ObjectiveChange } from '../../domain/plan/objective-change.js';
import type { RelazioneFacts, VariationFact } from '../../domain/relazione/relazione-facts.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type Cycle, wholeVersions } from '../../store/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { loadRelazioneFacts } from '../../store/relazione-facts.js';
import type { Town } from '../../store/towns.js';
import { CHANGE_KINDS, detailSentence, flagSentence, worthInWords } from '../views/plan/change-words.js';
import { type ListedVariation, listedOf } from './variations.js';

export async function relazioneFacts(
  tx: Tx,
  cycle: Cycle,
  town: Town,
  asOf: CivilDate,
): Promise<RelazioneFacts> {
  const [facts, versions] = await Promise.all([
    loadRelazioneFacts(tx, cycle, town, asOf),
    wholeVersions(tx, cycle.id),
  ]);
  return { ...facts, variations: listedOf(versions).map(variationFact) };
}

const variationFact = ({
  kind,
  act: { organ, actNumber, actDate },
  effectiveFrom,
  reason,
  changes,
  flags,
}: ListedVariation): VariationFact => ({
  ...{ kind, effectiveFrom, reason },
  act:
    organ === null || actNumber === null || actDate === null
      ? null
      : { organ, number: actNumber, date: actDate },
  effects: changes.map(effectOf),
  flags: flags.map(flagSentence),
});

/** "Finanziario, obiettivo 3 «Rendiconto»: peso: 10 → 20; fase: …". */
function effectOf(change: ObjectiveChange): string {
  const { number, title } = change;
  const named = `${change.sector}, obiettivo ${number === null ? '' : `${number} `}«${title}»`;
  return change.change === 'changed'
    ? `${named}: ${change.details.map(detailSentence).join('; ')}`
    : `${named}: ${CHANGE_KINDS[change.change]} (${worthInWords(change)})`;
}
