import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while nobody else of this machine runs under the same `file`; waits for its turn. The turn of a process
 * that has died is taken over.
 * @param {string} file
 * @param {() => Promise<void>} work
 * @param {(pid: number) => void} onWait told once, when somebody else is at it
 */
export async function inTurn(file, work, onWait) {
  mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = holderOf(file);
    if (holder !== null && !isAlive(holder)) {
      // Only the file of the dead is removed: who comes in between has written another pid.
      if (holderOf(file) === holder) rmSync(file, { force: true });
      continue;
    }
    if (holder !== null && !told) {
      told = true;
      onWait(holder);
    }
    await sleep(300);
  }
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
