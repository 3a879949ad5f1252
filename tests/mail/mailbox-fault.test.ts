import { expect, test } from 'vitest';
import { isMailboxFault, statusIn } from '../../mail/mailbox-fault.js';

test.each([
  ['550 5.1.1 no such user', true],
  ['550 5.1.10 RESOLVER.ADR.RecipientNotFound', true],
  ['550 5.2.1 mailbox disabled', true],
  ['552 5.2.2 over quota', true],
  ['550 5.4.1 Recipient address rejected: Access denied', true],
  ['550 5.5.0 mailbox unavailable', true],
  ['550 User unknown', true],
  ['551 user not local', true],
  ['550 5.7.1 message looks like spam', false],
  ['550 5.7.26 this mail is unauthenticated', false],
  ["550 5.1.8 sender's domain does not exist", false],
  ['552 5.2.3 message too large for this mailbox', false],
  ['552 5.3.4 message too big', false],
  ['554 5.6.0 content not accepted', false],
  ['554 transaction failed', false],
  ['452 4.2.2 mailbox full for now', false],
  ['550 host 10.1.5.1.1 said nothing', true],
  ['no code at all', false],
])('"%s": the mailbox is at fault: %s', (words, fault) => {
  const code = /^\d{3}/.exec(words)?.[0];
  expect(isMailboxFault({ code: code === undefined ? null : Number(code), status: statusIn(words) })).toBe(
    fault,
  );
});
