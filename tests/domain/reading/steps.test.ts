import { describe, expect, it } from 'vitest';
import { findExpressions } from '../../../domain/reading/grammar/find-expressions.js';
import { judge } from '../../../domain/reading/judgement/judge.js';
import { mergeRules } from '../../../domain/reading/judgement/merge-rules.js';
import { shareWords } from '../../../domain/reading/judgement/shared-words.js';
import { readDeadlines } from '../../../domain/reading/read-deadlines.js';
import { scan } from '../../../domain/reading/text/scan.js';
import type { Line, Token } from '../../../domain/reading/text/token.js';

/** Pieces that rules begin with: repeated, each tempts one of them to look too far. */
const PIECES = [
  ...[
    '1/',
    'entro ',
    'dal 1 ',
    '1, ',
    'e il 1 ',
    '... ',
    'il lunedì e ',
    '.1',
    '-1-',
    'giorni ',
    'ogni ',
    'prima di ',
  ],
  ...[
    '(',
    'gennaio-',
    '2025/',
    'n. ',
    'fine ',
    "l'",
    'I e ',
    'entro 3 giorni dalla ',
    'termini e ',
    'da ',
    '_',
    'mese di ',
  ],
  ...['10 di ogni mese ', 'mensile e ', 'entro il 1° ', 'data di ', 'u.s.', 'a-\n', 'X giorni '],
  ...['ogni giorno ', 'annualmente entro il 3 marzo ', 'controllo mensile e ', 'entro 3 giorni o '],
];
const LENGTH = 10_000;

/** Tokens looked at while a text is read. */
function steps(text: string): number {
  let looks = 0;
  const tokens = new Proxy(scan(text), {
    get: (target, property, receiver): unknown => {
      if (typeof property === 'string' && /^\d+$/.test(property)) looks++;
      return Reflect.get(target, property, receiver);
    },
  });
  const line: Line = { text, year: 2025, tokens: tokens as readonly Token[] };
  mergeRules(line, shareWords(judge(line, findExpressions(line))));
  return looks;
}

describe('10,000 characters of noise', () => {
  it.each(PIECES)(
    'made of %j are read in a number of steps that grows with the length, not with its square',
    (piece) => {
      const text = piece.repeat(Math.ceil(LENGTH / piece.length));
      const half = steps(text.slice(0, LENGTH / 2));
      const whole = steps(text.slice(0, LENGTH));
      expect(whole).toBeLessThan(2.2 * half + 2000);
      expect(whole).toBeLessThan(250 * LENGTH);
      expect(() => readDeadlines(text, 2025)).not.toThrow();
    },
  );
});
