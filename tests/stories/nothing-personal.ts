/** What Temporal and the worker's log hold of a town: ids and moments, nobody's name or address, nothing that people wrote. */
import { expect } from 'vitest';
import type { World } from '../workflows/world.js';

/** Bytes of payloads as text, so that they can be searched. */
function spelledOut(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map(spelledOut);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spelledOut(one)]));
}

/** Looks through every history of the namespace, what visibility says of each, and every line of the log. */
export async function expectNothingPersonal(world: World, town: string): Promise<void> {
  const words = await world.in(
    town,
    (tx) => tx<{ word: string }[]>`
      select name as word from person union select email from person where email is not null
      union select text from register_text where length(text) > 5
      union select title from objective union select reason from measure_change where length(reason) > 5`,
  );
  expect(words.length).toBeGreaterThan(5);
  const places: string[] = [];
  let workflows = 0;
  for await (const { workflowId, runId, memo, searchAttributes } of world.client.workflow.list()) {
    workflows += 1;
    const history = await world.client.workflow.getHandle(workflowId, runId).fetchHistory();
    places.push(JSON.stringify([workflowId, spelledOut([memo, searchAttributes, history])]));
  }
  expect(workflows).toBeGreaterThan(1);
  places.push(...world.logged);
  const everything = places.join('\n').toLowerCase();
  expect(everything, 'the search reads what payloads hold').toContain(
    `"town":"${town}"`.replaceAll('"', '\\"'),
  );
  const found = words.filter(({ word }) =>
    everything.includes(JSON.stringify(word).slice(1, -1).toLowerCase()),
  );
  expect(found).toEqual([]);
}
