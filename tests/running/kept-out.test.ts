import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { keptOut, withoutSecrets } from '../../running/kept-out.js';
import { createLog } from '../../running/log.js';

/** What a line of the log says of `what`. */
function logged(what: object, message = 'a line'): Record<string, unknown> {
  const to = new PassThrough();
  createLog('prova', 'debug', to).info(what, message);
  return JSON.parse(String(to.read()));
}

const NAME = 'Maria Rossi';
const ADDRESS = 'maria.rossi@comune.example';
const SECRET = 'k3'.repeat(20);

describe('a line of the log', () => {
  it('has its part, its level, ids and counts as they were given', () => {
    const id = '4b1c7d2e-0000-4000-8000-000000000001';
    expect(
      logged({ workflow: `t/${id}/r`, left: 3, loop: 'relay', code: '57P03' }, 'announcements wait'),
    ).toMatchObject({
      part: 'prova',
      level: 30,
      workflow: `t/${id}/r`,
      left: 3,
      loop: 'relay',
      code: '57P03',
      msg: 'announcements wait',
    });
  });

  it.each<[string, object]>([
    ['a password', { password: SECRET }],
    [
      'a header of a request',
      { headers: { authorization: `Bearer ${SECRET}`, cookie: `traguardo=${SECRET}` } },
    ],
    ['a token three levels down', { a: { b: [{ token: SECRET }] } }],
    ['a link to enter', { path: `/accesso/${SECRET}` }],
    ['the link of a mail', { path: `/r/${SECRET}?lettera=1` }],
    ['the address of a calendar', { url: `https://x.example/calendario/${SECRET}` }],
    ['a key for programs', { said: `key trg_${SECRET} refused` }],
    [
      'the password in an address of a server',
      { url: `postgres://traguardo_app:${SECRET}@db.example/traguardo` },
    ],
    ['a query', { url: `/scadenze?chi=${SECRET}` }],
    ['a private key of a sign-in', { signIn: { privateKey: SECRET, clientSecret: SECRET } }],
  ])('lacks %s', (_what, line) => {
    expect(JSON.stringify(logged(line))).not.toContain(SECRET);
  });

  it.each<[string, object]>([
    ['a person by key', { name: NAME, to: [{ name: NAME, address: ADDRESS }] }],
    ['a subject', { subject: `Avviso per ${NAME}`, html: `<p>${NAME}</p>` }],
    ['a mail in words', { response: `550 <${ADDRESS}>: no such user` }],
    ['an address without a domain of dots', { response: 'from mariarossi@localhost refused' }],
    ['an error, whose message may quote anything', { error: new TypeError(`${NAME} ${ADDRESS} is no date`) }],
    ['what is nested deeper than anybody looks', { a: { b: { c: { d: { e: { f: { g: NAME } } } } } } }],
  ])('lacks %s', (_what, line) => {
    const text = JSON.stringify(logged(line)).toLowerCase();
    for (const personal of [NAME, ADDRESS, 'mariarossi', 'rossi'])
      expect(text).not.toContain(personal.toLowerCase());
  });

  it('lacks them in its message too, which may come from elsewhere', () => {
    const line = logged({}, `Failure of ${ADDRESS} with Bearer ${SECRET} at /r/${SECRET}`);
    expect(line['msg']).toBe('Failure of […] with Bearer […] at /r/[…]');
  });

  it('keeps of an error its kind', () => {
    expect(logged({ error: new RangeError('x') })).toMatchObject({ error: 'RangeError' });
  });
});

// A pattern that goes back over what it has read would take hours, and this file has seconds.
it.each(['a', 'a@', 'a.', '?', '/r/', 'postgres://', '@', 'Bearer '])(
  'a million signs of "%s" are gone over once',
  (sign) => {
    expect(withoutSecrets(sign.repeat(1_000_000 / sign.length)).length).toBeGreaterThan(0);
  },
);

it('what refers to itself ends', () => {
  const circle: Record<string, unknown> = { count: 1 };
  circle['again'] = circle;
  expect(JSON.stringify(keptOut(circle))).toContain('[…]');
});
