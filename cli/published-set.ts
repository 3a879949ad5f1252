/** What a town published of a Relazione, wherever it lies: the ZIP of the package, its folder, or the index in it. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { INDEX_NAME } from '../documents/publication-order.js';
import { PUBLICATION_FORMAT } from '../documents/publication-schema.js';
import { zipParts } from '../documents/zip/zip-parts.js';
import { CommandError } from './command-error.js';

export interface PublishedSet {
  readonly index: Uint8Array;
  /** `null`: it is not there. */
  readonly read: (name: string) => Promise<Uint8Array | null>;
  /** Of all that lies beside the index; a folder may hold more than the package. */
  readonly names: readonly string[];
  readonly isZip: boolean;
}

/** Six formats of 400 objectives are some 10 MB. */
const LIMITS = { bytes: 200_000_000, entries: 100, ratio: 1_000 };

/** `null`: it is something else. Throws `CommandError` on a folder or a ZIP without an index. */
export async function publishedSet(file: string): Promise<PublishedSet | null> {
  const found = await stat(file).catch(() => null);
  if (found === null) return null;
  if (found.isDirectory()) return inFolder(file, INDEX_NAME);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return inZip(file, bytes);
  const isIndex = bytes.subarray(0, 200).toString('utf8').includes(PUBLICATION_FORMAT);
  return isIndex ? inFolder(path.dirname(file), path.basename(file)) : null;
}

async function inFolder(folder: string, name: string): Promise<PublishedSet> {
  const read = (one: string) => readFile(path.join(folder, one)).catch(() => null);
  const index = await read(name);
  if (index === null)
    throw new CommandError(`${folder}: Non c'è ${INDEX_NAME}, l'indice della pubblicazione.`);
  const names = (await readdir(folder)).filter((one) => one !== name);
  return { index, read, names, isZip: false };
}

function inZip(file: string, bytes: Uint8Array): PublishedSet {
  const unpacked = zipParts(bytes, () => true, LIMITS);
  if (!unpacked.ok)
    throw new CommandError(`${file}: NON INTEGRO. Lo ZIP è rovinato o non è un pacchetto di Traguardo.`);
  const index = unpacked.parts.get(INDEX_NAME);
  if (index === undefined)
    throw new CommandError(`${file}: Nello ZIP non c'è ${INDEX_NAME}, l'indice della pubblicazione.`);
  return {
    ...{ index, isZip: true, names: [...unpacked.parts.keys()].filter((one) => one !== INDEX_NAME) },
    read: async (name) => unpacked.parts.get(name) ?? null,
  };
}
