/** The browser of the tests: the system's Chromium, or the one `CHROMIUM_PATH` names. */
import { type Browser, chromium } from 'playwright-core';

/**
 * Without its sandbox, which needs rights that a build machine does not give. Its contexts ask for no motion:
 * a colour on its way from one to the other fails the check of contrast.
 */
export async function openChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = (options) => newContext({ reducedMotion: 'reduce', ...options });
  return browser;
}
