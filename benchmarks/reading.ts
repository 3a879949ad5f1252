/**
 * The deadline reader: nearness to the labels of a development set, and phrases a second on one core. The set is
 * `reading-phrases.jsonl`; `npm run bench -- reading FILE` takes another, as JSON lines `{text, year, expected}`.
 * Then the plan compiler on the annexes of invented towns.
 */
import { readFile } from 'node:fs/promises';
import { readDeadlines } from '../domain/reading/read-deadlines.js';
import { type Figure, rounded } from './figure.js';
import { benchPlans } from './plans.js';
import { type Labelled, type Ratios, ratiosOf, scoreReading } from './reading-score.js';

const PHRASES = 60_000;
const WARM_UP = 5_000;
const BARS: Readonly<Record<string, number>> = { 'strict F1, all': 0.97 };

const OWN_SET = new URL('./reading-phrases.jsonl', import.meta.url);

export async function benchReading(
  file: string | URL = process.argv[3] ?? OWN_SET,
): Promise<readonly Figure[]> {
  const lines = await labelledLines(file);
  return [
    { what: 'labelled phrases', value: lines.length, unit: 'count' },
    ...figuresOf('strict', lines, false),
    ...figuresOf('lenient', lines, true),
    { what: 'phrases read, one core', value: rounded(phrasesASecond(lines)), unit: '1/s', bar: 20_000 },
    ...(await benchPlans()),
  ];
}

async function labelledLines(file: string | URL): Promise<readonly Labelled[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Labelled);
}

function figuresOf(manner: string, lines: readonly Labelled[], lenient: boolean): readonly Figure[] {
  const scores = scoreReading(lines, readDeadlines, lenient);
  return [...scores].sort().flatMap(([kind, score]) => {
    const ratios = ratiosOf(score);
    return (['precision', 'recall', 'f1'] as const).map((name): Figure => {
      const what = `${manner} ${name === 'f1' ? 'F1' : name}, ${kind}`;
      const bar = BARS[what];
      return { what, value: figure(ratios, name), unit: 'ratio', ...(bar === undefined ? {} : { bar }) };
    });
  });
}

const figure = (ratios: Ratios, name: keyof Ratios): number => rounded(ratios[name]);

function phrasesASecond(lines: readonly Labelled[]): number {
  readRound(lines, WARM_UP);
  const from = process.cpuUsage();
  const read = readRound(lines, PHRASES);
  const { user, system } = process.cpuUsage(from);
  return read / ((user + system) / 1e6);
}

function readRound(lines: readonly Labelled[], atLeast: number): number {
  let read = 0;
  while (read < atLeast) {
    for (const { text, year } of lines) readDeadlines(text, year);
    read += Math.max(1, lines.length);
  }
  return read;
}
