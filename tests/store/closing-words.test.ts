import { afterAll, expect, test } from 'vitest';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { eraseWords } from '../../store/privacy/erasure.js';
import { appendEntries, commitText } from '../../store/register/register.js';
import { freshDatabase } from '../database.js';
import { furnishedTown, NOON } from './furnished-town.js';

const database = await freshDatabase();
const app = connect(database.appUrl, { max: 2 });
afterAll(() => app.end());

test('the reason for which a person withdrew a fact of the closing goes with their words; the fact and its days stay', async () => {
  const { town, secretary, plan } = await furnishedTown(app);
  const left = await inTown(app, town, async (tx) => {
    const note = await commitText(tx, 'era un altro anno');
    const body = { at: NOON, kind: 'record-withdrawn', person: secretary, note };
    await appendEntries(tx, [{ subject: { kind: 'cycle', id: plan.cycle }, body }]);
    await eraseWords(tx, secretary, { at: NOON, zone: 'Europe/Rome' });
    return tx`select happened_on, withdrawn_because, withdrawn_at is not null as withdrawn from closing_fact`;
  });
  expect(left).toEqual([{ happenedOn: '2023-06-29', withdrawnBecause: null, withdrawn: true }]);
});
