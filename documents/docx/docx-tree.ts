/** The outline of a Word document as mammoth builds it, as far as it is read here; no types of its own exist. */
import mammoth from 'mammoth';

/** Every element has a type; the other fields depend on it. */
export interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  /** Of a text. */
  readonly value?: string;
  /** Of a break: `line`, `page` or `column`. */
  readonly breakType?: string;
  /** Of a checkbox. */
  readonly checked?: boolean;
  /** Of a paragraph: its style by id ("Titolo1") and by name ("heading 1"). */
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  /** Of a paragraph in a list. */
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null;
  /** Of a cell. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of a run: shown in capitals whatever was typed. */
  readonly isAllCaps?: boolean;
}

/** Rejects when mammoth finds no Word document in the bytes. Deleted text is already out, inserted text in. */
export async function wordTree(docx: Uint8Array): Promise<WordElement> {
  let tree: WordElement | undefined;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(docx.buffer, docx.byteOffset, docx.byteLength) },
    {
      transformDocument: (element: WordElement) => {
        tree = element;
        // Nothing is left to print as HTML: the tree itself is what is wanted.
        return { ...element, children: [] };
      },
    },
  );
  if (tree === undefined) throw new Error('mammoth gave no document');
  return tree;
}
