/**
 * A process that ends itself. A parser that never comes back lets no timer run, and buffers count for no heap
 * limit; a thread beside it sees both.
 */
import { Worker } from 'node:worker_threads';

/** Plain JavaScript, so that the thread needs no loader and costs little. */
const WATCH = `
const { workerData } = require('node:worker_threads');
const over = () => process.memoryUsage.rss() > workerData.bytes || Date.now() > workerData.until;
setInterval(() => { if (over()) process.kill(process.pid, 'SIGKILL'); }, 50);
`;

/** From here on the process is killed over so many megabytes (10^6) of resident memory or after so many seconds. */
export function limitThisProcess(megabytes: number, seconds: number): void {
  const workerData = { bytes: megabytes * 1e6, until: Date.now() + seconds * 1000 };
  const watch = new Worker(WATCH, {
    eval: true,
    execArgv: [],
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  watch.unref();
}
