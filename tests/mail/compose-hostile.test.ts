/** Titles come from outside: no words of a plan may break a mail, its links or its layout. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNGS } from '../../domain/obligations/ladder.js';
import type { ObligationSubject } from '../../domain/obligations/obligation.js';
import { composeDigest } from '../../mail/compose.js';
import type { ComposedMail } from '../../mail/mail-document.js';
import { fillLinks, fillLinksInHtml } from '../../mail/placeholders.js';
import { TEXT_COLUMNS } from '../../mail/wrap-text.js';
import { digest, noticeLine, SUBJECT } from './facts.js';

const titled = (changes: Partial<ObligationSubject>): ComposedMail =>
  composeDigest(digest([noticeLine('late-3', { subject: { ...SUBJECT, ...changes } })]));
const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Everything that a reader would follow or run. */
const tags = (html: string): readonly string[] =>
  [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((one) => one[1] ?? '');
const OURS = ['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'table', 'tr', 'td'];
const CONTENT = ['p', 'h1', 'h2', 'h3', 'h4', 'div', 'span', 'a', 'b', 'ul', 'li'];

describe('hostile titles', () => {
  it('HTML in a title is text: it makes no tag and no attribute', () => {
    const { html } = titled({ objective: '<script>alert(1)</script><img src=x onerror="y">" style="z' });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(tags(html).filter((tag) => ![...OURS, ...CONTENT].includes(tag))).toEqual([]);
  });

  it('a title that spells a placeholder does not become a link', () => {
    const { text, html, links } = titled({
      objective: 'Vai a {{link:0}} e {{{link:0}}} {{seal}}',
      number: '{{link:1}}',
    });
    expect(links).toHaveLength(1);
    expect(text.match(/\{\{/g)).toHaveLength(1);
    expect(html.match(/\{\{/g)).toHaveLength(1);
    expect(flat(fillLinks(text, ['https://town.example/r/1']))).toContain('{ {link:0}}');
  });

  it('line breaks, tabs, NUL, direction and zero-width characters neither break a line nor hide words', () => {
    const { text } = titled({ objective: 'UNO\r\nDUE\tTRE\u0000QUATTRO\u2028CINQUE \u202Eotseuq\u200B SEI' });
    expect(flat(text)).toContain('UNO DUE TRE QUATTRO CINQUE otseuq SEI');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Cf}]/u);
  });

  it('an empty title has words in its place, an empty phrase no line', () => {
    const text = flat(titled({ objective: ' \n ', milestone: ' ' }).text);
    expect(text).toContain('(obiettivo senza titolo)');
    expect(text).not.toContain('Fase:');
  });

  it('a title of 10,000 characters is cut at 600, with an ellipsis', () => {
    const { text, html } = titled({ objective: 'parola '.repeat(1500) });
    expect(flat(text)).toMatch(/ parola paro…/);
    expect(text.length).toBeLessThan(2_000);
    expect(html.length).toBeLessThan(12_000);
  });

  it('half of a surrogate pair becomes the replacement character, so that the mail is valid UTF-8', () => {
    const { text } = titled({ objective: 'a\uD83D' });
    expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
  });
});

const anySubject = fc.record({
  sector: fc.string({ unit: 'binary' }),
  number: fc.option(fc.string({ unit: 'binary' })),
  objective: fc.string({ unit: 'binary', maxLength: 400 }),
  milestone: fc.option(fc.string({ unit: 'binary' })),
  weight: fc.constant(SUBJECT.weight),
});
const anyDigest = fc
  .array(fc.tuple(fc.constantFrom(...RUNGS), anySubject), { minLength: 1, maxLength: 8 })
  .map((all) =>
    digest(
      all.map(([rung, subject], n) =>
        noticeLine(rung, { subject, owner: { role: 'head', sector: subject.sector }, obligation: `o${n}` }),
      ),
    ),
  );

describe('any digest', () => {
  it('has text lines of at most 78 characters, with each placeholder whole and alone on its line', () => {
    fc.assert(
      fc.property(anyDigest, (facts) => {
        const { text, links } = composeDigest(facts);
        const lines = text.split('\n');
        expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(TEXT_COLUMNS);
        const placeholders = lines.map((line) => line.trim()).filter((line) => line.startsWith('{{'));
        expect(placeholders).toEqual(links.map((_, n) => `{{link:${n}}}`));
      }),
    );
  });

  it('has one link an obligation in both parts, and the same bytes from the same facts', () => {
    fc.assert(
      fc.property(anyDigest, (facts) => {
        const mail = composeDigest(facts);
        expect([...mail.links].sort()).toEqual(facts.lines.map((line) => line.obligation).sort());
        expect([...mail.html.matchAll(/href="\{\{link:(\d+)\}\}"/g)].map((one) => Number(one[1]))).toEqual([
          ...mail.links.keys(),
        ]);
        expect(composeDigest(structuredClone(facts))).toEqual(mail);
      }),
    );
  });

  it('has no tag but ours, no image, no script, nothing fetched from elsewhere', () => {
    fc.assert(
      fc.property(anyDigest, (facts) => {
        const { html } = composeDigest(facts);
        expect(tags(html).filter((tag) => ![...OURS, ...CONTENT].includes(tag))).toEqual([]);
        expect(html).not.toMatch(/<(?:img|script|link|iframe)|url\(|@import|\son\w+=/i);
      }),
    );
  });

  it('has no exclamation mark of its own, and an Italian document with one h1', () => {
    for (const rung of RUNGS) {
      const { subject, text, html } = composeDigest(digest([noticeLine(rung)]));
      expect(subject + text).not.toContain('!');
      expect(html.replace('<!DOCTYPE', '').replaceAll('!important', '')).not.toContain('!');
      expect(html).toContain('<html lang="it">');
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    }
  });
});

describe('filling in the links', () => {
  it('puts each address in its place, and in HTML escapes it', () => {
    const address = 'https://town.example/r/a?b=1&c="2"';
    expect(fillLinks('x {{link:1}} y {{link:0}}', ['zero', address])).toBe(`x ${address} y zero`);
    expect(fillLinksInHtml('<a href="{{link:0}}">', [address])).toBe(
      '<a href="https://town.example/r/a?b=1&amp;c=&quot;2&quot;">',
    );
  });

  it('does not read what it put in: an address is never a pattern', () => {
    expect(fillLinks('{{link:0}}', ['{{link:1}}$&', 'secret'])).toBe('{{link:1}}$&');
  });

  it('throws when a placeholder has no link', () => {
    expect(() => fillLinks('{{link:2}}', ['a'])).toThrow('no link for placeholder 2');
  });
});
