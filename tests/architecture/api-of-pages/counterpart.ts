/** How a page's route and the JSON API go together. */

/**
 * Route of the API under `/api/v1` that does the same by the same right; `other`: by another right, and why;
 * `pageOnly`: none, and why.
 */
export type Counterpart =
  | string
  | { readonly other: string; readonly why: string }
  | { readonly pageOnly: string };

export const pageOnly = (why: string): Counterpart => ({ pageOnly: why });
