/** A printed document as DOCX: real headings, contents, captions and table heads, Italian, A4. The same bytes each time. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import { oneLine, type PrintedDocument } from '../../domain/printed-document/printed-document.js';
import { zipParts } from '../zip/zip-parts.js';
import { zipStore } from '../zip/zip-store.js';
import { blocksIn, paragraphIn, sectionIn } from './printed-docx-blocks.js';
import { CONTENTS_HEADING, NOTE, PRINTED_STYLES } from './printed-docx-styles.js';

/** A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_000 };
const UNBOUNDED = { bytes: Number.POSITIVE_INFINITY, entries: 1_000, ratio: Number.POSITIVE_INFINITY };

export async function printedDocx(printed: PrintedDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { across, contents } = printed;
  const title = oneLine(printed.title);
  const width = (across ? PAGE.height : PAGE.width) - 2 * PAGE.margin;
  const file = new Document({
    title,
    creator: 'Traguardo',
    lastModifiedBy: 'Traguardo',
    styles: PRINTED_STYLES,
    sections: [
      {
        properties: {
          page: {
            size: {
              width: PAGE.width,
              height: PAGE.height,
              orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: numbered(oneLine(printed.footer)) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          paragraphIn(printed.subtitle),
          ...blocksIn(printed.lead, width),
          ...(contents ? [paragraphIn('Indice', CONTENTS_HEADING), CONTENTS()] : []),
          ...printed.sections.flatMap((section) => sectionIn(section, width, 0)),
        ],
      },
    ],
  });
  return withoutClock(await Packer.toBuffer(file));
}

/** Filled in with the headings; Word puts in the page numbers when it opens the file. */
const CONTENTS = (): TableOfContents =>
  new TableOfContents('Indice', { hyperlink: true, headingStyleRange: '1-2', beginDirty: false });

const numbered = (footer: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: NOTE,
        alignment: AlignmentType.END,
        children: [
          new TextRun({
            children: [`${footer} – Pagina `, PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

/** The writer stamps file and entries with the moment, and goes on numbering bookmarks from document to document. */
function withoutClock(docx: Uint8Array): Uint8Array<ArrayBuffer> {
  const zip = zipParts(docx, () => true, UNBOUNDED);
  if (!zip.ok) throw new Error(`the document just written is ${zip.why}`);
  const parts = [...zip.parts].map(([name, content]) => {
    if (name === 'word/document.xml')
      return [name, Buffer.from(numberedAnew(Buffer.from(content).toString('utf8')))] as const;
    if (name !== 'docProps/core.xml') return [name, content] as const;
    const undated = Buffer.from(content)
      .toString('utf8')
      .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replace('</dc:creator>', '</dc:creator><dc:language>it-IT</dc:language>');
    return [name, Buffer.from(undated)] as const;
  });
  return new Uint8Array(zipStore(parts, true));
}

/** Bookmarks of the headings from 1, with what points to them. */
function numberedAnew(xml: string): string {
  const ids = [...xml.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(([, id]) => Number(id));
  const first = ids.reduce((least, id) => Math.min(least, id), Number.POSITIVE_INFINITY);
  return xml.replace(
    /<w:(?:bookmarkStart|bookmarkEnd|hyperlink|instrText)\b[^>]*>(?:PAGEREF _Toc\d+)?/g,
    (marks) =>
      marks.replace(
        /(_Toc|w:id=")(\d+)/g,
        (_, mark: string, id: string) => `${mark}${Number(id) - first + 1}`,
      ),
  );
}
