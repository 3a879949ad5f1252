/**
 * Hands over the test mails that somebody asked for on a page, each to the asker's own address. One try: what the
 * server said is what they want to know.
 */
import { instant } from '../domain/time/instant.js';
import { testMail } from '../mail/test-mail.js';
import { adviceOf } from '../mail/trouble-advice.js';
import { claimTestMail, settleTestMail } from '../store/notices/test-mails.js';
import type { SignInMailDeps } from './sign-in-mails.js';

/** Hands over all that wait; returns how many the server took. */
export async function mailTests(deps: Omit<SignInMailDeps, 'publicUrl'>): Promise<number> {
  const { sql, transport, sender, leaseMs, now, log } = deps;
  let taken = 0;
  for (;;) {
    const at = now();
    const claimed = await claimTestMail(sql, { at, lease: instant(at + leaseMs) });
    if (claimed === null) return taken;
    const unique = claimed.id.replaceAll('-', '');
    const result = await transport.sendOne(testMail(sender, claimed.address, { unique, at }));
    const outcome = result.kind === 'accepted' ? 'accepted' : 'refused';
    const response = result.kind === 'accepted' ? result.response : `${result.response}. ${adviceOf(result)}`;
    await settleTestMail(sql, claimed.id, { outcome, response, at: now() });
    if (outcome === 'accepted') taken += 1;
    log[outcome === 'accepted' ? 'info' : 'warn']({ outcome }, 'a test mail');
  }
}
