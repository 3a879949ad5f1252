import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { migrate, readMigrations } from '../../store/migrate.js';
import { findDraft } from '../../store/plan/import-drafts.js';
import { readImportFile } from '../../store/plan/import-files.js';
import { freshDatabase } from '../database.js';
import { SMALL_PLAN } from './small-plan.js';

const database = await freshDatabase({ empty: true });
const owner = connect(database.ownerUrl, { max: 1 });
afterAll(() => owner.end());

describe('migration 11', () => {
  it('keeps a draft in JSON that was waiting: its plan, and the plan itself as its file, 1 MB a piece', async () => {
    const all = await readMigrations();
    await migrate(owner, { migrations: all.slice(0, 10) });
    const [town, id] = [randomUUID(), randomUUID()];
    const body = SMALL_PLAN.document.body?.padEnd(1_500_000, '.');
    const plan = { ...SMALL_PLAN, document: { ...SMALL_PLAN.document, body } };
    await owner.begin(async (tx) => {
      await tx`select set_config('app.town', ${town}, true)`;
      await tx`insert into town (id, slug, name, mode, created_at) values (${town}, 'prova', 'Prova', 'demo', 'epoch')`;
      await tx`insert into plan_draft (id, file_name, source, uploaded_at)
        values (${id}, 'piano.json', ${tx.json(JSON.parse(JSON.stringify(plan)))}, 'epoch')`;
    });
    await migrate(owner, { migrations: all });
    const draft = await inTown(owner, town, (tx) => findDraft(tx, id));
    expect(draft).toMatchObject({ fileName: 'piano.json', state: 'draft', year: 2023, read: plan });
    expect(draft?.plan.sectors.map(({ name }) => name)).toEqual(['Finanziario', 'Tecnico']);
    const pieces: Uint8Array[] = [];
    for await (const piece of readImportFile(owner, town, id)) pieces.push(piece);
    expect(pieces).toHaveLength(2);
    expect(JSON.parse(Buffer.concat(pieces).toString())).toEqual(plan);
  });
});
