/**
 * What mail servers said of ordinary mails is kept for 21 days (Garante, provision 364/2024): after that
 * only the code stays, in the delivery and in the register.
 */
import { type Instant, instant } from '../domain/time/instant.js';
import type { Tx } from './in-town.js';

const KEPT_MS = 21 * 24 * 3_600_000;

/** `now` is town time. Returns how many answers were forgotten. */
export async function forgetDeliveryDetails(tx: Tx, now: Instant): Promise<number> {
  const before = instant(now - KEPT_MS);
  const [events] = await Promise.all([
    tx`update delivery_event set response = '' where at < ${before} and response <> ''`,
    tx`update digest set response = null where answered_at < ${before} and response <> ''`,
  ]);
  return events.count;
}
