/**
 * What mail servers said of ordinary mails is kept for 21 days at most (Garante, provision 364/2024): after that
 * only the code stays, in the delivery and in the register.
 */
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** Of answers earlier than `before` (town time). Returns how many were forgotten. */
export async function forgetDeliveryDetails(tx: Tx, before: Instant): Promise<number> {
  const [events] = await Promise.all([
    tx`update delivery_event set response = '' where at < ${before} and response <> ''`,
    tx`update digest set response = null where answered_at < ${before} and response <> ''`,
  ]);
  return events.count;
}
