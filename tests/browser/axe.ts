/** axe-core in a page, asked for what is wrong and nothing else: the rest of its report costs more than its looking. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const WRONG_ONLY: axe.RunOptions = {
  resultTypes: ['violations'],
  selectors: false,
  ancestry: false,
  xpath: false,
};

/** Every violation of the page as it stands, frames included, as `rule: the elements`. The page must run scripts. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Once a document: a page that is looked at again keeps it.
  for (const frame of page.frames())
    if (await frame.evaluate('typeof axe === "undefined"')) await frame.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, WRONG_ONLY);
}
