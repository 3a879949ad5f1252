/** The browser of the tests: the system's Chromium, or the one `CHROMIUM_PATH` names. */
import { type Browser, chromium } from 'playwright-core';

/** Without its sandbox, which needs rights that a build machine does not give. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
