/** The act as a document prints it ("G.C. n. 48 del 3/5/2024"), taken apart to begin a form with. */

export type ActOrgan = 'giunta' | 'consiglio' | 'commissario' | 'sindaco' | 'segretario' | 'responsabile';

/** In this order: "decreto del Sindaco", "deliberazione di Giunta". */
const ORGANS: readonly (readonly [RegExp, ActOrgan])[] = [
  [/commissari/i, 'commissario'],
  [/\bgiunta|\bd?\.?\s?g\.?\s?[cm]\b/i, 'giunta'],
  [/\bconsiglio|\bd?\.?\s?c\.?\s?c\b/i, 'consiglio'],
  [/sindac/i, 'sindaco'],
  [/determin[\s\S]*segretari|segretari/i, 'segretario'],
  [/determin/i, 'responsabile'],
];

/** What is not said is `null` or empty. */
export function actIn(text: string | null): { readonly organ: ActOrgan | null; readonly number: string } {
  const words = text ?? '';
  return {
    organ: ORGANS.find(([pattern]) => pattern.test(words))?.[1] ?? null,
    number: /\bn(?:um(?:ero)?|r|°|\.)?\s*[.°]?\s*(\d{1,6}(?:\/\w{1,6})?)/i.exec(words)?.[1] ?? '',
  };
}
