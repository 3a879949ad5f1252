import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { project } from './install.mjs';

const bin = (name) => path.join(project, 'node_modules', ...name.split('/'));

/** The type programs, as folders: that of each room that has its own, and the whole project's. */
export function typePrograms() {
  const rooms = readdirSync(project, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name);
  return [...rooms, '.'].filter((folder) => existsSync(path.join(project, folder, 'tsconfig.json')));
}

/** The gates besides the tests: types, lint. Each is a name and the command that passes or not. */
export function gates() {
  return [
    // TypeScript 7 (docs/adr/0053), in one process, which looks only at the programs that have changed since it last
    // found nothing to say.
    { name: 'types', args: [bin('typescript-native/bin/tsc'), '--build', ...typePrograms()] },
    { name: 'lint', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  ];
}

/** Runs all gates beside each other: each one's name, whether it passed, what it said, its seconds. */
export function runGates() {
  return Promise.all(
    gates().map(async ({ name, args }) => {
      const started = Date.now();
      const { code, said } = await run(args);
      return { name, passed: code === 0, said, seconds: (Date.now() - started) / 1000 };
    }),
  );
}

/** Prints how the gates ended, and what those that failed said; returns how many passed and failed. */
export function reportGates(ended) {
  for (const { name, passed, said, seconds } of ended) {
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
    if (!passed) console.log(said.trimEnd());
  }
  const passed = ended.filter((gate) => gate.passed).length;
  return { passed, failed: ended.length - passed };
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
