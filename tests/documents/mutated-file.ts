/** Files with mistakes in them, drawn from real ones: bytes changed, parts of office documents changed from inside. */
import { zipParts } from '../../documents/zip/zip-parts.js';
import { zipStore } from '../../documents/zip/zip-store.js';
import type { Chance } from '../annexes/random.js';

const MOST_CHANGES = 6;
const UNBOUNDED = { bytes: 1e9, entries: 1e6, ratio: 1e9 };

/** One to six changes; of an office document half of the time inside one of its parts. */
export function mutatedFile(bytes: Uint8Array, chance: Chance): Uint8Array {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b ? zipParts(bytes, () => true, UNBOUNDED) : null;
  if (zip?.ok !== true || chance.below(10) < 3) return changed(bytes, chance, changeBytes);
  const parts = [...zip.parts];
  const xml = parts.filter(([name]) => /\.(xml|rels)$/.test(name));
  if (xml.length === 0) return changed(bytes, chance, changeBytes);
  const [chosen] = chance.one(xml);
  return zipStore(
    parts.map(([name, part]) => [name, name === chosen ? changed(part, chance, changeXml) : part]),
    true,
  );
}

function changed(
  bytes: Uint8Array,
  chance: Chance,
  change: (bytes: Buffer, chance: Chance) => Buffer,
): Uint8Array {
  let result: Buffer = Buffer.from(bytes);
  for (let left = 1 + chance.below(MOST_CHANGES); left > 0; left -= 1) result = change(result, chance);
  return result;
}

function changeBytes(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.byteLength);
  const length = chance.below(Math.min(400, bytes.byteLength - at) + 1);
  switch (chance.below(6)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 1:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 2:
      return bytes.subarray(0, Math.max(1, at));
    case 3:
      return replaced(bytes, at, Buffer.from(Array.from({ length }, () => chance.below(256))));
    case 4:
      return replaced(bytes, at, Buffer.alloc(length, chance.below(2) === 0 ? 0 : 0xff));
    default:
      return replaced(bytes, at, Buffer.from([chance.below(256)]));
  }
}

function replaced(bytes: Buffer, at: number, by: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  by.copy(copy, at);
  return copy;
}

const NUMBERS = ['0', '-1', '1', '255', '65536', '1048576', '99999999999', '1e308', 'NaN', ''];
const WORDS = [
  '',
  '&#0;',
  '&amp;',
  '=1+1',
  '\ud83d\ude00',
  'a'.repeat(20_000),
  '<![CDATA[',
  '<!--',
  '&x;',
  '\u202e',
];

/** A tag taken out, doubled or moved, a number or a word exchanged. */
function changeXml(bytes: Buffer, chance: Chance): Buffer {
  const xml = bytes.toString('utf8');
  const tags = [...xml.matchAll(/<[^>]*>/g)];
  if (tags.length === 0 || chance.below(10) === 0) return changeBytes(bytes, chance);
  const tag = chance.one(tags);
  const other = chance.one(tags);
  const end = tag.index + tag[0].length;
  const without = xml.slice(0, tag.index) + xml.slice(end);
  switch (chance.below(6)) {
    case 0:
      return Buffer.from(without);
    case 1:
      return Buffer.from(xml.slice(0, end) + tag[0] + xml.slice(end));
    case 2:
      return Buffer.from(xml.slice(0, other.index) + tag[0] + xml.slice(other.index));
    case 3:
      return Buffer.from(exchanged(xml, /"[\d.]+"/g, `"${chance.one(NUMBERS)}"`, chance));
    case 4:
      return Buffer.from(exchanged(xml, />[^<]+</g, `>${chance.one(WORDS)}<`, chance));
    default: {
      const from = Math.min(tag.index, other.index);
      const to = Math.max(tag.index, other.index);
      return Buffer.from(
        xml.slice(0, from) + (chance.below(2) === 0 ? '' : xml.slice(from, to).repeat(2)) + xml.slice(to),
      );
    }
  }
}

function exchanged(xml: string, pattern: RegExp, by: string, chance: Chance): string {
  const all = [...xml.matchAll(pattern)];
  if (all.length === 0) return xml;
  const found = chance.one(all);
  return xml.slice(0, found.index) + by + xml.slice(found.index + found[0].length);
}
