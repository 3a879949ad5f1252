/**
 * What it costs a request to know who asks and what they may: a page that does nothing else, entered by a session and
 * by a key, less a page without a gate, asked in turn. Each request is of another account in another town.
 */
import { randomBytes } from 'node:crypto';
import { KEY_PREFIX } from '../api/api-key.js';
import { createApp } from '../api/create-app.js';
import { createHealth } from '../api/health.js';
import { SESSION_COOKIE } from '../api/session.js';
import { type Instant, instant } from '../domain/time/instant.js';
import type { Sql } from '../store/connection.js';
import { choosePerson, SESSION_MS, sessionOf } from '../store/entry/account-sessions.js';
import { makeKey } from '../store/entry/api-keys.js';
import { enterByOpenId } from '../store/entry/openid.js';
import { newSecret } from '../store/entry/secret-token.js';
import { type BenchStack, startBenchStack } from './bench-stack.js';
import { type Figure, percentile, rounded } from './figure.js';
import { makeTowns } from './many-towns.js';

const TOWNS = Number(process.env['BENCH_TOWNS'] ?? 400);
const WARM_UP = 50;
const ROUNDS = 400;
/** Milliseconds a request. */
const BAR = 2;

export async function benchSignIn(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    await makeTowns(stack, TOWNS);
    const entered = await enterSecretaries(stack);
    const { sql, announcer } = stack;
    const now = () => instant(Date.now());
    const app = createApp({
      ...{ sql, now, announcer, secret: randomBytes(32), publicUrl: null, secure: false, demo: null },
      health: createHealth(sql, () => Promise.resolve(true), now),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const ask = async (path: string, headers: Record<string, string>, wanted: number): Promise<Cost> => {
      const [start, before] = [performance.now(), process.cpuUsage()];
      const answer = await app.request(path, { headers });
      await answer.text();
      if (answer.status !== wanted) throw new Error(`${path}: ${answer.status}`);
      const { user, system } = process.cpuUsage(before);
      return { wall: performance.now() - start, processor: (user + system) / 1000 };
    };
    const times = { nothing: [] as number[], session: [] as Cost[], key: [] as Cost[] };
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const { cookie, key } = entered[round % entered.length] ?? { cookie: '', key: '' };
      const nothing = await ask('/salute/vivo', {}, 200);
      // Whoever has a role is led to where they begin: nothing but the gate has worked.
      const session = await ask('/senza-ruolo', { cookie }, 303);
      const byKey = await ask('/api/v1/me', { authorization: `Bearer ${key}` }, 200);
      if (round < WARM_UP) continue;
      times.nothing.push(nothing.wall);
      times.session.push(more(session, nothing));
      times.key.push(more(byKey, nothing));
    }
    return [
      { what: 'towns, an account of its own in each', value: entered.length, unit: 'count' },
      {
        what: `a page without a gate, p50 of ${ROUNDS}`,
        value: rounded(percentile(times.nothing, 50)),
        unit: 'ms',
      },
      ...figuresOf('a session and its rights', times.session),
      ...figuresOf('a key and its rights, with their JSON', times.key),
    ];
  } finally {
    await stack.stop();
  }
}

/** Milliseconds of a request: by the clock, and of this process's processor. */
interface Cost {
  readonly wall: number;
  readonly processor: number;
}

const more = (cost: Cost, than: Cost): Cost => ({
  wall: cost.wall - than.wall,
  processor: cost.processor - than.processor,
});

/** p10 and the processor too: what it costs while nothing else wants the machine. */
function figuresOf(what: string, costs: readonly Cost[]): readonly Figure[] {
  const walls = costs.map(({ wall }) => wall);
  const processor = percentile(
    costs.map((cost) => cost.processor),
    50,
  );
  return [
    { what: `${what}, more than that, p10`, value: rounded(percentile(walls, 10)), unit: 'ms' },
    { what: `${what}, more than that, p50`, value: rounded(percentile(walls, 50)), unit: 'ms', bar: BAR },
    { what: `${what}, more than that, p95`, value: rounded(percentile(walls, 95)), unit: 'ms' },
    { what: `${what}, our own processor, p50`, value: rounded(processor), unit: 'ms' },
  ];
}

interface Entered {
  readonly cookie: string;
  readonly key: string;
}

/** The Segretario of each town on trial, with an address of their own. */
async function enterSecretaries({ sql, owner }: BenchStack): Promise<readonly Entered[]> {
  await owner`update town set mode = 'trial', clock_offset_ms = 0`;
  await owner`update person set email = town || '.' || id || '@prova.example'`;
  const people = await owner<{ town: string; person: string; email: string }[]>`
    select distinct on (h.town) h.town, h.person, p.email from role_holder h
      join person p on p.town = h.town and p.id = h.person
    where h.role = 'secretary' and h.valid_to is null order by h.town, h.person`;
  await owner`analyze`;
  const entered: Entered[] = [];
  for (const one of people) entered.push(await enter(sql, one, instant(Date.now())));
  return entered;
}

async function enter(
  sql: Sql,
  { town, person, email }: { readonly town: string; readonly person: string; readonly email: string },
  at: Instant,
): Promise<Entered> {
  const [session, key] = [newSecret(), newSecret()];
  const until = instant(at + SESSION_MS);
  // Copied towns have people of the same ids.
  const subject = `${town} ${person}`;
  const identity = { issuer: 'https://id.example/', subject, address: email, fiscalHash: null };
  const outcome = await enterByOpenId(sql, identity, { session: session.hash, at, until });
  const opened = await sessionOf(sql, session.hash, at);
  if (outcome !== 'entered' || opened === null) throw new Error(`nobody entered: ${outcome}`);
  await choosePerson(sql, opened.id, { town, person });
  const span = { madeAt: at, expiresAt: until };
  await makeKey(sql, { session: opened.id, hash: key.hash, label: 'misura', writes: false, ...span });
  return { cookie: `${SESSION_COOKIE}=${session.token}`, key: `${KEY_PREFIX}${key.token}` };
}
