/** `npm start` with packages present: first start with the example's load, then a second one on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { benchFolder } from './bench-folder.js';
import { type Figure, rounded } from './figure.js';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** A stack started as people start it. */
export interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  /** From the command to the line that says where to go. */
  readonly seconds: number;
  stop(): Promise<void>;
}

/** Rejects with the last lines when it ends before it is ready. */
export async function startAsPeopleDo(data: string): Promise<Started> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, ['bootstrap/start.mjs', '--port', String(port), '--data', data], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Traguardo è pronto')) resolve();
      });
    }
  });
  const outcome = await Promise.race([ready.then(() => 'ready'), ended.then(() => 'ended')]);
  if (outcome === 'ended') throw new Error(`npm start ended: ${said.slice(-2_000)}`);
  return {
    child,
    address: `http://localhost:${port}`,
    seconds: (performance.now() - begun) / 1000,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

export async function benchStart(): Promise<readonly Figure[]> {
  const { data, remove } = benchFolder();
  try {
    const first = await startAsPeopleDo(data);
    await first.stop();
    const second = await startAsPeopleDo(data);
    await second.stop();
    return [
      {
        what: 'first start, with the load of the example',
        value: rounded(first.seconds),
        unit: 's',
        bar: 70,
      },
      { what: 'second start, to a usable page', value: rounded(second.seconds), unit: 's', bar: 10 },
    ];
  } finally {
    await remove();
  }
}
