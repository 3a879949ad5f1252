/** A file to keep, as the answer to a request; a PDF is set in a process of its own first. */
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { PdfToSet } from '../../documents/apart/apart-contract.js';
import { typesetApart } from '../../documents/apart/typeset-apart.js';
import { printedDocx } from '../../documents/printed/printed-docx.js';
import { printedPdf } from '../../documents/printed/printed-pdf.js';
import type { PrintedDocument } from '../../domain/printed-document/printed-document.js';
import type { AppEnv } from '../app-env.js';
import { viewerIn } from '../gate.js';
import { refuse } from '../refuse.js';
import { FILE_POLICY, PDF_POLICY } from '../security-headers.js';
import { dispositionOf } from './disposition.js';
import { DOCX } from './media-types.js';

/** A file that is kept in pieces: as a download from a sandbox, or inside a page of ours (`inline`: a PDF or a picture). */
export const sendPieces = (
  c: Context<AppEnv>,
  {
    name,
    type,
    size,
    sha256,
  }: Readonly<Record<'name' | 'type' | 'sha256', string>> & { readonly size: number },
  pieces: AsyncIterable<Uint8Array>,
  how: 'attachment' | 'inline' = 'attachment',
): Response =>
  c.body(Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>, 200, {
    'Content-Type': type,
    'Content-Length': String(size),
    'Content-Disposition': dispositionOf(name, how),
    'Content-Security-Policy': how === 'inline' && type === 'application/pdf' ? PDF_POLICY : FILE_POLICY,
    ETag: `"${sha256}"`,
  });

/** `name`: with its ending. */
export const sendFile = (
  c: Context<AppEnv>,
  name: string,
  type: string,
  content: string | Uint8Array<ArrayBuffer>,
): Response => c.body(content, 200, { 'Content-Type': type, 'Content-Disposition': dispositionOf(name) });

export type PaperFormat = 'docx' | 'pdf';

/** A paper to complete and sign; `name` without its ending. */
export const sendPaper = async (
  c: Context<AppEnv>,
  name: string,
  printed: PrintedDocument,
  format: PaperFormat,
): Promise<Response> =>
  format === 'docx'
    ? sendFile(c, `${name}.docx`, DOCX, await printedDocx(printed))
    : sendPdf(
        c,
        `${name}.pdf`,
        printedPdf(printed, viewerIn(c).now),
        'In formato Word si scarica lo stesso.',
      );

/** `instead`: what else there is to take when the PDF cannot be made, a sentence. */
export async function sendPdf(
  c: Context<AppEnv>,
  name: string,
  document: PdfToSet,
  instead = '',
): Promise<Response> {
  const { log } = c.get('deps');
  const made = await typesetApart(document, {
    onCrash: (details) => log.error({ details }, 'the typesetting of a document crashed'),
  });
  return made.ok
    ? sendFile(c, name, 'application/pdf', made.pdf)
    : refuse(c, { code: 'document-not-made', why: made.why, instead });
}
