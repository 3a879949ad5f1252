/** A frozen mail as it leaves: its links filled in, the same bytes at each repetition. */
import { fillLinks, fillLinksInHtml, fillSeal } from '../mail/placeholders.js';
import type { SendResult } from '../mail/send-result.js';
import type { OutgoingMail } from '../mail/transport.js';
import type { ClaimedDigest } from '../store/notices/digests.js';
import type { ActivityDeps } from './deps.js';
import type { Envelope } from './envelope.js';

/** Date and recipient are those of the freeze and of the first hand-over, and no name stands beside the address. */
export function outgoing(
  digest: ClaimedDigest,
  { from, returnPath, address, links, seal }: Envelope,
): OutgoingMail {
  return {
    from,
    returnPath,
    to: { name: null, address },
    replyTo: null,
    messageId: digest.messageId,
    date: digest.frozenAt,
    subject: digest.subject,
    text: fillLinks(fillSeal(digest.text, seal), links),
    html: fillLinksInHtml(fillSeal(digest.html, seal), links),
  };
}

export const handOver = (
  { transport }: Pick<ActivityDeps, 'transport'>,
  digest: ClaimedDigest,
  envelope: Envelope,
  broken: AbortSignal,
): Promise<SendResult> => transport.sendOne(outgoing(digest, envelope), broken);
