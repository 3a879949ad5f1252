// Loaded before the program of a part that is a Node process. When its supervisor dies, even by kill -9, the channel
// between them closes: the part then stops as if it were asked to, and at the latest after the grace.
// Plain JavaScript: the threads of a part load it too, where nothing reads TypeScript.
import { isMainThread } from 'node:worker_threads';

const graceMs = 10_000;

if (isMainThread) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs).unref();
  });
  // The channel alone keeps no program alive.
  process.channel?.unref();
}
