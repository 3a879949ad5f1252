/** The colours of a mail, by the formula of WCAG 2.1 (relative luminance). */
import { describe, expect, it } from 'vitest';
import { DARK, type Ground, LIGHT } from '../../mail/html-style.js';

const AA = 4.5;

function luminance(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const pairs = ({
  card,
  text,
  muted,
  button,
  buttonText,
  tones,
}: Ground): readonly (readonly [string, string, string])[] => [
  ['text', text, card],
  ['muted text', muted, card],
  ['words of a button', buttonText, button],
  ['words of a quiet button', button, card],
  ...Object.entries(tones).map(([tone, colour]) => [`heading ${tone}`, colour, card] as const),
];

describe('contrast of at least 4.5:1', () => {
  it('black on white is 21:1, so the formula is right', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });

  it.each(pairs(LIGHT))('light: %s', (_, front, ground) => {
    expect(contrast(front, ground)).toBeGreaterThanOrEqual(AA);
  });

  it.each(pairs(DARK))('dark: %s', (_, front, ground) => {
    expect(contrast(front, ground)).toBeGreaterThanOrEqual(AA);
  });
});
