/** Mails that nobody has given a final answer for. */

import type { Tx } from '../in-town.js';
import type { ClaimedDigest } from './digests.js';

/** Of all days and kinds. */
export const frozenMails = async (tx: Tx): Promise<readonly Pick<ClaimedDigest, 'id' | 'person'>[]> =>
  tx<
    Pick<ClaimedDigest, 'id' | 'person'>[]
  >`select id, person from digest where state = 'frozen' order by id`;
