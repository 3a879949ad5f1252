/**
 * Bytes of a text file to characters. What Italian offices send: UTF-8 with or without mark, UTF-16 ("Testo
 * Unicode" of Excel and of the notepad) with or without mark, Windows-1252.
 */

/** `null` when the bytes are no text in any of these encodings. */
export function decodeText(bytes: Uint8Array): string | null {
  const decoder = decoderFor(bytes);
  const decoded = decoder.decode(bytes);
  const text = decoder.encoding === 'windows-1252' ? decoded.replace(C1, signOf) : decoded;
  return looksBinary(text) ? null : text;
}

/** Windows-1252 from 0x80 to 0x9f: some versions of Node leave control characters there. */
const C1_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const C1 = /[\u0080-\u009f]/gu;
const signOf = (control: string): string => C1_SIGNS.charAt(control.charCodeAt(0) - 0x80);

function decoderFor(bytes: Uint8Array): TextDecoder {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return unmarkedUtf16(bytes) ?? new TextDecoder(isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

const SAMPLE = 4096;

/** Letters of the languages around here have a zero byte in UTF-16, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): TextDecoder | null {
  const pairs = Math.floor(Math.min(bytes.byteLength, SAMPLE) / 2);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs; index += 1) {
    if (bytes[2 * index] === 0) even += 1;
    if (bytes[2 * index + 1] === 0) odd += 1;
  }
  if (pairs < 2) return null;
  if (odd > 0.6 * pairs && even < 0.05 * pairs) return new TextDecoder('utf-16le');
  if (even > 0.6 * pairs && odd < 0.05 * pairs) return new TextDecoder('utf-16be');
  return null;
}

/**
 * A file put together from pieces, or cut in the middle of a letter, has a few broken bytes: it stays UTF-8 as
 * long as whole accented letters outnumber them.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  if (broken === 0) return true;
  const whole = text.match(/[\u0080-\ufffc]/gu)?.length ?? 0;
  return whole > 4 * broken;
}

/** Characters that no text holds: NUL, and more than a few other controls. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return true;
    const allowed = code === 9 || code === 10 || code === 11 || code === 12 || code === 13;
    if ((code < 32 && !allowed) || (code >= 127 && code < 160) || code === 0xfffd) controls += 1;
  }
  return controls > 8 + text.length / 50;
}
