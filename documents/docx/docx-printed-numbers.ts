/** Where in a Word document the numbers of lists are to be written, so that mammoth hands them over as text. */

import { escapedMarkup } from '../../domain/printed-document/escaped-markup.js';
import type { Insertion } from '../xml-insert.js';
import { walkXml, type XmlPiece } from '../xml-walk.js';
import type { ListLabels } from './docx-numbering.js';

/**
 * A run with the number before the words of each numbered paragraph that has words. `prefix` is that of the
 * document's elements ("w:"). Throws `BrokenXml`.
 */
export function printedNumbers(xml: string, prefix: string, labels: ListLabels): readonly Insertion[] {
  const reader = new NumbersReader(prefix, labels);
  for (const piece of walkXml(xml)) {
    if (piece.kind === 'open') reader.open(piece);
    else if (piece.kind === 'close') reader.close(piece);
    else reader.text(piece.text);
  }
  return reader.insertions;
}

interface OpenParagraph {
  style: string;
  list: string;
  level: string;
  /** To be written as soon as a word follows. */
  label: Insertion | null;
}

class NumbersReader {
  readonly insertions: Insertion[] = [];
  /** Paragraphs of text boxes stand inside paragraphs. */
  private readonly paragraphs: OpenParagraph[] = [];
  /** How deep inside the properties of a paragraph; what they were before a change is deeper than two. */
  private depth = 0;
  private inText = false;

  constructor(
    private readonly prefix: string,
    private readonly labels: ListLabels,
  ) {}

  open({ name, attributes, empty }: XmlPiece & { readonly kind: 'open' }): void {
    if (name === 'p' && !empty) this.paragraphs.push({ style: '', list: '', level: '', label: null });
    if (name === 't') this.inText = !empty;
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    const { val = '' } = attributes;
    if (this.depth === 1 && name === 'pStyle') paragraph.style = val;
    if (this.depth === 2 && name === 'numId') paragraph.list = val;
    if (this.depth === 2 && name === 'ilvl') paragraph.level = val;
    if (!empty && (this.depth > 0 || name === 'pPr')) this.depth += 1;
  }

  close({ name, to }: XmlPiece & { readonly kind: 'close' }): void {
    if (name === 't') this.inText = false;
    if (name === 'p') this.paragraphs.pop();
    if (this.depth === 0) return;
    this.depth -= 1;
    const paragraph = this.paragraphs.at(-1);
    if (this.depth > 0 || paragraph === undefined) return;
    const label = this.labels(paragraph);
    if (label !== '') paragraph.label = { at: to, xml: this.run(label) };
  }

  text(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!this.inText || !paragraph?.label || text.trim() === '') return;
    this.insertions.push(paragraph.label);
    paragraph.label = null;
  }

  private run(label: string): string {
    const w = this.prefix;
    return `<${w}r><${w}t xml:space="preserve">${escapedMarkup(label)} </${w}t></${w}r>`;
  }
}
