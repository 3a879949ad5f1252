/** Whom a town's mails come from, and the domain that makes their Message-IDs unique. */
import { isMailAddress, type MailAddress } from '../mail/mail-address.js';
import type { Town } from '../store/towns/towns.js';

const WITH_NAME = /^\s*([^<>]*?)\s*<([^<>]+)>\s*$/;

/** `Traguardo <avvisi@comune.example>` or a bare address; `null` when it is neither. */
export function mailboxOf(text: string): MailAddress | null {
  const [, name = '', inside] = WITH_NAME.exec(text) ?? [];
  const address = (inside ?? text).trim();
  if (!isMailAddress(address)) return null;
  const bare = name.replace(/^"(.*)"$/, '$1');
  return { name: bare === '' ? null : bare, address };
}

/** The town's own sender, else the installation's; also when what the town set does not read. */
export const senderOf = ({ settings }: Pick<Town, 'settings'>, installation: MailAddress): MailAddress =>
  (settings.mail.from === null ? null : mailboxOf(settings.mail.from)) ?? installation;

/** The domain of a town's Message-IDs: its own setting, else the sender's. */
export const messageDomainOf = ({ settings }: Pick<Town, 'settings'>, sender: MailAddress): string =>
  settings.mail.domain ?? sender.address.slice(sender.address.lastIndexOf('@') + 1);
