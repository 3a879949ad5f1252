/**
 * Accessible PDFs (PDF/UA-1) by Typst: a template and its data, which go in as a file of their own and are
 * never spliced into the source. It keeps its process busy to the end: servers call `apart/typeset-apart.ts`.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfToSet } from './apart/apart-contract.js';

const WORKSPACE = '/';
const DATA = path.join(WORKSPACE, 'data.json');

/** Titillium Web and Roboto Mono, as on the pages. */
const FONTS = path.join(
  path.dirname(createRequire(import.meta.url).resolve('bootstrap-italia/package.json')),
  'dist/fonts',
);

let compiler: NodeCompiler | null = null;

/** Throws when the template does not compile: that is a bug, data cannot do it. */
export function typesetPdf({ template, data, madeAt, files = {} }: PdfToSet): Uint8Array<ArrayBuffer> {
  compiler ??= NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: [FONTS] }] });
  compiler.mapShadow(DATA, Buffer.from(JSON.stringify(data)));
  for (const [name, text] of Object.entries(files))
    compiler.mapShadow(path.join(WORKSPACE, name), Buffer.from(text));
  const compiled = compiler.compile({ mainFileContent: template });
  const { result } = compiled;
  if (compiled.hasError() || result === null) {
    const error = compiled.takeError();
    throw new Error(`the PDF does not compile: ${JSON.stringify(error?.shortDiagnostics ?? [])}`);
  }
  const pdf = compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt / 1000) });
  compiler.resetShadow();
  compiler.evictCache(2);
  return new Uint8Array(pdf);
}
