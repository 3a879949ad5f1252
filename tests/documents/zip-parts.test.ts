import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipParts } from '../../documents/zip/zip-parts.js';
import { zipStore } from '../../documents/zip/zip-store.js';

const all = (): boolean => true;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const why = (bytes: Uint8Array) => {
  const zip = zipParts(bytes, all);
  return zip.ok ? 'read' : zip.why;
};
/** The same ZIP with the number at this offset of its only central entry set. */
function withEntry(zip: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = Buffer.from(zip);
  const at = copy.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  copy.writeUInt32LE(value, at + offset);
  return copy;
}

describe('the parts of a ZIP', () => {
  it('come back as they were put in, stored or packed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, unit: 'grapheme-ascii' }), fc.uint8Array()), {
          selector: ([name]) => name.replaceAll('\\', '/'),
          maxLength: 5,
        }),
        fc.boolean(),
        (parts, packed) => {
          const read = zipParts(zipStore(parts, packed), all);
          const expected = parts.map(([name, content]) => [name.replaceAll('\\', '/'), Buffer.from(content)]);
          const found = read.ok
            ? [...read.parts].map(([name, content]) => [name, Buffer.from(content)])
            : read;
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it('are unpacked only when wanted', () => {
    const zip = zipStore([
      ['a.xml', bytesOf('a')],
      ['b.png', bytesOf('b')],
    ]);
    const read = zipParts(zip, (name) => name.endsWith('.xml'));
    expect(read.ok && [...read.parts.keys()]).toEqual(['a.xml']);
  });
});

describe('a ZIP that is a trap', () => {
  const zeros = zipStore([['a.xml', new Uint8Array(5_000_000)]], true);

  it('is refused for 5 MB packed in 5 kB', () => {
    expect(zeros.byteLength).toBeLessThan(10_000);
    expect(why(zeros)).toBe('bomb');
  });
  it('is refused for more than 30 MB, whatever it packs to', () => {
    expect(why(zipStore([['a.xml', new Uint8Array(30_000_001)]]))).toBe('bomb');
  });
  it('is refused at the first byte more than it says', () => {
    expect(why(withEntry(zeros, 24, 1_000))).toBe('bomb');
  });
  it('is refused for 5,001 entries', () => {
    const many = Array.from({ length: 5_001 }, (_, i) => [`${i}.xml`, bytesOf('')] as const);
    expect(why(zipStore(many))).toBe('bomb');
  });
  it('is known when a password is asked', () => {
    expect(why(withEntry(zipStore([['a.xml', bytesOf('a')]]), 8, 0x0801))).toBe('encrypted');
  });
});

describe('a broken ZIP', () => {
  const zip = zipStore([['a.xml', bytesOf('parole '.repeat(50))]], true);

  it.each([
    ['empty', new Uint8Array()],
    ['no ZIP', bytesOf('PK\u0003\u0004 ma non è uno ZIP')],
    ['cut at its end', zip.subarray(0, -30)],
    ['cut at its beginning', zip.subarray(30)],
    ['with its entry elsewhere', withEntry(zip, 42, 999_999)],
    ['with a method nobody knows', withEntry(zip, 10, 99)],
    ['with a sum that is another content’s', withEntry(zip, 16, 1)],
    ['with more bytes announced than there are', withEntry(zip, 24, 351)],
    [
      'with two contents under one name',
      zipStore([
        ['a.xml', bytesOf('vero')],
        ['a.xml', bytesOf('falso')],
      ]),
    ],
    [
      'with two that are one once their bars lean one way',
      zipStore([
        ['a/b.xml', bytesOf('vero')],
        ['a\\b.xml', bytesOf('falso')],
      ]),
    ],
  ])('is told: %s', (_, bytes) => {
    expect(why(bytes)).toBe('broken');
  });
  it('is told when one byte of a stored content is another', () => {
    const stored = Buffer.from(zipStore([['a.xml', bytesOf('100')]]));
    stored[stored.indexOf('100')] = 0x39;
    expect(why(stored)).toBe('broken');
  });
  it('never throws, whichever byte is changed', () => {
    fc.assert(
      fc.property(fc.nat(zip.byteLength - 1), fc.nat(255), (at, byte) => {
        const copy = Uint8Array.from(zip);
        copy[at] = byte;
        expect(['read', 'bomb', 'encrypted', 'broken']).toContain(why(copy));
      }),
      { numRuns: 500 },
    );
  });
});
