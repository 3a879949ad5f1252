import { expect, test } from 'vitest';
import { linkTo } from '../../activities/links.js';
import { mailboxOf, messageDomainOf, senderOf } from '../../activities/sender.js';
import { townSettingsSchema } from '../../store/towns/town-settings.js';

const settings = (change: object) => ({ settings: townSettingsSchema.parse(change) });

test.each([
  ['Traguardo <avvisi@comune.example>', { name: 'Traguardo', address: 'avvisi@comune.example' }],
  ['"Comune, di X" <a@x.example>', { name: 'Comune, di X', address: 'a@x.example' }],
  ['a@x.example', { name: null, address: 'a@x.example' }],
  ['Traguardo', null],
  ['A <a@x.example> <b@x.example>', null],
])('the sender %s reads as %j', (text, mailbox) => {
  expect(mailboxOf(text)).toEqual(mailbox);
});

test('a town has its own sender and Message-ID domain, else those of the installation', () => {
  const installation = { name: null, address: 'avvisi@traguardo.example' };
  const own = settings({ mail: { from: 'Comune <posta@comune.example>', domain: null } });
  expect(senderOf(own, installation).address).toBe('posta@comune.example');
  expect(messageDomainOf(own, senderOf(own, installation))).toBe('comune.example');
  expect(senderOf(settings({}), installation)).toBe(installation);
  expect(senderOf(settings({ mail: { from: 'rotto', domain: null } }), installation)).toBe(installation);
  expect(messageDomainOf(settings({ mail: { from: null, domain: 'id.example' } }), installation)).toBe(
    'id.example',
  );
});

test('a link leads to its page under the public address', () => {
  expect(linkTo('https://traguardo.example', 'x')).toBe('https://traguardo.example/r/x');
});
