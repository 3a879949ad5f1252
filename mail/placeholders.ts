/**
 * Mails are stored, hashed and compared with placeholders for their links; the links themselves carry
 * secrets, so they are filled in at hand-over and never stored (design §6). So is the seal of the week,
 * which covers the hash of the very mail that prints it.
 */
import { escapedMarkup } from '../domain/printed-document/escaped-markup.js';

const PLACEHOLDER = /\{\{link:(\d+)\}\}/g;

/** The placeholder of link `n` (from 0). */
export const linkPlaceholder = (n: number): string => `{{link:${n}}}`;

/** Fills the links of a plain text. Throws `RangeError` when a placeholder has no link. */
export const fillLinks = (text: string, links: readonly string[]): string =>
  text.replace(PLACEHOLDER, (_, n: string) => linkOf(Number(n), links));

/** As {@link fillLinks} for HTML: the addresses are escaped for an attribute. */
export const fillLinksInHtml = (html: string, links: readonly string[]): string =>
  html.replace(PLACEHOLDER, (_, n: string) => escapedMarkup(linkOf(Number(n), links)));

/** What stands where the seal of the week goes. */
export const SEAL_PLACEHOLDER = '{{seal}}';

/** `seal`: `null` when there is none, because the register has no entry yet. The same for text and HTML. */
export const fillSeal = (text: string, seal: string | null): string =>
  text.replaceAll(SEAL_PLACEHOLDER, seal ?? 'il registro non ha ancora voci');

function linkOf(n: number, links: readonly string[]): string {
  const link = links[n];
  if (link === undefined) throw new RangeError(`no link for placeholder ${n}: ${links.length} were given`);
  return link;
}
