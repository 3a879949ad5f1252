import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainEntry, entryHash, textCommitment, verifyChain } from '../../../domain/register/chain.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function chainOf(bodies: readonly unknown[]): ChainEntry[] {
  const entries: ChainEntry[] = [];
  for (const body of bodies) {
    const prev = entries.at(-1)?.hash ?? null;
    entries.push({ prev, body, hash: entryHash(prev, body, sha256) });
  }
  return entries;
}

const NOTICES = ['due-day', 'late-1', 'late-3'].map((rung, index) => ({
  rung,
  day: `2023-07-0${index + 1}`,
}));

describe('the hash of an entry', () => {
  it('is SHA-256 of the canonical JSON of body and previous hash, so that anybody can make it again', () => {
    const text = '{"body":{"day":"2023-07-01","rung":"due-day"},"prev":null}';
    expect(entryHash(null, NOTICES[0], sha256)).toBe(sha256(text));
  });

  it('does not depend on the order in which the database gives back the keys of a body', () => {
    expect(entryHash('ab', { a: 1, b: 2 }, sha256)).toBe(entryHash('ab', { b: 2, a: 1 }, sha256));
  });

  it('throws on a body that is not JSON, rather than hash something else', () => {
    expect(() => entryHash(null, { at: new Date(0) }, sha256)).toThrow('$.body.at is not JSON');
  });
});

describe('a chain', () => {
  it('holds, and its head is the hash of its last entry', () => {
    const entries = chainOf(NOTICES);
    expect(verifyChain(entries, sha256)).toEqual({ ok: true, head: entries[2]?.hash });
  });

  it('with no entry holds and has no head', () => {
    expect(verifyChain([], sha256)).toEqual({ ok: true, head: null });
  });

  it('read back from jsonb, which puts the keys of a body in another order, still holds', () => {
    const entries = chainOf(NOTICES).map((entry) => ({
      ...entry,
      body: Object.fromEntries(Object.entries(entry.body as object).reverse()),
    }));
    expect(verifyChain(entries, sha256).ok).toBe(true);
  });

  const [first, second, third] = chainOf(NOTICES) as [ChainEntry, ChainEntry, ChainEntry];
  const forged = { ...second, body: { rung: 'late-1', day: '2023-07-09' } };
  const rehashed = { ...forged, hash: entryHash(forged.prev, forged.body, sha256) };
  it.each([
    ['a changed body', [first, forged, third], 1, 'hash'],
    [
      'a changed body hashed anew: the next entry gives it away',
      [first, rehashed, third],
      2,
      'previous-hash',
    ],
    ['a changed hash', [first, { ...second, hash: first.hash }, third], 1, 'hash'],
    ['an entry taken out', [first, third], 1, 'previous-hash'],
    ['the first taken out', [second, third], 0, 'previous-hash'],
    ['an entry put in twice', [first, second, second, third], 2, 'previous-hash'],
    ['two entries changed over', [second, first, third], 0, 'previous-hash'],
  ] as const)('names the first broken entry: %s', (_, entries, entry, broken) => {
    expect(verifyChain(entries, sha256)).toEqual({ ok: false, entry, broken });
  });

  it('breaks at the entry whose body changed, whichever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 8 }), fc.nat(), (bodies, at) => {
        const index = at % bodies.length;
        const entries = chainOf(bodies).map((entry, i) =>
          i === index ? { ...entry, body: [entry.body] } : entry,
        );
        expect(verifyChain(entries, sha256)).toEqual({ ok: false, entry: index, broken: 'hash' });
      }),
    );
  });
});

describe('the commitment to a free text', () => {
  const SALT = '00112233445566778899aabbccddeeff';

  it('is SHA-256 of salt and text', () => {
    expect(textCommitment(SALT, 'in attesa del parere', sha256)).toBe(sha256(`${SALT}in attesa del parere`));
  });

  it('of the same text differs with the salt, so that short answers cannot be guessed', () => {
    expect(textCommitment(SALT, 'sì', sha256)).not.toBe(textCommitment(SALT.replace('f', 'e'), 'sì', sha256));
  });

  it.each(['', 'abc', `${SALT}00`, SALT.toUpperCase()])(
    'refuses the salt "%s": only 16 bytes in hexadecimal',
    (salt) => {
      expect(() => textCommitment(salt, 'x', sha256)).toThrow('32 lowercase hexadecimal digits');
    },
  );

  it('refuses half of a surrogate pair, which UTF-8 would turn into the same bytes as any other half', () => {
    expect(() => textCommitment(SALT, '\ud800', sha256)).toThrow('half of a surrogate pair');
  });
});
