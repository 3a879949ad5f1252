/**
 * Accessible PDFs (PDF/UA-1, and PDF/A-2a where they are kept) by Typst: a template and its data, which go in as a
 * file of their own and are never spliced into the source. It keeps its process busy to the end: servers call
 * `apart/typeset-apart.ts`.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfToSet } from '../apart/apart-contract.js';
import { withBothMarks } from './pdf-both-marks.js';
import { dataWithoutLetters, lettersRefused } from './typst-letters.js';

const WORKSPACE = '/';
const DATA = path.join(WORKSPACE, 'data.json');

/** Titillium Web and Roboto Mono, as on the pages. */
const FONTS = path.join(
  path.dirname(createRequire(import.meta.url).resolve('bootstrap-italia/package.json')),
  'dist/fonts',
);

/** Each run names letters that the one before did not reach. */
const MOST_RUNS = 6;

let compiler: NodeCompiler | null = null;

/**
 * Letters that no font has are replaced: see `typst-letters.ts`; the template reads `sys.inputs.replaced`. Throws when
 * the template does not compile: that is a bug, data cannot do it.
 */
export function typesetPdf(document: PdfToSet): Uint8Array<ArrayBuffer> {
  let { data } = document;
  for (let run = 1; ; run++) {
    try {
      return set({ ...document, data }, run > 1);
    } catch (failure) {
      const refused = lettersRefused(String(failure));
      if (refused.size === 0 || run === MOST_RUNS) throw failure;
      data = dataWithoutLetters(data, refused);
    }
  }
}

function set({ template, data, madeAt, files = {}, kept = false }: PdfToSet, replaced: boolean) {
  compiler ??= NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: [FONTS] }] });
  compiler.mapShadow(DATA, Buffer.from(JSON.stringify(data)));
  for (const [name, text] of Object.entries(files))
    compiler.mapShadow(path.join(WORKSPACE, name), Buffer.from(text));
  try {
    const compiled = compiler.compile({
      mainFileContent: template,
      inputs: { replaced: replaced ? 'yes' : 'no' },
    });
    const { result } = compiled;
    if (compiled.hasError() || result === null) {
      const error = compiled.takeError();
      throw new Error(`the PDF does not compile: ${JSON.stringify(error?.shortDiagnostics ?? [])}`);
    }
    const creationTimestamp = Math.floor(madeAt / 1000);
    const pdf = compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp });
    if (!kept) return new Uint8Array(pdf);
    // The first run refuses a missing title or a skipped level, which this one would let pass.
    return withBothMarks(compiler.pdf(result, { pdfStandard: 'a-2a', creationTimestamp }));
  } finally {
    compiler.resetShadow();
    compiler.evictCache(2);
  }
}
