/** Which sector holds which objectives: in the order of the document, shared ones under each of theirs. */
import type { DraftObjective } from '../layouts/draft.js';
import type { Holding } from './objective-of.js';
import { matchSectors, sectorKey } from './sector-names.js';

export interface SectorHoldings {
  readonly name: string;
  readonly owner: string | null;
  readonly holdings: readonly Holding[];
}

/** `unnamed` is the name of the one sector of a document that names none. */
export function sectorHoldings(
  drafts: readonly DraftObjective[],
  unnamed: string,
): readonly SectorHoldings[] {
  const names = sectorNames(drafts, unnamed);
  return names
    .map((name): SectorHoldings => {
      const holdings = drafts.flatMap((draft) => holdingIn(draft, name, names, unnamed));
      const own = holdings
        .filter(({ shared }) => !shared)
        .map(({ draft }) => draft.sectorOwner ?? draft.owner);
      return { name, owner: mostCommon(own), holdings };
    })
    .filter(({ holdings }) => holdings.length > 0);
}

/** Names under which objectives are listed, then those that only share them and mean none of the listed. */
function sectorNames(drafts: readonly DraftObjective[], unnamed: string): readonly string[] {
  const names: string[] = [];
  const add = (name: string): void => {
    if (!names.some((one) => sectorKey(one) === sectorKey(name))) names.push(name);
  };
  for (const { sector } of drafts) if (sector !== null) add(sector);
  for (const { sharedBy } of drafts) {
    const mentions = sharedBy.map(({ sector }) => sector);
    for (const [i, match] of matchSectors(mentions, names).entries())
      if (match === null) add(mentions[i] ?? '');
  }
  const homeless = drafts.some((one) => one.sector === null && one.sharedBy.length === 0 && !one.everySector);
  if (names.length === 0 || homeless) add(unnamed);
  return names;
}

function holdingIn(
  draft: DraftObjective,
  name: string,
  names: readonly string[],
  unnamed: string,
): readonly Holding[] {
  const { sector, sharedBy, everySector, weight, result } = draft;
  const matches = matchSectors(
    sharedBy.map((one) => one.sector),
    names,
  );
  const own = sector !== null && sectorKey(sector) === sectorKey(name);
  const several = sharedBy.length > 1 || (sharedBy.length === 1 && sector !== null && matches[0] !== sector);
  const share = sharedBy[matches.indexOf(name)];
  if (share !== undefined) {
    return [
      {
        draft,
        shared: several || everySector,
        weight: share.weight ?? weight,
        result: share.result ?? result,
      },
    ];
  }
  // Named one by one, and each name known: the others are not meant.
  if (everySector && (sharedBy.length === 0 || matches.includes(null)))
    return [{ draft, shared: names.length > 1, weight, result }];
  const homeless = sector === null && sharedBy.length === 0 && name === unnamed;
  return own || homeless ? [{ draft, shared: several, weight, result }] : [];
}

/** The role printed on most objectives; the first of two as common. */
function mostCommon(owners: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const owner of owners) if (owner !== null) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
