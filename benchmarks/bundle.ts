/** The workflow bundle as the worker loads it. */
import { fileURLToPath } from 'node:url';
import { bundleContents } from '../tests/architecture/workflow-bundle.js';
import { type Figure, rounded } from './figure.js';

export async function benchBundle(): Promise<readonly Figure[]> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const entry = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
  const { codeBytes, packages, own } = await bundleContents(entry, root);
  return [
    { what: 'code without source map', value: rounded(codeBytes / 1000), unit: 'kB', bar: 500 },
    { what: `packages inside (${packages.join(', ')})`, value: packages.length, unit: 'count' },
    { what: 'our own files inside', value: own.length, unit: 'count' },
  ];
}
