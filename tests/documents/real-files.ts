/** A real file in each format that is read, for mutation. */
import { type Annex, annexes } from '../annexes/annexes.js';

export interface RealFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Of the town whose annex exists in all of them. */
export async function realFiles(): Promise<readonly RealFile[]> {
  const byTown = new Map<string, Annex[]>();
  for (const annex of annexes()) {
    if (annex.format === 'pdf-browser') continue;
    byTown.set(annex.town, [...(byTown.get(annex.town) ?? []), annex]);
  }
  const most = [...byTown.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return Promise.all(most.map(async ({ fileName, bytes }) => ({ name: fileName, bytes: await bytes() })));
}
