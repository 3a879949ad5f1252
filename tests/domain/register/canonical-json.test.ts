/** RFC 8785: its own vectors, and what it leaves to the implementer to refuse. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/register/canonical-json.js';

/** The number whose IEEE 754 bits are these 16 hexadecimal digits. */
function fromBits(hex: string): number {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigUint64(0, BigInt(`0x${hex}`));
  return bytes.getFloat64(0);
}

describe('numbers (RFC 8785, appendix B)', () => {
  it.each([
    ['zero', '0000000000000000', '0'],
    ['minus zero', '8000000000000000', '0'],
    ['the smallest positive number', '0000000000000001', '5e-324'],
    ['the smallest negative number', '8000000000000001', '-5e-324'],
    ['the greatest positive number', '7fefffffffffffff', '1.7976931348623157e+308'],
    ['the greatest negative number', 'ffefffffffffffff', '-1.7976931348623157e+308'],
    ['the greatest whole number', '4340000000000000', '9007199254740992'],
    ['the least whole number', 'c340000000000000', '-9007199254740992'],
    ['2 to the 68th', '4430000000000000', '295147905179352830000'],
    ['just under 1e+23', '44b52d02c7e14af5', '9.999999999999997e+22'],
    ['1e+23', '44b52d02c7e14af6', '1e+23'],
    ['just over 1e+23', '44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['the last but one without exponent', '444b1ae4d6e2ef4e', '999999999999999700000'],
    ['the last without exponent', '444b1ae4d6e2ef4f', '999999999999999900000'],
    ['the first with exponent', '444b1ae4d6e2ef50', '1e+21'],
    ['the last small one with exponent', '3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['the first small one without exponent', '3eb0c6f7a0b5ed8d', '0.000001'],
    ['a third, one bit less', '41b3de4355555554', '333333333.33333325'],
    ['a third', '41b3de4355555555', '333333333.3333333'],
    ['a third, one bit more', '41b3de4355555556', '333333333.3333334'],
    ['a third, two bits more', '41b3de4355555557', '333333333.33333343'],
    ['small and negative', 'becbf647612f3696', '-0.0000033333333333333333'],
    ['rounded to even', '43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes %s', (_, bits, written) => {
    expect(canonicalJson(fromBits(bits))).toBe(written);
  });

  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
  ])('refuses %s and names the place', (shown, value) => {
    expect(() => canonicalJson({ weights: [1, value] })).toThrow(`$.weights[1] is not JSON: ${shown}`);
  });
});

describe('texts and keys', () => {
  it('writes the sample of section 3.2.2 as section 3.2.3 prints it', () => {
    const sample = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(sample))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts keys by UTF-16 code units, so an emoji comes before U+FB33 (section 3.2.3)', () => {
    const sample = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(sample)) as object)).toEqual([
      // JSON.parse puts the key "1" first whatever the text says; its place in the text is checked below.
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalJson(sample)).toMatch(/^\{"\\r":"Carriage Return","1":"One",/);
  });

  it('sorts the keys of objects at every depth and leaves lists as they are', () => {
    expect(canonicalJson({ b: [{ d: 1, c: [3, 1, 2] }], a: {} })).toBe('{"a":{},"b":[{"c":[3,1,2],"d":1}]}');
  });

  it('keeps a key named __proto__ as any other', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":2}}'))).toBe('{"__proto__":{"x":2},"b":1}');
  });

  it.each([
    ['undefined in an object', { a: undefined }, '$.a is not JSON: undefined'],
    ['a hole in a list', Object.assign([1], { length: 3 }), '$[1] is not JSON: undefined'],
    ['a function', { a: { b: () => 1 } }, '$.a.b is not JSON: function'],
    ['a symbol', [Symbol('x')], '$[0] is not JSON: symbol'],
    ['a bigint', { a: 1n }, '$.a is not JSON: bigint'],
    ['a Date, which JSON.stringify would write as a text', { at: new Date(0) }, '$.at is not JSON: object'],
    ['a Map, which JSON.stringify would write as {}', new Map([[1, 2]]), '$ is not JSON: object'],
    ['half of a surrogate pair in a text', { a: 'x\ud800y' }, '$.a is not JSON: half of a surrogate pair'],
    ['half of a surrogate pair in a key', { 'a\udc00': 1 }, '$ is not JSON: half of a surrogate pair'],
  ])('refuses %s', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(new TypeError(message));
  });
});

describe('any JSON value', () => {
  it('reads back as itself, and gives one text whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
