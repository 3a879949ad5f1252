import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answersAt, partMark, saysReady, startNodePart } from '../../embedded/node-part.js';
import { isAlive } from '../../embedded/process-identity.js';
import { findByArgument } from '../../embedded/process-search.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
const wish = {
  name: 'la parte',
  program: 'tests/embedded/programs/part',
  data: folder,
  env: { PATH: process.env['PATH'], PART_NAME: 'x' },
  log: path.join(folder, 'log'),
  ready: saysReady,
  signal: new AbortController().signal,
};

test('a part is ready when it says so, carries the mark of its data folder, and stops when asked', async () => {
  const part = await startNodePart(wish);
  expect(findByArgument(partMark(folder))).toEqual([part.process]);
  expect(findByArgument(partMark(`${folder}/other`))).toEqual([]);
  await part.stop();
  expect(isAlive(part.process)).toBe(false);
});

test('a part that ends before it is ready is told with its own last words', async () => {
  const start = startNodePart({ ...wish, program: 'tests/embedded/programs/broken-part' });
  await expect(start).rejects.toMatchObject({
    name: 'CannotStart',
    message: 'Non parte la parte (tests/embedded/programs/broken-part: code 3).',
    details: expect.stringContaining('config: PORT must be a number'),
  });
});

test('a part that was started leaves nothing to listen for the end of everything: it may be started again for ever', async () => {
  const part = await startNodePart(wish);
  await part.stop();
  expect(getEventListeners(wish.signal, 'abort')).toEqual([]);
});

test('a part that is never ready is given up when everything stops', async () => {
  const abort = new AbortController();
  const ready = async (): Promise<void> => {
    abort.abort();
    await new Promise(() => undefined);
  };
  await expect(startNodePart({ ...wish, ready, signal: abort.signal })).rejects.toMatchObject({
    name: 'Stopped',
  });
  expect(findByArgument(partMark(folder))).toEqual([]);
});

test('pages are ready when their address answers 200, not before', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.statusCode = asked < 3 ? 503 : 200;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  const { port } = server.address() as AddressInfo;
  const part = await startNodePart({ ...wish, ready: answersAt(`http://127.0.0.1:${port}/salute/vivo`) });
  expect(asked).toBe(3);
  await part.stop();
});
