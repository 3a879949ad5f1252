/** A frozen mail as it leaves: its links filled in, the same bytes at each repetition. */
import { z } from 'zod';
import type { MailAddress } from '../mail/mail-address.js';
import { fillLinks, fillLinksInHtml } from '../mail/placeholders.js';
import type { SendResult } from '../mail/send-result.js';
import type { OutgoingMail } from '../mail/transport.js';
import type { ClaimedDigest } from '../store/digests.js';
import type { ActivityDeps } from './deps.js';
import { linkFor } from './links.js';

const Links = z.array(z.string());

/** Date and recipient are those of the freeze and of the first hand-over, and no name stands beside the address. */
export function outgoing(
  digest: ClaimedDigest,
  { from, address }: { readonly from: MailAddress; readonly address: string },
  publicUrl: string,
): OutgoingMail {
  const links = Links.parse(digest.links).map((obligation) => linkFor(publicUrl, obligation));
  return {
    from,
    to: { name: null, address },
    replyTo: null,
    messageId: digest.messageId,
    date: digest.frozenAt,
    subject: digest.subject,
    text: fillLinks(digest.text, links),
    html: fillLinksInHtml(digest.html, links),
  };
}

export const handOver = (
  { transport, publicUrl }: Pick<ActivityDeps, 'transport' | 'publicUrl'>,
  digest: ClaimedDigest,
  envelope: { readonly from: MailAddress; readonly address: string },
  broken: AbortSignal,
): Promise<SendResult> => transport.sendOne(outgoing(digest, envelope, publicUrl), broken);
