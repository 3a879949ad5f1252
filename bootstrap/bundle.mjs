// Each of our programs as few files of JavaScript, so that it starts in a quarter of the time: docs/adr/0074.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from './install.mjs';

/** Not in node_modules, which is handed over whole; from here packages are found all the same. */
const BUNDLES = path.join(project, '.tools', 'programs');
/** What else decides how a bundle looks. */
const RECIPE = ['bootstrap/bundle.mjs', 'package.json', 'tsconfig.json', 'tsconfig.base.json'];
/** The times of some file systems are no finer. */
const CLOCK_STEP_MS = 2_000;
/** A start reads its files within seconds; another one may replace the bundle meanwhile. */
const IN_USE_MS = 600_000;

/**
 * The address to import for a program of ours, a TypeScript file: of a bundle made of the sources as they are now, or,
 * where none can be kept, of the source itself, which tsx then reads.
 * @param {string} file absolute, or from the project's folder
 * @returns {Promise<string>}
 */
export async function programAddress(file) {
  const program = path.relative(project, path.resolve(project, file));
  const home = path.join(BUNDLES, program.replaceAll(path.sep, '-'));
  const kept = readKept(home);
  if (kept !== null && isOfNow(kept)) return pathToFileURL(kept.main).href;
  try {
    return pathToFileURL(await makeBundle(program, home)).href;
  } catch (error) {
    // What is wrong with a source is said; what is wrong with the folder (read-only, full) is no reason not to start.
    if (error.syscall === undefined) throw error;
    const { register } = await import('tsx/esm/api');
    register();
    return pathToFileURL(path.join(project, program)).href;
  }
}

function readKept(home) {
  try {
    return JSON.parse(readFileSync(path.join(home, 'kept.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** Whether everything it was made of is as it was, in this very folder: a bundle knows where its sources lie. */
function isOfNow({ from, main, sources }) {
  if (from !== project || statSync(main, { throwIfNoEntry: false }) === undefined) return false;
  return Object.entries(sources).every(([file, state]) => stateOf(file) === state);
}

/** Changes with the file; null when it is gone. */
function stateOf(file) {
  const found = statSync(path.join(project, file), { throwIfNoEntry: false });
  return found === undefined ? null : `${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
}

async function makeBundle(program, home) {
  const since = Date.now();
  const folder = path.join(home, `${since}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const { build, stop } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: { main: program },
    outdir: folder,
    bundle: true,
    // What a program loads only when it needs it stays a file of its own.
    splitting: true,
    chunkNames: 'part-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [whereTheSourceLies],
  }).finally(stop);
  const sources = {};
  for (const file of [...RECIPE, ...Object.keys(metafile.inputs)]) {
    const { mtimeMs } = statSync(path.join(project, file));
    // What changed while it was read may have been read before: the next start makes the bundle anew.
    sources[file] = mtimeMs < since - CLOCK_STEP_MS ? stateOf(file) : 'changing';
  }
  const main = path.join(folder, 'main.js');
  const draft = `${folder}.json`;
  writeFileSync(draft, JSON.stringify({ from: project, main, sources }));
  renameSync(draft, path.join(home, 'kept.json'));
  for (const old of readdirSync(home))
    if (Number.parseInt(old, 10) < since - IN_USE_MS)
      rmSync(path.join(home, old), { recursive: true, force: true });
  return main;
}

/** `import.meta.url` is the source's own: programs look from there for their files and for each other. */
const whereTheSourceLies = {
  name: 'where-the-source-lies',
  setup(builder) {
    builder.onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      const source = readFileSync(file, 'utf8');
      if (!source.includes('import.meta.')) return undefined;
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
      return { contents, loader: path.extname(file).slice(1), resolveDir: path.dirname(file) };
    });
  },
};
