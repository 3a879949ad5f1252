/** A town as one ZIP: tables as CSV, files by their names, a page to read it all, a manifest with the hash of each. */
import { open, rename, rm } from 'node:fs/promises';
import { printedHtml } from '../../documents/printed/printed-html.js';
import { ZipWriter } from '../../documents/zip/zip-writer.js';
import type { Instant } from '../../domain/time/instant.js';
import type { TownReading } from '../../store/moving/read-town.js';
import { townContents } from '../../store/moving/town-contents.js';
import {
  INDEX_NAME,
  MANIFEST_NAME,
  TOWN_FORMAT,
  type TownManifest,
  TownRefused,
} from '../../store/moving/town-manifest.js';
import { safeFileName } from '../../store/obligations/evidence-name.js';
import { townIndex } from './town-index.js';

/** Folder of the files of a table; one that is not known here has its own name. */
const FOLDERS: Readonly<Record<string, string>> = {
  evidence: 'prove',
  import_draft: 'piani',
  signed_copy: 'firmati',
};

export interface WrittenArchive {
  readonly manifest: TownManifest;
  /** Of the manifest, which has all others: hex. */
  readonly sha256: string;
}

/** Makes `file`, for its owner alone; it appears whole or not at all. `now` is real time. */
export async function writeArchive(
  reading: TownReading,
  file: string,
  { now, left }: { readonly now: Instant; readonly left: boolean },
): Promise<WrittenArchive> {
  const part = `${file}.incompleto`;
  const handle = await open(part, 'w', 0o600);
  try {
    const zip = new ZipWriter(handle);
    const written = await fill(zip, reading, { now, left });
    await zip.finish();
    await rename(part, file);
    return written;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function fill(
  zip: ZipWriter,
  reading: TownReading,
  { now, left }: { readonly now: Instant; readonly left: boolean },
): Promise<WrittenArchive> {
  const { tx, town, migrations } = reading;
  const { id, slug, name, ipaCode, mode, zone } = town;
  if (mode === 'demo') throw new TownRefused(`${name} è un comune dimostrativo: non si esporta`);
  const about: Omit<TownManifest, 'index'> = {
    ...{ format: TOWN_FORMAT, madeAt: now as number, left, migrations },
    town: { id, slug, name, ipaCode, mode: mode as TownManifest['town']['mode'] },
    tables: await putTables(zip, reading),
    files: await putFiles(zip, reading),
    readable: await putPackages(zip, reading),
  };
  const page = printedHtml(townIndex({ ...about, zone }, await townContents(tx, id)));
  const index = { file: INDEX_NAME, ...(await zip.add(INDEX_NAME, once(page), true)) } as const;
  const manifest: TownManifest = { ...about, index };
  const { sha256 } = await zip.add(MANIFEST_NAME, once(`${JSON.stringify(manifest, null, 1)}\n`), true);
  return { manifest, sha256 };
}

async function putTables(zip: ZipWriter, reading: TownReading): Promise<TownManifest['tables']> {
  const put: TownManifest['tables'] = [];
  for (const table of reading.tables) {
    const file = `tabelle/${table.name}.csv`;
    const rows = await reading.countOf(table);
    const measured = await zip.add(file, reading.rowsOf(table), true);
    put.push({ name: table.name, columns: [...table.columns], rows, file, ...measured });
  }
  return put;
}

/** Numbered: two may have one name. Documents and pictures are compressed already. */
async function putFiles(zip: ZipWriter, reading: TownReading): Promise<TownManifest['files']> {
  const put: TownManifest['files'] = [];
  for (const [at, kept] of reading.files.entries()) {
    const { of, id, name } = kept;
    const folder = FOLDERS[of] ?? of.replaceAll('_', '-');
    const file = `${folder}/${String(at + 1).padStart(4, '0')}-${safeFileName(name)}`;
    put.push({ of, id, name, file, ...(await zip.add(file, reading.piecesOf(kept), false)) });
  }
  return put;
}

async function putPackages(zip: ZipWriter, { packages }: TownReading): Promise<TownManifest['readable']> {
  const put: TownManifest['readable'] = [];
  for (const { name, content } of packages) {
    const file = `pubblicazioni/${name}`;
    put.push({ name, file, ...(await zip.add(file, content, false)) });
  }
  return put;
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
