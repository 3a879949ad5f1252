/**
 * A Relazione with a text, and a snapshot that hangs on a step nobody owes any more: nothing refers to it but a
 * decision on a reason and a package; a document of the checklist is in its place.
 */
import { civilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { listDuties } from '../../store/cycle/closing.js';
import { findCycle } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { addPackage } from '../../store/relazione/publication.js';
import { addPlace } from '../../store/relazione/publication-places.js';
import { addSnapshot, writeText } from '../../store/relazione/relazione.js';
import { loadRelazioneFacts } from '../../store/relazione/relazione-facts.js';
import { addRelease } from '../../store/relazione/releases.js';
import { loadTown } from '../../store/towns/towns.js';

/** `at`: town time. */
export async function furnishRelazione(
  tx: Tx,
  { by, objective, at }: { readonly by: string; readonly objective: string; readonly at: Instant },
): Promise<void> {
  const cycle = await findCycle(tx, 2023);
  if (cycle === null) throw new Error('the furnished town has no cycle');
  const [duty] = await listDuties(tx, cycle.id);
  const read = await loadRelazioneFacts(tx, cycle, await loadTown(tx), civilDate('2023-06-29'));
  await writeText(tx, { cycle: cycle.id, part: 'process', text: 'Prova.', after: 0, at, by });
  const snapshot = await addSnapshot(tx, {
    ...{ cycle: cycle.id, number: 1, cause: 'transmission', reason: null, duty: duty?.obligation ?? '' },
    ...{ facts: { ...read, variations: [] }, at, by },
    sha256: { facts: '0'.repeat(64), internal: '1'.repeat(64), publication: '2'.repeat(64) },
  });
  const place = { objective, sector: 'Finanziario', reasonSha256: '3'.repeat(64) };
  const decided = {
    decision: 'withheld',
    text: null,
    after: 0,
    on: civilDate('2023-06-29'),
    at,
    by,
  } as const;
  await addRelease(tx, { ...place, ...decided, cycle: cycle.id, snapshot });
  const zip = { zip: new Uint8Array([0x50, 0x4b]), zipSha256: '4'.repeat(64), files: [] };
  const put = { address: 'https://comune.example/smvp', on: civilDate('2023-06-29') };
  await addPlace(tx, { cycle: cycle.id, document: 'system', put, at, by });
  await addPackage(tx, { ...zip, cycle: cycle.id, snapshot, publishesTotals: false, at, by });
}
