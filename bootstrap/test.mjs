// `npm test`: installs what is absent, then types, lint and all tests; the walls are among them. With words after
// `--` (files, a `--project`), the tests alone, filtered by them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensurePackages } from './install.mjs';

const filters = process.argv.slice(2);
await ensurePackages();
const { reportGates, runGates, runVitest } = await import('./gates.mjs');

const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-counts-'));
const file = path.join(folder, 'counts.json');
const own = ['./tests/count-reporter.ts', './tests/longest-reporter.ts'];
const reporters = ['default', ...own].map((name) => `--reporter=${name}`);
// Beside each other: the tests also wait for their servers, and the types are learnt meanwhile.
const [ended, code] = await Promise.all([
  filters.length === 0 ? runGates() : [],
  runVitest([...reporters, ...filters], {
    TRAGUARDO_COUNTS: file,
    ...(filters.length === 0 ? { TRAGUARDO_TESTS: 'all' } : {}),
  }),
]);
const counts = readCounts(file);
rmSync(folder, { recursive: true, force: true });

const gates = reportGates(ended);
const passed = gates.passed + counts.passed;
// A run that ends badly without a failed test (a server that cannot start, a crash) is a failure all the same.
const failed = gates.failed + (counts.failed === 0 && code !== 0 ? 1 : counts.failed);
console.log(`${passed} passed, ${failed} failed, ${counts.skipped} skipped`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function readCounts(from) {
  try {
    return JSON.parse(readFileSync(from, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
