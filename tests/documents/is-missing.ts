import { spawnSync } from 'node:child_process';

/** Is that program not installed here? A test that needs it is then skipped, and counted as such. */
export const isMissing = (program: string): boolean =>
  spawnSync('which', [program], { encoding: 'utf8' }).status !== 0;
