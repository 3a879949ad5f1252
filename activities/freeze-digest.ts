/** Freezes mails: composed, hashed, with their stable Message-IDs. From here on they are never composed again. */
import { randomUUID } from 'node:crypto';
import type { Role } from '../domain/obligations/obligation.js';
import { canonicalJson } from '../domain/register/canonical-json.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { ComposedMail } from '../mail/mail-document.js';
import { messageIdOf } from '../mail/message-id.js';
import type { Tx } from '../store/in-town.js';
import { type DigestKind, freezeDigests, type NewDigestLine } from '../store/notices/digests.js';
import type { ActivityDeps } from './deps.js';
import { messageDomainOf, senderOf } from './sender.js';
import type { Moment } from './stock.js';

export interface MailToFreeze {
  readonly person: string;
  readonly day: CivilDate;
  readonly kind: DigestKind;
  readonly roles: readonly Role[];
  readonly mail: ComposedMail;
  readonly lines: readonly NewDigestLine[];
  readonly frozen: FrozenMail;
}

export interface FrozenMail {
  readonly digest: string;
  /** SHA-256 of the canonical JSON of subject, text and HTML, with placeholders. */
  readonly contentHash: string;
}

/** The mail as it will be stored, before the notices that name it. */
export function prepareMail(mail: ComposedMail, { sha256 }: Pick<ActivityDeps, 'sha256'>): FrozenMail {
  const { subject, text, html } = mail;
  return { digest: randomUUID(), contentHash: sha256(canonicalJson({ subject, text, html })) };
}

/** Throws when a person has a mail of that day and kind already: the caller holds the town and has looked. */
export async function storeMails(
  tx: Tx,
  { town, now }: Moment,
  mails: readonly MailToFreeze[],
  { sender, sha256 }: Pick<ActivityDeps, 'sender' | 'sha256'>,
): Promise<void> {
  const domain = messageDomainOf(town, senderOf(town, sender));
  const digests = mails.map(({ mail, frozen, ...rest }) => ({
    ...rest,
    ...mail,
    id: frozen.digest,
    contentHash: frozen.contentHash,
    messageId: messageIdOf(
      { town: town.id, person: rest.person, day: rest.day, kind: rest.kind },
      domain,
      sha256,
    ),
    links: [...mail.links],
    frozenAt: now,
  }));
  await freezeDigests(tx, digests);
}
