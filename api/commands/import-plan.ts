/**
 * A plan in two steps: kept as a draft that one looks at, then confirmed with its act. Confirming stores
 * the plan, opens its obligations and announces cycle, objectives and round, or does nothing at all.
 */
import { plannedObligations } from '../../domain/obligations/from-plan.js';
import { firstNoticeDay } from '../../domain/obligations/rung-days.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { later } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { appendAudit } from '../../store/audit.js';
import { dropDraft, findDraft, keepDraft } from '../../store/plan-drafts.js';
import { storePlan } from '../../store/plans.js';
import { cycleStart, objectiveStart, roundStart } from '../../workflows/contract.js';
import { actingRole } from '../rights.js';
import { type ActAsked, needsNote, readAct, warningsOf } from './plan-checks.js';
import { type Commander, type Outcome, runCommand } from './run-command.js';

export interface Drafted {
  readonly [key: string]: string;
  readonly draft: string;
}

/** Keeps a plan that reads; returns the id of its draft. */
export function draftPlan(
  commander: Commander,
  asked: { readonly fileName: string; readonly plan: PlanDocument; readonly sha256: string },
): Promise<Outcome<Drafted>> {
  const { fileName, plan, sha256 } = asked;
  return runCommand(commander, 'plan.import', { draft: fileName, sha256 }, async (tx, clock) => {
    const draft = await keepDraft(tx, {
      fileName,
      plan,
      uploadedBy: commander.viewer.person.id,
      uploadedAt: clock.now,
    });
    return { ok: true, result: { draft }, starts: [] };
  });
}

export interface Confirmed {
  readonly [key: string]: string | number;
  readonly year: number;
  readonly objectives: number;
  readonly obligations: number;
}

export function confirmPlan(
  commander: Commander,
  asked: { readonly draft: string; readonly act: ActAsked },
): Promise<Outcome<Confirmed>> {
  const { viewer } = commander;
  return runCommand(commander, 'plan.import', { confirm: asked.draft, ...asked.act }, async (tx, clock) => {
    const draft = await findDraft(tx, asked.draft);
    if (draft === null) return { ok: false, refusal: { code: 'not-found' } };
    const { plan } = draft;
    const lint = warningsOf(plan);
    const read = readAct(asked.act, clock.today, needsNote(lint));
    if (!read.ok) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
    const approvedOn = read.act.adoptedOn;
    const calendar = workingCalendar(viewer.town.closures);
    const notBefore = firstNoticeDay(later(approvedOn, clock.today), calendar);
    const stored = await storePlan(tx, {
      plan,
      planned: plannedObligations(plan, notBefore, calendar),
      lint,
      act: read.act,
      approvedOn,
      liveOn: clock.today,
      note: asked.act.note.trim(),
      confirmedBy: viewer.person.id,
      confirmedAt: clock.now,
    });
    if (!stored.ok) {
      return stored.refusal === 'year-has-a-plan'
        ? { ok: false, refusal: { code: 'year-has-a-plan', year: plan.document.year } }
        : { ok: false, refusal: { code: stored.refusal, adoptedOn: stored.adoptedOn } };
    }
    await dropDraft(tx, asked.draft);
    await appendAudit(tx, {
      at: clock.now,
      person: viewer.person.id,
      role: actingRole(viewer.roles, 'plan.import', []),
      channel: commander.channel,
      action: 'plan.confirm',
      subjectKind: 'plan',
      subject: stored.version,
      after: { year: stored.year, objectives: stored.objectives.length, obligations: stored.obligations },
    });
    const { cycle, year } = stored;
    const town = viewer.town.id;
    return {
      ok: true,
      result: { year, objectives: stored.objectives.length, obligations: stored.obligations },
      starts: [
        cycleStart({ town, cycle, year }),
        roundStart({ town }),
        ...stored.objectives.map((objective) => objectiveStart({ town, objective, year })),
      ],
    };
  });
}

/** Puts a draft away. */
export function discardDraft(commander: Commander, draft: string): Promise<Outcome<Drafted>> {
  return runCommand(commander, 'plan.import', { discard: draft }, async (tx) =>
    (await dropDraft(tx, draft))
      ? { ok: true, result: { draft }, starts: [] }
      : { ok: false, refusal: { code: 'not-found' } },
  );
}
