import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { DataFolder } from '../../embedded/data-folder.js';
import { lastSocketFolder, livePostmaster } from '../../embedded/postmaster.js';
import { untilGone } from '../../embedded/process-identity.js';
import { runProgram } from './run-program.js';

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'a bench that is ended by %s leaves neither its servers nor its folder behind',
  async (signal) => {
    const bench = runProgram('bench');
    const data = JSON.parse(await bench.firstLine) as DataFolder;
    const postgres = await livePostmaster(data.postgres);
    const sockets = await lastSocketFolder(data.postgres);
    if (postgres === null || sockets === null) throw new Error('the bench has no PostgreSQL');
    bench.child.kill(signal);
    await bench.end;
    expect(await untilGone(postgres.process, 20_000)).toBe(true);
    while (existsSync(path.dirname(data.folder))) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(existsSync(sockets)).toBe(false);
  },
);
