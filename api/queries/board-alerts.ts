/** What cannot wait, as the board tells it at once (the mail of 15:00 tells it too): the last days' alerts. */
import type { Obligation, Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import type { Tx } from '../../store/in-town.js';
import {
  BouncedDetail,
  CodeLockedDetail,
  NoRecipientDetail,
  OutageDetail,
} from '../../store/notices/alert-details.js';
import { type Alert, type DigestTrouble, digestTroubles, listAlerts } from '../../store/notices/alerts.js';
import { standingDisclaimers } from '../../store/obligations/answers.js';

export type BoardAlert =
  | {
      readonly kind: 'permanent-refusal' | 'digest-not-sent';
      readonly raisedAt: Instant;
      readonly digest: string;
      readonly day: CivilDate;
      readonly roles: readonly Role[];
      readonly response: string;
    }
  /** The server took it and it came back; `stopped`: nothing is written to that address any more. */
  | {
      readonly kind: 'bounced';
      readonly raisedAt: Instant;
      readonly digest: string;
      readonly day: CivilDate;
      readonly roles: readonly Role[];
      readonly response: string;
      readonly stopped: boolean;
    }
  | {
      readonly kind: 'no-recipient';
      readonly raisedAt: Instant;
      readonly day: CivilDate;
      readonly role: Role;
      readonly notices: number;
    }
  | {
      readonly kind: 'outage';
      readonly raisedAt: Instant;
      readonly firstDay: CivilDate;
      readonly lastDay: CivilDate;
      readonly passedOver: number;
      readonly joined?: number | undefined;
      readonly people?: number | undefined;
    }
  /** "Non è di mia competenza", as long as it stands. */
  | {
      readonly kind: 'not-mine';
      readonly raisedAt: Instant;
      readonly obligation: Obligation;
      readonly person: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'code-locked';
      readonly raisedAt: Instant;
      readonly role: Role;
      readonly day: CivilDate;
    };

const SHOWN_DAYS = 14;
const DAY_MS = 86_400_000;

/** Of the last two weeks before `now` (town time), latest first; kinds this program does not know are left out. */
export async function boardAlerts(tx: Tx, now: Instant): Promise<readonly BoardAlert[]> {
  const alerts = (await listAlerts(tx)).filter((one) => one.raisedAt >= instant(now - SHOWN_DAYS * DAY_MS));
  const [troubles, said] = await Promise.all([
    digestTroubles(tx, alerts.map(({ about }) => about).filter(isUuid)),
    disclaimers(tx, alerts),
  ]);
  const byDigest = new Map(troubles.map((trouble) => [trouble.id, trouble]));
  return alerts.flatMap((alert): readonly BoardAlert[] => {
    switch (alert.kind) {
      case 'permanent-refusal':
      case 'digest-not-sent':
      case 'bounced':
        return mailAlert(alert, byDigest.get(alert.about));
      case 'not-mine':
        return said.get(alert.about) ?? [];
      default:
        return otherAlert(alert);
    }
  });
}

function mailAlert(
  { kind, raisedAt, detail }: Alert,
  trouble: DigestTrouble | undefined,
): readonly BoardAlert[] {
  if (trouble === undefined) return [];
  const { id: digest, day: mailDay, roles, response } = trouble;
  const mail = { raisedAt, digest, day: mailDay, roles, response };
  if (kind === 'bounced') return [{ kind, ...mail, ...BouncedDetail.parse(detail) }];
  return kind === 'permanent-refusal' || kind === 'digest-not-sent' ? [{ kind, ...mail }] : [];
}

function otherAlert({ kind, detail, raisedAt }: Alert): readonly BoardAlert[] {
  if (kind === 'code-locked') return [{ kind, raisedAt, ...CodeLockedDetail.parse(detail) }];
  if (kind === 'outage') return [{ kind, raisedAt, ...OutageDetail.parse(detail) }];
  if (kind !== 'no-recipient') return [];
  const { mailDay, ...rest } = NoRecipientDetail.parse(detail);
  return [{ kind, raisedAt, day: mailDay, ...rest }];
}

/** By the id of the answer; those withdrawn since, or about what is closed, are absent. */
async function disclaimers(
  tx: Tx,
  alerts: readonly Alert[],
): Promise<ReadonlyMap<string, readonly BoardAlert[]>> {
  const raised = new Map(
    alerts.filter(({ kind }) => kind === 'not-mine').map(({ about, raisedAt }) => [about, raisedAt]),
  );
  return new Map(
    (await standingDisclaimers(tx, [...raised.keys()])).map(({ answer, obligation }) => [
      answer.id,
      [
        {
          kind: 'not-mine' as const,
          raisedAt: raised.get(answer.id) ?? answer.at,
          obligation,
          person: answer.personName,
          reason: answer.note ?? '',
        },
      ],
    ]),
  );
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
