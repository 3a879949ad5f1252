/** The facts of a year's Relazione as they stand now; its variations, also of how objectives are measured, in words. */
import type { ObjectiveChange } from '../../domain/plan/objective-change.js';
import type { ActFact, RelazioneFacts, VariationFact } from '../../domain/relazione/relazione-facts.js';
import { keyOf } from '../../domain/relazione/timeline.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { type Cycle, wholeVersions } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { listMeasureChanges, type MeasureChange } from '../../store/measurement/measure-definitions.js';
import { loadRelazioneFacts } from '../../store/relazione/relazione-facts.js';
import type { Town } from '../../store/towns/towns.js';
import { partInWords } from '../views/evaluation/measure-change-words.js';
import { CHANGE_KINDS, detailSentence, flagSentence, worthInWords } from '../views/plan/change-words.js';
import { type ListedVariation, listedOf } from './variations.js';

export async function relazioneFacts(
  tx: Tx,
  cycle: Cycle,
  town: Town,
  asOf: CivilDate,
): Promise<RelazioneFacts> {
  const [facts, versions, measures] = await Promise.all([
    loadRelazioneFacts(tx, cycle, town, asOf),
    wholeVersions(tx, cycle.id),
    listMeasureChanges(tx, cycle.id),
  ]);
  const measured = measures.map((one) => measureFact(one, town.clock.zone));
  return {
    ...facts,
    acts: withActsOf(facts.acts, measured),
    variations: [...listedOf(versions).map(variationFact), ...measured],
  };
}

/** By an act, or as the correction of a slip: in force from the day on which it was recorded (docs/adr/0055). */
function measureFact(
  { objective, act, reason, parts, recordedAt }: MeasureChange,
  zone: string,
): VariationFact {
  const { number, title } = objective;
  const named = `Come si misura l'obiettivo ${number === null ? '' : `${number} `}«${title}»`;
  return {
    kind: act === null ? 'correction' : 'variation',
    act: act === null ? null : { organ: act.organ, number: act.actNumber, date: act.actDate },
    effectiveFrom: civilDateAt(recordedAt, zone),
    reason,
    effects: parts.map((part) => `${named}: ${partInWords(part)}`),
    flags: [],
  };
}

/** Those that only such changes rest on are acts of the year too. */
function withActsOf(acts: readonly ActFact[], measured: readonly VariationFact[]): readonly ActFact[] {
  const known = new Map(acts.map((act) => [keyOf(act), act]));
  for (const { act } of measured)
    if (act !== null && !known.has(keyOf(act)))
      known.set(keyOf(act), { ...act, subject: 'Come si misurano gli obiettivi', protocol: null });
  return [...known.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
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
