import { readContent, writeContent } from './data-folder.js';
import type { Setting, Stack } from './parts.js';

/** The example town, as it comes into new data. */
export interface Example {
  /**
   * Loads the town and lives through its past by the real activities. Must go on where it was when it is called again
   * on data in which an earlier call was killed. Rejects when `signal` is aborted.
   */
  load(stack: Stack, setting: Setting, signal: AbortSignal): Promise<void>;
  /** Whom one can enter as, in Italian, one a line: `Segretario comunale`. */
  readonly people: readonly string[];
}

/** Puts the example into data that are new (unless it is not wanted), once; returns whether the data hold it. */
export async function fillAtFirst(
  example: Example,
  stack: Stack,
  {
    setting,
    empty,
    signal,
  }: { readonly setting: Setting; readonly empty: boolean; readonly signal: AbortSignal },
): Promise<boolean> {
  const content = readContent(setting.data);
  if (content === 'none' && empty) writeContent(setting.data, 'empty');
  if (content === 'empty' || (content === 'none' && empty)) return false;
  if (content === 'example') return true;
  // Written before the work: a start after a kill goes on with it, whatever its options are.
  writeContent(setting.data, 'loading');
  await example.load(stack, setting, signal);
  writeContent(setting.data, 'example');
  return true;
}
