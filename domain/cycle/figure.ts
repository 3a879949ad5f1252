/** The value of an indicator as people write it: "12,5", "1.250 utenti", "95 %". */

/** A figure, or what keeps it from being one. `unit`: the one the plan has, where another was typed. */
export type ReadFigure =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: 'not-a-number' }
  | { readonly ok: false; readonly problem: 'other-unit'; readonly unit: string };

const SHAPE = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:[,.](\d{1,6}))?\s*(\D*)$/u;

const plain = (unit: string): string =>
  unit
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/^percento$|^per cento$/, '%');

/** Singular or plural of one word: "giorno" and "giorni" are the same unit. */
const isSameUnit = (a: string, b: string): boolean =>
  plain(a) === plain(b) || (plain(a).length > 3 && plain(a).slice(0, -1) === plain(b).slice(0, -1));

/**
 * An exact decimal with a point: "1.250,5 utenti" → "1250.5". A unit may be left out; another than the
 * plan's is told. `unit`: the plan's, `null` where it has none.
 */
export function readFigure(text: string, unit: string | null): ReadFigure {
  const match = SHAPE.exec(text.trim());
  if (match === null) return { ok: false, problem: 'not-a-number' };
  const [, sign = '', whole = '', decimals = '', typed = ''] = match;
  const given = typed.trim();
  if (given !== '' && unit !== null && !isSameUnit(given, unit))
    return { ok: false, problem: 'other-unit', unit };
  const digits = whole.replaceAll('.', '').replace(/^0+(?=\d)/, '');
  return {
    ok: true,
    value: `${sign === '-' ? '-' : ''}${digits}${decimals === '' ? '' : `.${decimals}`}`,
  };
}
