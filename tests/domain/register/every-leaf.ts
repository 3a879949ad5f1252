/** Changes of single values of a JSON document, for tests that each one is found. */

export type Path = readonly (string | number)[];

/** All values that are neither lists nor objects, with their places. */
export function* leaves(value: unknown, place: Path = []): Generator<{ place: Path; value: unknown }> {
  if (typeof value !== 'object' || value === null) yield { place, value };
  else
    for (const [key, one] of Object.entries(value))
      yield* leaves(one, [...place, Array.isArray(value) ? Number(key) : key]);
}

/** A copy with another value at a place. */
export function changedAt(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Reflect.set(copy, key, changedAt(Reflect.get(value as object, key), rest, to));
  return copy;
}

/** Another value that the same place could hold. */
export function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 'x';
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.replace('2023', '2024');
  if (/^[0-9a-f]+$/.test(text)) return (text.startsWith('0') ? '1' : '0') + text.slice(1);
  return `${text}!`;
}
