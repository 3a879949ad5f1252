import { expect, test } from 'vitest';
import { type Running, Stopped, Supervisor } from '../../embedded/supervisor.js';

/** A part whose end is decided by the test. */
class FakePart implements Running {
  end: (reason: string) => void = () => undefined;
  readonly died = new Promise<string>((resolve) => {
    this.end = resolve;
  });

  constructor(
    readonly name: string,
    readonly trace: string[],
  ) {
    trace.push(`start ${name}`);
  }

  async stop(): Promise<void> {
    this.trace.push(`stop ${this.name}`);
  }
}

function stage(pauses: readonly number[] = [0, 0, 0]) {
  const trace: string[] = [];
  const told: string[] = [];
  const supervisor = new Supervisor({ tell: (line) => told.push(line), log: () => undefined, pauses });
  const started: FakePart[] = [];
  const part = (name: string) => async () => {
    const one = new FakePart(name, trace);
    started.push(one);
    return one;
  };
  const until = async (count: number): Promise<void> => {
    while (started.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { supervisor, trace, told, started, part, until };
}

test('parts start in the order they are asked for and stop in the reverse order', async () => {
  const { supervisor, trace, part } = stage();
  for (const name of ['a', 'b', 'c']) await supervisor.start(name, part(name));
  await supervisor.stop();
  expect(trace).toEqual(['start a', 'start b', 'start c', 'stop c', 'stop b', 'stop a']);
});

test('a part that dies is started again, alone, and said so', async () => {
  const { supervisor, trace, told, started, part, until } = stage();
  await supervisor.start('a', part('a'));
  await supervisor.start('b', part('b'));
  started[0]?.end('killed');
  await until(3);
  await supervisor.stop();
  expect(trace).toEqual(['start a', 'start b', 'start a', 'stop b', 'stop a']);
  expect(told[0]).toBe('Si è fermato un componente (a): lo riavvio.');
});

test('a part that dies a fourth time in a row, after three restarts, is given up with its name', async () => {
  const { supervisor, started, part, until } = stage([0, 0, 0]);
  await supervisor.start('il worker', part('il worker'));
  for (let i = 0; i < 4; i++) {
    await until(i + 1);
    started[i]?.end(`death ${i + 1}`);
  }
  const failure = await supervisor.failed;
  expect(failure.message).toBe(
    'Un componente (il worker) si è fermato 4 volte di seguito: smetto di riavviarlo.',
  );
  expect(failure.details).toBe('death 4');
  await supervisor.stop();
});

test('a restart that fails counts as a death and is tried again', async () => {
  const { supervisor, trace, started, part } = stage();
  let failures = 2;
  const start = part('a');
  await supervisor.start('a', async () => {
    if (started.length === 0 || failures === 0) return start();
    failures -= 1;
    throw new Error('port taken');
  });
  started[0]?.end('killed');
  while (started.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  await supervisor.stop();
  expect(failures).toBe(0);
  expect(trace).toEqual(['start a', 'start a', 'stop a']);
});

test('a first start that fails is the caller’s to hear, and what had started is stopped', async () => {
  const { supervisor, trace, part } = stage();
  await supervisor.start('a', part('a'));
  await expect(supervisor.start('b', () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  await supervisor.stop();
  expect(trace).toEqual(['start a', 'stop a']);
});

test('a stop in the middle of a start waits for it and stops that part too', async () => {
  const { supervisor, trace, part } = stage();
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const starting = supervisor.start('a', async () => {
    await gate;
    return part('a')();
  });
  starting.catch(() => undefined);
  const stopping = supervisor.stop();
  letGo();
  await expect(starting).rejects.toBeInstanceOf(Stopped);
  await stopping;
  expect(trace).toEqual(['start a', 'stop a']);
  await expect(supervisor.start('b', part('b'))).rejects.toBeInstanceOf(Stopped);
});

test('a stop during the pause before a restart does not wait for it, and nothing is started any more', async () => {
  const { supervisor, trace, started, told, part } = stage([3_600_000]);
  await supervisor.start('a', part('a'));
  started[0]?.end('killed');
  while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  await supervisor.stop();
  expect(trace).toEqual(['start a']);
});
