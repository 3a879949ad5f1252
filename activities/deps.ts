/** What the activities are built from: one object, made by the worker, made anew by each test. */
import type { Sha256 } from '../domain/register/chain.js';
import type { MailAddress } from '../mail/mail-address.js';
import type { ReturnPath } from '../mail/return-path.js';
import type { MailTransport } from '../mail/transport.js';
import type { WorkflowStart } from '../store/announcements.js';
import type { Sql } from '../store/connection.js';

export interface ActivityDeps {
  /** As `traguardo_app`. */
  readonly sql: Sql;
  readonly sha256: Sha256;
  /** Of the installation; a town may have its own. */
  readonly sender: MailAddress;
  /** Where mail comes back to; absent: to the sender. */
  readonly returnPath?: ReturnPath;
  /** Links in mails begin with it; without a slash at its end. */
  readonly publicUrl: string;
  readonly transport: MailTransport;
  /** How long one sender may hold a mail, in real milliseconds; longer than the transport's whole hand-over. */
  readonly leaseMs: number;
  /** Signals a workflow, and starts it where it does not run; absent: what activities announce is told by the relay alone. */
  readonly tell?: (start: WorkflowStart) => Promise<void>;
}
