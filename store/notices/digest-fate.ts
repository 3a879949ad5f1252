/** What became of a mail, in one expression (alias `d` of digest). */
import type { Fragment } from '../connection.js';
import type { Tx } from '../in-town.js';
import type { DigestState } from './digests.js';

/**
 * `bounced`: sent, and it came back. `on-paper`: there was no mailbox to send it to, the Segretario hands it
 * over; `handed-over`: that was recorded.
 */
export const DIGEST_FATES = [
  ...(['frozen', 'sent', 'refused', 'bounced', 'given-up', 'trial', 'unknown'] as const),
  ...(['on-paper', 'handed-over'] as const),
] as const satisfies readonly (DigestState | 'bounced' | 'on-paper' | 'handed-over')[];
/** One of {@link DIGEST_FATES}. */
export type DigestFate = (typeof DIGEST_FATES)[number];

/** SQL that gives one of {@link DIGEST_FATES}. */
export const digestFate = (tx: Tx): Fragment => tx`
  case when d.bounced_at is not null then 'bounced'
    when d.state <> 'refused' or d.address is not null or d.kind <> 'daily' then d.state
    when exists (select 1 from paper_hand_over h where h.town = d.town and h.digest = d.id) then 'handed-over'
    else 'on-paper' end`;
