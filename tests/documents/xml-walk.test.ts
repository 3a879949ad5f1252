import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenXml, walkXml, xmlText } from '../../documents/xml-walk.js';

const shown = (xml: string): string =>
  [...walkXml(xml)]
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (piece.kind === 'close') return `)`;
      const facts = Object.entries(piece.attributes).map(([key, value]) => ` ${key}=${value}`);
      return `(${piece.name}${facts.join('')}${piece.empty ? ')' : ':'}`;
    })
    .join('');

describe('XML', () => {
  it('is walked by local names, with its references resolved', () => {
    const xml = `<?xml version="1.0"?><!-- c --><w:a xmlns:w="u" w:x="1 &lt; 2" y='"'>d &amp; &#xe8;&#32;<w:b/><![CDATA[<&>]]></w:a>`;
    expect(shown(xml)).toBe('(a x=1 < 2 y=":d & è (b)<&>)');
  });
  it('keeps references that name no character as written', () => {
    expect(shown('<a>&egrave; &#x110000; &amp</a>')).toBe('(a:&egrave; &#x110000; &amp)');
  });
  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['elements that cross', '<a><b></a></b>'],
    ['an element left open', '<a><b/>'],
    ['a tag left open', '<a><b'],
    ['a tag without a name', '<a>< /></a>'],
    ['more than 500 levels', '<a>'.repeat(501) + '</a>'.repeat(501)],
  ])('is refused with %s', (_, xml) => {
    expect(() => shown(xml)).toThrow(BrokenXml);
  });
  it('throws nothing else, on any string', () => {
    const unit = fc.constantFrom('<', '>', '/', 'a', '"', '=', '&', ';', '!', '-', '[', ']', '?', ' ', '#');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (xml) => {
        try {
          shown(xml);
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenXml);
        }
      }),
      { numRuns: 2_000 },
    );
  });
  it('is decoded from UTF-8 and, by its mark, from UTF-16', () => {
    expect(xmlText(Buffer.from('<è/>', 'utf8'))).toBe('<è/>');
    expect(xmlText(Buffer.from('\ufeff<è/>', 'utf16le'))).toBe('<è/>');
    expect(xmlText(Buffer.from('\ufeff<è/>', 'utf16le').swap16())).toBe('<è/>');
  });
});
