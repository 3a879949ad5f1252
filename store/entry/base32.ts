/** Douglas Crockford's base 32, in small letters: no i, l, o, u, so that nobody takes one sign for another. */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** How many signs that many bytes make. */
export const spelledLength = (bytes: number): number => Math.ceil((bytes * 8) / 5);

export function spelled(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
  }
  return bits === 0 ? text : text + ALPHABET[(held << (5 - bits)) & 31];
}

/** Is it made of those signs alone? */
export const isSpelled = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]*$/.test(text);

/** Of what {@link isSpelled}. */
export function bytesOf(text: string): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    held = ((held << 5) | ALPHABET.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Buffer.from(bytes);
}

/** An id as its 16 bytes. */
export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** The id that stands in the first 16 bytes. */
export function idIn(bytes: Buffer): string {
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
