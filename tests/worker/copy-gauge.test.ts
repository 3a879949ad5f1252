import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { addCopyGauge } from '../../worker/metrics/copy-gauge.js';
import { tempFolder } from '../embedded/temp-folder.js';

const FIGURE = 'traguardo_newest_copy_timestamp_seconds';
const folder = path.join(tempFolder(), 'copie');

function copy(name: string, seconds: number): void {
  const file = path.join(folder, name, 'copia.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '{}');
  utimesSync(file, seconds, seconds);
}

test('the figure is the time of the newest whole copy of a day; one half made, one made by hand and none at all do not count', async () => {
  const registry = new Registry();
  addCopyGauge(registry, folder);
  const shown = async (): Promise<string | undefined> =>
    (await registry.metrics()).split('\n').find((line) => line.startsWith(FIGURE));
  expect(await shown()).toBe(`${FIGURE} 0`);
  copy('2026-11-21', 1_763_690_400);
  copy('2026-11-22', 1_763_776_800);
  copy('2026-11-23.incompleta', 1_763_863_200);
  copy('prima-dell-aggiornamento-2026-11-23-0900', 1_763_863_200);
  expect(await shown()).toBe(`${FIGURE} 1763776800`);
});
