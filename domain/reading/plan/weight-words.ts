/**
 * Weights among other words: "TITOLO – Peso 15", "peso 10/100", "(20%)", "Pesatura: 7,5", "coeff. 1,2".
 * Shares of a hundred are points; factors ("x 1,2", "coefficiente 3") are multipliers.
 */

export interface WeightRead {
  /** As printed, the decimal comma read; `null` when there is none. */
  readonly weight: number | null;
  /** A factor, not a share of the sector's hundred. */
  readonly multiplier: boolean;
}

/** A number of a weight: "7,5", "15", "12.50". */
const NUMBER = String.raw`(?<![\d.,/])(\d{1,3}(?:[.,]\d{1,3})?)`;
const OF_A_WHOLE = String.raw`(?:\s*(?:%|\/\s*10{1,3}\b|su\s+10{1,3}\b|punti\b|p\.?ti\b|pt\.?(?![\p{L}])))?`;
/** What may stand between the word and its number. */
const BETWEEN = String.raw`(?:\s+(?:attribuito|assegnato|ponderale|percentuale|complessivo|relativo|specifico|massimo|max|in\s+percentuale|in\s+punti|(?:(?:d|a)ell['’]\s*|all['’]\s*)?obiettivo|della\s+fase|fase|di|pari|a|al|del|per|in|%)(?![\p{L}]))*\s*(?:\(\s*%\s*\)|\(\s*in\s+%\s*\)|%)?\s*[:=–—-]?\s*(?:n\.\s*)?`;
const POINT_WORDS = String.raw`(?:peso|pesi|pesatura|ponderazione|punteggio|punti|incidenza|rilevanza\s+percentuale|valore\s+ponderale)`;
const FACTOR_WORDS = String.raw`(?:(?:peso|pesatura)\s*[:=]?\s*(?:[x×*]|fattore|coefficiente|coeff?\.?)|coefficiente(?:\s+di\s+(?:ponderazione|difficolt[aà]|complessit[aà]|strategicit[aà]|rilevanza))?|coeff?\.|fattore(?:\s+(?:moltiplicativo|di\s+(?:ponderazione|difficolt[aà]|complessit[aà])))?|moltiplicatore)`;

/** In order of trust; the first that matches is the weight. Group 1 is the number. */
const POINTS: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}])${POINT_WORDS}(?![\p{L}])${BETWEEN}${NUMBER}(?![\d])${OF_A_WHOLE}`, 'iu'),
  new RegExp(
    String.raw`${NUMBER}\s*(?:punti|p\.ti|pt\.)(?:\s+su\s+100|\s*\/\s*100)?(?=\s*[)\].,;–—-]*\s*$)`,
    'iu',
  ),
  new RegExp(String.raw`(?<=[([]\s*)${NUMBER}\s*(?:%|\/\s*100)(?=\s*[)\]]\s*[.;:]?\s*$)`, 'u'),
  new RegExp(String.raw`(?<=\s[–—-]\s*)${NUMBER}\s*(?:%|\/\s*100)(?=\s*$)`, 'u'),
];
const FACTORS: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}])${FACTOR_WORDS}${BETWEEN}(?:[x×*]\s*)?${NUMBER}(?![\d%])`, 'iu'),
  new RegExp(String.raw`(?<=(?:^|\s|[([])[x×]\s*)${NUMBER}(?=\s*[)\]]?\s*$)`, 'iu'),
];

/** In longer texts, in characters, a weight is not looked for. */
const MOST = 3000;

/** The weight printed in words of a title, and the words without it. */
export function weightIn(text: string): WeightRead & { readonly rest: string } {
  if (text.length > MOST) return { weight: null, multiplier: false, rest: text.trim() };
  for (const [multiplier, shapes] of [[true, FACTORS] as const, [false, POINTS] as const]) {
    for (const shape of shapes) {
      const match = shape.exec(text);
      if (match?.[1] === undefined) continue;
      const rest = without(text, match.index, match.index + match[0].length);
      return { weight: numberOf(match[1]), multiplier, rest };
    }
  }
  return { weight: null, multiplier: false, rest: text.trim() };
}

/** The number of a field or a cell that holds nothing but a weight: "15", "15,00 %", "10/100", "x 1,2". */
export function weightOf(value: string, multiplierField = false): WeightRead {
  const worded = weightIn(value);
  if (worded.weight !== null) return worded;
  const match = /^\W*(\d{1,3}(?:[.,]\d{1,3})?)(?![\d])\s*(?:%|\/|su\b|punti\b|p\.?ti\b|$|\()/iu.exec(
    value.trim(),
  );
  return { weight: match?.[1] === undefined ? null : numberOf(match[1]), multiplier: multiplierField };
}

const numberOf = (printed: string): number => Number(printed.replace(',', '.'));

/** Takes the words out with the brackets or dashes that set them apart. */
function without(text: string, start: number, end: number): string {
  const before = text.slice(0, start).replace(/\s*[([]?\s*[x×]?\s*$/iu, '');
  const after = text.slice(end).replace(/^\s*[)\]]/u, '');
  const left = before.replace(/[\s–—,;:|-]+$/u, '');
  const right = after.replace(/^[\s–—,;:|.-]+/u, '');
  return right === '' ? left : left === '' ? right : `${left} ${right}`;
}
