/** One objective printed in several places of a document is put together: summaries and cards, tables of each sector. */
import type { DraftObjective } from '../layouts/draft.js';
import { joinFragments } from '../source/joined.js';
import { fold } from '../text/letters.js';
import { sectorKey } from './sector-names.js';

/** Letters and digits alone. */
const key = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '');

const wordsOf = ({ indicators }: DraftObjective): string =>
  key(
    indicators
      .flat(2)
      .map(({ text }) => text)
      .join(' '),
  );

/** A line of a summary: title and weight, nothing to measure and no term. */
const isThin = ({ indicators, texts, phases, times }: DraftObjective): boolean =>
  indicators.length === 0 && phases.length === 0 && (times ?? []).length === 0 && joinedLength(texts) < 30;

const joinedLength = (texts: DraftObjective['texts']): number =>
  texts.reduce((sum, passage) => sum + joinFragments(passage.flat()).text.length, 0);

const sameNumber = (one: DraftObjective, other: DraftObjective): boolean =>
  one.number === null || other.number === null || one.number === other.number;

const sameSector = (one: DraftObjective, other: DraftObjective): boolean =>
  one.sector === null || other.sector === null || sectorKey(one.sector) === sectorKey(other.sector);

/** Of a table of contents or a list of offices: not even a number or a weight. */
const isEmpty = (draft: DraftObjective): boolean =>
  isThin(draft) &&
  draft.sharedBy.length === 0 &&
  draft.texts.length === 0 &&
  draft.number === null &&
  draft.weight === null &&
  draft.result === null;

/** Objectives of sectors, where there are any: what has neither sector nor anything to say is none. */
export function withoutStrays(drafts: readonly DraftObjective[]): readonly DraftObjective[] {
  const homed = drafts.some(({ sector }) => sector !== null);
  return drafts.filter(
    (draft) =>
      !isEmpty(draft) &&
      !(homed && draft.sector === null && !draft.everySector && draft.sharedBy.length === 0 && isThin(draft)),
  );
}

/** Joins summary lines with the cards of the same objectives, in the place of the first. */
export function withoutSummaries(drafts: readonly DraftObjective[]): readonly DraftObjective[] {
  const kept: DraftObjective[] = [];
  const places = new Map<string, number[]>();
  for (const draft of drafts) {
    const title = key(draft.title);
    const alike = places.get(title) ?? [];
    const at = alike.find((place) => isSummaryOf(kept[place] ?? draft, draft));
    const known = at === undefined ? undefined : kept[at];
    if (at === undefined || known === undefined) places.set(title, [...alike, kept.push(draft) - 1]);
    else kept[at] = isThin(known) ? filled(draft, known) : filled(known, draft);
  }
  return kept;
}

/** Whether one of the two, of the same title, only announces the other. */
const isSummaryOf = (one: DraftObjective, other: DraftObjective): boolean =>
  sameNumber(one, other) && sameSector(one, other) && (isThin(one) || isThin(other));

/** The fuller of the two, with what only the other says. */
const filled = (full: DraftObjective, thin: DraftObjective): DraftObjective => ({
  ...full,
  sector: full.sector ?? thin.sector,
  everySector: full.everySector || thin.everySector,
  sharedBy: full.sharedBy.length > 0 ? full.sharedBy : thin.sharedBy,
  number: full.number ?? thin.number,
  weight: full.weight ?? thin.weight,
  multiplier: full.weight === null ? thin.multiplier : full.multiplier,
  owner: full.owner ?? thin.owner,
  result: full.result ?? thin.result,
});

/**
 * Tables of each sector that repeat the objectives of all: one objective, with the weight and result it has in
 * each. Same title, number and indicators; what two sectors describe in their own words stays two objectives.
 */
export function withSharedOnce(drafts: readonly DraftObjective[]): readonly DraftObjective[] {
  const groups = new Map<string, DraftObjective[]>();
  for (const draft of drafts) {
    const group = groups.get(sameKey(draft));
    if (group === undefined) groups.set(sameKey(draft), [draft]);
    else group.push(draft);
  }
  return drafts.flatMap((draft) => {
    const group = groups.get(sameKey(draft)) ?? [draft];
    const sectors = new Set(group.map(({ sector }) => sectorKey(sector ?? '')));
    if (sectors.size < 2 || group.some(({ sector }) => sector === null)) return [draft];
    return group[0] === draft ? [sharedOf(draft, group)] : [];
  });
}

const sameKey = (draft: DraftObjective): string =>
  `${key(draft.title)}|${key(draft.number ?? '')}|${wordsOf(draft)}`;

const sharedOf = (first: DraftObjective, group: readonly DraftObjective[]): DraftObjective => ({
  ...first,
  sector: null,
  everySector: false,
  owner: group.every(({ owner }) => owner === first.owner) ? first.owner : null,
  sharedBy: group.map(({ sector, weight, result }) => ({ sector: sector ?? '', weight, result })),
});
