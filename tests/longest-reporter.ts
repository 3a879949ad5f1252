import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** What of a module tells how long it took: its import, with what it opens at its top, and its tests; in milliseconds. */
interface Timed {
  readonly moduleId: string;
  diagnostic(): Pick<ReturnType<TestModule['diagnostic']>, 'collectDuration' | 'duration'>;
}

const SHOWN = 5;

/** A line on all of them, and one on each of the five that took longest, the longest first. */
export function longestFiles(modules: readonly Timed[]): readonly string[] {
  const took = modules.map((module) => {
    const { collectDuration, duration } = module.diagnostic();
    return {
      file: path.relative(process.cwd(), module.moduleId),
      seconds: (collectDuration + duration) / 1000,
    };
  });
  const all = took.reduce((sum, { seconds }) => sum + seconds, 0);
  const longest = took.sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
  return [
    `${took.length} files took ${all.toFixed(0)} s one after the other; the longest:`,
    ...longest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${file}`),
  ];
}

/** Says at the end of a run where its time went, so that whoever makes the gate longer sees it. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export.
export default class LongestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const line of longestFiles(modules)) console.log(line);
  }
}
