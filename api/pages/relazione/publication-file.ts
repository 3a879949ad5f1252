/** A package for publication as the answer to a request: the bytes that were kept. */
import type { Context } from 'hono';
import { findCycle } from '../../../store/cycle/cycles.js';
import { inTown } from '../../../store/in-town.js';
import { packageZip } from '../../../store/relazione/publication.js';
import type { AppEnv } from '../../app-env.js';
import { viewerIn } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { sendFile } from '../send-file.js';

export async function sendPackage(c: Context<AppEnv>, year: number, number: number): Promise<Response> {
  const { town } = viewerIn(c);
  const zip = await inTown(c.get('deps').sql, town.id, async (tx) => {
    const cycle = await findCycle(tx, year);
    return cycle === null ? null : packageZip(tx, cycle.id, number);
  });
  const name = `${town.slug}-relazione-${year}-pubblicazione-${number}.zip`;
  return zip === null ? refuse(c, { code: 'not-found' }) : sendFile(c, name, 'application/zip', zip);
}
