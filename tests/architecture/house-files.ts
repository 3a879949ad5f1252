import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the house. */
export const HOUSE = fileURLToPath(new URL('../../', import.meta.url));

/** The rooms: one line each in the map of CONTRIBUTING.md, one README each. */
export const ROOMS = [
  'domain',
  'workflows',
  'activities',
  'mail',
  'store',
  'documents',
  'running',
  'worker',
  'api',
  'embedded',
  'cli',
  'bootstrap',
  'examples',
  'benchmarks',
  'tests',
  'docs',
] as const;

/** What is made, installed or kept beside the house and is not part of it (also in .gitignore). */
const BESIDE = new Set(['node_modules', '.git', '.traguardo', '.tools', '.test-output', 'dist', 'coverage']);

/** Paths of all files of the house, relative to it, with `/`. */
export function houseFiles(folder = HOUSE): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (BESIDE.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? houseFiles(path) : [relative(HOUSE, path).replaceAll('\\', '/')];
  });
}

/** Text of a file of the house. */
export const textOf = (file: string): string => readFileSync(join(HOUSE, file), 'utf8');

/** Lines of a file, without counting the end of the last one. */
export const linesOf = (file: string): number => textOf(file).trimEnd().split('\n').length;
