/** What the placeholders of a mail become when it is handed over; nowhere else is a link made, and none is stored. */
import { z } from 'zod';
import { linkExpiry } from '../domain/obligations/answer-rules.js';
import { linkKeyAt } from '../store/entry/link-keys.js';
import { signedToken } from '../store/entry/link-token.js';
import type { Tx } from '../store/in-town.js';
import type { ClaimedDigest } from '../store/notices/digests.js';

const Links = z.array(z.string());

/** Signed for the mail's person; the same at each repetition. `publicUrl` has no slash at its end. */
export async function linksOf(
  tx: Tx,
  town: string,
  digest: ClaimedDigest,
  publicUrl: string,
): Promise<readonly string[]> {
  const obligations = Links.parse(digest.links);
  if (obligations.length === 0) return [];
  const { id, key } = await linkKeyAt(tx, digest.frozenAt);
  return obligations.map((obligation, link) => {
    const claim = { digest: digest.id, link, key: id, expires: linkExpiry(digest.day) };
    return linkTo(publicUrl, signedToken(claim, { town, person: digest.person, obligation }, key));
  });
}

/** Where "Rispondi" and "Apri" lead. */
export const linkTo = (publicUrl: string, token: string): string => `${publicUrl}/r/${token}`;
