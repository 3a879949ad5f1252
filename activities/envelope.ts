/** Where a mail in hand goes, and what its placeholders become. */
import type { MailAddress } from '../mail/mail-address.js';

export interface Envelope {
  readonly from: MailAddress;
  readonly address: string;
  /** Where it comes back to when it cannot be delivered. */
  readonly returnPath: string;
  /** What its placeholders become. */
  readonly links: readonly string[];
  /** The seal of the week in which it was frozen; `null` when there is none. */
  readonly seal: string | null;
}
