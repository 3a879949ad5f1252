/** An answer made once and sent many times: hashed and compressed beforehand, asked for again by its hash alone. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { AppEnv } from './app-env.js';

export interface Prepared {
  readonly body: Uint8Array<ArrayBuffer>;
  /** By gzip; `null`: it would not become smaller. */
  readonly packed: Uint8Array<ArrayBuffer> | null;
  /** Media type. */
  readonly type: string;
  /** ETag: begins and ends with a quote. */
  readonly tag: string;
}

const zip = promisify(gzip);

/** `packs`: text, which becomes smaller. */
export async function prepare(
  body: Uint8Array<ArrayBuffer>,
  type: string,
  packs: boolean,
): Promise<Prepared> {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, type, tag, packed: packs ? new Uint8Array(await zip(body)) : null };
}

/** 304 to whoever has it. */
export function sendPrepared(
  c: Context<AppEnv>,
  { body, packed, type, tag }: Prepared,
  more: Readonly<Record<string, string>>,
): Response {
  const headers = { ETag: tag, Vary: 'Accept-Encoding', ...more };
  if (isNamed(tag, c.req.header('if-none-match'))) return c.body(null, 304, headers);
  const packs = packed !== null && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  return c.body(packs ? packed : body, 200, {
    ...headers,
    'Content-Type': type,
    ...(packs ? { 'Content-Encoding': 'gzip' } : {}),
  });
}

/** Weakly compared (RFC 9110 §13.1.2): a proxy that compresses weakens the tag on its way. */
const isNamed = (tag: string, asked: string | undefined): boolean =>
  asked !== undefined &&
  (asked.trim() === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === tag));

/** Keeps what is made under a key that names all that it is made of; who has not been asked for longest goes first. */
export interface Keeper {
  /** Made once, however many ask at the same time; a failure is not kept. */
  readonly take: (key: string, make: () => Promise<Prepared>) => Promise<Prepared>;
}

/** `most`: bytes kept in all. */
export function keeper(most: number): Keeper {
  const kept = new Map<string, { readonly making: Promise<Prepared>; bytes: number }>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    async take(key, make) {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return found.making;
      }
      const entry = { making: make(), bytes: 0 };
      kept.set(key, entry);
      try {
        const made = await entry.making;
        if (kept.get(key) !== entry) return made;
        entry.bytes = made.body.byteLength + (made.packed?.byteLength ?? 0);
        bytes += entry.bytes;
        for (const oldest of kept.keys()) {
          if (bytes <= most) break;
          drop(oldest);
        }
        return made;
      } catch (error) {
        if (kept.get(key) === entry) drop(key);
        throw error;
      }
    },
  };
}
