/** An archive of a town, taken apart, changed, and put together again as somebody would who knows how. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { zipParts } from '../../documents/zip/zip-parts.js';
import { zipStore } from '../../documents/zip/zip-store.js';
import type { TownManifest } from '../../store/moving/town-manifest.js';

const UNBOUNDED = { bytes: Number.POSITIVE_INFINITY, entries: 10_000, ratio: Number.POSITIVE_INFINITY };

export interface TakenApart {
  readonly parts: Map<string, Uint8Array>;
  /** Of any shape: what is written is what stands here at the end. */
  manifest: TownManifest;
  /** In its place, when it is not empty. */
  manifestText: string;
  /** Changes a file and has the manifest say so. */
  change(name: string, to: (text: string) => string): void;
  put(name: string, content: Uint8Array): void;
}

/** Writes the changed archive to `to`; entries in `twice` are put in a second time. */
export async function alter(
  from: string,
  to: string,
  how: (one: TakenApart) => void,
  twice: readonly string[] = [],
): Promise<void> {
  const read = zipParts(await readFile(from), () => true, UNBOUNDED);
  if (!read.ok) throw new Error(read.why);
  const parts = new Map(read.parts);
  const taken: TakenApart = {
    parts,
    manifest: JSON.parse(text(parts.get('manifest.json'))),
    manifestText: '',
    change(name, change) {
      taken.put(name, Buffer.from(change(text(parts.get(name)))));
    },
    put(name, content) {
      parts.set(name, content);
      const { tables, files, index } = taken.manifest;
      for (const told of [...tables, ...files, index])
        if (told.file === name)
          Object.assign(told, {
            bytes: content.byteLength,
            sha256: createHash('sha256').update(content).digest('hex'),
          });
    },
  };
  how(taken);
  parts.set('manifest.json', Buffer.from(taken.manifestText || JSON.stringify(taken.manifest)));
  const again = twice.map((name) => [name, parts.get(name) ?? new Uint8Array()] as const);
  await writeFile(to, zipStore([...parts, ...again], true));
}

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
