/** A mail with a link, as a round and its hand-over make them, for the tests of answers by link. */
import { randomUUID } from 'node:crypto';
import { linksOf } from '../../../activities/links.js';
import type { Rung } from '../../../domain/obligations/ladder.js';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { instant } from '../../../domain/time/instant.js';
import { inTown } from '../../../store/in-town.js';
import { beginData, claimDigest, freezeDigests, recordAnswer } from '../../../store/notices/digests.js';
import { insertNotices } from '../../../store/notices/notices.js';
import type { ObligationRecord } from '../../../store/obligations/obligation-rows.js';
import { findObligation } from '../../../store/obligations/obligations.js';
import { type AuditRow, listAudit } from '../../../store/register/audit.js';
import { readChain } from '../../../store/register/register.js';
import { digestFor } from '../../store/furnished-town.js';
import type { Stage, StageTown } from '../stage.js';
import type { Answer, ChosenFile, Visitor } from '../visitor.js';

export interface MailWish {
  readonly person: string;
  readonly obligation: Obligation;
  readonly town?: StageTown;
  readonly day?: string;
  readonly rung?: Rung;
}

const DAY_MS = 86_400_000;
const RUNGS_IN_TURN: readonly Rung[] = [
  'first-notice',
  'ten-days',
  'three-days',
  'due-day',
  'late-1',
  'late-3',
];
/** By stage: files that share a process have towns of their own. */
const sentOf = new WeakMap<Stage, number>();

/** Sends a mail about one obligation; returns the path of its link. Each has a day of its own, from 1 June 2023. */
export async function mailed(stage: Stage, wish: MailWish): Promise<string> {
  const { person, obligation, town = stage.ours } = wish;
  const sent = sentOf.get(stage) ?? 0;
  const day = civilDate(
    wish.day ?? new Date(Date.UTC(2023, 5, 1) + sent * DAY_MS).toISOString().slice(0, 10),
  );
  const rung = wish.rung ?? RUNGS_IN_TURN[sent % RUNGS_IN_TURN.length] ?? 'due-day';
  sentOf.set(stage, sent + 1);
  const frozenAt = instant(Date.parse(`${day}T06:00:00Z`));
  return inTown(stage.sql, town.town, async (tx) => {
    const version = (await findObligation(tx, obligation.id))?.obligation.version ?? 1;
    const notice = randomUUID();
    const about = { obligation: obligation.id, obligationVersion: version, recipient: obligation.owner };
    const isNew = (await insertNotices(tx, [{ id: notice, ...about, rung, person, day }])) === 1;
    const lines = isNew ? [{ obligation: obligation.id, notice, rung }] : [];
    await freezeDigests(tx, [digestFor(person, { day, lines, links: [obligation.id], frozenAt })]);
    const digest = await claimDigest(tx, { day, kind: 'daily' }, { now: frozenAt, leaseMs: 1 });
    if (digest === null) throw new Error('the mail is in other hands');
    const [link = ''] = await linksOf(tx, town.town, digest, '');
    await beginData(tx, digest.id, 'a@prova.example');
    await recordAnswer(tx, { digest: digest.id, kind: 'accepted', at: frozenAt, code: 250, response: '' });
    return link;
  });
}

/** Fills in one of the page's forms and sends it. */
export async function press(
  visitor: Visitor,
  link: string,
  way: string,
  fields: Readonly<Record<string, string>>,
  files: readonly ChosenFile[] = [],
): Promise<Answer> {
  const form = await visitor.form(link, `${link}/${way}`);
  const filled = { ...form.fields, ...fields };
  return files.length === 0
    ? visitor.post(form.action, filled)
    : visitor.postFiles(form.action, without(filled, 'file'), files);
}

const without = (fields: Readonly<Record<string, string>>, name: string) =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

export interface Known {
  record(id: string): Promise<ObligationRecord>;
  /** Latest first. */
  audits(id: string): Promise<readonly AuditRow[]>;
  /** What people did about it, in the register: oldest first. */
  entered(obligation: Obligation): Promise<readonly { readonly [key: string]: unknown }[]>;
}

export function knownOf({ sql, ours }: Stage): Known {
  return {
    async record(id) {
      const found = await inTown(sql, ours.town, (tx) => findObligation(tx, id));
      if (found === null) throw new Error(`no obligation ${id}`);
      return found;
    },
    audits: (id) => inTown(sql, ours.town, (tx) => listAudit(tx, { subjectKind: 'obligation', subject: id })),
    async entered({ id, objectiveId }) {
      const subject = { kind: 'objective', id: objectiveId ?? '' } as const;
      const chain = await inTown(sql, ours.town, (tx) => readChain(tx, subject));
      return chain.map(({ body }) => body).filter((body) => body['obligation'] === id);
    },
  };
}

/** The `n`-th open obligation of the Finanziario with a date. */
export function ofFinance({ obligations }: StageTown, n: number): Obligation {
  const found = obligations.filter(
    ({ owner, term, state }) =>
      owner.role === 'head' && owner.sector === 'Finanziario' && term.kind === 'date' && state === 'open',
  )[n];
  if (found === undefined) throw new Error(`the small plan has no obligation ${n} of the Finanziario`);
  return found;
}
