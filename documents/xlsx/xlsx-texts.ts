/** The texts that the cells of a workbook share, by number. */
import { walkXml, xmlText } from '../xml-walk.js';

/** Runs of letters of one text are joined; phonetic guides are left out. */
export function sharedTexts(part: Uint8Array | undefined): readonly string[] {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let text: string | null = null;
  let inT = false;
  let phonetic = false;
  for (const piece of walkXml(xmlText(part))) {
    if (piece.kind === 'text') {
      if (inT && !phonetic && text !== null) text += piece.text;
      continue;
    }
    const opens = piece.kind === 'open' && !piece.empty;
    if (piece.name === 't') inT = opens;
    if (piece.name === 'rPh') phonetic = opens;
    if (piece.name !== 'si') continue;
    if (piece.kind === 'open') text = '';
    if (!opens) {
      texts.push(unescaped(text ?? ''));
      text = null;
    }
  }
  return texts;
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
