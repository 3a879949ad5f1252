/** Files that prove an obligation was met: stored in pieces, by type and size, with their hash in the register. */

import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { type Evidence, MAX_EVIDENCE_BYTES, storeEvidence } from '../../../store/obligations/evidence.js';
import type { Refusal } from '../../refusals.js';
import { ACCEPTED_IN_WORDS, fileTypeOf } from '../../uploads/file-type.js';
import type { SpooledFile } from '../../uploads/spool.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { admit, auditChange, enterAct } from './obligation-command.js';

export interface Added {
  readonly [key: string]: string | number;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** Why a file may not come in; `null`: it may. Asked before anything is written. */
export function unfit(file: SpooledFile): Refusal | null {
  if (file.size > MAX_EVIDENCE_BYTES) return { code: 'too-large', limit: '25 MB', file: file.name };
  if (file.size === 0) {
    return { code: 'invalid', problems: [{ field: 'file', message: `Il file «${file.name}» è vuoto.` }] };
  }
  return fileTypeOf(file.name, file.head) === null
    ? { code: 'wrong-type', accepted: ACCEPTED_IN_WORDS, file: file.name }
    : null;
}

/** Stores files that are fit. Throws on one that is not: ask {@link unfit} first. */
export async function storeFiles(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  obligation: string,
  files: readonly SpooledFile[],
): Promise<readonly Evidence[]> {
  const stored: Evidence[] = [];
  for (const file of files) {
    const type = fileTypeOf(file.name, file.head);
    if (type === null) throw new Error('a file of no accepted type came as far as the store');
    const about = {
      obligation,
      name: file.name,
      type,
      addedAt: clock.now,
      addedBy: commander.viewer.person.id,
    };
    const kept = await storeEvidence(tx, about, file.content());
    if (!kept.ok) throw new Error(`a file that is ${kept.refusal} came as far as the store`);
    stored.push(kept.evidence);
  }
  return stored;
}

const NO_FILE: Refusal = {
  code: 'invalid',
  problems: [{ field: 'file', message: 'Scegli il documento da aggiungere.' }],
};

/** Adds a file to an obligation, open or done. `file`: `null` when none was chosen. */
export function addEvidence(
  commander: Commander,
  asked: { readonly obligation: string; readonly file: SpooledFile | null },
): Promise<Outcome<Added>> {
  const { obligation, file } = asked;
  const said = { obligation, name: file?.name ?? null, sha256: file?.sha256 ?? null };
  return runCommand(commander, 'evidence.add', said, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'evidence.add', obligation);
    if (!admitted.ok) return admitted;
    const { record, role } = admitted;
    if (record.obligation.state === 'superseded') return { ok: false, refusal: { code: 'no-longer-due' } };
    if (file === null) return { ok: false, refusal: NO_FILE };
    const refusal = unfit(file);
    if (refusal !== null) return { ok: false, refusal };
    const [evidence] = await storeFiles(tx, commander, clock, obligation, [file]);
    if (evidence === undefined) throw new Error('the file was not stored');
    const { id, name, type, size, sha256 } = evidence;
    await enterAct(tx, commander, clock, {
      kind: 'evidence-added',
      obligation,
      role,
      more: { evidence: [sha256] },
    });
    await auditChange(tx, commander, clock, {
      action: 'evidence.add',
      role,
      before: record,
      after: record,
      more: { evidence: [id] },
    });
    return { ok: true, result: { id, name, type, size, sha256 }, starts: [] };
  });
}
