/** Which field of a card a line without a label goes on with. */
import { joinFragments } from '../source/joined.js';
import { objectiveHead } from './objective-head.js';
import { type CardField, openField } from './prose-card-field.js';
import { goesOn, isEnumerated, type ProseLine } from './prose-lines.js';

/** The field that an unlabelled line belongs to: the one above, or the description when that one is complete. */
export function continued(
  field: CardField,
  line: ProseLine,
  before: ProseLine | undefined,
  width: number,
): CardField {
  if (field.paragraphs.length === 0 || goesOn(before, line, width) || isUntitled(field)) return field;
  const item = line.bullet || isEnumerated(line.text);
  if (takesMore(field, line, item)) return field;
  const next = openField(item && !FREE.has(field.field) ? 'phases' : 'description');
  return next.field === field.field ? field : next;
}

/** "Obiettivo n. 3" on a line of its own: the title is on the next. */
const isUntitled = ({ field, paragraphs }: CardField): boolean =>
  field === 'title' &&
  paragraphs.length === 1 &&
  objectiveHead(joinFragments(paragraphs[0] ?? []).text)?.untitled === true;

/** Fields in which bullets are a list of their own values, not steps. */
const FREE: ReadonlySet<string> = new Set([
  'indicator',
  'target',
  'phases',
  'notes',
  'result',
  'participants',
  'times',
  'weight',
]);

function takesMore(field: CardField, line: ProseLine, item: boolean): boolean {
  switch (field.field) {
    case 'phases':
    case 'indicator':
    case 'target':
      return item || !field.sameLine || !line.opens;
    case 'times':
    case 'weight':
    case 'participants':
      return item || (!field.sameLine && !line.opens);
    case 'notes':
    case 'result':
      return true;
    case 'title':
      return false;
    default:
      return field.field === 'description' && !item;
  }
}
