import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../embedded/run-program.js';
import { tempFolder } from '../embedded/temp-folder.js';

/** The project as a fresh clone has it: no packages. */
function bareClone(): string {
  const folder = tempFolder();
  for (const name of ['bootstrap', 'package.json', 'package-lock.json', '.npmrc']) {
    cpSync(name, path.join(folder, name), { recursive: true });
  }
  return folder;
}

/** npm that finds nobody at the other end, without trying again. */
const offline = {
  PATH: process.env['PATH'],
  HOME: tempFolder(),
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_fetch_retries: '0',
};

/** An `npm` of our own, first on the PATH, in place of the real one. */
function withNpm(script: string): NodeJS.ProcessEnv {
  const folder = tempFolder();
  writeFileSync(path.join(folder, 'npm'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { PATH: `${folder}:${process.env['PATH']}`, HOME: folder };
}

/** What a real npm leaves behind when it succeeds. */
const installs =
  'echo run >> runs; sleep 1; mkdir -p node_modules; cp package-lock.json node_modules/.package-lock.json';

test('help is printed before any package is installed', async () => {
  const folder = bareClone();
  const { code, said } = await run([path.join(folder, 'bootstrap/start.mjs'), '--help']).end;
  expect(code).toBe(0);
  expect(said).toContain('npm start [-- OPZIONI]');
  expect(existsSync(path.join(folder, 'node_modules'))).toBe(false);
});

test('without a network the start ends with code 1 and says what to do, with and without one', async () => {
  const folder = bareClone();
  const { code, said } = await run([path.join(folder, 'bootstrap/start.mjs')], { env: offline }).end;
  expect(code).toBe(1);
  expect(said).toContain('I pacchetti non sono stati installati.\nLa rete non risponde.');
  expect(said).toContain('Senza rete: copia qui la cartella node_modules');
});

test.each([
  ['echo "npm error code ENOSPC" >&2; exit 1', 'Il disco è pieno'],
  ['echo "npm error code EACCES" >&2; exit 1', 'Mancano i permessi di scrittura'],
  ['echo "npm error something else" >&2; exit 1', 'Le righe qui sopra dicono perché'],
])('when npm fails by «%s» the sentence is «%s»', async (script, sentence) => {
  const folder = bareClone();
  const { code, said } = await run([path.join(folder, 'bootstrap/check.mjs')], { env: withNpm(script) }).end;
  expect(code).toBe(1);
  expect(said).toContain(sentence);
});

test('of two starts at once one installs, the other waits for it and installs nothing', async () => {
  const folder = bareClone();
  const program = path.join(folder, 'install.mjs');
  writeFileSync(program, `import { ensurePackages } from './bootstrap/install.mjs'; await ensurePackages();`);
  const env = withNpm(`while [ ! -e go ]; do sleep 0.1; done; ${installs}`);
  const first = run([program], { env });
  await first.says('Installo i pacchetti');
  const second = run([program], { env });
  await second.says(`Un'altra installazione è in corso (processo ${first.child.pid})`);
  writeFileSync(path.join(folder, 'go'), '');
  const [one, two] = await Promise.all([first.end, second.end]);
  expect([one.code, two.code]).toEqual([0, 0]);
  expect(two.said).not.toContain('Installo i pacchetti');
});

test('an install whose process was killed does not keep the next one waiting', async () => {
  const folder = bareClone();
  const killed = run(['-e', '']);
  await killed.end;
  mkdirSync(path.join(folder, '.tools'));
  writeFileSync(path.join(folder, '.tools', 'install.pid'), String(killed.child.pid));
  const program = path.join(folder, 'install.mjs');
  writeFileSync(program, `import { ensurePackages } from './bootstrap/install.mjs'; await ensurePackages();`);
  expect((await run([program], { env: withNpm(installs) }).end).code).toBe(0);
});
