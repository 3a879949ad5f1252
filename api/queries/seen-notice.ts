/** *Ho preso visione*, as a page offers or tells it to its viewer. */
import type { Tx } from '../../store/in-town.js';
import { type NoticeToPerson, noticeTold } from '../../store/notices/acknowledgments.js';
import type { ObligationRecord } from '../../store/obligations/obligation-rows.js';
import { actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';

export interface SeenNotice {
  /** The notice of the mail they came from; for who has entered the latest addressed to them. `null`: there is none. */
  readonly notice: NoticeToPerson | null;
  /** May they say now that they have read it? */
  readonly may: boolean;
}

/** `digest`: the mail whose link opened the page; `null`: they have entered. */
export async function seenNotice(
  tx: Tx,
  viewer: Viewer,
  { obligation }: ObligationRecord,
  digest: string | null,
): Promise<SeenNotice> {
  const notice = await noticeTold(tx, { person: viewer.person.id, obligation: obligation.id, digest });
  const isTheirs = actingRole(viewer.roles, 'notice.acknowledge', [obligation.owner]) !== null;
  return { notice, may: notice?.acknowledged === null && obligation.state === 'open' && isTheirs };
}
