import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSeal, makeSeal, type SealedHead, sealHash, sortedHeads } from '../../../domain/register/seal.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hash = (letter: string): string => letter.repeat(64);
const head = (kind: SealedHead['kind'], id: string, seq = 1): SealedHead => ({
  kind,
  id,
  seq,
  hash: hash('a'),
});

describe('the seal of a week', () => {
  it.each([
    ['2023-06-26', '2023-06-26', 'a Monday'],
    ['2023-06-29', '2023-06-26', 'a Thursday, as after a holiday'],
    ['2023-01-01', '2022-12-26', 'a Sunday that begins a year'],
    ['2024-12-31', '2024-12-30', 'the last day of a year'],
    ['2025-01-02', '2024-12-30', 'the first working day of the year after'],
  ])('made on %s is that of the week of %s: %s', (day, week) => {
    expect(makeSeal({ town: 't', day: civilDate(day), heads: [] }, sha256).week).toBe(week);
  });

  it('stays what it is today: one known hash', () => {
    const heads = [head('sector', 's', 2), head('objective', 'b', 7), head('objective', 'a')];
    const seal = makeSeal({ town: 't', day: civilDate('2023-06-26'), heads }, sha256);
    const written =
      `{"day":"2023-06-26","format":"traguardo.seal/1","heads":[` +
      `{"hash":"${hash('a')}","id":"a","kind":"objective","seq":1},` +
      `{"hash":"${hash('a')}","id":"b","kind":"objective","seq":7},` +
      `{"hash":"${hash('a')}","id":"s","kind":"sector","seq":2}],"town":"t","week":"2023-06-26"}`;
    expect(seal.hash).toBe(sha256(written));
  });

  it('is the same whatever the order in which the heads come', () => {
    const heads = ['a', 'b', 'c', 'd'].flatMap((id) => [
      head('cycle', id),
      head('sector', id),
      head('objective', id),
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(heads, { minLength: heads.length }), (shuffled) => {
        expect(sortedHeads(shuffled)).toEqual(sortedHeads(heads));
      }),
    );
  });

  it('refuses the same chain twice, and keeps apart an id of two kinds', () => {
    expect(() => sortedHeads([head('cycle', 'a'), head('cycle', 'a', 2)])).toThrow(RangeError);
    expect(sortedHeads([head('sector', 'a'), head('cycle', 'a')])).toHaveLength(2);
  });

  it('changes with its town, day, and any seq or hash of any head', () => {
    const content = {
      town: 't',
      day: civilDate('2023-06-26'),
      heads: [head('cycle', 'a'), head('cycle', 'b')],
    };
    const { hash: made } = makeSeal(content, sha256);
    const others = [
      { ...content, town: 'u' },
      { ...content, day: civilDate('2023-06-27') },
      { ...content, heads: [head('cycle', 'a', 2), head('cycle', 'b')] },
      { ...content, heads: [head('cycle', 'a'), { ...head('cycle', 'b'), hash: hash('b') }] },
      { ...content, heads: [head('cycle', 'a')] },
    ];
    expect(new Set([made, ...others.map((one) => makeSeal(one, sha256).hash)]).size).toBe(6);
  });
});

describe('a seal read back', () => {
  const seal = makeSeal(
    { town: 't', day: civilDate('2023-06-28'), heads: [head('cycle', 'a'), head('cycle', 'b')] },
    sha256,
  );
  it('is one when its heads are in order, its day lies in its week, and its hash is theirs', () => {
    expect(isSeal(seal, sha256)).toBe(true);
    expect(isSeal({ ...seal, hash: hash('0') }, sha256)).toBe(false);
    const turned = { ...seal, heads: [...seal.heads].reverse() };
    expect(isSeal({ ...turned, hash: sealHash(turned, sha256) }, sha256)).toBe(false);
    const moved = { ...seal, week: civilDate('2023-06-19') };
    expect(isSeal({ ...moved, hash: sealHash(moved, sha256) }, sha256)).toBe(false);
  });
});
