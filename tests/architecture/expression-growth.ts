/**
 * A program: tries every regular expression of the product on pumped texts and prints, as JSON, those whose time grows
 * faster than the text. `tsx expression-growth.ts [PUMPS for each] [SEED]`. A process of its own, which may be ended.
 */
import { createContext, Script } from 'node:vm';
import { type Pump, pumped, pumpsFor } from './pumped-texts.js';
import { type FoundExpression, writtenExpressions } from './regular-expressions.js';

/** Characters of the first try: a linear expression needs microseconds, a quadratic one milliseconds. */
const LENGTH = 3_000;
const SUSPECT_MS = 2;
/** By the clock. */
const LONGEST_MS = 400;
/** Twice the text takes twice the time; four times where it is quadratic. */
const STEEP = 2.9;

/** Of all pumps of an expression together, for which it is not looked at closer. */
const QUICK_MS = 60;

const context = createContext({ expression: /x/, texts: [''] });
const search = new Script(
  'for (const text of texts) expression.global ? text.replace(expression, "") : expression.test(text)',
);

/** Of this process, whatever else the machine does. */
const cpuMs = (): number => process.cpuUsage().user / 1_000;

/** Milliseconds of the processor, the least of some tries; infinite when it is broken off. */
function timeOf(expression: RegExp, texts: readonly string[], tries: number): number {
  Object.assign(context, { expression, texts });
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < tries; n += 1) {
    const since = cpuMs();
    try {
      search.runInContext(context, { timeout: LONGEST_MS });
    } catch {
      return Number.POSITIVE_INFINITY;
    }
    least = Math.min(least, cpuMs() - since);
  }
  return least;
}

/** How many times longer twice the text takes, where it takes long enough to tell. */
function growth(expression: RegExp, pump: Pump): number {
  for (let length = LENGTH; length >= 16; length = Math.floor(length / 4)) {
    const whole = timeOf(expression, [pumped(pump, length)], 1);
    if (!Number.isFinite(whole)) continue;
    return whole < SUSPECT_MS ? 1 : whole / timeOf(expression, [pumped(pump, length / 2)], 2);
  }
  return Number.POSITIVE_INFINITY;
}

/** A busy machine makes anything slow once: what is steep is steep each time. */
const isSteep = (expression: RegExp, pump: Pump): boolean =>
  growth(expression, pump) > STEEP && growth(expression, pump) > STEEP && growth(expression, pump) > STEEP;

function worst(found: FoundExpression, many: number, seed: number): Pump | null {
  const expression = new RegExp(found.source, found.flags.replace('y', ''));
  const pumps = pumpsFor(found, many, seed);
  if (
    timeOf(
      expression,
      pumps.map((pump) => pumped(pump, LENGTH)),
      1,
    ) < QUICK_MS
  )
    return null;
  for (const pump of pumps) {
    if (isSteep(expression, pump)) return pump;
  }
  return null;
}

const [many, seed] = [Number(process.argv[2] ?? 160), Number(process.argv[3] ?? 1)];
const all = writtenExpressions();
// Tried once, told at each place: what is short at one of them may be long at another.
const once = new Map<string, FoundExpression[]>();
for (const one of all) {
  const key = `${one.source} ${one.flags}`;
  once.set(key, [...(once.get(key) ?? []), one]);
}
const steep = [...once.values()].flatMap((places) => {
  const [one] = places;
  const found = one === undefined ? null : worst(one, many, seed);
  if (found === null) return [];
  for (const { where, source } of places) process.stderr.write(`${where} /${source}/\n`);
  return places.map((place) => ({ ...place, pump: found }));
});
const files = [...new Set(all.map(({ where }) => where.split(':')[0]))];
process.stdout.write(JSON.stringify({ tried: once.size, steep, files }));
