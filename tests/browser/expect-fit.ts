/** What every page must stand: axe finds nothing and nothing sticks out at 1280 and 320 px, with every fold open. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { shoot } from './shoot.js';

/**
 * `shot`: what the pictures of it are called. The browser must run scripts: axe is one. The page keeps its size;
 * its folds stay open.
 */
export async function expectFit(page: Page, shot: string): Promise<void> {
  const size = page.viewportSize();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const fold of await page.locator('main details').all())
      await fold.evaluate((one) => one.setAttribute('open', ''));
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .setLegacyMode()
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      `${shot} at ${width} px`,
    ).toEqual([]);
    expect(
      await page.evaluate('document.documentElement.scrollWidth'),
      `${shot} at ${width} px`,
    ).toBeLessThanOrEqual(width);
    await shoot(page, `${shot}-${width}`);
  }
  if (size !== null) await page.setViewportSize(size);
}
