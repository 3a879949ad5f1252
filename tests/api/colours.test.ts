/** axe leaves some pairs of colours undecided (badges, pictures behind text): here every rule that sets both is computed. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../api/assets/', import.meta.url));
const css = readdirSync(folder)
  .filter((file) => file.endsWith('.css') && file !== 'api-docs.css')
  .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
  .join('\n');

const variables = new Map(
  [...css.matchAll(/(--tr-[\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name = '', value = '']) => [name, value]),
);
const resolved = (value: string): string | null => {
  const name = /^var\((--tr-[\w-]+)\)$/.exec(value)?.[1];
  const colour = name === undefined ? value : (variables.get(name) ?? '');
  return /^#[0-9a-f]{3}([0-9a-f]{3})?$/.test(colour) ? colour : null;
};

/** WCAG 2.1 relative luminance. */
function luminance(colour: string): number {
  const digits =
    colour.length === 4
      ? [...colour.slice(1)].map((digit) => digit + digit)
      : (colour.slice(1).match(/../g) ?? []);
  const [r = 0, g = 0, b = 0] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
  const of = (property: string): string | null =>
    resolved(new RegExp(`(?:^|;)\\s*${property}:\\s*([^;]+)`).exec(body)?.[1]?.trim() ?? '');
  const [text, ground] = [of('color'), of('background')];
  return text === null ? [] : [{ selector: selector.trim().split('\n').at(-1) ?? '', text, ground }];
});

describe('the colours of our own style sheets', () => {
  const both = rules.flatMap(({ selector, text, ground }) =>
    ground === null ? [] : [{ selector, text, ground }],
  );

  it.each(both)('$selector: $text on $ground has at least 4.5:1', ({ text, ground }) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--tr-ink', '--tr-muted', '--tr-late', '--tr-soon', '--tr-good', '--tr-blue'])(
    '%s has at least 4.5:1 on white and on the soft grounds',
    (name) => {
      const grounds = ['#fff', variables.get('--tr-soft') ?? ''];
      for (const ground of grounds)
        expect(contrast(variables.get(name) ?? '', ground), ground).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('are found: at least 8 rules with text and ground', () => {
    expect(both.length).toBeGreaterThanOrEqual(8);
  });
});
