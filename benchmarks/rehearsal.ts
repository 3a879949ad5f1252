/** The prova generale of the example's year, without and with the words of the mails. */
import { rehearsePlan } from '../cli/rehearse.js';
import { civilDate } from '../domain/time/civil-date.js';
import { composeDigest } from '../mail/compose.js';
import { examplePlan } from './example-plan.js';
import { type Figure, percentile, rounded } from './figure.js';

const ROUNDS = 30;

export async function benchRehearsal(): Promise<readonly Figure[]> {
  const plan = await examplePlan();
  const options = { approved: civilDate('2023-02-28'), from: null, to: null };
  const [bare, worded]: [number[], number[]] = [[], []];
  let mails = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const rehearsed = [...rehearsePlan(plan, options)];
    const middle = performance.now();
    for (const { facts } of rehearsed) composeDigest(facts);
    bare.push(middle - start);
    worded.push(performance.now() - middle);
    mails = rehearsed.length;
  }
  return [
    { what: 'mails of the year', value: mails, unit: 'count' },
    { what: "one town's year rehearsed, median", value: rounded(percentile(bare, 50)), unit: 'ms', bar: 50 },
    {
      what: 'its mails put into words (text and HTML), median',
      value: rounded(percentile(worded, 50)),
      unit: 'ms',
    },
  ];
}
