/** A file to keep, as the answer to a request; a PDF is set in a process of its own first. */
import type { Context } from 'hono';
import type { PdfToSet } from '../../documents/apart/apart-contract.js';
import { typesetApart } from '../../documents/apart/typeset-apart.js';
import type { AppEnv } from '../app-env.js';
import { refuse } from '../refuse.js';
import { dispositionOf } from './disposition.js';

/** `name`: with its ending. */
export const sendFile = (
  c: Context<AppEnv>,
  name: string,
  type: string,
  content: string | Uint8Array<ArrayBuffer>,
): Response => c.body(content, 200, { 'Content-Type': type, 'Content-Disposition': dispositionOf(name) });

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
