/** PDF files: opened with pdf.js, page by page brought to words and lines in their places, and read by those. */
import type { PlacedPage } from '../../domain/reading/source/placed.js';
import { placedSource } from '../../domain/reading/source/placed-source.js';
import { type ReadResult, refused } from '../read-result.js';
import { openPdf, operatorNames, type PdfDocument, type PdfPage } from './pdf-engine.js';
import { matrixOf } from './pdf-matrix.js';
import { placedPage } from './pdf-page.js';
import type { PdfFont } from './pdf-text-state.js';

const MOST_PAGES = 400;
/** Milliseconds after which no further page is begun; reading tables of what there is takes a fraction of it. */
const LONGEST = 6_000;
/** Words under which a page is taken for an image with a stamp or a page number on it. */
const FEWEST_WORDS = 4;

const SCANNED =
  'Il PDF non contiene testo: è una scansione. Usa il file originale (Word, Excel) o un PDF esportato dal programma di scrittura.';
const LOCKED =
  'Il PDF è protetto da password: aprilo con la password, salvalo senza protezione e caricalo di nuovo, oppure usa il file originale (Word, Excel).';
const BROKEN =
  'Il PDF è danneggiato o incompleto: aprilo e salvalo di nuovo, oppure usa il file originale (Word, Excel).';

/** Reads a PDF; a file without text, with a password or broken is refused. */
export async function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  let pdf: PdfDocument;
  try {
    pdf = await openPdf(bytes);
  } catch (error) {
    return refused(error instanceof Error && error.name === 'PasswordException' ? LOCKED : BROKEN);
  }
  try {
    return await readPages(pdf);
  } finally {
    await pdf.destroy();
  }
}

async function readPages(pdf: PdfDocument): Promise<ReadResult> {
  const names = await operatorNames();
  const until = performance.now() + LONGEST;
  const pages: PlacedPage[] = [];
  const broken: number[] = [];
  for (let page = 1; page <= Math.min(pdf.numPages, MOST_PAGES); page += 1) {
    if (performance.now() > until) break;
    try {
      pages.push(await readPage(await pdf.getPage(page), names));
    } catch {
      // One page that pdf.js cannot follow must not hide the others; the partial result names it.
      broken.push(page);
    }
  }
  const empty = pages.filter(({ words }) => words.length < FEWEST_WORDS).map(({ page }) => page);
  if (empty.length === pages.length) return refused(broken.length > pages.length ? BROKEN : SCANNED);
  const read = pages.length + broken.length;
  const source = placedSource(pages, partial(read, pdf.numPages, [...empty, ...broken]));
  return { ok: true, source };
}

function partial(read: number, all: number, without: readonly number[]): string | null {
  const said: string[] = [];
  if (read < all) said.push(`Il PDF ha ${all} pagine: sono state lette le prime ${read}.`);
  if (without.length > 0 && without.length > 0.02 * read) {
    const list = without.slice(0, 12).sort((a, b) => a - b);
    const more = without.length > list.length ? ` e altre ${without.length - list.length}` : '';
    said.push(
      without.length === 1
        ? `La pagina ${list[0]} non ha testo leggibile (forse è una scansione o un’immagine).`
        : `Le pagine ${list.join(', ')}${more} non hanno testo leggibile (forse sono scansioni o immagini).`,
    );
  }
  return said.length === 0 ? null : said.join(' ');
}

async function readPage(page: PdfPage, names: ReadonlyMap<number, string>): Promise<PlacedPage> {
  const view = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const fonts = new Map<string, PdfFont>();
  function* steps(): Generator<readonly [string, readonly unknown[]]> {
    for (const [index, code] of fnArray.entries()) {
      const args: readonly unknown[] = Array.isArray(argsArray[index]) ? argsArray[index] : [];
      const name = names.get(code) ?? '';
      yield [name === 'constructPath' ? `constructPath:${names.get(Number(args[0])) ?? ''}` : name, args];
    }
  }
  const placed = placedPage({
    page: page.pageNumber,
    width: view.width,
    height: view.height,
    base: matrixOf(view.transform),
    steps: steps(),
    fontOf: (name) => {
      const known = fonts.get(name) ?? pdfFont(page, name);
      fonts.set(name, known);
      return known;
    },
  });
  page.cleanup();
  return placed;
}

function pdfFont(page: PdfPage, name: string): PdfFont {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
  const of = (key: string): unknown =>
    typeof font === 'object' && font !== null ? Reflect.get(font, key) : undefined;
  const scale = matrixOf(of('fontMatrix'))[0];
  return {
    bold: of('bold') === true || of('black') === true || /bold|black|heavy/i.test(String(of('name') ?? '')),
    vertical: of('vertical') === true,
    scale: scale === 1 ? 0.001 : scale,
  };
}
