/** Workers in processes of their own, for tests that kill them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, inject } from 'vitest';
import type { World } from '../workflows/world.js';

const RUNNER = fileURLToPath(new URL('../../bootstrap/run.mjs', import.meta.url));
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

export interface WorkerProcess {
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** Starts one and waits until it polls. Whatever still runs after a test is killed. */
export async function startWorkerProcess(world: World): Promise<WorkerProcess> {
  const { appUrl: databaseUrl } = world.database;
  const wish = {
    databaseUrl,
    address: inject('temporalAddress'),
    namespace: world.namespace,
    smtpUrl: world.office.url,
  };
  const child = spawn(process.execPath, [RUNNER, CHILD, JSON.stringify(wish)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the worker ended with ${code}`))),
  ]);
  return {
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** Call it at the top of a file: no process outlives its test. */
export const endWorkerProcesses = (): void =>
  afterEach(async () => {
    const ends = [...running].map((child) => once(child, 'exit'));
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(ends);
  });
