/** "Resta a te": who is told by the rounds that follow, whoever came and went meanwhile. */
import { describe, expect, test } from 'vitest';
import { disclaim } from '../../api/commands/obligations/disclaim.js';
import { leaveWithOwner } from '../../api/commands/obligations/leave-with-owner.js';
import type { Outcome } from '../../api/commands/run-command.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { actingAs } from '../../embedded/acting-as.js';
import { addAbsence } from '../../store/people/absences.js';
import { moveClock } from '../../store/towns/towns.js';
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, type PersonWish, type TestTown, townTime } from './town.js';

const stage = await openStage();
const REASON = 'Lo dice l’art. 5';
const head = (name: string, from?: string, to?: string): PersonWish =>
  headOf('Finanziario', {
    name,
    ...(from === undefined ? {} : { from: civilDate(from) }),
    ...(to === undefined ? {} : { to: civilDate(to) }),
  });
const ADA_LEAVES = head('Ada', '2023-01-01', '2023-06-29');
const EVA_FOLLOWS = head('Eva', '2023-06-30');
const IDA: PersonWish = { name: 'Ida', roles: [] };

interface Case {
  readonly says: string;
  readonly people: readonly PersonWish[];
  /** When the Segretario decides: before the rounds of 30 June and 3 July 2023. */
  readonly decided: string;
  /** Days on which Ada is away; Ida substitutes. */
  readonly away?: readonly [from: string, to: string];
  /** In whose mails, of which days, the reason stands. */
  readonly told: readonly (readonly [day: string, name: string])[];
}

/** Ada answers "not mine" on Thursday 29 June 2023 for what is due on the 30th. */
const CASES: readonly Case[] = [
  {
    says: 'whoever answered, who still holds the role, once',
    people: [head('Ada')],
    decided: '2023-06-29 11:00',
    told: [['2023-06-30', 'Ada']],
  },
  {
    says: 'the successor who holds the role on the day of the decision, and nobody who left',
    people: [ADA_LEAVES, EVA_FOLLOWS],
    decided: '2023-06-30 06:00',
    told: [['2023-06-30', 'Eva']],
  },
  {
    says: 'the successor too when whoever it was for leaves between the decision and the next mail',
    people: [ADA_LEAVES, EVA_FOLLOWS],
    decided: '2023-06-29 11:00',
    told: [['2023-06-30', 'Eva']],
  },
  {
    says: 'each of two who hold the role, once each',
    people: [head('Ada'), head('Eva')],
    decided: '2023-06-29 11:00',
    told: [
      ['2023-06-30', 'Ada'],
      ['2023-06-30', 'Eva'],
    ],
  },
  {
    says: 'the one of two who stays, once',
    people: [ADA_LEAVES, head('Eva')],
    decided: '2023-06-29 11:00',
    told: [['2023-06-30', 'Eva']],
  },
  {
    says: 'the substitute of somebody absent, and not the absent again on their return',
    people: [head('Ada'), IDA],
    decided: '2023-06-29 11:00',
    away: ['2023-06-30', '2023-06-30'],
    told: [['2023-06-30', 'Ida']],
  },
  {
    says: 'the Segretario, where nobody holds the role any more',
    people: [ADA_LEAVES],
    decided: '2023-06-30 06:00',
    told: [['2023-06-30', 'Segretaria']],
  },
];

async function decide(town: TestTown, { decided, away }: Case): Promise<void> {
  const obligation = town.obligations[0]?.id ?? '';
  const at = (text: string) => stage.in(town.town, (tx) => moveClock(tx, townTime(text) - Date.now()));
  const act = async (role: string, asked: { readonly reason: string }) => {
    const commander = await actingAs(stage.sql, town.town, role, 'cli');
    if (commander === null) throw new Error(`nobody is ${role}`);
    const whole = { obligation, rowVersion: null, ...asked };
    const command = role === 'secretary' ? leaveWithOwner : disclaim;
    const outcome = (await command(commander, whole)) as Outcome<never>;
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  };
  await act('head:Finanziario', { reason: 'Non mio' });
  if (away !== undefined)
    await stage.in(town.town, (tx) =>
      addAbsence(tx, {
        ...{ person: town.people.get('Ada') ?? '', substitute: town.people.get('Ida') ?? '' },
        ...{ from: civilDate(away[0]), to: civilDate(away[1]), at: townTime('2023-06-29 10:30') },
        by: town.people.get('Segretaria') ?? '',
      }),
    );
  await at(decided);
  await act('secretary', { reason: REASON });
}

describe('a decision that something stays is told to', () => {
  test.each(CASES)('$says', async (one) => {
    const town = await foundTown(stage.sql, {
      plan: planOf({ Finanziario: [['2023-06-30'], ['2023-07-05']] }),
      approved: '2023-06-29',
      now: '2023-06-29 10:00',
      people: [...one.people, SECRETARY, MAYOR],
    });
    await decide(town, one);
    for (const day of ['06-30', '07-03']) await stage.round(town.town, `2023-${day} 09:00`);
    const [[by], mails] = await stage.in(town.town, async (tx) => [
      await tx<{ name: string }[]>`select p.name from answer a join person p on p.id = a.person`,
      await tx<{ day: string; name: string; text: string }[]>`
        select d.day, p.name, d.text from digest d join person p on p.id = d.person
        where d.kind = 'daily' order by d.day, p.name`,
    ]);
    const flat = mails.map((mail) => ({ ...mail, text: mail.text.replace(/\s+/g, ' ') }));
    const about = flat.filter(({ text }) => text.includes(REASON));
    expect(about.map(({ day, name }) => [day, name])).toEqual(one.told);
    for (const { name, text } of about)
      expect(text).toContain(name === by?.name ? 'Avevi risposto' : `Aveva risposto: ${by?.name}`);
  });
});
