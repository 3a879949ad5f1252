/** Absences, lived through by the real rounds on a real database and mail server. */
import { describe, expect, test } from 'vitest';
import { agendaFacts } from '../../domain/obligations/agenda-facts.js';
import { DEFAULT_LADDERS } from '../../domain/obligations/ladder.js';
import { NO_LEFTOVERS } from '../../domain/obligations/leftovers.js';
import { type Absence, staffOn } from '../../domain/obligations/staff.js';
import { rehearseTown } from '../../domain/rehearsal/rehearse.js';
import { addDays, type CivilDate, civilDate } from '../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../domain/time/closures.js';
import { instant } from '../../domain/time/instant.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { composeDigest } from '../../mail/compose.js';
import { listAlerts } from '../../store/notices/alerts.js';
import { addAbsence, listAbsences } from '../../store/people/absences.js';
import { addPerson, endRole, listPeople, type Person, roleHolders } from '../../store/people/people.js';
import { diceOf } from '../oracle/dice.js';
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, HEAD, MAILBOX, noticesOf } from './thirty-june.js';
import { foundTown, type PersonWish, type TestTown, townTime, ZONE } from './town.js';

const stage = await openStage();
const { office } = stage;
const SUBSTITUTE: PersonWish = { name: 'Sostituta', roles: [] };
const PEOPLE = [HEAD, SECRETARY, MAYOR, SUBSTITUTE];
const flat = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ');
const mailsTo = (address: string) => office.mails.filter(({ envelopeTo }) => envelopeTo.includes(address));

const absent = (town: TestTown, who: string, substitute: string | null, from: string, to: string | null) =>
  stage.in(town.town, (tx) =>
    addAbsence(tx, {
      person: town.people.get(who) ?? '',
      from: civilDate(from),
      to: to === null ? null : civilDate(to),
      substitute: substitute === null ? null : (town.people.get(substitute) ?? ''),
      at: townTime(`${from} 07:00`),
      by: town.people.get(SECRETARY.name) ?? '',
    }),
  );

describe('a head absent on 30 June', () => {
  test('gets nothing: the substitute is mailed "al posto di", and the register names both', async () => {
    const town = await foundThirtyJune(stage, PEOPLE);
    await absent(town, HEAD.name, SUBSTITUTE.name, '2023-06-30', '2023-07-03');
    const before = [mailsTo(MAILBOX).length, mailsTo('sostituta@prova.example').length];
    for (const at of ['2023-06-30 09:00', '2023-07-03 09:00', '2023-07-05 09:00'])
      await stage.round(town.town, at);
    expect(await noticesOf(stage, town)).toEqual([
      { rung: 'due-day', day: '2023-06-30', name: SUBSTITUTE.name },
      { rung: 'late-1', day: '2023-07-03', name: SUBSTITUTE.name },
      { rung: 'late-3', day: '2023-07-05', name: HEAD.name },
    ]);
    expect([mailsTo(MAILBOX).length, mailsTo('sostituta@prova.example').length]).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) + 2,
    ]);
    expect(flat(mailsTo('sostituta@prova.example').at(-2)?.text)).toContain(
      `Come Responsabile del settore Finanziario, al posto di ${HEAD.name} (assente fino a lunedì 3 luglio 2023), ricevi questo avviso perché 1 scadenza è oggi.`,
    );
    const entries = await stage.in(
      town.town,
      (tx) => tx<{ body: Record<string, unknown> }[]>`select body from register_entry
        where body->>'kind' = 'notice' order by body->>'day'`,
    );
    const [head, substitute] = [town.people.get(HEAD.name), town.people.get(SUBSTITUTE.name)];
    expect(entries.map(({ body }) => [body['person'], body['standsIn'], body['inPlaceOf']])).toEqual([
      [substitute, true, [head]],
      [substitute, true, [head]],
      [head, false, []],
    ]);
    expect(await stage.in(town.town, (tx) => listAlerts(tx))).toEqual([]);
  });

  test('without a substitute: the Segretario receives, told in whose place; no alert of a vacant role', async () => {
    const town = await foundThirtyJune(stage, PEOPLE);
    await absent(town, HEAD.name, null, '2023-06-30', null);
    await stage.round(town.town, '2023-06-30 09:00');
    expect(await fatesOf(stage, town)).toEqual([['daily', '2023-06-30', 'Segretaria', 'sent', 1]]);
    expect(flat(mailsTo('segretaria@prova.example').at(-1)?.text)).toContain(
      `al posto di ${HEAD.name} (assente), ricevi questo avviso`,
    );
    expect(await stage.in(town.town, (tx) => listAlerts(tx))).toEqual([]);
  });

  test('recorded between freeze and hand-over: the mail is given up, the substitute is told on Monday', async () => {
    const town = await foundThirtyJune(stage, PEOPLE);
    const before = mailsTo(MAILBOX).length;
    await stage.stock(town.town, '2023-06-30 09:00');
    await absent(town, HEAD.name, SUBSTITUTE.name, '2023-06-30', null);
    await stage.send(town.town, '2023-06-30 09:01');
    await stage.round(town.town, '2023-07-03 09:00');
    expect(mailsTo(MAILBOX)).toHaveLength(before);
    expect(await fatesOf(stage, town)).toEqual([
      ['daily', '2023-06-30', HEAD.name, 'given-up', 1],
      ['daily', '2023-07-03', SUBSTITUTE.name, 'sent', 1],
    ]);
  });

  test('whose substitute has no mailbox: 1 alert asks to hand the notice over', async () => {
    const town = await foundThirtyJune(stage, [...PEOPLE, { name: 'Senza', email: null, roles: [] }]);
    await absent(town, HEAD.name, 'Senza', '2023-06-30', null);
    await stage.round(town.town, '2023-06-30 09:00');
    const alerts = await stage.in(town.town, (tx) => listAlerts(tx));
    expect(alerts.map(({ kind }) => kind)).toEqual(['to-hand-over']);
  });
});

test('a Segretario absent: the 15:00 alert, late-7 and the weekly summary go to the substitute, and without one to the Sindaco', async () => {
  for (const [substitute, receiver] of [
    [SUBSTITUTE.name, 'sostituta@prova.example'],
    [null, 'sindaca@prova.example'],
  ] as const) {
    const town = await foundThirtyJune(stage, [{ ...HEAD, email: null }, SECRETARY, MAYOR, SUBSTITUTE]);
    await absent(town, SECRETARY.name, substitute, '2023-06-30', '2023-07-31');
    const before = [mailsTo('segretaria@prova.example').length, mailsTo(receiver).length];
    for (const at of [
      '06-30 09:00',
      '06-30 15:00',
      '07-03 09:00',
      '07-05 09:00',
      '07-10 09:00',
      '07-11 09:00',
    ])
      await stage.round(town.town, `2023-${at}`);
    expect(mailsTo('segretaria@prova.example')).toHaveLength(before[0] ?? 0);
    const texts = mailsTo(receiver)
      .slice(before[1])
      .map(({ text }) => flat(text));
    expect(texts.filter((text) => text.includes('Avvisi da consegnare a mano'))[0]).toContain(
      'al posto di Segretaria (assente fino a lunedì 31 luglio 2023), ricevi questo avviso',
    );
    expect(texts.filter((text) => text.includes('la comunicazione va al Sindaco'))).not.toEqual([]);
    expect(texts.filter((text) => text.includes('ricevi questo riepilogo'))).toEqual([
      expect.stringContaining(
        'al posto di Segretaria (assente fino a lunedì 31 luglio 2023), ricevi questo riepilogo',
      ),
    ]);
  }
});

test('everybody absent: nobody is mailed, the notice has no person, 1 alert waits on the board', async () => {
  const town = await foundThirtyJune(stage, [HEAD, SECRETARY, MAYOR]);
  for (const { name } of [HEAD, SECRETARY, MAYOR]) await absent(town, name, null, '2023-06-30', null);
  const before = office.mails.length;
  await stage.round(town.town, '2023-06-30 09:00');
  await stage.round(town.town, '2023-06-30 15:00');
  expect(office.mails).toHaveLength(before);
  expect(await noticesOf(stage, town)).toEqual([{ rung: 'due-day', day: '2023-06-30', name: null }]);
  expect(await stage.in(town.town, (tx) => listAlerts(tx))).toHaveLength(1);
});

describe('a successor', () => {
  test('is told from the first day, the ladder goes on where it was, and the past keeps the old name', async () => {
    const next = headOf('Finanziario', { name: 'Subentrata', from: civilDate('2023-07-04') });
    const town = await foundThirtyJune(stage, [
      { ...HEAD, to: civilDate('2023-07-03') },
      next,
      SECRETARY,
      MAYOR,
    ]);
    for (const day of ['06-30', '07-03', '07-05']) await stage.round(town.town, `2023-${day} 09:00`);
    expect(await noticesOf(stage, town)).toEqual([
      { rung: 'due-day', day: '2023-06-30', name: HEAD.name },
      { rung: 'late-1', day: '2023-07-03', name: HEAD.name },
      { rung: 'late-3', day: '2023-07-05', name: 'Subentrata' },
    ]);
  });

  test('gets on Monday what was frozen on Friday for somebody whose role had ended', async () => {
    const next = headOf('Finanziario', { name: 'Subentrata', from: civilDate('2023-06-30') });
    const town = await foundThirtyJune(stage, [HEAD, SECRETARY]);
    await stage.stock(town.town, '2023-06-30 09:00');
    await stage.in(town.town, async (tx) => {
      const tenure = (await roleHolders(tx)).find(({ person }) => person.name === HEAD.name);
      await endRole(tx, tenure?.id ?? '', civilDate('2023-06-29'));
      const id = await addPerson(tx, {
        name: next.name,
        email: 'sub@prova.example',
        createdAt: townTime('2023-06-30'),
      });
      await tx`insert into role_holder (person, role, sector, valid_from)
        select ${id}, 'head', id, '2023-06-30' from sector where name = 'Finanziario'`;
    });
    await stage.send(town.town, '2023-06-30 09:01');
    await stage.round(town.town, '2023-07-03 09:00');
    expect(await fatesOf(stage, town)).toEqual([
      ['daily', '2023-06-30', HEAD.name, 'given-up', 1],
      ['daily', '2023-07-03', 'Subentrata', 'sent', 1],
    ]);
  });
});

const SEED = Number(process.env['LIFE_SEED'] ?? Date.now() % 1_000_000);
test(`3 months with random absences are what the prova generale said, text by text (LIFE_SEED=${SEED})`, async () => {
  const dice = diceOf(SEED);
  const somewhen = (): CivilDate => addDays(civilDate('2023-03-01'), dice.between(0, 90));
  const terms = Array.from({ length: 3 }, () => [somewhen(), somewhen()]);
  const heads = ['Finanziario', 'Tecnico', 'Vigilanza'];
  const town = await foundTown(stage.sql, {
    plan: planOf(Object.fromEntries(heads.map((sector, index) => [sector, [terms[index] ?? []]]))),
    approved: '2023-02-28',
    now: '2023-02-28 10:00',
    people: [
      ...heads.map((sector) => headOf(sector)),
      headOf('Tecnico', { name: 'Seconda' }),
      SECRETARY,
      { name: 'Vice', roles: [{ role: 'vice-secretary' }] },
      MAYOR,
      SUBSTITUTE,
    ],
  });
  const names = [...town.people.keys()];
  const anyName = (): string => names[dice.between(0, names.length - 1)] ?? '';
  for (let n = 0; n < 8; n++) {
    const [who, other, from] = [anyName(), anyName(), somewhen()];
    const substitute = other === who || dice.chance(0.3) ? null : other;
    const to = n < 2 ? null : addDays(from, dice.between(0, 20));
    await absent(town, who, substitute, from, to);
  }
  const [tenures, absences, people] = await stage.in(
    town.town,
    async (tx) => [await roleHolders(tx), await listAbsences(tx), await listPeople(tx)] as const,
  );
  const until = civilDate('2023-06-15');
  const calendar = workingCalendar(DEFAULT_CLOSURES);
  const facts = agendaFacts(town.obligations, new Map(), DEFAULT_LADDERS, calendar);
  const rehearsed = rehearseTown(
    {
      town: town.name,
      zone: ZONE,
      facts,
      lastPosted: new Map(),
      leftovers: NO_LEFTOVERS,
      answers: [],
      staffOn: (day) => staffOn<Person>(tenures, absences as readonly Absence<Person>[], day),
    },
    { start: civilDate('2023-03-01'), from: civilDate('2023-03-01'), until },
  );
  const byId = new Map(people.map(({ id, name }) => [id, name]));
  const expected = [...rehearsed]
    .filter(({ to }) => byId.has(to))
    .map(({ day, to, facts: digest }) => ({ day, name: byId.get(to), text: composeDigest(digest).text }));

  let at = await stage.next(town.town, '2023-02-28 18:00');
  while (at !== null && civilDateAt(at, ZONE) <= until) {
    await stage.round(town.town, at);
    at = await stage.next(town.town, instant(at + 60_000));
  }
  const frozen = await stage.in(
    town.town,
    (tx) => tx<{ day: CivilDate; name: string; text: string; person: string }[]>`
      select d.day, p.name, d.text, d.person from digest d join person p on p.id = d.person
      where d.kind = 'daily' and d.day <= ${until} order by d.day, d.person`,
  );
  expect(frozen.map(({ day, name, text }) => ({ day, name, text }))).toEqual(expected);
  const away = ({ day, person }: { day: CivilDate; person: string }): boolean =>
    absences.some((one) => one.person === person && one.from <= day && (one.to === null || day <= one.to));
  expect(frozen.filter(away)).toEqual([]);
  expect(expected.length).toBeGreaterThan(10);
});
