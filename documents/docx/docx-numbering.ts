/** The numbers that Word prints before the items of numbered lists and headings, and writes nowhere as text. */
import { type ListLevel, readLists, readStyleLists, type StyleList } from './docx-lists.js';
import { numeral } from './docx-numerals.js';

/** Which list a paragraph names, by itself or through its style. */
export interface ListPlace {
  readonly style: string;
  /** Empty when the paragraph names none; "0" takes it out of the list of its style. */
  readonly list: string;
  readonly level: string;
}

/** Says, paragraph after paragraph in reading order, what stands before each: "3." or "Obiettivo 2.1", or nothing. */
export type ListLabels = (place: ListPlace) => string;

/** Bytes of `numbering.xml` and `styles.xml`, where there are such parts. */
export function listLabels(numbering: Uint8Array | undefined, styles: Uint8Array | undefined): ListLabels {
  const { shared, named } = readLists(numbering);
  const byStyle = readStyleLists(styles);
  /** Last number given, by shared list and level. */
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return ({ style, list, level }) => {
    const own = list === '' ? styleList(byStyle, style) : { list, level };
    const name = named.get(own.list);
    const found = name === undefined ? undefined : shared.get(name.shared);
    if (name === undefined || found === undefined) return '';
    const at = own.level === '' ? (found.styles.get(style) ?? 0) : Number(own.level);
    const shape = found.levels[at];
    if (shape === undefined) return '';
    const counts = counters.get(name.shared) ?? [];
    counters.set(name.shared, counts);
    const restart = begun.has(`${own.list} ${at}`) ? undefined : name.restarts.get(at);
    begun.add(`${own.list} ${at}`);
    counts[at] = restart ?? (counts[at] ?? shape.start - 1) + 1;
    // Deeper levels begin anew.
    counts.length = at + 1;
    return shape.format === 'bullet' ? '' : labelOf(shape.text, found.levels, counts);
  };
}

const MOST_STEPS = 20;

/** Styles take the list of the style they are based on. */
function styleList(styles: ReadonlyMap<string, StyleList>, id: string): Omit<StyleList, 'basedOn'> {
  let style = styles.get(id);
  for (let step = 0; style !== undefined && style.list === '' && step < MOST_STEPS; step += 1) {
    style = styles.get(style.basedOn);
  }
  return style ?? { list: '', level: '' };
}

const labelOf = (text: string, levels: readonly ListLevel[], counts: readonly number[]): string =>
  text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const level = levels[Number(digit) - 1];
      return numeral(counts[Number(digit) - 1] ?? level?.start ?? 1, level?.format ?? 'decimal');
    })
    .trim();
