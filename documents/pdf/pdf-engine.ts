/** pdf.js inside unpdf, opened for reading places: no images, no scripts, no fonts for screens. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/**
 * pdf.js hands fonts over by this method of ECMAScript 2024, which Node 20 lacks; without it every page would
 * end at its first letter. A copy instead of a move does.
 */
function lendMissingMethod(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      const moved = new Uint8Array(length);
      moved.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return moved.buffer;
    },
  });
}

/** Opens a PDF; rejects with pdf.js' own errors (`PasswordException`, `InvalidPDFException`, …). */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  lendMissingMethod();
  // pdf.js takes its bytes away from whoever hands them over. Images are never unpacked: none has words.
  return getDocumentProxy(Uint8Array.from(bytes), {
    maxImageSize: 1,
    verbosity: 0,
    stopAtErrors: false,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  });
}

/** Names of the operators by their codes. */
export async function operatorNames(): Promise<ReadonlyMap<number, string>> {
  const { OPS } = await getResolvedPDFJS();
  return new Map(Object.entries(OPS).map(([name, code]) => [Number(code), name]));
}
