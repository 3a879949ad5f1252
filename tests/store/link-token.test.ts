import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { findLinkKey, linkKeyAt, revokeLinkKeys } from '../../store/entry/link-keys.js';
import { isSigned, type LinkClaim, readToken, signedToken } from '../../store/entry/link-token.js';
import { inTown } from '../../store/in-town.js';
import { freshDatabase } from '../database.js';
import { bareTown, NOON } from './furnished-town.js';

const claims: fc.Arbitrary<LinkClaim> = fc.record({
  digest: fc.uuid(),
  link: fc.integer({ min: 0, max: 65_535 }),
  key: fc.integer({ min: 1, max: 65_535 }),
  expires: fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(civilDate('2020-01-01'), days)),
});
const bearer = { town: randomUUID(), person: randomUUID(), obligation: randomUUID() };
const key = randomBytes(32);
const { appUrl } = await freshDatabase();
const sql = connect(appUrl, { max: 6 });
afterAll(() => sql.end());
const DAY_MS = 86_400_000;

describe('a token', () => {
  it('reads back as what was signed, whatever its case, in 61 letters and digits', () => {
    fc.assert(
      fc.property(claims, fc.boolean(), (claim, loud) => {
        const token = signedToken(claim, bearer, key);
        expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{61}$/);
        const read = readToken(loud ? `${token.toUpperCase()}.` : token);
        if (!read.ok) throw new Error(read.refusal);
        expect(read.claim).toEqual(claim);
        expect(isSigned(read, bearer, key)).toBe(true);
      }),
    );
  });

  it('is nobody else’s: not of another town, person, obligation or key', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const read = readToken(signedToken(claim, bearer, key));
        if (!read.ok) throw new Error(read.refusal);
        for (const other of ['town', 'person', 'obligation'] as const)
          expect(isSigned(read, { ...bearer, [other]: randomUUID() }, key)).toBe(false);
        expect(isSigned(read, bearer, randomBytes(32))).toBe(false);
      }),
    );
  });

  it('of any text is refused and never a failure', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void readToken(text)));
  });

  it('that is cut says so', () => {
    const claim = { digest: randomUUID(), link: 0, key: 1, expires: civilDate('2023-08-28') };
    const token = signedToken(claim, bearer, key);
    expect(readToken(token.slice(0, 50))).toEqual({ ok: false, refusal: 'incomplete' });
    expect(readToken(`${token}0`)).toEqual({ ok: false, refusal: 'malformed' });
  });
});

describe('the keys of a town', () => {
  const later = (days: number) => instant(NOON + days * DAY_MS);

  it('are made when first needed, once for 6 senders at the same moment in each of 40 towns', async () => {
    for (let made = 0; made < 40; made++) {
      const town = await bareTown(sql);
      const keys = await Promise.all(
        [0, 0, 0, 0, 0, 0].map(() => inTown(sql, town, (tx) => linkKeyAt(tx, later(0)))),
      );
      expect(keys.map(({ id }) => id)).toEqual([1, 1, 1, 1, 1, 1]);
    }
  });

  it('have 32 bytes, and are renewed after 90 days', async () => {
    const town = await bareTown(sql);
    const at = (days: number) => inTown(sql, town, (tx) => linkKeyAt(tx, later(days)));
    expect((await at(0)).key).toHaveLength(32);
    expect((await at(89)).id).toBe(1);
    expect((await at(90)).id).toBe(2);
    expect((await at(91)).id).toBe(2);
  });

  it('give a mail handed over again the key it had, whatever was made since', async () => {
    const town = await bareTown(sql);
    const at = (days: number) => inTown(sql, town, (tx) => linkKeyAt(tx, later(days)));
    const before = await at(0);
    await at(100);
    expect(await at(0)).toEqual(before);
  });

  it('once revoked are found no more; the next mail makes another', async () => {
    const town = await bareTown(sql);
    const before = await inTown(sql, town, (tx) => linkKeyAt(tx, NOON));
    expect(await inTown(sql, town, (tx) => revokeLinkKeys(tx, NOON))).toBe(1);
    expect(await inTown(sql, town, (tx) => findLinkKey(tx, before.id))).toBeNull();
    expect((await inTown(sql, town, (tx) => linkKeyAt(tx, NOON))).id).toBe(2);
  });
});
