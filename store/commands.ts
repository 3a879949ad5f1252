/**
 * Commands act once: the key of the form or the client is written in the transaction that carries
 * the command out, and a second request with it gets the stored answer. A request that comes while
 * the first is under way waits for it.
 */
import type { Instant } from '../domain/time/instant.js';
import type { Json } from './connection.js';
import type { Tx } from './in-town.js';

/** A command as it is told from another. */
export interface CommandRequest {
  /** Form nonce or `Idempotency-Key`; at most 200 characters. */
  readonly key: string;
  readonly person: string | null;
  readonly action: string;
  /** Hash of what is asked. */
  readonly fingerprint: string;
  /** Town time. */
  readonly at: Instant;
}

/** What the first request was answered, stored with its key. */
export interface CommandResponse {
  /** HTTP status. */
  readonly status: number;
  readonly body: Json;
}

/** `replayed`: the stored answer; nothing was done again. */
export type CommandOutcome =
  | { readonly ok: true; readonly replayed: boolean; readonly response: CommandResponse }
  /** The key was used for something else, or by somebody else. */
  | { readonly ok: false; readonly refusal: 'key-used-otherwise' };

/** Runs `work` unless a command with that key ran before. What `work` throws undoes the key as well. */
export async function once(
  tx: Tx,
  request: CommandRequest,
  work: () => Promise<CommandResponse>,
): Promise<CommandOutcome> {
  const made = await tx`
    insert into command (key, person, action, fingerprint, at)
    values (${request.key}, ${request.person}, ${request.action}, ${request.fingerprint}, ${request.at})
    on conflict (town, key) do nothing`;
  if (made.count === 0) return replay(tx, request);
  const response = await work();
  await tx`update command set status = ${response.status}, response = ${tx.json(response.body)}
    where key = ${request.key}`;
  return { ok: true, replayed: false, response };
}

async function replay(tx: Tx, request: CommandRequest): Promise<CommandOutcome> {
  const [row] = await tx<{ same: boolean; status: number; body: Json }[]>`
    select action = ${request.action} and fingerprint = ${request.fingerprint}
        and person is not distinct from ${request.person}::uuid as same,
      status, response as body
    from command where key = ${request.key}`;
  if (row === undefined) throw new Error('the command is neither new nor there');
  if (!row.same) return { ok: false, refusal: 'key-used-otherwise' };
  return { ok: true, replayed: true, response: { status: row.status, body: row.body } };
}
