/** What cannot wait, as the board tells it at once (the mail of 15:00 tells it too): the last days' alerts. */
import { z } from 'zod';
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { type Alert, digestTroubles, listAlerts } from '../../store/alerts.js';
import type { Tx } from '../../store/in-town.js';

export type BoardAlert =
  | {
      readonly kind: 'permanent-refusal' | 'digest-not-sent';
      readonly raisedAt: Instant;
      readonly digest: string;
      readonly day: CivilDate;
      readonly roles: readonly Role[];
      readonly response: string;
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
    };

const SHOWN_DAYS = 14;
const DAY_MS = 86_400_000;

const day = z.string().transform((text) => text as CivilDate);
const role: z.ZodType<Role> = z.discriminatedUnion('role', [
  z.object({ role: z.literal('head'), sector: z.string() }),
  z.object({ role: z.enum(['secretary', 'mayor', 'oiv', 'rpct']) }),
]);
const Outage = z.object({ firstDay: day, lastDay: day, passedOver: z.int() });
const NoRecipient = z.object({ role, mailDay: day, notices: z.int() });

/** Of the last two weeks before `now` (town time), latest first; kinds this program does not know are left out. */
export async function boardAlerts(tx: Tx, now: Instant): Promise<readonly BoardAlert[]> {
  const alerts = (await listAlerts(tx)).filter((one) => one.raisedAt >= instant(now - SHOWN_DAYS * DAY_MS));
  const troubles = await digestTroubles(tx, alerts.map(({ about }) => about).filter(isUuid));
  const byDigest = new Map(troubles.map((trouble) => [trouble.id, trouble]));
  return alerts.flatMap((alert): readonly BoardAlert[] => {
    const trouble = byDigest.get(alert.about);
    switch (alert.kind) {
      case 'permanent-refusal':
      case 'digest-not-sent':
        return trouble === undefined
          ? []
          : [
              {
                kind: alert.kind,
                raisedAt: alert.raisedAt,
                digest: trouble.id,
                day: trouble.day,
                roles: trouble.roles,
                response: trouble.response,
              },
            ];
      default:
        return otherAlert(alert);
    }
  });
}

function otherAlert({ kind, detail, raisedAt }: Alert): readonly BoardAlert[] {
  if (kind === 'outage') return [{ kind, raisedAt, ...Outage.parse(detail) }];
  if (kind !== 'no-recipient') return [];
  const { mailDay, ...rest } = NoRecipient.parse(detail);
  return [{ kind, raisedAt, day: mailDay, ...rest }];
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
