import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Writes the run's counts to the file named by `TRAGUARDO_COUNTS`, for the last line of `npm test`. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export.
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'pending' ? 'failed' : state] += 1;
      }
      // A file that cannot be loaded, or whose hook failed, has no failed test of its own.
      if (module.state() === 'failed' && counts.failed === before) counts.failed += 1;
    }
    const file = process.env['TRAGUARDO_COUNTS'];
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
