/** The Vice Segretario: given on *Persone e ruoli*, and what they may do while standing in. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { roleHolders } from '../../store/people/people.js';
import { obligationsOf } from './obligations-of-stage.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours, sql } = stage;
const { ofFinance } = obligationsOf(stage);
const secretary = await stage.enter(ours.people.secretary);
const { head, nobody } = ours.people;
const give = (person: string) =>
  secretary.json('POST', `/api/v1/people/${person}/roles`, {
    role: { role: 'vice-secretary' },
    from: '2023-06-01',
  });
const absence = (from: string, to: string) =>
  secretary.json('POST', `/api/v1/people/${ours.people.secretary}/absences`, { from, to });
const board = async (person: string) => (await (await stage.enter(person)).get('/cruscotto')).status;

describe('a Vice Segretario who is head of the Finanziario too', () => {
  it('is given the role with its first day, is shown with it, and while the Segretario is there sees no more than before', async () => {
    expect((await give(head)).status).toBe(200);
    expect((await secretary.get('/persone')).text).toContain('Vice Segretario comunale');
    expect(await board(head)).toBe(403);
  });

  it('sees what the Segretario sees as long as the Segretario is absent, and holds back nothing of their own', async () => {
    expect((await absence('2023-06-29', '2023-06-29')).status).toBe(200);
    expect(await board(head)).toBe(200);
    const vice = await stage.enter(head);
    expect((await vice.get('/persone')).status).toBe(200);
    const refused = await vice.json('POST', `/api/v1/obligations/${ofFinance.id}/hold-back`, {
      reason: 'mia',
    });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('una propria scadenza')]);
  });

  it('does not where the Segretario named a substitute, who does', async () => {
    const [absent] = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ id: string }[]>`select id from absence where person = ${ours.people.secretary}`,
    );
    await secretary.json('POST', `/api/v1/absences/${absent?.id}/end`, { lastDay: '2023-06-28' });
    const body = { from: '2023-06-29', to: '2023-06-29', substitute: nobody };
    const path = `/api/v1/people/${ours.people.secretary}/absences`;
    expect((await secretary.json('POST', path, body)).status).toBe(200);
    expect([await board(head), await board(nobody)]).toEqual([403, 200]);
  });

  it('lets the only Segretario close the role as of yesterday: somebody stays who can give roles', async () => {
    const held = await inTown(sql, ours.town, (tx) => roleHolders(tx));
    const tenure = held.find(({ person }) => person.id === ours.people.secretary);
    const closed = await secretary.json('POST', `/api/v1/roles/${tenure?.id}/close`, {
      lastDay: '2023-06-28',
    });
    expect(closed.status).toBe(200);
    expect(await board(head)).toBe(200);
    expect((await (await stage.enter(head)).get('/cruscotto')).text).toContain(
      'Segretario comunale: nessuno ricopre il ruolo',
    );
  });
});
