/**
 * XML as a row of tags and texts, enough for the parts of office documents. Namespace prefixes are taken off:
 * these parts never use one name for two things. A document type, and with it entities that multiply, is refused.
 */

/** A tag or a text; `from` and `to` are its place in the text walked. */
export type XmlPiece =
  | {
      readonly kind: 'open';
      readonly name: string;
      /** By local name. */
      readonly attributes: Readonly<Record<string, string>>;
      /** `<a/>`: no `close` follows. */
      readonly empty: boolean;
      /** Where the tag begins and ends in the text walked. */
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly from: number; readonly to: number }
  | { readonly kind: 'text'; readonly text: string; readonly from: number; readonly to: number };

/** The part is no XML that an office program writes; the message is for developers. */
export class BrokenXml extends Error {}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const ATTRIBUTE = /([^\s=/<>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const DEEPEST = 500;

/** Throws {@link BrokenXml} at the first place that is none. */
export function* walkXml(xml: string): Generator<XmlPiece, void, undefined> {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const from = xml.indexOf('<', at);
    if (from !== at) {
      const to = from < 0 ? xml.length : from;
      yield { kind: 'text', text: plain(xml.slice(at, to)), from: at, to };
      at = to;
      continue;
    }
    const to = endOfTag(xml, from);
    const tag = xml.slice(from, to);
    if (tag.startsWith('<![CDATA[')) yield { kind: 'text', text: tag.slice(9, -3), from, to };
    else if (tag.startsWith('</')) {
      const name = localName(tag.slice(2, -1).trim());
      if (open.pop() !== name) throw new BrokenXml(`</${name}> closes another element`);
      yield { kind: 'close', name, from, to };
    } else if (!tag.startsWith('<?') && !tag.startsWith('<!--')) {
      const piece = openTag(tag, from, to);
      if (!piece.empty && open.push(piece.name) > DEEPEST) throw new BrokenXml('nested too deep');
      yield piece;
    }
    at = to;
  }
  if (open.length > 0) throw new BrokenXml('ends before its elements do');
}

function endOfTag(xml: string, from: number): number {
  const [start, end] = xml.startsWith('<!--', from)
    ? [from + 4, '-->']
    : xml.startsWith('<![CDATA[', from)
      ? [from + 9, ']]>']
      : xml.startsWith('<?', from)
        ? [from + 2, '?>']
        : [from + 1, '>'];
  if (xml.startsWith('<!', from) && end === '>') throw new BrokenXml('a document type');
  const found = xml.indexOf(end, start);
  if (found < 0) throw new BrokenXml('ends inside a tag');
  return found + end.length;
}

function openTag(tag: string, from: number, to: number): XmlPiece & { readonly kind: 'open' } {
  const empty = tag.endsWith('/>');
  const inside = tag.slice(1, empty ? -2 : -1);
  const name = /^[^\s/<>"'=]+/.exec(inside)?.[0];
  if (name === undefined) throw new BrokenXml('a tag without a name');
  const attributes: Record<string, string> = {};
  for (const [, key = '', double, single] of inside.slice(name.length).matchAll(ATTRIBUTE)) {
    if (!key.startsWith('xmlns')) attributes[localName(key)] = plain(double ?? single ?? '');
  }
  return { kind: 'open', name: localName(name), attributes, empty, from, to };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** References to characters resolved; whatever names no character stays as written. */
function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A part's bytes as text: UTF-8 or, by its mark, UTF-16. */
export function xmlText(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}
