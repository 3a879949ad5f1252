/** Who receives when the Segretario is not there, and when a role changes hands on the morning of the round. */
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { addAbsence } from '../../store/people/absences.js';
import { addPerson, assignRole, endRole, roleHolders } from '../../store/people/people.js';
import { MAYOR, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, HEAD, MAILBOX, noticesOf } from './thirty-june.js';
import { type PersonWish, type TestTown, townTime } from './town.js';

const stage = await openStage();
const VICE: PersonWish = { name: 'Vice', roles: [{ role: 'vice-secretary' }] };
const mailsTo = (address: string) =>
  stage.office.mails.filter(({ envelopeTo }) => envelopeTo.includes(address)).length;
const found = (people: readonly PersonWish[]): Promise<TestTown> => foundThirtyJune(stage, people);

describe('the Vice Segretario', () => {
  test('receives late-7, the weekly summary and the alert of 15:00 while the Segretario is absent, and nothing after', async () => {
    const town = await found([{ ...HEAD, email: null }, SECRETARY, VICE, MAYOR]);
    const person = town.people.get(SECRETARY.name) ?? '';
    const days = { from: civilDate('2023-06-30'), to: civilDate('2023-07-11'), substitute: null };
    const recorded = { at: townTime('2023-06-29 10:00'), by: person };
    await stage.in(town.town, (tx) => addAbsence(tx, { person, ...days, ...recorded }));
    for (const at of [
      '06-30 09:00',
      '06-30 15:00',
      '07-03 09:00',
      '07-10 09:00',
      '07-11 09:00',
      '07-12 15:00',
    ])
      await stage.round(town.town, `2023-${at}`);
    const mails = (await fatesOf(stage, town)).map(([kind, day, name]) => `${kind} ${day} ${name}`);
    expect(mails.filter((mail) => /Vice|Segretaria/.test(mail))).toEqual([
      'daily 2023-07-10 Vice',
      'daily 2023-07-11 Vice',
      'alert 2023-06-30 Vice',
      'alert 2023-07-12 Segretaria',
    ]);
    expect((await noticesOf(stage, town)).find(({ rung }) => rung === 'late-7')?.name).toBe('Vice');
  });

  test('receives for a head who is missing in a town without Segretario, and is told that both roles are vacant', async () => {
    const town = await found([VICE, MAYOR]);
    await stage.round(town.town, '2023-06-30 09:00');
    await stage.round(town.town, '2023-06-30 15:00');
    expect((await noticesOf(stage, town)).map(({ name }) => name)).toEqual(['Vice']);
    const mails = await stage.in(
      town.town,
      (tx) => tx<{ text: string }[]>`select text from digest order by kind desc`,
    );
    expect(mails.map(({ text }) => /è vacante\s+e\s+lo\s+sostituisci/.test(text))).toEqual([true, true]);
  });
});

describe('a role that changes hands on the morning of the round', () => {
  test('is told to the successor alone; whoever left the day before is never mailed, then and after', async () => {
    const town = await found([HEAD, SECRETARY, MAYOR]);
    const before = mailsTo(MAILBOX);
    await stage.in(town.town, async (tx) => {
      const held = (await roleHolders(tx)).find(({ person }) => person.name === HEAD.name);
      await endRole(tx, held?.id ?? '', civilDate('2023-06-29'));
      const createdAt = townTime('2023-06-30 07:45');
      const next = await addPerson(tx, { name: 'Subentrata', email: 'sub@prova.example', createdAt });
      const role = { role: 'head', sector: 'Finanziario' } as const;
      await assignRole(tx, { person: next, role, validFrom: civilDate('2023-06-30') });
    });
    for (const at of ['06-30 09:00', '07-03 09:00']) await stage.round(town.town, `2023-${at}`);
    expect((await noticesOf(stage, town)).map(({ rung, name }) => [rung, name])).toEqual([
      ['due-day', 'Subentrata'],
      ['late-1', 'Subentrata'],
    ]);
    expect(mailsTo(MAILBOX)).toBe(before);
  });
});
