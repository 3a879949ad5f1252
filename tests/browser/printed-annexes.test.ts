import { expect, it } from 'vitest';
import { annexes } from '../annexes/annexes.js';

it('prints the annexes that come as PDF from a browser, at least 5 of them', async () => {
  const printed = [...annexes()].filter(({ format }) => format === 'pdf-browser');
  expect(printed.length).toBeGreaterThanOrEqual(5);
  for (const one of printed) {
    const bytes = Buffer.from(await one.bytes());
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  }
});
