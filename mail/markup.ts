/** HTML written in words: what stands between the pieces is escaped, unless it is markup itself. */
import { escapedMarkup } from '../domain/printed-document/escaped-markup.js';

/** A piece of HTML; made by {@link markup} alone. */
export class Markup {
  constructor(readonly html: string) {}
}

/** Fit to stand between pieces; `null` is nothing. */
type Part = string | Markup | readonly Markup[] | null;

/** Tag of a template: text is escaped for between tags and for quoted attributes alike. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let html = pieces[0] ?? '';
  for (let at = 0; at < parts.length; at += 1) html += written(parts[at] ?? null) + (pieces[at + 1] ?? '');
  return new Markup(html);
}

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapedMarkup(part);
  if (part instanceof Markup) return part.html;
  let html = '';
  for (const one of part) html += one.html;
  return html;
}
