/** A paper comes back signed: its protocol, its file with its hash; a new version beside those that were kept. */
import type { Paper } from '../../../domain/cycle/signed-paper.js';
import { type CivilDate, parseCivilDate } from '../../../domain/time/civil-date.js';
import { inTown, type Tx } from '../../../store/in-town.js';
import { addCopy, type NewCopy } from '../../../store/relazione/signed-copies.js';
import { findPaper, type PaperFound } from '../../../store/relazione/signed-papers.js';
import { aboutOf, copyRole } from '../../copy-rights.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import { readSigned, SIGNED_IN_WORDS, signedTypeOf } from '../../uploads/signed-file.js';
import type { SpooledFile } from '../../uploads/spool.js';
import { auditCommand } from '../audit-command.js';
import { recognisePrint } from '../measurement/recognise-print.js';
import { unfit } from '../obligations/add-evidence.js';
import { enterAct } from '../obligations/obligation-command.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

export interface CopyAsked {
  readonly paper: Paper;
  /** As typed; empty: not said. */
  readonly protocolNumber: string;
  readonly protocolDate: string;
  /** `null`: only the protocol. */
  readonly file: SpooledFile | null;
  /** How many versions the page showed; `null`: it did not say. */
  readonly seen: number | null;
}

export interface CopyKept {
  readonly [key: string]: string | number | null;
  readonly id: string;
  readonly version: number;
  readonly sha256: string | null;
  readonly signature: string | null;
  readonly holds: string | null;
}

type Admitted =
  | { readonly ok: true; readonly found: PaperFound; readonly role: NonNullable<ReturnType<typeof copyRole>> }
  | { readonly ok: false; readonly refusal: Refusal };

export async function keepSignedCopy(commander: Commander, asked: CopyAsked): Promise<Outcome<CopyKept>> {
  const { deps, viewer } = commander;
  const { paper } = asked;
  const read = readAsked(asked, viewer.today);
  if (!read.ok) return read;
  const first = await inTown(deps.sql, viewer.town.id, (tx) => admitTo(tx, commander, paper));
  if (!first.ok) return first;
  // Read and compared before the transaction: nobody waits for it.
  const file = await fileOf(commander, asked, first.found);
  const { protocolNumber, protocolOn } = read;
  const said = { paper: { ...paper }, protocolNumber, protocolOn, sha256: asked.file?.sha256 ?? null };
  return runCommand(commander, 'copies.add', said, async (tx, clock): Promise<Done<CopyKept>> => {
    const admitted = await admitTo(tx, commander, paper);
    if (!admitted.ok) return admitted;
    const { found, role } = admitted;
    const [at, by] = [clock.now, viewer.person.id];
    const kept = await addCopy(tx, { paper, protocolNumber, protocolOn, file, seen: asked.seen, at, by });
    if (kept === null) return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const { id, version } = kept;
    const sha256 = kept.file?.sha256 ?? null;
    if (found.obligation !== null && sha256 !== null)
      await enterAct(tx, commander, clock, {
        ...{ kind: 'evidence-added', obligation: found.obligation, role, more: { evidence: [sha256] } },
      });
    await auditCommand(tx, commander, clock, {
      ...{ role, action: 'copies.add', subjectKind: 'signed-copy', subject: id },
      act: paper.kind === 'act' ? paper.of : null,
      after: { ...paper, version, protocolNumber, protocolOn, sha256 },
    });
    const { signature = null, holds = null } = kept.file ?? {};
    return { ok: true, result: { id, version, sha256, signature, holds }, starts: [] };
  });
}

async function admitTo(tx: Tx, { viewer }: Commander, paper: Paper): Promise<Admitted> {
  const found = await findPaper(tx, paper);
  if (found === null) return { ok: false, refusal: { code: 'not-found' } };
  const role = copyRole(viewer.roles, 'add', paper.kind, aboutOf(found));
  return role === null ? { ok: false, refusal: { code: 'not-allowed' } } : { ok: true, found, role };
}

const LONGEST = 60;

type Read =
  | ({ readonly ok: true } & Pick<NewCopy, 'protocolNumber' | 'protocolOn'>)
  | { readonly ok: false; readonly refusal: Refusal };

function readAsked({ protocolNumber, protocolDate, file }: CopyAsked, today: CivilDate): Read {
  if (file !== null) {
    const refusal = unfit(file);
    if (refusal !== null && refusal.code !== 'wrong-type') return { ok: false, refusal };
    if (signedTypeOf(file) === null)
      return { ok: false, refusal: { code: 'wrong-type', accepted: SIGNED_IN_WORDS, file: file.name } };
  }
  const number = protocolNumber.trim().replace(/\s+/g, ' ');
  const on = parseCivilDate(protocolDate.trim());
  const problems: FieldProblem[] = [];
  const problem = (field: string, message: string): void => void problems.push({ field, message });
  if (number.length > LONGEST) problem('protocolNumber', `Al più ${LONGEST} caratteri.`);
  if (protocolDate.trim() !== '' && on === null) problem('protocolDate', 'La data di protocollo non esiste.');
  else if (on !== null && on > today) problem('protocolDate', 'La data di protocollo è nel futuro.');
  else if (on !== null && number === '')
    problem('protocolNumber', 'Con la data serve il numero di protocollo.');
  if (number === '' && file === null)
    problem('file', 'Scegli il file firmato, o scrivi il numero di protocollo.');
  if (problems.length > 0) return invalid(...problems);
  return { ok: true, protocolNumber: number === '' ? null : number, protocolOn: on };
}

async function fileOf(
  { deps, viewer }: Commander,
  { file }: CopyAsked,
  found: PaperFound,
): Promise<NewCopy['file']> {
  const type = file === null ? null : signedTypeOf(file);
  if (file === null || type === null) return null;
  const { signature, content } = await readSigned(file, type);
  const holds = await recognisePrint(deps, viewer, { found, content });
  return { name: file.name, type, signature, holds, content: () => file.content() };
}
