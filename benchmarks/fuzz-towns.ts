/** Two furnished towns outside the demo, each with a key of its Segretario, and what belongs to each. */
import { KEY_PREFIX } from '../api/api-key.js';
import { instant } from '../domain/time/instant.js';
import type { Sql } from '../store/connection.js';
import { choosePerson, SESSION_MS, sessionOf } from '../store/entry/account-sessions.js';
import { makeKey } from '../store/entry/api-keys.js';
import { newSecret } from '../store/entry/secret-token.js';
import { askSignIn, claimSignIn, enterBySignIn } from '../store/entry/sign-in.js';
import { inTown } from '../store/in-town.js';
import type { Things } from '../tests/api/asks.js';
import { peopledTown } from '../tests/api/peopled-town.js';
import { thingsOf } from '../tests/api/route-samples.js';

export interface FuzzTown {
  readonly town: string;
  readonly things: Things;
  /** Of the Segretario, reads and records. */
  readonly key: string;
  /** Stands in the names of the town and of all its people, and nowhere else. */
  readonly mark: string;
}

/** `mark` is one word of letters. */
export async function fuzzTown(sql: Sql, mark: string): Promise<FuzzTown> {
  const peopled = await peopledTown(sql, `Comune di ${mark}`);
  const { town, secretary } = peopled;
  const address = `segretaria@${mark.toLowerCase()}.example`;
  await inTown(sql, town, async (tx) => {
    await tx`update town set mode = 'trial'`;
    await tx`update person set name = name || ' ' || ${mark}`;
    await tx`update person set email = ${address} where id = ${secretary}`;
  });
  const key = await keyFor(sql, address, { town, person: secretary });
  return { town, things: await thingsOf(sql, peopled), key, mark };
}

/** Entered by a link, as people do; the key is good for a day. */
async function keyFor(sql: Sql, address: string, as: { town: string; person: string }): Promise<string> {
  const at = instant(Date.now());
  const later = instant(at + SESSION_MS);
  const [browser, link, session, key] = [newSecret(), newSecret(), newSecret(), newSecret()];
  await askSignIn(sql, { address, browserHash: browser.hash, codeHash: browser.hash, at });
  await claimSignIn(sql, { hash: link.hash, at, lease: later });
  const shown = { hash: link.hash, browserHash: browser.hash, code: '' };
  const outcome = await enterBySignIn(sql, { ...shown, session: session.hash, at, until: later });
  const entered = await sessionOf(sql, session.hash, at);
  if (entered === null) throw new Error(`${address} could not enter: ${outcome}`);
  await choosePerson(sql, entered.id, as);
  const wish = { label: 'fuzz', writes: true, madeAt: at, expiresAt: instant(at + 86_400_000) };
  if (!(await makeKey(sql, { session: entered.id, hash: key.hash, ...wish })))
    throw new Error(`${address} got no key`);
  return `${KEY_PREFIX}${key.token}`;
}

/** All ids of rows of a town, its own among them. */
export async function idsOf(sql: Sql, town: string): Promise<ReadonlySet<string>> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
    join pg_attribute t on t.attrelid = c.oid and t.attname = 'town'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_column_privilege(c.oid, a.attnum, 'select')`;
  const found = await inTown(sql, town, async (tx) => {
    const rows: string[] = [];
    for (const { name } of tables)
      rows.push(...(await tx<{ id: string }[]>`select id from ${tx(name)}`).map(({ id }) => id));
    return rows;
  });
  return new Set([town, ...found]);
}
