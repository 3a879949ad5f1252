import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import {
  addPerson,
  assignRole,
  changePerson,
  endRole,
  findPerson,
  holdersOn,
  listPeople,
  rolesOn,
  tenuresOf,
} from '../../store/people/people.js';
import { freshDatabase } from '../database.js';
import { bareTown, NOON } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 2 });
afterAll(() => sql.end());

let town: string;
const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(sql, town, work);
const day = civilDate;
const head = { role: 'head', sector: 'Tecnico' } as const;
let old: string;
let next: string;

beforeAll(async () => {
  town = await bareTown(sql);
  await here(async (tx) => {
    await tx`insert into sector (name) values ('Tecnico')`;
    old = await addPerson(tx, { name: 'Prima', email: 'prima@prova.example', createdAt: NOON });
    next = await addPerson(tx, { name: 'Dopo', email: null, createdAt: NOON });
    await assignRole(tx, {
      person: old,
      role: head,
      validFrom: day('2023-01-01'),
      validTo: day('2023-06-30'),
    });
    await assignRole(tx, { person: next, role: head, validFrom: day('2023-07-01') });
    await assignRole(tx, { person: next, role: { role: 'rpct' }, validFrom: day('2023-01-01') });
  });
});

describe('who holds a role', () => {
  it.each([
    ['before anybody', '2022-12-31', []],
    ['first day', '2023-01-01', ['Prima']],
    ['last day, included', '2023-06-30', ['Prima']],
    ['day after: the successor', '2023-07-01', ['Dopo']],
    ['without end', '2999-12-31', ['Dopo']],
  ])('%s (%s)', async (_, on, names) => {
    const holders = await here((tx) => holdersOn(tx, day(on)));
    expect((holders.get('head:Tecnico') ?? []).map((person) => person.name)).toEqual(names);
  });

  it('several may hold one role on one day; each is there once', async () => {
    const second = await here((tx) => addPerson(tx, { name: 'Altro', email: null, createdAt: NOON }));
    await here((tx) =>
      assignRole(tx, { person: second, role: { role: 'oiv' }, validFrom: day('2023-01-01') }),
    );
    await here((tx) =>
      assignRole(tx, { person: second, role: { role: 'oiv' }, validFrom: day('2023-02-01') }),
    );
    await here((tx) => assignRole(tx, { person: old, role: { role: 'oiv' }, validFrom: day('2023-01-01') }));
    const holders = await here((tx) => holdersOn(tx, day('2023-03-01')));
    expect(holders.get('oiv')?.map((person) => person.name)).toEqual(['Altro', 'Prima']);
  });

  it('the roles of one person on a day', async () => {
    const tenures = await here((tx) => tenuresOf(tx, next));
    expect(rolesOn(tenures, day('2023-06-30'))).toEqual([{ role: 'rpct' }]);
    expect(rolesOn(tenures, day('2023-07-01'))).toEqual([head, { role: 'rpct' }]);
  });

  it('a tenure ends once, and not before it began', async () => {
    const tenure = await here((tx) =>
      assignRole(tx, { person: old, role: { role: 'mayor' }, validFrom: day('2023-05-01') }),
    );
    expect(await here((tx) => endRole(tx, tenure, day('2023-04-30')))).toBe(false);
    expect(await here((tx) => endRole(tx, tenure, day('2023-05-31')))).toBe(true);
    expect(await here((tx) => endRole(tx, tenure, day('2023-06-30')))).toBe(false);
  });

  it('the same tenure twice, a head without sector, a sector the town lacks: refused', async () => {
    const again = here((tx) =>
      assignRole(tx, { person: next, role: { role: 'rpct' }, validFrom: day('2023-01-01') }),
    );
    await expect(again).rejects.toMatchObject({ code: '23505' });
    const nowhere = { role: 'head', sector: 'Nessuno' } as const;
    await expect(
      here((tx) => assignRole(tx, { person: next, role: nowhere, validFrom: day('2023-01-01') })),
    ).rejects.toThrow(/no sector "Nessuno"/);
    await expect(
      here(
        (tx) => tx`insert into role_holder (person, role, valid_from) values (${next}, 'head', '2023-01-01')`,
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('nobody of another town can be given a role here', async () => {
    const other = await bareTown(sql);
    const stranger = await inTown(sql, other, (tx) =>
      addPerson(tx, { name: 'X', email: null, createdAt: NOON }),
    );
    const giving = here((tx) =>
      assignRole(tx, { person: stranger, role: { role: 'oiv' }, validFrom: day('2023-01-01') }),
    );
    await expect(giving).rejects.toMatchObject({ code: '23503' });
  });
});

describe('people', () => {
  it('are changed and found in their own town only', async () => {
    const other = await bareTown(sql);
    const changed = { name: 'Prima Bis', email: 'bis@prova.example', sharedMailbox: true };
    expect(await inTown(sql, other, (tx) => changePerson(tx, old, changed))).toBe(false);
    expect(await inTown(sql, other, (tx) => findPerson(tx, old))).toBeNull();
    expect(await here((tx) => changePerson(tx, old, changed))).toBe(true);
    expect(await here((tx) => findPerson(tx, old))).toEqual({ id: old, ...changed });
    expect((await here(listPeople)).map((person) => person.name)).toContain('Prima Bis');
  });

  it.each(['senza chiocciola', 'due@@prova.example', 'con spazio@prova.example', ''])(
    'an address like "%s" is refused',
    async (email) => {
      await expect(here((tx) => addPerson(tx, { name: 'X', email, createdAt: NOON }))).rejects.toMatchObject({
        code: '23514',
      });
    },
  );
});
