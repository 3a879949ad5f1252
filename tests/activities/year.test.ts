import { expect, test } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { expectedMails, readExample } from './caluso.js';
import { mailsOf } from './mails-of.js';
import { openStage } from './stage.js';
import { foundTown, townTime } from './town.js';

const stage = await openStage();

test('13 months of rounds of the example town make the 211 mails of the rehearsal, to the letter, and no other', async () => {
  const example = await readExample();
  const { town } = await foundTown(stage.sql, { ...example, now: '2023-02-28 10:00' });
  const end = townTime('2024-03-31 23:59');
  for (let at = townTime('2023-02-28 10:00'); at < end; ) {
    const { digestDay } = await stage.stock(town, at);
    if (digestDay !== null) await stage.send(town, at);
    const next = await stage.next(town, instant(at + 60_000));
    if (next === null) break;
    expect(next).toBeGreaterThan(at);
    at = next;
  }
  const expected = expectedMails(example, '2024-03-31');
  expect(await mailsOf(stage, town)).toEqual(expected);
  expect(expected).toHaveLength(211);
  expect(stage.office.mails).toHaveLength(211);
});
