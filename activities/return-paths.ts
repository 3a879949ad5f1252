/** Where one mail comes back to: the same at each repetition, as all of its bytes. */
import { type ReturnPath, returnAddress } from '../mail/return-path.js';
import { linkKeyAt } from '../store/entry/link-keys.js';
import type { Tx } from '../store/in-town.js';
import type { ClaimedDigest } from '../store/notices/digests.js';
import { returnToken } from '../store/notices/return-token.js';

/** `path`: the installation's; `null`: it has none, and mail comes back to its sender. */
export async function returnPathOf(
  tx: Tx,
  town: string,
  { id, frozenAt }: Pick<ClaimedDigest, 'id' | 'frozenAt'>,
  path: ReturnPath | null,
  sender: string,
): Promise<string> {
  if (path === null) return sender;
  return returnAddress(path, path.verp ? returnToken(town, id, await linkKeyAt(tx, frozenAt)) : '');
}
