/**
 * The bundle of `workflows/`. Making it takes seconds, reading it milliseconds: it is kept under the hash
 * of everything it may be made of. Where nothing can be written, as in a container, it is made anew.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BundleOptions,
  bundleWorkflowCode,
  type WorkflowBundleOption,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import type { Log } from '../running/log.js';

const HOUSE = fileURLToPath(new URL('..', import.meta.url));
const CACHE = path.join(HOUSE, 'node_modules', '.cache', 'traguardo');
/** Rooms that the bundle may hold files of. */
const ROOMS = ['workflows', 'domain'];

export async function workflowBundle(log: Pick<Log, 'warn'>): Promise<WorkflowBundleOption> {
  const codePath = path.join(CACHE, `workflows-${await hashOfSources()}.js`);
  if (existsSync(codePath)) return { codePath };
  const code = await makeBundle(log);
  try {
    await mkdir(CACHE, { recursive: true });
    for (const old of await readdir(CACHE)) if (old.startsWith('workflows-')) await rm(path.join(CACHE, old));
    // Whole or not at all: another worker may start at the same moment.
    const draft = `${codePath}.${process.pid}`;
    await writeFile(draft, code);
    await rename(draft, codePath);
    return { codePath };
  } catch {
    return { code };
  }
}

async function makeBundle(log: Pick<Log, 'warn'>): Promise<string> {
  const quiet = (): undefined => undefined;
  const tell = (message: string): void => log.warn({}, message);
  // `.ts` when this runs from the sources, `.js` when it runs from a build.
  const entry = ['index.ts', 'index.js'].map((name) => path.join(HOUSE, 'workflows', name)).find(existsSync);
  if (entry === undefined) throw new Error('workflows/index is missing');
  const logger = { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: tell, error: tell };
  return (await bundleWorkflows({ workflowsPath: entry, logger })).code;
}

/** Bundles as the worker does: with the SDK's comments left out, which are two fifths of it, and all names kept. */
export const bundleWorkflows = (
  options: Pick<BundleOptions, 'workflowsPath' | 'logger'>,
): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ ...options, webpackConfigHook: withoutComments });

type ConfigHook = NonNullable<BundleOptions['webpackConfigHook']>;

/** The SDK reads TypeScript with a loader that can also print JavaScript without comments. */
const withoutComments: ConfigHook = (config) => {
  const rules = config.module?.rules ?? [];
  const loader = rules
    .map((rule) => (rule as { use?: { loader?: unknown } }).use?.loader)
    .find((one): one is string => typeof one === 'string' && one.includes('swc-loader'));
  if (loader === undefined) return config;
  const minify = { compress: false, mangle: false, format: { comments: false } };
  const options = { sourceMaps: true, isModule: 'unknown', minify: true, jsc: { target: 'es2022', minify } };
  return {
    ...config,
    output: { ...config.output, pathinfo: false },
    module: { ...config.module, rules: [...rules, { test: /\.js$/, use: { loader, options } }] },
  };
};

async function hashOfSources(): Promise<string> {
  // How it is made, this file says.
  const hash = createHash('sha256')
    .update(sdkVersion())
    .update(await readFile(fileURLToPath(import.meta.url)));
  for (const room of ROOMS) {
    const names = await readdir(path.join(HOUSE, room), { recursive: true });
    for (const name of names.filter((one) => /(?<!\.d)\.[jt]s$/.test(one)).sort()) {
      hash.update(`\0${room}/${name}\0`).update(await readFile(path.join(HOUSE, room, name)));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

const sdkVersion = (): string =>
  (createRequire(import.meta.url)('@temporalio/worker/package.json') as { version: string }).version;
