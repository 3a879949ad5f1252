/** Text → Windows-1252, as old office programs save it. */

const SPECIAL: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
};

/** The bytes; a sign that the code page lacks becomes a middle dot. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return SPECIAL[sign] ?? (code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : 0xb7);
  });
}
