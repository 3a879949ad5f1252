/** The runbook knows every message with which a start ends, and the start knows every message of the runbook. */
import { describe, expect, it } from 'vitest';
import { houseFiles, textOf } from '../architecture/house-files.js';

const runbook = textOf('docs/runbook.md').replaceAll('…', '');
const sources = houseFiles().filter((file) => /^(embedded|bootstrap)\/.*\.(ts|mjs)$/.test(file));

/** The words of a message up to the first thing filled in: enough to find it by. */
const opening = (message: string): string => message.split(/\$\{|\(|\.$|:/)[0]?.trim() ?? '';

const messages = sources.flatMap((file) =>
  [...textOf(file).matchAll(/new CannotStart\(\s*(?:'([^']+)'|`([^`]+)`)|explainFailure\(\s*'([^']+)'/g)].map(
    ([, plain, template, failure]) => opening(plain ?? template ?? failure ?? ''),
  ),
);

describe('docs/runbook.md', () => {
  it('finds messages to look for', () => {
    expect(messages.length).toBeGreaterThan(5);
  });

  it.each([...new Set(messages.filter((message) => message !== ''))])(
    'says what to do about "%s"',
    (message) => {
      expect(runbook).toContain(message);
    },
  );
});
