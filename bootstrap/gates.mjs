import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { project } from './install.mjs';

const bin = (name) => path.join(project, 'node_modules', ...name.split('/'));

/** The type programs: the whole project's, and that of each room that has its own. */
export function typePrograms() {
  const rooms = readdirSync(project, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => path.join(entry.name, 'tsconfig.json'));
  return ['tsconfig.json', ...rooms].filter((file) => existsSync(path.join(project, file)));
}

const learnt = (file) => bin(`.cache/types/${file.replaceAll(path.sep, '-')}.tsbuildinfo`);

/** The gates besides the tests: types, lint, walls. Each is a name and the command that passes or not. */
export function gates() {
  const tsc = bin('typescript/bin/tsc');
  return [
    ...typePrograms().map((file) => ({
      name: `types ${file}`,
      // What it learnt last time is kept beside the packages: the quick gate is run before each commit.
      args: [tsc, '--noEmit', '-p', file, '--incremental', '--tsBuildInfoFile', learnt(file)],
    })),
    { name: 'lint', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
    {
      name: 'walls',
      args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', '.'],
    },
  ];
}

/**
 * Runs all gates, two at a time, prints what each failing one said, and returns how many passed and failed.
 */
export async function runGates() {
  const waiting = gates();
  const counts = { passed: 0, failed: 0 };
  const work = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      const started = Date.now();
      const { code, said } = await run(gate.args);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${gate.name} (${seconds} s)`);
      if (code !== 0) console.log(said.trimEnd());
      counts[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([work(), work()]);
  return counts;
}

/** Runs vitest in this terminal and returns its exit code. */
export async function runVitest(args, env = {}) {
  const { code } = await run([bin('vitest/vitest.mjs'), 'run', ...args], { env, stdio: 'inherit' });
  return code;
}

async function run(args, { env = {}, stdio = ['ignore', 'pipe', 'pipe'] } = {}) {
  const child = spawn(process.execPath, args, { cwd: project, stdio, env: { ...process.env, ...env } });
  let said = '';
  child.stdout?.on('data', (bytes) => (said += bytes));
  child.stderr?.on('data', (bytes) => (said += bytes));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      said += error.message;
      resolve(1);
    });
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  return { code, said };
}
