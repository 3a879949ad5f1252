/** Values of the fields of a card, as the objective keeps them. */
import { numberAlone, titleParts } from '../plan/title-parts.js';
import { weightOf } from '../plan/weight-words.js';
import { fold } from '../text/letters.js';
import type { Passage } from './draft.js';
import { splitOwner } from './heading-owner.js';
import { addPassage, type OpenDraft } from './open-draft.js';
import { saysEverySector, sharesIn } from './participants.js';
import { textOf } from './table-cells.js';
import type { TableState } from './table-state.js';
import { splitTitle } from './title-cell.js';

/** Objectives of the mandate or of three years, of which the card's own is a part. */
export const BROADER = /strateg|generale|trienn|plurienn|\bdup\b|macro|mandato/;

export function putTitle(open: OpenDraft, label: string, value: Passage): void {
  const broader = BROADER.test(fold(label));
  const alone = numberAlone(textOf(value));
  if (alone !== null) open.number = alone;
  if (alone !== null || (open.title !== '' && broader)) return;
  const { title, rest } = splitTitle(value);
  const parts = titleParts(title);
  open.title = parts.title;
  open.titleRank = broader ? 1 : 0;
  open.number = parts.number ?? open.number;
  open.weight ??= parts.weight;
  open.multiplier ||= parts.multiplier;
  open.everySector ||= parts.everySector && open.sector === null;
  addPassage(open.texts, rest);
}

export function putSector(state: TableState, open: OpenDraft, value: Passage): void {
  const text = textOf(value);
  const shares = sharesIn(value);
  if (saysEverySector(text)) {
    open.everySector = true;
    open.sector = null;
  } else if (shares.length > 1 && shares.every(({ weight }) => weight !== null))
    open.sharedBy.push(...shares);
  else if (open.sector === null || open.title === '' || state.firstLabel !== null) {
    const { before, owner } = splitOwner(text);
    open.sector = before;
    open.everySector = false;
    open.owner = owner ?? (state.heading.sector === before ? state.heading.owner : null);
    state.heading = { sector: before, owner: open.owner, everySector: false };
  }
}

/** Without weights, those who take part beside the sector of the card are helpers, not holders. */
export function putShares(open: OpenDraft, value: Passage): void {
  if (saysEverySector(textOf(value))) {
    open.everySector = true;
    return;
  }
  const shares = sharesIn(value);
  const weighed = shares.some(({ weight }) => weight !== null);
  if (weighed || open.sector === null) open.sharedBy.push(...shares);
}

export function putNumber(open: OpenDraft, text: string): void {
  const parts = titleParts(text);
  open.number = numberAlone(text) ?? parts.number ?? (text.length < 12 ? text : open.number);
  if (numberAlone(text) === null && parts.number !== null && open.title === '') open.title = parts.title;
}

/** One weight, or one for each sector: "Settore Tecnico: 10 %, Settore Finanziario: 15 %". */
export function putWeight(open: OpenDraft, value: Passage, factor: boolean): void {
  const shares = sharesIn(value);
  if (shares.length > 1 && shares.every(({ weight }) => weight !== null)) {
    open.sharedBy.push(...shares);
    return;
  }
  const { weight, multiplier } = weightOf(textOf(value), factor);
  if (weight === null || open.weight !== null) return;
  open.weight = weight;
  open.multiplier = multiplier;
}

export function putUnit(open: OpenDraft, value: Passage): void {
  const last = open.targets.length - 1;
  const target = open.targets[last];
  if (target) open.targets[last] = [target.flat().concat(value.flat())];
}

export function putTimes(open: OpenDraft, field: 'times' | 'start' | 'end', value: Passage): void {
  const word = field === 'start' ? 'dal ' : field === 'end' ? 'al ' : '';
  const [first, ...others] = value.flat();
  if (first === undefined) return;
  const last = open.times.at(-1);
  const worded = /^\d/.test(first.text) ? `${word}${first.text}` : first.text;
  if (field === 'end' && last !== undefined && /^dal /.test(last[0]?.[0]?.text ?? '')) {
    open.times[open.times.length - 1] = [[...last.flat(), { ...first, text: worded }, ...others]];
  } else if (field === 'start') addPassage(open.times, [[{ ...first, text: worded }, ...others]]);
  else addPassage(open.times, value);
}
