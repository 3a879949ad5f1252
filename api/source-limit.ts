/**
 * How often one source may ask for a link. Counted in memory and forgotten after the window: addresses of
 * devices are recorded nowhere. Behind the proxy (`PROXY_ADDRESSES`) the source is what the proxy says.
 */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { AppEnv } from './app-env.js';
import { isLoopback } from './config.js';

const MOST = 30;
const WINDOW_SECONDS = 600;

/** `false` when the source has asked too often. */
export type SourceLimit = (c: Context<AppEnv>) => Promise<boolean>;

/** At most thirty in ten minutes: a whole office asks from one address. */
export function sourceLimit(): SourceLimit {
  const limiter = new RateLimiterMemory({ points: MOST, duration: WINDOW_SECONDS });
  return (c) =>
    limiter.consume(sourceOf(c)).then(
      () => true,
      () => false,
    );
}

function sourceOf(c: Context<AppEnv>): string {
  // Without a socket (a test that asks the application itself) there is no source.
  const direct = (c.env as object | undefined) === undefined ? undefined : getConnInfo(c).remote.address;
  const said = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  const { publicUrl, isProxy = isLoopback } = c.get('deps');
  const throughProxy = publicUrl !== null && direct !== undefined && isProxy(direct);
  return (throughProxy ? said : undefined) || direct || 'unknown';
}
