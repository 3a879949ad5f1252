/** The browser of the tests: the system's Chromium, or the one `CHROMIUM_PATH` names. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** As Debian has them. The first is Chromium without windows, which takes a fifth less of the processor. */
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/**
 * Without its sandbox, which needs rights that a build machine does not give. Its contexts ask for no motion:
 * a colour on its way from one to the other fails the check of contrast.
 */
export async function openChromium(): Promise<Browser> {
  const installed = PLACES.find((place) => existsSync(place)) ?? PLACES.join(' or ');
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? installed,
    args: ['--no-sandbox'],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = (options) => newContext({ reducedMotion: 'reduce', ...options });
  return browser;
}
