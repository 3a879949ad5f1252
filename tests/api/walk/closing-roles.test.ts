/** What closing a role must not do. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../../store/in-town.js';
import { roleHolders } from '../../../store/people/people.js';
import { openStage } from '../stage.js';
import type { Answer } from '../visitor.js';

const stage = await openStage();
const { ours, sql } = stage;

const tenureOf = async (person: string): Promise<{ id: string; validTo: string | null }> => {
  const held = await inTown(sql, ours.town, (tx) => roleHolders(tx));
  const found = held.find((one) => one.person.id === person);
  if (found === undefined) throw new Error('this person holds no role');
  return found;
};

/** As the Segretario, on the page of `person`. */
async function close(person: string, tenure: string, lastDay: string): Promise<Answer> {
  const visitor = await stage.enter(ours.people.secretary);
  const modulo = await visitor.token();
  return visitor.post(`/persone/${person}/ruoli/${tenure}/chiudi`, { modulo, lastDay });
}

describe('closing a role', () => {
  it('on the page of another person finds nothing: 404, and the role goes on', async () => {
    const { id } = await tenureOf(ours.people.head);
    expect((await close(ours.people.mayor, id, '2023-12-31')).status).toBe(404);
    expect((await tenureOf(ours.people.head)).validTo).toBeNull();
  });

  it('of the only Segretario as of yesterday, 28 June, is refused: nobody could give roles any more', async () => {
    const { id } = await tenureOf(ours.people.secretary);
    const answer = await close(ours.people.secretary, id, '2023-06-28');
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('senza Segretario')]);
    expect((await tenureOf(ours.people.secretary)).validTo).toBeNull();
  });

  it('of the only Segretario as of the end of the year, or of the Sindaco as of yesterday, is recorded', async () => {
    const [mine, mayors] = [await tenureOf(ours.people.secretary), await tenureOf(ours.people.mayor)];
    expect((await close(ours.people.mayor, mayors.id, '2023-06-28')).status).toBe(303);
    expect((await close(ours.people.secretary, mine.id, '2023-12-31')).status).toBe(303);
    expect((await tenureOf(ours.people.secretary)).validTo).toBe('2023-12-31');
  });
});
