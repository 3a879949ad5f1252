/** Test files share a process (docs/adr/0051): each leaves its environment and folder as it found them, and no program or folder of its own. */
import { afterAll, expect } from 'vitest';
import { doAfterFile } from './after-file.js';

const environment = { ...process.env };
const folder = process.cwd();

// Registered before the file's own hooks, so it looks when all of them have run. Names only: values may be secrets.
afterAll(() => {
  doAfterFile();
  const names = Object.keys({ ...environment, ...process.env });
  expect(
    names.filter((name) => environment[name] !== process.env[name]),
    'changed in process.env',
  ).toEqual([]);
  expect(process.cwd()).toBe(folder);
});
