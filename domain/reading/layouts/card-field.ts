/** One labelled value of a card, put where it belongs; a label seen before may begin the next card. */
import { numberAlone } from '../plan/title-parts.js';
import { fold } from '../text/letters.js';
import {
  BROADER,
  putNumber,
  putSector,
  putShares,
  putTimes,
  putTitle,
  putUnit,
  putWeight,
} from './card-values.js';
import type { Passage } from './draft.js';
import { ownerOf } from './heading-owner.js';
import { type Synonym, synonymOf } from './labels.js';
import { addIndicator, addPassage, addPhase, type OpenDraft, tookLines } from './open-draft.js';
import type { Field } from './synonyms/field.js';
import { textOf } from './table-cells.js';
import { begin, type TableState } from './table-state.js';

const FACTOR = /coeff|fattore|moltiplic|indice/;

/** `label` names the field, `value` is what stands by it; `lead` are the cells of the label, for its lines. */
export function putField(state: TableState, label: string, value: Passage, lead: Passage): void {
  const synonym = synonymOf(label);
  if (synonym === null || (value.length === 0 && lead.length === 0)) return;
  const key = fold(label)
    .replace(/[^a-z ]+/g, '')
    .trim();
  const number = synonym.field === 'title' ? numberAlone(label) : null;
  if (state.open === null || beginsCard(state, key, synonym, label)) begin(state, state.heading);
  state.firstLabel ??= key;
  const open = state.open;
  if (open === null) return;
  tookLines(open, [lead, value]);
  if (number !== null) open.number ??= number;
  if (value.length > 0) put(state, open, synonym.field, label, value);
}

/** The label that began the first card again, or a second title or number. */
function beginsCard(
  { open, firstLabel }: TableState,
  key: string,
  { field }: Synonym,
  label: string,
): boolean {
  if (open === null || open.title === '') return false;
  if (key === firstLabel) return true;
  if (field === 'number') return open.number !== null;
  if (field !== 'title') return false;
  return (open.titleRank ?? 0) === 0 && !BROADER.test(fold(label));
}

function put(state: TableState, open: OpenDraft, field: Field, label: string, value: Passage): void {
  const text = textOf(value);
  switch (field) {
    case 'title':
      putTitle(open, label, value);
      break;
    case 'sector':
      putSector(state, open, value);
      break;
    case 'participants':
      putShares(open, value);
      break;
    case 'owner':
      open.owner = ownerOf(text) ?? open.owner;
      if (open.title === '' && state.heading.sector !== null && state.heading.sector === open.sector)
        state.heading = { ...state.heading, owner: open.owner };
      break;
    case 'number':
      putNumber(open, text);
      break;
    case 'weight':
      putWeight(open, value, FACTOR.test(fold(label)));
      break;
    case 'indicator':
      addIndicator(open, value, null);
      break;
    case 'target':
      addIndicator(open, [], value);
      break;
    case 'unit':
      putUnit(open, value);
      break;
    case 'phases':
      for (const one of value) addPhase(open, { passage: [one], marks: [], weight: null });
      break;
    case 'description':
      addPassage(open.texts, value);
      break;
    case 'result':
      open.result ??= text;
      break;
    default:
      if (field === 'times' || field === 'start' || field === 'end') putTimes(open, field, value);
  }
}
