/** Bytes of an uploaded or local file to a JSON value; a refusal says in Italian what is wrong and where. */

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

const refused = (message: string): ReadJson => ({ ok: false, message });

/** UTF-8, with or without byte order mark. */
export function readJson(bytes: Uint8Array): ReadJson {
  if (bytes.byteLength === 0) return refused('Il file è vuoto.');
  if (isUtf16(bytes)) return refused('Il file è in UTF-16: va salvato in UTF-8.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('Il file non è un testo in UTF-8.');
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return refused(`Il file non è in formato JSON: ${whereOf(error, text)}.`);
  }
}

/** By its byte order mark. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** The engine's message is in English, and says the place as an offset, as an excerpt or not at all. */
function whereOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    const before = text.slice(0, Number(position)).split('\n');
    return `errore alla riga ${before.length}, carattere ${(before.at(-1) ?? '').length + 1}`;
  }
  const excerpt = /^Unexpected token .*?, (?:\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(
    message,
  )?.[1];
  return excerpt === undefined ? 'finisce a metà' : `errore vicino a «${excerpt}»`;
}
