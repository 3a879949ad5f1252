/** No regular expression of the product can be sent astray by a text: twice the text is twice the work (ReDoS). */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('expression-growth.ts', import.meta.url));

interface Steep {
  readonly where: string;
  readonly source: string;
}

/** What is only ever asked of short texts, with what makes them short: a square of little is little. */
const SHORT: Readonly<Record<string, string>> = {
  'activities/sender.ts': 'MAIL_FROM, a setting',
  'mail/delivery-status.ts': 'cut at 500 characters',
  'mail/returned-mail.ts': 'fields cut at 2,000 characters, tags at 2,000',
  'store/obligations/evidence-name.ts':
    'the name of a file: 8 kB of a part of a form, 200 characters of the API',
  'api/openid-provider.ts': 'OIDC_ISSUER, a setting',
};

it('each regular expression takes twice the time for twice the text, whatever it is given, but for what is short', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['bootstrap/run.mjs', PROGRAM, '80']);
  const { tried, steep, files } = JSON.parse(stdout) as {
    readonly tried: number;
    readonly steep: readonly Steep[];
    readonly files: readonly string[];
  };
  expect(tried).toBeGreaterThan(200);
  expect(Object.keys(SHORT).filter((file) => !files.includes(file))).toEqual([]);
  // Texts of people, read where they are served: a list of persons, a file of tables.
  expect(files).toEqual(
    expect.arrayContaining(['domain/reading/source/clean-text.ts', 'documents/csv-table.ts']),
  );
  expect(steep.filter(({ where }) => !((where.split(':')[0] ?? '') in SHORT))).toEqual([]);
}, 120_000);
