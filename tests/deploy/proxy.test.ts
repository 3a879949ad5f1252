/** The proxies' files pass on what the program takes, and write no secret into a log. */
import { describe, expect, it } from 'vitest';
import { EVIDENCE_LIMITS } from '../../api/pages/form.js';
import { SERVER_OPTIONS } from '../../api/server-options.js';
import { MOST_FORM_BYTES } from '../../api/uploads/read-form.js';
import { SERVICE_PORT } from '../../embedded/serve.js';
import { MAX_EVIDENCE_BYTES } from '../../store/obligations/evidence.js';
import { houseFiles, textOf } from '../architecture/house-files.js';

const FILES = ['docs/proxy/nginx.conf', 'docs/proxy/apache.conf', 'docs/proxy/Caddyfile'];
/** Of pages whose address is a key: `/r/:token`. */
const secret = houseFiles()
  .filter((file) => file.startsWith('api/pages/'))
  .flatMap((file) =>
    [...textOf(file).matchAll(/app\.get\('\/(\w+)\/:(token|file)'/g)].map(([, first]) => first),
  );

describe.each(FILES)('%s', (file) => {
  const text = textOf(file);

  it('leads to the port of `traguardo serve`, and stands in the runbook', () => {
    expect(text).toMatch(new RegExp(`127\\.0\\.0\\.1:${SERVICE_PORT}\\b`));
    expect(textOf('docs/runbook.md')).toContain(file.replace('docs/', ''));
  });

  it('takes as much as the program does, which is five documents of the largest size', () => {
    const [, number, unit] =
      /(?:client_max_body_size|LimitRequestBody|max_size) (\d+)(m|MiB)?/.exec(text) ?? [];
    expect(Number(number) * (unit === undefined ? 1 : 1_048_576)).toBe(MOST_FORM_BYTES);
    expect(MOST_FORM_BYTES).toBeGreaterThan(EVIDENCE_LIMITS.files * MAX_EVIDENCE_BYTES);
  });

  it('knows every page whose address is a secret', () => {
    expect(secret).toEqual(expect.arrayContaining(['r', 'accesso', 'calendario']));
    for (const first of secret)
      expect(text).toMatch(new RegExp(`/${first}/|\\|${first}\\||\\(${first}\\||\\|${first}\\)`));
  });
});

describe('an idle connection', () => {
  it('is closed by the proxy before the service closes it: Apache, whose own default is never, says when', () => {
    const [, ttl] = /^\s*ProxyPass .* ttl=(\d+)$/m.exec(textOf('docs/proxy/apache.conf')) ?? [];
    expect(Number(ttl) * 1_000).toBeLessThan(SERVER_OPTIONS.keepAliveTimeout);
    expect(Number(ttl)).toBeGreaterThan(60);
    expect(textOf('docs/runbook.md')).toContain(`stay open for ${SERVER_OPTIONS.keepAliveTimeout / 1_000} s`);
    expect(textOf('docs/runbook.md')).toContain(`take ${SERVER_OPTIONS.requestTimeout / 60_000} minutes`);
  });
});
