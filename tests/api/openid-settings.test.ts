/** What the environment may say of the OpenID provider. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../api/config.js';
import { ConfigRefused } from '../../running/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'openid-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const env = {
  ...{ DATABASE_URL: 'postgres://traguardo_app@localhost/t', TEMPORAL_ADDRESS: '127.0.0.1:7233' },
  ...{
    PUBLIC_URL: 'https://performance.comune.example',
    OIDC_ISSUER: 'https://id.comune.example/realms/comune',
  },
  OIDC_CLIENT_ID: 'traguardo',
};
const KEY = 'k'.repeat(32);

describe('the OpenID provider in the environment', () => {
  it('is none without an issuer, and asks for openid and email with one', () => {
    const { OIDC_ISSUER: _, ...without } = env;
    expect(readConfig(without).openId).toBeNull();
    expect(readConfig(env).openId).toMatchObject({
      ...{ clientId: 'traguardo', clientSecret: null, scopes: 'openid email', acrValues: [] },
      claims: { email: 'email', emailVerified: 'email_verified', fiscalCode: null },
      ...{ emailsAreVerified: false, fiscalKey: null },
    });
  });

  it('takes its secrets from files, without the line end', () => {
    const read = readConfig({
      ...env,
      OIDC_CLIENT_SECRET_FILE: file('secret', 'segreto\n'),
      OIDC_CLAIM_FISCAL_CODE: 'https://attributes.eid.gov.it/fiscal_number',
      OIDC_FISCAL_KEY_FILE: file('key', `${KEY}\n`),
    }).openId;
    expect([read?.clientSecret, read?.fiscalKey]).toEqual(['segreto', KEY]);
  });

  it('is none in the demo, whatever is said', () => {
    for (const change of [{}, { OIDC_CLIENT_ID: '' }])
      expect(readConfig({ ...env, ...change, PUBLIC_URL: '', DEMO: '1' }).openId).toBeNull();
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost/realms/x', 'http://[::1]:9000'])(
    'may be %s: it does not leave this machine',
    (OIDC_ISSUER) => {
      expect(readConfig({ ...env, OIDC_ISSUER }).openId?.issuer.href).toContain(OIDC_ISSUER);
    },
  );

  it.each([
    [{ OIDC_ISSUER: 'http://id.comune.example' }, 'OIDC_ISSUER is no https:// address'],
    [{ OIDC_ISSUER: 'http://127.0.0.1.evil.example' }, 'OIDC_ISSUER is no https:// address'],
    [{ OIDC_ISSUER: 'http://localhost@evil.example' }, 'OIDC_ISSUER is no https:// address'],
    [{ OIDC_ISSUER: 'id.comune.example' }, 'OIDC_ISSUER is no https:// address'],
    [{ OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, "must name the town's own tenant"],
    [
      { OIDC_ISSUER: 'https://login.microsoftonline.com/organizations/v2.0' },
      "must name the town's own tenant",
    ],
    [{ OIDC_CLIENT_ID: '' }, 'OIDC_ISSUER needs an OIDC_CLIENT_ID'],
    [{ PUBLIC_URL: '' }, 'OIDC_ISSUER needs a PUBLIC_URL'],
    [{ OIDC_SCOPES: 'email profile' }, 'OIDC_SCOPES lacks openid'],
    [{ OIDC_CLAIM_EMAIL: 'e mail' }, 'OIDC_CLAIM_EMAIL is no name of a claim'],
    [{ OIDC_EMAILS_VERIFIED: 'yes' }, 'OIDC_EMAILS_VERIFIED is neither 0 nor 1'],
    [{ OIDC_CLAIM_FISCAL_CODE: 'fiscal_number' }, 'OIDC_CLAIM_FISCAL_CODE needs an OIDC_FISCAL_KEY'],
    [{ OIDC_FISCAL_KEY: 'corta' }, 'OIDC_FISCAL_KEY is shorter than 32 signs'],
    [{ OIDC_CLIENT_SECRET_FILE: join(folder, 'nowhere') }, 'OIDC_CLIENT_SECRET_FILE names no file'],
    [{ OIDC_CLIENT_SECRET_FILE: file('empty', '\n') }, 'OIDC_CLIENT_SECRET_FILE names no file'],
    [
      { OIDC_CLIENT_SECRET: 'a', OIDC_CLIENT_SECRET_FILE: file('too', 'b') },
      'OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE are given',
    ],
    [{ OIDC_LABEL: 'x'.repeat(61) }, 'OIDC_LABEL is longer than 60 signs'],
  ])('%j stops the start: %s', (change, words) => {
    expect(() => readConfig({ ...env, ...change })).toThrow(ConfigRefused);
    expect(() => readConfig({ ...env, ...change })).toThrow(words);
  });
});
