/** The proxies' files pass on what the program takes, and write no secret into a log. */
import { describe, expect, it } from 'vitest';
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

  it('takes a form with five documents of the largest size', () => {
    const [, number, unit] =
      /(?:client_max_body_size|LimitRequestBody|max_size) (\d+)(m|MiB)?/.exec(text) ?? [];
    expect(Number(number) * (unit === undefined ? 1 : 1_048_576)).toBeGreaterThan(5 * MAX_EVIDENCE_BYTES);
  });

  it('knows every page whose address is a secret', () => {
    expect(secret).toEqual(expect.arrayContaining(['r', 'accesso', 'calendario']));
    for (const first of secret)
      expect(text).toMatch(new RegExp(`/${first}/|\\|${first}\\||\\(${first}\\||\\|${first}\\)`));
  });
});
