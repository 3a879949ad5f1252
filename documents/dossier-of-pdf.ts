/** The dossier that goes along inside its PDF. */
import { openPdf } from './pdf/pdf-engine.js';

const NAME = 'dossier.json';

export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';

/** `null` when it is no PDF that can be read, or holds none. */
export async function dossierInPdf(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    const pdf = await openPdf(bytes);
    const attached = (await pdf.getAttachments()) as Record<string, { readonly content?: unknown }> | null;
    const content = attached?.[NAME]?.content;
    return content instanceof Uint8Array ? content : null;
  } catch {
    return null;
  }
}
