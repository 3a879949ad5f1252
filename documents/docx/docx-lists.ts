/** The lists that a Word document defines, and which styles belong to them. */
import { walkXml, type XmlPiece, xmlText } from '../xml-walk.js';

/** How one level of a list counts and prints its numbers. */
export interface ListLevel {
  start: number;
  /** Word's name of the numerals, `bullet` for none. */
  format: string;
  /** What is printed, e.g. `%1.%2)`. */
  text: string;
}

/** A list that several lists of the document may share, counting on. */
export interface SharedList {
  readonly levels: ListLevel[];
  /** Level by the style that is linked to it. */
  readonly styles: Map<string, number>;
}

/** A list as paragraphs name it. */
export interface NamedList {
  /** Name of the shared list. */
  shared: string;
  /** Where it begins anew, by level. */
  readonly restarts: Map<number, number>;
}

/** Both by the names the document gives them. */
export interface WordLists {
  readonly shared: ReadonlyMap<string, SharedList>;
  readonly named: ReadonlyMap<string, NamedList>;
}

const LEVELS = 9;

/** Bytes of `numbering.xml`, where there is such a part. */
export function readLists(part: Uint8Array | undefined): WordLists {
  const reader = new ListsReader();
  for (const piece of part === undefined ? [] : walkXml(xmlText(part))) {
    if (piece.kind === 'open') reader.open(piece);
  }
  return reader;
}

class ListsReader implements WordLists {
  readonly shared = new Map<string, SharedList>();
  readonly named = new Map<string, NamedList>();
  private list: SharedList | undefined;
  private name: NamedList | undefined;
  private level: ListLevel | undefined;
  private at = 0;

  open({ name, attributes }: XmlPiece & { readonly kind: 'open' }): void {
    const { val = '', ilvl = '0' } = attributes;
    switch (name) {
      case 'abstractNum':
        this.list = { levels: [], styles: new Map() };
        this.shared.set(attributes['abstractNumId'] ?? '', this.list);
        break;
      case 'num':
        this.name = { shared: '', restarts: new Map() };
        this.named.set(attributes['numId'] ?? '', this.name);
        this.list = undefined;
        break;
      case 'abstractNumId':
        if (this.name !== undefined) this.name.shared = val;
        break;
      case 'lvlOverride':
        this.at = Number(ilvl);
        break;
      case 'startOverride':
        this.name?.restarts.set(this.at, Number(val) || 0);
        break;
      case 'lvl':
        this.openLevel(Number(ilvl));
        break;
      default:
        if (this.level !== undefined) this.setLevel(this.level, name, val);
    }
  }

  private openLevel(at: number): void {
    this.level = undefined;
    if (this.list === undefined || !(at >= 0 && at < LEVELS)) return;
    this.at = at;
    this.level = { start: 1, format: 'decimal', text: '' };
    this.list.levels[at] = this.level;
  }

  private setLevel(level: ListLevel, name: string, value: string): void {
    if (name === 'start') level.start = Number(value) || 0;
    if (name === 'numFmt') level.format = value;
    if (name === 'lvlText') level.text = value;
    if (name === 'pStyle') this.list?.styles.set(value, this.at);
  }
}

/** The list a style puts its paragraphs in; empty where it says nothing. */
export interface StyleList {
  list: string;
  level: string;
  basedOn: string;
}

/** By the style's id. Bytes of `styles.xml`, where there is such a part. */
export function readStyleLists(part: Uint8Array | undefined): ReadonlyMap<string, StyleList> {
  const styles = new Map<string, StyleList>();
  let style: StyleList | undefined;
  for (const piece of part === undefined ? [] : walkXml(xmlText(part))) {
    if (piece.kind !== 'open') continue;
    const value = piece.attributes['val'] ?? '';
    if (piece.name === 'style') {
      style = { list: '', level: '', basedOn: '' };
      styles.set(piece.attributes['styleId'] ?? '', style);
    } else if (style !== undefined) {
      if (piece.name === 'basedOn') style.basedOn = value;
      if (piece.name === 'numId') style.list = value;
      if (piece.name === 'ilvl') style.level = value;
    }
  }
  return styles;
}
