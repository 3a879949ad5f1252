/** What came back signed as a viewer may see it: of one paper, or of those on a page. */
import type { Paper } from '../../domain/cycle/signed-paper.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../../store/in-town.js';
import { type CopyFile, copiesOf, type SignedCopy } from '../../store/relazione/signed-copies.js';
import { findPaper, type PaperFound } from '../../store/relazione/signed-papers.js';
import { aboutOf, copyRole, type PaperAbout } from '../copy-rights.js';
import type { Refusal } from '../refusals.js';
import type { Viewer } from '../viewer.js';

/** What holds of a paper: the protocol and the file that were said last. */
export interface CopyStanding {
  readonly protocol: { readonly number: string; readonly on: CivilDate | null } | null;
  readonly file: (CopyFile & { readonly id: string }) | null;
}

/** Of versions, oldest first. */
function standingOf(copies: readonly SignedCopy[]): CopyStanding {
  const last = copies.findLast(({ file }) => file !== null);
  const said = copies.findLast(({ protocolNumber }) => protocolNumber !== null);
  return {
    protocol: said?.protocolNumber == null ? null : { number: said.protocolNumber, on: said.protocolOn },
    file: last?.file == null ? null : { ...last.file, id: last.id },
  };
}

/** A paper on a page of others. */
export interface CopyShown extends CopyStanding {
  readonly paper: Paper;
  /** How often something was kept of it. */
  readonly versions: number;
  readonly mayAdd: boolean;
}

/** `null`: not the viewer's to read. */
export function copyShown(
  copies: readonly SignedCopy[],
  { roles }: Pick<Viewer, 'roles'>,
  paper: Paper,
  about: PaperAbout = {},
): CopyShown | null {
  if (copyRole(roles, 'read', paper.kind, about) === null) return null;
  const own = copies.filter((one) => one.paper.kind === paper.kind && one.paper.of === paper.of);
  const mayAdd = copyRole(roles, 'add', paper.kind, about) !== null;
  return { paper, ...standingOf(own), versions: own.length, mayAdd };
}

export interface CopyPage extends CopyStanding {
  readonly paper: Paper;
  readonly found: PaperFound;
  /** Oldest first. */
  readonly copies: readonly SignedCopy[];
  readonly mayAdd: boolean;
}

export async function loadCopyPage(
  tx: Tx,
  { roles }: Viewer,
  paper: Paper,
): Promise<
  { readonly ok: true; readonly page: CopyPage } | { readonly ok: false; readonly refusal: Refusal }
> {
  const found = await findPaper(tx, paper);
  if (found === null) return { ok: false, refusal: { code: 'not-found' } };
  const about = aboutOf(found);
  if (copyRole(roles, 'read', paper.kind, about) === null)
    return { ok: false, refusal: { code: 'not-allowed' } };
  const copies = await copiesOf(tx, paper);
  const mayAdd = copyRole(roles, 'add', paper.kind, about) !== null;
  return { ok: true, page: { paper, found, copies, mayAdd, ...standingOf(copies) } };
}
