import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type MailKey, messageIdOf } from '../../mail/message-id.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const KEY: MailKey = {
  town: '11111111-2222-4333-8444-555555555555',
  person: '66666666-7777-4888-9999-aaaaaaaaaaaa',
  day: '2023-06-30',
  kind: 'daily',
};

describe('a Message-ID', () => {
  it('is the same for the same town, person, day and kind, and shows none of them', () => {
    const id = messageIdOf(KEY, 'Posta.Comune.example', sha256);
    expect(id).toBe(messageIdOf({ ...KEY }, 'posta.comune.example', sha256));
    expect(id).toMatch(/^<[0-9a-f]{32}@posta\.comune\.example>$/);
    for (const part of Object.values(KEY)) expect(id).not.toContain(part);
  });

  it.each(['town', 'person', 'day', 'kind'] as const)('differs when the %s differs', (part) => {
    expect(messageIdOf({ ...KEY, [part]: 'other' }, 'a.example', sha256)).not.toBe(
      messageIdOf(KEY, 'a.example', sha256),
    );
  });

  it.each(['', 'a b', 'a>\r\nBcc: x', '-a.example', 'a..example', 'città.example'])(
    'refuses the domain "%s"',
    (domain) => {
      expect(() => messageIdOf(KEY, domain, sha256)).toThrow(RangeError);
    },
  );
});
