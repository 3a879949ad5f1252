/** Pictures of what the tests look at, for people: written where `SCREENSHOTS` names a folder, else not at all. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** The whole page as `<name>.png`. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
