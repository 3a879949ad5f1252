/**
 * How every command is carried out: one transaction that checks, writes the facts, an audit row and the
 * announcements, once per idempotency key; after it has committed the workflows are told, without
 * waiting. A refusal undoes everything, the key included, so that the same form may be sent again.
 */
import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson } from '../../domain/register/canonical-json.js';
import type { WorkflowStart } from '../../store/announcements.js';
import { announce } from '../../store/announcements.js';
import { once } from '../../store/commands.js';
import type { Json } from '../../store/connection.js';
import { type FactsClock, factsClock } from '../../store/facts-clock.js';
import { inTown, type Tx } from '../../store/in-town.js';
import type { AuditChannel } from '../../store/register/audit.js';
import type { Announced } from '../announcer.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusals.js';
import type { Action } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { alignLegalDuties } from './cycle/align-legal-duties.js';

/** Who commands, from where, with which key. */
export interface Commander {
  readonly deps: Deps;
  readonly viewer: Viewer;
  readonly channel: AuditChannel;
  /** Form nonce or `Idempotency-Key`; `null`: the client does not care to send it twice. */
  readonly key: string | null;
  /** How an answer came that no session gave: the mail, and who said it was them at a shared mailbox. */
  readonly link?: { readonly digest: string; readonly declaredName: string | null };
}

export type Outcome<Result extends Json> =
  | { readonly ok: true; readonly result: Result; readonly replayed: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a command did: its answer, and whom it concerns. */
export type Done<Result extends Json> =
  | { readonly ok: true; readonly result: Result; readonly starts: readonly WorkflowStart[] }
  | { readonly ok: false; readonly refusal: Refusal };

class Undone extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** `asked` is everything that makes the request what it is: the key with anything else is refused. */
export async function runCommand<Result extends Json>(
  commander: Commander,
  action: Action,
  asked: Json,
  work: (tx: Tx, clock: FactsClock) => Promise<Done<Result>>,
): Promise<Outcome<Result>> {
  const { deps, viewer } = commander;
  const announced: Announced[] = [];
  const real = deps.now();
  try {
    const outcome = await inTown(deps.sql, viewer.town.id, async (tx) => {
      const clock = await factsClock(tx, real);
      const request = {
        key: commander.key ?? randomUUID(),
        person: viewer.person.id,
        action,
        fingerprint: createHash('sha256').update(canonicalJson(asked)).digest('hex'),
        at: clock.now,
      };
      return once(tx, request, async () => {
        const done = await work(tx, clock);
        if (!done.ok) throw new Undone(done.refusal);
        const starts = [...done.starts, ...(await alignLegalDuties(tx, viewer.town.id, clock))];
        const ids = await announce(tx, starts, real);
        starts.forEach((start, index) => {
          const id = ids[index];
          if (id !== undefined) announced.push({ id, start });
        });
        return { status: 200, body: done.result };
      });
    });
    if (!outcome.ok) return { ok: false, refusal: { code: outcome.refusal } };
    deps.announcer.tell(viewer.town.id, announced);
    return { ok: true, replayed: outcome.replayed, result: outcome.response.body as Result };
  } catch (error) {
    if (error instanceof Undone) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
