import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { draftOf } from '../../domain/plan/draft/draft-plan.js';
import { changeObjective } from '../../domain/plan/draft/edit-objective.js';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import {
  findDraft,
  importsOfVersions,
  keepDraft,
  listDrafts,
  recordConfirmed,
  setPutAway,
  storeCorrection,
} from '../../store/plan/import-drafts.js';
import { readImportFile } from '../../store/plan/import-files.js';
import { freshDatabase } from '../database.js';
import { bareTown, NOON, plannedTown, smallImport } from './furnished-town.js';
import { SMALL_PLAN } from './small-plan.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 4 });
afterAll(() => sql.end());

const { town, plan, secretary } = await plannedTown(sql);
const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(sql, town, work);
const by = { by: secretary, at: NOON };

describe('an import', () => {
  it('keeps a file of 2.5 MB in 3 pieces of at most 1 MB, and gives it back byte by byte, in its own town', async () => {
    const bytes = Buffer.alloc(2_500_000, 'riga del piano\n');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const id = await here((tx) => keepDraft(tx, smallImport({ fileName: '../piano.txt', bytes, sha256 })));
    const pieces: Uint8Array[] = [];
    for await (const piece of readImportFile(sql, town, id)) pieces.push(piece);
    expect(pieces).toHaveLength(3);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    expect(await here((tx) => findDraft(tx, id))).toMatchObject({
      ...{ fileName: 'piano.txt', size: 2_500_000, sha256, year: 2023, state: 'draft', version: 1 },
      ...{ read: SMALL_PLAN, plan: draftOf(SMALL_PLAN), decisions: null },
    });
    const other = await bareTown(sql);
    expect(await inTown(sql, other, (tx) => findDraft(tx, id))).toBeNull();
    for await (const _ of readImportFile(sql, other, id)) throw new Error('another town reads our file');
  });

  it('takes a correction on the version it was made for, and refuses one made for another', async () => {
    const id = await here((tx) => keepDraft(tx, smallImport()));
    const draft = draftOf(SMALL_PLAN);
    const objective = draft.sectors[0]?.objectives[1];
    if (objective === undefined) throw new Error('the small plan has changed');
    const corrected = changeObjective(draft, objective.id, { ...objective, weight: 70 }, 2);
    if (corrected === null) throw new Error('no such objective');
    await here((tx) => storeCorrection(tx, id, corrected, 1, by));
    expect(await here((tx) => findDraft(tx, id))).toMatchObject({
      ...{ version: 2, plan: corrected, read: SMALL_PLAN, changedBy: 'Segretaria', changedAt: NOON },
    });
    await expect(here((tx) => storeCorrection(tx, id, corrected, 1, by))).rejects.toThrow('under its lock');
  });

  it('is put away and taken back with its corrections', async () => {
    const id = await here((tx) => keepDraft(tx, smallImport()));
    const listed = async (state: 'draft' | 'discarded') =>
      (await here((tx) => listDrafts(tx, state))).some((one) => one.id === id);
    expect(await here((tx) => setPutAway(tx, id, false, by))).toBe(false);
    expect(await here((tx) => setPutAway(tx, id, true, by))).toBe(true);
    expect([await listed('draft'), await listed('discarded')]).toEqual([false, true]);
    expect(await here((tx) => setPutAway(tx, id, false, by))).toBe(true);
    expect([await listed('draft'), await listed('discarded')]).toEqual([true, false]);
  });

  it('stays on record once it is confirmed: neither the row nor the file can change, by the database', async () => {
    const id = await here((tx) => keepDraft(tx, smallImport()));
    await here((tx) => recordConfirmed(tx, id, { planVersion: plan.version, decisions: [] }, by));
    expect([...(await here((tx) => importsOfVersions(tx, [plan.version])))]).toEqual([[plan.version, id]]);
    await expect(here((tx) => setPutAway(tx, id, true, by))).resolves.toBe(false);
    await expect(
      here((tx) => tx`update import_draft set decisions = '[1]' where id = ${id}`),
    ).rejects.toMatchObject({ constraint_name: 'import_stays_on_record' });
    await expect(
      here((tx) => tx`insert into import_draft_chunk (draft, seq, bytes) values (${id}, 9, '\\x00')`),
    ).rejects.toMatchObject({ constraint_name: 'import_file_is_whole' });
    await expect(here((tx) => tx`delete from import_draft where id = ${id}`)).rejects.toThrow('permission');
    await expect(
      here((tx) => tx`update import_draft set sha256 = ${'0'.repeat(64)} where id = ${id}`),
    ).rejects.toThrow('permission');
  });
});
