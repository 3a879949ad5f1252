/** What came back signed, by paper: a protocol, a file in pieces of 1 MB, or both; versions are added, never rewritten. */
import { randomUUID } from 'node:crypto';
import type { Paper, PaperKind, PrintHeld, SignatureSeen } from '../../domain/cycle/signed-paper.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../connection.js';
import { cutIntoPieces, type FileContent, piecesOf } from '../file-pieces.js';
import { inTown, type Tx } from '../in-town.js';
import { safeFileName } from '../obligations/evidence-name.js';

/** The file that came back, without its bytes. */
export interface CopyFile {
  /** Safe to show and to send in a header. */
  readonly name: string;
  /** Media type as the edge determined it. */
  readonly type: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  readonly signature: SignatureSeen;
  /** `null`: no print of ours that is known. */
  readonly holds: PrintHeld | null;
}

/** A copy, or its protocol alone where no file came. */
export interface SignedCopy {
  readonly id: string;
  readonly paper: Paper;
  /** From 1 of one paper. */
  readonly version: number;
  readonly protocolNumber: string | null;
  readonly protocolOn: CivilDate | null;
  readonly file: CopyFile | null;
  /** Town time. */
  readonly addedAt: Instant;
  readonly addedBy: string | null;
}

/** A copy to be added; an earlier one stays. */
export interface NewCopy extends Pick<SignedCopy, 'paper' | 'protocolNumber' | 'protocolOn'> {
  readonly file:
    | (Pick<CopyFile, 'name' | 'type' | 'signature' | 'holds'> & { readonly content: () => FileContent })
    | null;
  /** How many versions were seen; `null`: it did not say. */
  readonly seen: number | null;
  readonly at: Instant;
  readonly by: string;
}

type AnchorColumn = 'act' | 'measurement_act' | 'duty' | 'snapshot' | 'monitoring_window' | 'seal';

/** By which column a paper is tied to what it is of. */
const ANCHORS: Readonly<Record<PaperKind, AnchorColumn>> = {
  act: 'act',
  'evaluation-act': 'measurement_act',
  ...{ transmission: 'duty', validation: 'duty', report: 'duty', minutes: 'duty' },
  relazione: 'snapshot',
  'window-report': 'monitoring_window',
  seals: 'seal',
};

const anchorOf = async (tx: Tx, { kind, of }: Paper): Promise<string> => {
  if (kind !== 'seals') return of;
  const [row] = await tx<{ week: CivilDate }[]>`
    select min(week) as week from register_seal where to_char(day, 'YYYY-MM') = ${of}`;
  if (row === undefined) throw new Error('the month has no seal');
  return row.week;
};

/**
 * Returns it with the hash of its file; `null`: somebody added one after what was seen. Throws where the file is empty
 * or over the limit: ask before. The paper is there: ask before.
 */
export async function addCopy(tx: Tx, copy: NewCopy): Promise<SignedCopy | null> {
  const { paper, file, protocolNumber, protocolOn } = copy;
  const id = randomUUID();
  const [anchor, before] = [await anchorOf(tx, paper), (await copiesOf(tx, paper)).length];
  if (copy.seen !== null && copy.seen !== before) return null;
  const version = before + 1;
  const made =
    file === null
      ? null
      : await cutIntoPieces(
          file.content(),
          (seq, bytes) =>
            tx`insert into signed_copy_chunk (copy, seq, bytes) values (${id}, ${seq}, ${bytes})`,
        );
  const kept: CopyFile | null =
    file === null || made === null
      ? null
      : {
          ...{ name: safeFileName(file.name), type: file.type, ...made },
          ...{ signature: file.signature, holds: file.holds },
        };
  const done = await tx`
    insert into signed_copy (id, paper, ${tx(ANCHORS[paper.kind])}, version, protocol_number, protocol_on,
      name, type, size, sha256, signature, holds, added_at, added_by)
    values (${id}, ${paper.kind}, ${anchor}, ${version}, ${protocolNumber}, ${protocolOn}, ${kept?.name ?? null},
      ${kept?.type ?? null}, ${kept?.size ?? null}, ${kept?.sha256 ?? null}, ${kept?.signature ?? null},
      ${kept?.holds ?? null}, ${copy.at}, ${copy.by})
    on conflict do nothing`;
  if (done.count === 0) return null;
  return {
    ...{ id, paper, version, protocolNumber, protocolOn, file: kept },
    ...{ addedAt: copy.at, addedBy: null },
  };
}

type Row = Omit<SignedCopy, 'paper' | 'file'> &
  Omit<CopyFile, 'sha256'> & { kind: PaperKind; of: string; sha256: string | null };

const columns = (tx: Tx) => tx`
  c.id, c.paper as kind, coalesce(c.act::text, c.measurement_act::text, c.duty::text, c.snapshot::text,
    c.monitoring_window::text, to_char(s.day, 'YYYY-MM')) as of, c.version, c.protocol_number, c.protocol_on,
  c.name, c.type, c.size, c.sha256, c.signature, c.holds, c.added_at, p.name as added_by`;
const tables = (tx: Tx) => tx`
  signed_copy c
    left join register_seal s on s.town = c.town and s.week = c.seal
    left join person p on p.town = c.town and p.id = c.added_by`;

const copyOf = ({ kind, of, name, type, size, sha256, signature, holds, ...rest }: Row): SignedCopy => ({
  ...rest,
  paper: { kind, of },
  file: sha256 === null ? null : { name, type, size, sha256, signature, holds },
});

/** Of one paper, oldest first. */
export const copiesOf = (tx: Tx, { kind, of }: Paper): Promise<readonly SignedCopy[]> =>
  copiesAmong(tx, [kind], [of]);

/** Of papers of these kinds that are of any of these. */
export async function copiesAmong(
  tx: Tx,
  kinds: readonly PaperKind[],
  of: readonly string[],
): Promise<readonly SignedCopy[]> {
  if (of.length === 0) return [];
  const rows = await tx<Row[]>`
    select ${columns(tx)} from ${tables(tx)}
    where c.paper = any (${[...kinds]}) and coalesce(c.act::text, c.measurement_act::text, c.duty::text,
      c.snapshot::text, c.monitoring_window::text, to_char(s.day, 'YYYY-MM')) = any (${[...of]})
    order by c.version`;
  return rows.map(copyOf);
}

/** `null`: the town has none with that id. */
export async function findCopy(tx: Tx, id: string): Promise<SignedCopy | null> {
  const [row] = await tx<Row[]>`select ${columns(tx)} from ${tables(tx)} where c.id = ${id}`;
  return row === undefined ? null : copyOf(row);
}

/** The bytes of its file, a piece at a time, each in a transaction of its own. */
export const readCopy = (sql: Sql, town: string, id: string): AsyncGenerator<Uint8Array> =>
  piecesOf((seq) =>
    inTown(sql, town, async (tx) => {
      const [row] = await tx<{ bytes: Buffer }[]>`
        select bytes from signed_copy_chunk where copy = ${id} and seq = ${seq}`;
      return row?.bytes;
    }),
  );
