/** What every page must stand: axe finds nothing and nothing sticks out at 1280 and 320 px, with every fold open. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeViolations } from './axe.js';
import { shoot } from './shoot.js';

/**
 * `shot`: what the pictures of it are called. The browser must run scripts: axe is one. The page keeps its size;
 * its folds stay open.
 */
export async function expectFit(page: Page, shot: string): Promise<void> {
  const size = page.viewportSize();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
    });
    expect(await axeViolations(page), `${shot} at ${width} px`).toEqual([]);
    expect(
      await page.evaluate('document.documentElement.scrollWidth'),
      `${shot} at ${width} px`,
    ).toBeLessThanOrEqual(width);
    await shoot(page, `${shot}-${width}`);
  }
  if (size !== null) await page.setViewportSize(size);
}
