/**
 * JSON Canonicalization Scheme (RFC 8785): one text for one value, so that a hash made today can be made
 * again anywhere. Numbers and escapes are those of `JSON.stringify`, which the RFC takes over; keys are
 * sorted by UTF-16 code units.
 */

/** Half of a surrogate pair: it has no UTF-8, so it would be hashed as U+FFFD, like any other half. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The canonical text of a JSON value. Throws `TypeError`, naming the place, on whatever JSON would drop or
 * change in silence: undefined, functions, symbols, bigints, NaN, infinities, lone surrogates, class instances.
 */
export function canonicalJson(value: unknown, place = '$'): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') return canonicalNumber(value, place);
  if (typeof value === 'string') return canonicalText(value, place);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => canonicalJson(item, `${place}[${index}]`)).join(',')}]`;
  }
  if (!isPlainObject(value)) throw new TypeError(`${place} is not JSON: ${typeof value}`);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalText(key, place)}:${canonicalJson(value[key], `${place}.${key}`)}`);
  return `{${members.join(',')}}`;
}

function canonicalNumber(value: number, place: string): string {
  if (!Number.isFinite(value)) throw new TypeError(`${place} is not JSON: ${value}`);
  return JSON.stringify(value);
}

function canonicalText(value: string, place: string): string {
  if (LONE_SURROGATE.test(value)) throw new TypeError(`${place} is not JSON: half of a surrogate pair`);
  return JSON.stringify(value);
}

/** Made with `{…}` or `JSON.parse`: a Date or a Map has no JSON of its own. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
