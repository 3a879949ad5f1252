/** Deeds as people do them: by the commands of the pages and of the links, on the real rows. */
import { acknowledgeNotice } from '../../../api/commands/obligations/acknowledge-notice.js';
import { complete } from '../../../api/commands/obligations/complete.js';
import { disclaim } from '../../../api/commands/obligations/disclaim.js';
import { holdNotice } from '../../../api/commands/obligations/hold-back.js';
import { withdrawAnswer } from '../../../api/commands/obligations/withdraw-answer.js';
import { explainDelay } from '../../../api/commands/plan/explain.js';
import type { Commander } from '../../../api/commands/run-command.js';
import { setDate } from '../../../api/commands/variation/set-date.js';
import type { Deps } from '../../../api/deps.js';
import { plannedObligations } from '../../../domain/obligations/from-plan.js';
import { roleKey } from '../../../domain/obligations/obligation.js';
import { firstNoticeDay } from '../../../domain/obligations/rung-days.js';
import { planDifference } from '../../../domain/plan/plan-difference.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { inTown, type Tx } from '../../../store/in-town.js';
import { answersOf } from '../../../store/obligations/answers.js';
import { addAbsence } from '../../../store/people/absences.js';
import {
  assignRole,
  endRole,
  findPerson,
  roleHolders,
  rolesOn,
  tenuresOf,
} from '../../../store/people/people.js';
import { changeLadders, changeSettings, loadTown, lockTown } from '../../../store/towns/towns.js';
import { storeVariation } from '../../../store/variation/variations.js';
import { cycleStart, objectiveStart, roundStart, type WorkflowStart } from '../../../workflows/contract.js';
import type { TestTown } from '../../activities/town.js';
import { type SubmissionDeed, stepOf } from './carry-out-submission.js';
import type { Deed } from './deeds.js';

type Answer = Extract<Deed, { readonly obligation: string }>;

/** What the commands need of the application, and nothing of what only pages do. */
export const commandDeps = (
  some: Pick<Deps, 'sql' | 'now' | 'announcer'> & { readonly publicUrl: string },
): Deps => ({
  ...some,
  health: { check: () => Promise.reject(new Error('nobody asks')), latest: () => null },
  secret: new Uint8Array(32),
  demo: null,
  secure: false,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
});

/** Who must be told besides those that the commands tell themselves. Throws when a deed is refused. */
export async function carryOut(deps: Deps, town: TestTown, deed: Deed): Promise<readonly WorkflowStart[]> {
  if ('role' in deed && deed.kind !== 'succession') {
    const by = await commanderOf(deps, town, deed);
    const outcome = 'obligation' in deed ? await answer(by, deed) : await stepOf(by, town, deed);
    if (!outcome.ok)
      throw new Error(`${JSON.stringify(deed)} was refused: ${JSON.stringify(outcome.refusal)}`);
    return [];
  }
  return inTown(deps.sql, town.town, (tx) => change(tx, town, deed));
}

async function commanderOf(
  deps: Deps,
  { town }: TestTown,
  deed: Answer | SubmissionDeed,
): Promise<Commander> {
  const { at: now, today } = deed;
  return inTown(deps.sql, town, async (tx) => {
    const person = await findPerson(tx, deed.person);
    if (person === null) throw new Error(`nobody is ${deed.person}`);
    const own = rolesOn(await tenuresOf(tx, person.id), today);
    // Whoever stands in answers in the role that owes it, as by the link of a mail.
    const isAmong = own.some((role) => roleKey(role) === roleKey(deed.role));
    const roles = isAmong ? own : [...own, deed.role];
    const viewer = { town: await loadTown(tx), person, roles, compiles: [], now, today, formToken: '' };
    const by = { deps, viewer, key: null };
    if (!deed.byLink) return { ...by, channel: 'page' };
    const seen = deed.kind === 'seen' ? deed.obligation : null;
    const [mail] = await tx<{ id: string }[]>`
      select id from digest d where person = ${person.id} and state = 'sent' and kind = 'daily'
        and (${seen}::uuid is null or exists (select from digest_line l
          where l.digest = d.id and l.obligation = ${seen} and l.notice is not null))
      order by day desc limit 1`;
    // Of a notice whose mail did not leave they read on the page.
    if (mail === undefined && seen !== null) return { ...by, channel: 'page' };
    if (mail === undefined) throw new Error(`${person.name} has no mail whose link they could press`);
    return { ...by, channel: 'mail-answer', link: { digest: mail.id, declaredName: null } };
  });
}

async function answer(commander: Commander, deed: Answer) {
  const about = { obligation: deed.obligation, rowVersion: null };
  switch (deed.kind) {
    case 'done':
      return complete(commander, { ...about, doneOn: deed.doneOn, note: '', files: [] });
    case 'in-progress':
      return explainDelay(commander, { ...about, reason: 'Manca un parere', forecast: deed.forecast });
    case 'not-mine':
      return disclaim(commander, { ...about, reason: 'È di un altro settore' });
    case 'seen':
      return acknowledgeNotice(commander, { obligation: deed.obligation });
    case 'hold-back':
      return holdNotice(commander, { ...about, reason: deed.held ? 'Ne parliamo domani' : '' }, deed.held);
    case 'set-date':
      return setDate(commander, { ...about, due: deed.due });
    case 'withdraw': {
      const { deps, viewer } = commander;
      const given = await inTown(deps.sql, viewer.town.id, (tx) => answersOf(tx, deed.obligation));
      const own = given.filter(
        ({ person, kind, withdrawnAt }) =>
          person === deed.person && kind === deed.answer && withdrawnAt === null,
      );
      return withdrawAnswer(commander, { obligation: deed.obligation, answer: own.at(-1)?.id ?? '' });
    }
  }
}

async function change(
  tx: Tx,
  town: TestTown,
  deed: Exclude<Deed, Answer | SubmissionDeed>,
): Promise<readonly WorkflowStart[]> {
  const round = roundStart(town);
  switch (deed.kind) {
    case 'ladder': {
      const { settings } = await loadTown(tx);
      await changeLadders(tx, deed.ladders);
      await changeSettings(tx, { ...settings, mayorRung: deed.mayorRung });
      return [round];
    }
    case 'absence': {
      const by = town.people.get('Segretaria') ?? '';
      await addAbsence(tx, { ...deed, by });
      return [];
    }
    case 'succession': {
      const held = (await roleHolders(tx)).filter(({ role }) => roleKey(role) === roleKey(deed.role));
      for (const { id } of held) await endRole(tx, id, deed.today);
      await assignRole(tx, { person: deed.person, role: deed.role, validFrom: deed.from });
      return [];
    }
    case 'vary': {
      const held = await lockTown(tx);
      const calendar = workingCalendar(held?.closures ?? []);
      const { before, after: plan, today } = deed;
      const planned = plannedObligations(plan, firstNoticeDay(today, calendar), calendar);
      const said = { before, plan, planned, difference: planDifference(before, plan), lint: [], note: '' };
      const act = { organ: 'giunta', number: `V${deed.at}`, adoptedOn: today } as const;
      const by = { confirmedBy: null, confirmedAt: deed.at };
      const stored = await storeVariation(tx, { cycle: town.cycle, ...said, act, today, ...by });
      if (!stored.ok) throw new Error(stored.refusal);
      const { year } = town;
      return [
        round,
        cycleStart(town),
        ...stored.objectives.map((objective) => objectiveStart({ town: town.town, objective, year })),
      ];
    }
  }
}
