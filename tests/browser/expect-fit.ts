/** What every page must stand: axe finds nothing and nothing sticks out at 1280 and 320 px, with every fold open. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { shoot } from './shoot.js';

const axe = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};0`;

interface Axe {
  run(): Promise<{ readonly violations: readonly { readonly id: string }[] }>;
}

/** `shot`: what the pictures of it are called. The browser must run scripts: axe is one. */
export async function expectFit(page: Page, shot: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const way of await page.locator('main details').all())
      await way.evaluate((one) => one.setAttribute('open', ''));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
    expect(
      violations.map(({ id }) => id),
      `${shot} at ${width} px`,
    ).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth'), shot).toBeLessThanOrEqual(width);
    await shoot(page, `${shot}-${width}`);
  }
}
