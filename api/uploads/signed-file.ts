/** What a file that came back signed is: by the check of evidence, only a PDF or a P7M; and how it shows its signature. */
import type { SignatureSeen } from '../../domain/cycle/signed-paper.js';
import { fileTypeOf } from './file-type.js';
import type { SpooledFile } from './spool.js';

/** For people: what may come back signed. */
export const SIGNED_IN_WORDS =
  'un PDF, firmato (PAdES) o copia di un originale firmato, oppure un file P7M (CAdES)';
/** For the `accept` attribute of a form. */
export const SIGNED_EXTENSIONS = '.pdf,.p7m';

const TYPES: ReadonlySet<string> = new Set(['application/pdf', 'application/pkcs7-mime']);

/** The media type; `null`: neither of them, or an envelope around a PDF that goes by the name of one. */
export function signedTypeOf({ name, head }: SpooledFile): string | null {
  const type = fileTypeOf(name, head);
  if (type === null || !TYPES.has(type)) return null;
  return type === 'application/pdf' && fileTypeOf('.p7m', head) !== null ? null : type;
}

export interface SignedContent {
  readonly signature: SignatureSeen;
  /** The bytes; of a P7M in base64, those that it stands for. */
  readonly content: Buffer;
}

/** No signature is checked: a P7M is one by its form, a PDF shows the byte range that one covers (ISO 32000-1, 12.8). */
export async function readSigned(file: SpooledFile, type: string): Promise<SignedContent> {
  const { buffer, byteOffset, byteLength } = await file.bytes();
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  if (type === 'application/pdf')
    return { signature: bytes.includes('/ByteRange') ? 'pades' : 'none-seen', content: bytes };
  return { signature: 'cades', content: bytes[0] === SEQUENCE ? bytes : unframed(bytes) };
}

/** The first byte of any P7M that is not in base64. */
const SEQUENCE = 0x30;

const unframed = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replace(/-----[^-\n]*-----/g, ''), 'base64');
