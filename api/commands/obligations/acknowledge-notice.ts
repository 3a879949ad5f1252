/**
 * *Ho preso visione* of a notice that was addressed to whoever says it: the one of the mail they came from, without a
 * mail their latest. It answers nothing and changes nothing: obligation, ladder and mails stay as they are (docs/adr/0071).
 */
import { civilDateAt } from '../../../domain/time/zone.js';
import { insertAcknowledgment, noticeTold } from '../../../store/notices/acknowledgments.js';
import { auditCommand } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { linkAudited, linkEntered } from './keep-answer.js';
import { admit, enterAct } from './obligation-command.js';

export interface Acknowledged {
  readonly [key: string]: string;
  readonly obligation: string;
  readonly notice: string;
  /** Of the notice: a civil date. */
  readonly day: string;
}

export function acknowledgeNotice(
  commander: Commander,
  asked: { readonly obligation: string },
): Promise<Outcome<Acknowledged>> {
  const { viewer, channel, link } = commander;
  return runCommand(commander, 'notice.acknowledge', { ...asked }, async (tx, clock) => {
    const { obligation } = asked;
    // Whoever concludes it, or ends the trial, at the same moment comes before or after.
    await tx`select id from obligation where id = ${obligation} for share`;
    const admitted = await admit(tx, commander, 'notice.acknowledge', obligation);
    if (!admitted.ok) return admitted;
    const { record, role } = admitted;
    if (record.obligation.state !== 'open') {
      const change = { ok: false, refusal: 'wrong-state', now: record } as const;
      return { ok: false, refusal: refusedChange(change, 'open', clock.clock.zone) };
    }
    const person = viewer.person.id;
    const digest = link?.digest ?? null;
    const notice = await noticeTold(tx, { person, obligation, digest });
    if (notice === null) return { ok: false, refusal: { code: 'not-told' } };
    const { id, rung, day, acknowledged } = notice;
    const isNew =
      acknowledged === null &&
      (await insertAcknowledgment(tx, {
        ...{ notice: id, person, at: clock.now, channel, digest },
        declaredName: link?.declaredName ?? null,
      }));
    if (!isNew) {
      const on = civilDateAt(acknowledged?.at ?? clock.now, clock.clock.zone);
      return { ok: false, refusal: { code: 'acknowledged-already', on } };
    }
    const said = { notice: id, rung, day };
    await enterAct(tx, commander, clock, {
      ...{ kind: 'notice-acknowledged', obligation, role },
      more: { ...said, ...(await linkEntered(tx, commander)) },
    });
    await auditCommand(tx, commander, clock, {
      ...{ action: 'notice.acknowledge', role, subjectKind: 'obligation', subject: obligation },
      after: { ...said, ...linkAudited(commander) },
    });
    return { ok: true, result: { obligation, notice: id, day }, starts: [] };
  });
}
