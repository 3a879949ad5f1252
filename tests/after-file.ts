/** What the test file at work leaves to be done when its last test and its own hooks are over, whichever module asks. */
const deeds: (() => void)[] = [];

/**
 * For modules that test files share: a hook at their top level would be the first file's alone, since they are loaded
 * once for all files of a process (docs/adr/0051).
 */
export function afterThisFile(deed: () => void): void {
  deeds.push(deed);
}

/** The latest first; called by `left-as-found.ts`. */
export function doAfterFile(): void {
  for (const deed of deeds.splice(0).reverse()) deed();
}
