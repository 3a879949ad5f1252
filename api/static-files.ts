/**
 * Style sheets, fonts and icons from our own origin: what the packages bring, and our own. A list of
 * folders and endings; each file is read, hashed and compressed once.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Hono } from 'hono';
import type { AppEnv } from './app-env.js';
import { allow } from './gate.js';
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

interface Kept {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer> | null;
  readonly type: string;
  readonly tag: string;
}

const zip = promisify(gzip);
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

export function staticFiles(): Hono<AppEnv> {
  const known = new Map<string, Promise<Kept | null>>();
  const app = new Hono<AppEnv>();
  app.get('/:folder/:place{.+}', allow('assets.read'), async (c) => {
    const { folder, place } = c.req.param();
    const key = `${folder}/${place}`;
    const reading = known.get(key) ?? load(folder, place);
    const file = await reading;
    if (file === null) return refuse(c, { code: 'not-found' });
    known.set(key, reading);
    const headers = { ETag: file.tag, 'Cache-Control': 'public, max-age=3600', Vary: 'Accept-Encoding' };
    if (c.req.header('if-none-match') === file.tag) return c.body(null, 304, headers);
    const packs = file.packed !== null && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    return c.body(packs && file.packed !== null ? file.packed : file.body, 200, {
      ...headers,
      'Content-Type': file.type,
      ...(packs ? { 'Content-Encoding': 'gzip' } : {}),
    });
  });
  return app;
}

async function load(folder: string, place: string): Promise<Kept | null> {
  const root = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
  const ending = PLACE.exec(place)?.[1] ?? '';
  const type = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
  if (root === undefined || type === undefined) return null;
  try {
    const body = new Uint8Array(await readFile(path.join(root, place)));
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    return { body, type, tag, packed: COMPRESSED.has(ending) ? new Uint8Array(await zip(body)) : null };
  } catch (error) {
    if (NOT_THERE.has(String((error as { code?: unknown }).code))) return null;
    throw error;
  }
}
