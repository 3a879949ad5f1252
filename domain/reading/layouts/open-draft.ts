/** An objective while the rows that make it up are being read. */
import type { DraftObjective, DraftPhase, Heading, Passage } from './draft.js';
import { linesOf, textOf } from './table-cells.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

export interface OpenDraft extends Omit<Mutable<Required<DraftObjective>>, 'lines'> {
  lines: readonly [number, number] | null;
  /** How well the label of the title says that it is one (`Synonym.rank`), `null` before there is a title. */
  titleRank: number | null;
  /** Weights of rows below the first: the column weighs phases or indicators, not the objective. */
  weightsBelow: number;
  /** Weights of a table without titles: the first is the objective's only when it stays alone. */
  weightsBeside: number;
}

/** An objective without words, under `heading`. */
export const openDraft = (heading: Heading): OpenDraft => ({
  sector: heading.sector,
  everySector: heading.everySector,
  sharedBy: [],
  number: null,
  title: '',
  weight: null,
  multiplier: false,
  owner: heading.owner,
  sectorOwner: heading.owner,
  indicators: [],
  targets: [],
  texts: [],
  times: [],
  phases: [],
  result: null,
  lines: null,
  titleRank: null,
  weightsBelow: 0,
  weightsBeside: 0,
});

/** Goes on with an objective that another layout began, so that a table below can add to it. */
export const reopened = (draft: DraftObjective): OpenDraft => ({
  ...draft,
  sectorOwner: draft.sectorOwner ?? null,
  sharedBy: [...draft.sharedBy],
  indicators: [...draft.indicators],
  targets: [...draft.targets],
  texts: [...draft.texts],
  times: [...(draft.times ?? [])],
  phases: [...draft.phases],
  titleRank: 0,
  weightsBelow: 0,
  weightsBeside: 0,
});

/** What was read, `null` when no title was: it is no objective. */
export function closedDraft(open: OpenDraft): DraftObjective | null {
  const { titleRank: _, weightsBeside: __, weightsBelow, lines, ...draft } = open;
  if (draft.title === '' || lines === null) return null;
  // One weight a row, and several rows: the first row's weight is of its phase as the others are of theirs.
  const ofPhases = weightsBelow > 0 && draft.weight !== null && draft.phases.length > 1;
  const [first, ...others] = draft.phases;
  if (!ofPhases || first === undefined) return { ...draft, lines };
  return {
    ...draft,
    weight: null,
    phases: [{ ...first, weight: first.weight ?? draft.weight }, ...others],
    lines,
  };
}

/** Widens the lines read by those of `passages`. */
export function tookLines(open: OpenDraft, passages: readonly Passage[]): void {
  const lines = linesOf(passages);
  if (lines === null) return;
  open.lines =
    open.lines === null ? lines : [Math.min(open.lines[0], lines[0]), Math.max(open.lines[1], lines[1])];
}

/** Adds an indicator with the value expected of it; words said before are not said again. */
export function addIndicator(open: OpenDraft, indicator: Passage, target: Passage | null): void {
  if (indicator.length === 0 && target === null) return;
  const last = open.indicators.length - 1;
  if (indicator.length === 0) {
    if (last >= 0 && open.targets[last] === null) open.targets[last] = target;
    else if (target !== null) addIndicator(open, target, null);
    return;
  }
  const text = textOf(indicator);
  const known = open.indicators.findIndex((one) => textOf(one) === text);
  if (known >= 0 && (target === null || sameWords(open.targets[known] ?? null, target))) return;
  open.indicators.push(indicator);
  open.targets.push(target);
}

const sameWords = (one: Passage | null, other: Passage): boolean =>
  one !== null && textOf(one) === textOf(other);

/** Adds a passage to a list unless the same words are there. */
export function addPassage(list: Passage[], passage: Passage): void {
  if (passage.length > 0 && !list.some((one) => textOf(one) === textOf(passage))) list.push(passage);
}

/** Adds a phase unless it says nothing or was said. */
export function addPhase(open: OpenDraft, phase: DraftPhase): void {
  const words = [phase.passage, ...(phase.times ?? [])].map(textOf).join('|');
  const empty = words.replaceAll('|', '') === '' && phase.marks.length === 0;
  const said = open.phases.some(
    (one) =>
      [one.passage, ...(one.times ?? [])].map(textOf).join('|') === words &&
      JSON.stringify(one.marks) === JSON.stringify(phase.marks),
  );
  if (!empty && !said) open.phases.push(phase);
}
