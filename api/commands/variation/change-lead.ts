/**
 * *Capofila*: of an objective that several sectors share one answers for all, or each for itself again. On a plan
 * in force it is a change with a reason: what the others owed is superseded, never deleted.
 */
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { type LeadChanged, setLead } from '../../../store/plan/lead-sectors.js';
import { findObjective, holdObjective, type ObjectiveDetail } from '../../../store/plan/objectives.js';
import { commitText } from '../../../store/register/register.js';
import { cycleStart, objectiveStart, roundStart } from '../../../workflows/contract.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import { actingRole } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import { enterActs } from '../obligations/obligation-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface LeadAsked {
  readonly objective: string;
  /** Id of the sector; empty: each answers for itself. */
  readonly sector: string;
  readonly reason: string;
}

export interface LeadKept {
  readonly [key: string]: string | number | null;
  readonly objective: string;
  /** Id of the sector. */
  readonly lead: string | null;
  /** Obligations no longer owed, and owed again. */
  readonly superseded: number;
  readonly reopened: number;
}

export function changeLead(commander: Commander, asked: LeadAsked): Promise<Outcome<LeadKept>> {
  return runCommand(commander, 'lead.change', { ...asked }, async (tx, clock) => {
    const held = await holdObjective(tx, asked.objective);
    const objective = held === null ? null : await findObjective(tx, asked.objective);
    if (held === null || objective === null) return { ok: false, refusal: { code: 'not-found' } };
    if (held.state !== 'in-force' || held.cycleState === 'closed')
      return { ok: false, refusal: { code: 'no-longer-due' } };
    const refusal = whyNot(objective, asked);
    if (refusal !== null) return { ok: false, refusal };
    const lead = asked.sector === '' ? null : asked.sector;
    const changed = await setLead(tx, objective.id, { lead, today: clock.today });
    await record(tx, commander, clock, { objective, lead, reason: asked.reason.trim(), changed });
    const town = commander.viewer.town.id;
    const { superseded, reopened } = changed;
    return {
      ok: true,
      result: {
        objective: objective.id,
        lead,
        superseded: superseded.length,
        reopened: reopened.length,
      },
      starts: [
        roundStart({ town }),
        objectiveStart({ town, objective: objective.id, year: objective.year }),
        // A sector may be left without anything to compile, or have something again.
        cycleStart({ town, cycle: objective.cycle, year: objective.year }),
      ],
    };
  });
}

function whyNot({ shared, sectors, lead }: ObjectiveDetail, asked: LeadAsked): Refusal | null {
  const problems: FieldProblem[] = [];
  const named = sectors.find(({ id }) => id === asked.sector);
  if (!shared || sectors.length < 2) {
    const message = "L'obiettivo è di un solo settore: non ha un capofila.";
    return { code: 'invalid', problems: [{ field: '', message }] };
  }
  if (asked.sector !== '' && named === undefined)
    problems.push({ field: 'sector', message: "Scegli uno dei settori che hanno l'obiettivo." });
  else if ((named?.id ?? null) === lead) problems.push({ field: 'sector', message: 'È già così.' });
  if (asked.reason.trim() === '') problems.push({ field: 'reason', message: 'Scrivi il motivo.' });
  return problems.length === 0 ? null : { code: 'invalid', problems };
}

async function record(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  change: {
    readonly objective: ObjectiveDetail;
    readonly lead: string | null;
    readonly reason: string;
    readonly changed: LeadChanged;
  },
): Promise<void> {
  const { objective, lead, reason, changed } = change;
  const role = actingRole(commander.viewer.roles, 'lead.change', []);
  if (role === null) throw new Error('the gate let somebody in who may not change the lead sector');
  const more = { lead, reason: await commitText(tx, reason) };
  await enterActs(tx, commander, clock, [
    ...changed.superseded.map((obligation) => ({ kind: 'led-by-another' as const, obligation, role, more })),
    ...changed.reopened.map((obligation) => ({ kind: 'owed-again' as const, obligation, role, more })),
  ]);
  await auditCommand(tx, commander, clock, {
    ...{ role, action: 'lead.change', subjectKind: 'objective', subject: objective.id },
    before: { lead: objective.lead },
    after: { lead, reason, superseded: changed.superseded.length, reopened: changed.reopened.length },
  });
}
