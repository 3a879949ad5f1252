/** An archive of a town that somebody brings: nothing in it is believed before it was measured. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { ZipEntry, ZipFault } from '../../documents/zip/zip-directory.js';
import { contentOf, readDirectory, ZipUnread } from '../../documents/zip/zip-reader.js';
import { INDEX_NAME, MANIFEST_NAME, TownManifest, TownRefused } from '../../store/moving/town-manifest.js';
import type { ArrivingTown } from '../../store/moving/write-town.js';

/** A town of twenty years has some thousands of files; a line in the directory takes at most a few hundred bytes. */
const LIMITS = { entries: 200_000, bytes: 64_000_000 };
const MOST_MANIFEST = 64_000_000;
/** Texts pack to a tenth or so; what packs better than this, and is not small, is a trap. */
const RATIO = 200;
const SMALL = 64_000_000;

const FAULTS: Readonly<Record<ZipFault, string>> = {
  bomb: 'contiene più di quanto un comune può avere',
  encrypted: 'è protetto da una password',
  broken: 'è rovinato, incompleto o non è un archivio di Traguardo',
};

/** Reads on while `work` runs. Throws {@link TownRefused}, that names the place. */
export async function withArchive<T>(file: string, work: (arriving: ArrivingTown) => Promise<T>): Promise<T> {
  const handle = await open(file).catch((cause: Error) => {
    throw new TownRefused(`L'archivio non si apre: ${cause.message}`, { cause });
  });
  try {
    return await work(await opened(handle));
  } catch (error) {
    throw error instanceof ZipUnread
      ? new TownRefused(`L'archivio ${FAULTS[error.fault]}`, { cause: error })
      : error;
  } finally {
    await handle.close();
  }
}

async function opened(handle: FileHandle): Promise<ArrivingTown> {
  const entries = new Map<string, ZipEntry>();
  for (const entry of await readDirectory(handle, LIMITS)) {
    if (entries.has(entry.name)) throw new TownRefused(`L'archivio ha due file con il nome ${entry.name}`);
    if (entry.size > SMALL && entry.size > entry.packed * RATIO) throw new ZipUnread('bomb');
    entries.set(entry.name, entry);
  }
  const { manifest, sha256 } = await manifestOf(handle, entries.get(MANIFEST_NAME));
  const all = [...manifest.tables, ...manifest.files, ...manifest.readable, manifest.index];
  const told = new Map(all.map((one) => [one.file as string, one]));
  if (told.size !== all.length)
    throw new TownRefused("Nell'archivio due righe del manifesto nominano lo stesso file");
  for (const name of entries.keys())
    if (!told.has(name) && name !== MANIFEST_NAME)
      throw new TownRefused(`Nell'archivio c'è un file che il manifesto non nomina: ${name}`);
  for (const name of told.keys())
    if (!entries.has(name)) throw new TownRefused(`Nell'archivio manca il file ${name}`);
  const content = (name: string): AsyncIterable<Uint8Array> => {
    const [entry, wanted] = [entries.get(name), told.get(name)];
    if (entry === undefined || wanted === undefined) throw new Error(`the archive has no ${name}`);
    return checked(contentOf(handle, entry, wanted.bytes), { ...wanted, name });
  };
  for await (const _ of content(INDEX_NAME));
  return { manifest, sha256, content };
}

async function manifestOf(handle: FileHandle, entry: ZipEntry | undefined) {
  if (entry === undefined) throw new TownRefused(`Non è un archivio di un comune: manca ${MANIFEST_NAME}`);
  const pieces: Uint8Array[] = [];
  for await (const piece of contentOf(handle, entry, MOST_MANIFEST)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  try {
    const manifest = TownManifest.parse(JSON.parse(bytes.toString('utf8')));
    return { manifest, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (cause) {
    throw new TownRefused(`${MANIFEST_NAME} non si legge: è rovinato, o di un programma più nuovo`, {
      cause,
    });
  }
}

interface Wanted {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The last piece is followed by a refusal when it was not the content that the manifest names. */
async function* checked(
  pieces: AsyncIterable<Uint8Array>,
  { name, bytes, sha256 }: Wanted,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    size += piece.byteLength;
    yield piece;
  }
  if (size !== bytes || hash.digest('hex') !== sha256)
    throw new TownRefused(`Il file ${name} dell'archivio non corrisponde alla sua impronta`);
}
