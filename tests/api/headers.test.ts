/** What every answer tells a browser, whatever was asked; limits of what a request may be; who is believed about its source. */
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../api/config.js';
import { createApp } from '../../api/create-app.js';
import { SERVER_OPTIONS } from '../../api/server-options.js';
import { ConfigRefused } from '../../running/settings.js';
import { SAMPLES, thingsOf } from './route-samples.js';
import { openStage } from './stage.js';
import { Visitor } from './visitor.js';

const stage = await openStage();
const { app, deps, ours, sql } = stage;
const things = await thingsOf(sql, ours);
const PUBLIC = 'https://traguardo.example';
const behindTls = createApp({ ...deps, demo: null, publicUrl: PUBLIC, secure: true });

const reading = Object.keys(SAMPLES).filter((route) => route.startsWith('GET '));
/** What a mail, or a PDF, shown in its frame needs; links of mails tell nobody where they came from. */
const isFrame = (route: string): boolean => /\/(html|contenuto)$/.test(route);

describe('every answer to a reader', () => {
  it.each(reading)(
    '%s runs nothing inline, is in no frame of others, is not guessed at, asks for nothing',
    async (route) => {
      const visitor = await stage.enter(ours.people.secretary);
      const { headers } = await (SAMPLES[route] ?? Promise.reject)(visitor, things);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/script-src[^;]*(unsafe|https?:|\*)|default-src[^;]*(unsafe|https?:|\*)/);
      if (!isFrame(route)) expect(policy).not.toContain('unsafe-inline');
      expect(policy).toMatch(isFrame(route) ? /frame-ancestors '(self|none)'/ : /frame-ancestors 'none'/);
      expect(headers.get('x-frame-options')).toMatch(isFrame(route) ? /^(SAMEORIGIN|DENY)$/ : /^DENY$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toMatch(/^(same-origin|no-referrer)$/);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      for (const feature of ['camera', 'geolocation', 'microphone', 'payment', 'usb'])
        expect(headers.get('permissions-policy')).toContain(`${feature}=()`);
      if (!route.includes('/assets/'))
        expect(headers.get('cache-control')).toMatch(/no-store|private|no-cache/);
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
      for (const name of ['server', 'x-powered-by']) expect(headers.get(name)).toBeNull();
    },
  );

  it.each([
    ['nothing there', 'GET', '/non-esiste', {}],
    ['a problem of the API', 'GET', '/api/v1/obligations', {}],
    ['another site', 'POST', '/esci', { origin: 'https://altrove.example' }],
    ['another method', 'DELETE', '/cruscotto', {}],
  ])('has them too when it is a refusal: %s', async (_, method, path, headers) => {
    const answer = await app.request(path, { method, headers });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    for (const name of [
      'content-security-policy',
      'x-frame-options',
      'referrer-policy',
      'permissions-policy',
    ])
      expect(answer.headers.get(name), name).not.toBeNull();
  });

  it('has them when the application itself breaks', async () => {
    const broken = createApp({ ...deps, sql: null as never });
    const answer = await broken.request('/');
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says behind TLS, and only there, that it is asked by TLS for a year; cookies are Secure', async () => {
    const answer = await behindTls.request('/', { headers: { host: 'traguardo.example' } });
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000(;|$)/);
    const asked = await behindTls.request('/accesso', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC },
      body: 'indirizzo=a@b.example',
    });
    expect(asked.headers.get('set-cookie')).toMatch(/; Secure/);
  });

  it.each([
    [PUBLIC, 303],
    ['http://traguardo.example', 403],
    [`${PUBLIC}:8443`, 403],
    [`${PUBLIC}.evil.example`, 403],
    ['null', 403],
  ])('behind TLS takes a form from %s: %i', async (origin, status) => {
    const answer = await behindTls.request('/accesso', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
      body: 'indirizzo=a@b.example',
    });
    expect(answer.status).toBe(status);
  });
});

describe('a request over a real socket', () => {
  const server = serve({
    fetch: behindTls.fetch,
    hostname: '127.0.0.1',
    port: 0,
    serverOptions: SERVER_OPTIONS,
  });
  afterAll(() => server.close());
  const statusOf = (headers: Record<string, string>, path = '/', method = 'GET'): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      asking.once('error', reject);
      asking.end(method === 'POST' ? 'indirizzo=chi%40sa.example' : undefined);
    });

  it('with 17,000 characters of headers is refused: 431', async () => {
    expect(await statusOf({ 'x-tanto': 'a'.repeat(17_000) })).toBe(431);
  });

  it('leaves its connection open longer than Caddy’s 120 s: the proxy ends it, not a form that just left', async () => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/salute/vivo`);
    expect(answer.headers.get('keep-alive')).toBe('timeout=130');
  });

  it('with an address of 17,000 characters is refused before it is looked at', async () => {
    expect(await statusOf({}, `/${'a'.repeat(17_000)}`)).toBe(431);
  });

  const ask = (forwarded: string): Promise<number> =>
    statusOf(
      {
        'content-type': 'application/x-www-form-urlencoded',
        origin: PUBLIC,
        'x-forwarded-for': forwarded,
      },
      '/accesso',
      'POST',
    );

  it('through the proxy is of the source that the proxy adds last, whatever the sender wrote before it', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) statuses.push(await ask(`198.51.100.${n}, 203.0.113.7`));
    expect(statuses.at(-2)).toBe(303);
    expect(statuses.at(-1)).toBe(429);
    expect(await ask('203.0.113.8')).toBe(303);
  }, 30_000);

  it('that does not come from the proxy is of its own address, whatever it says', async () => {
    const elsewhere = createApp({
      ...deps,
      demo: null,
      publicUrl: PUBLIC,
      secure: true,
      isProxy: () => false,
    });
    const visitor = new Visitor(elsewhere);
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1)
      statuses.push(
        (
          await visitor.post(
            '/accesso',
            { indirizzo: 'a@b.example' },
            { 'x-forwarded-for': `203.0.113.${n}` },
          )
        ).status,
      );
    expect(statuses.at(-1)).toBe(429);
  }, 30_000);
});

describe('PROXY_ADDRESSES', () => {
  const env = { DATABASE_URL: 'postgres://traguardo_app@localhost/t', TEMPORAL_ADDRESS: '127.0.0.1:7233' };
  const proxies = (text?: string) =>
    readConfig({ ...env, ...(text === undefined ? {} : { PROXY_ADDRESSES: text }) }).isProxy;

  it.each([
    [undefined, '127.0.0.1', true],
    [undefined, '::1', true],
    [undefined, '192.0.2.1', false],
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '127.0.0.1', false],
    ['10.0.0.0/8, 2001:db8::/32', '10.200.3.4', true],
    ['10.0.0.0/8, 2001:db8::/32', '2001:db8::5', true],
    ['10.0.0.0/8, 2001:db8::/32', '11.0.0.1', false],
    ['10.0.0.0/8', '::ffff:10.1.2.3', true],
    ['10.0.0.0/8', 'localhost', false],
    ['10.0.0.0/8', '', false],
  ])('%s: a connection from "%s" is the proxy’s: %s', (text, address, is) => {
    expect(proxies(text)(address)).toBe(is);
  });

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0', '*', '2001:db8::/129'])(
    'with %s stops the start',
    (text) => {
      expect(() => proxies(text)).toThrow(ConfigRefused);
      expect(() => proxies(text)).toThrow('PROXY_ADDRESSES');
    },
  );
});
