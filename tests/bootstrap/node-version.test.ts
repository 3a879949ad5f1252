import { expect, test } from 'vitest';
import { nodeTrouble, oldestNode } from '../../bootstrap/node-version.mjs';
import packageJson from '../../package.json' with { type: 'json' };

test.each(['v20.19.0', 'v20.20.2', 'v22.1.0', 'v26.0.0-nightly'])('Node %s is new enough', (version) => {
  expect(nodeTrouble(version)).toBeNull();
});

test.each(['v20.18.9', 'v18.20.0', 'v8.17.0'])(
  'Node %s is refused by its version, with what to do',
  (version) => {
    const trouble = nodeTrouble(version);
    expect(trouble).toContain(`Node ${oldestNode} o più recente; qui c'è ${version}`);
    expect(trouble).toContain('Installa una versione LTS attuale');
  },
);

test('package.json asks for the same Node', () => {
  expect(`${packageJson.engines.node}.0`).toBe(`>=${oldestNode}`);
});
