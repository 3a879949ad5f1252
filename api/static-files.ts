/**
 * Style sheets, fonts and icons from our own origin: what the packages bring, and our own. A list of
 * folders and endings; each file is read, hashed and compressed once.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { AppEnv } from './app-env.js';
import { allow } from './gate.js';
import { type Prepared, prepare, sendPrepared } from './prepared.js';
import { refuse } from './refuse.js';

const packageFolder = (name: string): string =>
  path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

const FOLDERS: Readonly<Record<string, string>> = {
  'bootstrap-italia': path.join(packageFolder('bootstrap-italia'), 'dist'),
  'swagger-ui': packageFolder('swagger-ui-dist'),
  traguardo: fileURLToPath(new URL('./assets', import.meta.url)),
};

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};
const COMPRESSED = new Set(['css', 'js', 'svg']);
/** Letters, digits, dots inside, single slashes: no way out of a folder. */
const PLACE = /^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.([a-z0-9]+)$/;

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

export function staticFiles(): Hono<AppEnv> {
  const known = new Map<string, Promise<Prepared | null>>();
  const app = new Hono<AppEnv>();
  app.get('/:folder/:place{.+}', allow('assets.read'), async (c) => {
    const { folder, place } = c.req.param();
    const key = `${folder}/${place}`;
    const reading = known.get(key) ?? load(folder, place);
    const file = await reading;
    if (file === null) return refuse(c, { code: 'not-found' });
    known.set(key, reading);
    return sendPrepared(c, file, { 'Cache-Control': 'public, max-age=3600' });
  });
  return app;
}

async function load(folder: string, place: string): Promise<Prepared | null> {
  const root = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
  const ending = PLACE.exec(place)?.[1] ?? '';
  const type = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
  if (root === undefined || type === undefined) return null;
  try {
    const body = new Uint8Array(await readFile(path.join(root, place)));
    return await prepare(body, type, COMPRESSED.has(ending));
  } catch (error) {
    if (NOT_THERE.has(String((error as { code?: unknown }).code))) return null;
    throw error;
  }
}
