/**
 * After each command: obligations made of terms of the *Calendario normativo* go where these fall now, as a new
 * version. What moved the term may be anything: a decree, a budget approved, a window of the monitoring.
 */
import { movedTerm } from '../../../domain/cycle/legal/legal-duty.js';
import type { Term } from '../../../domain/obligations/obligation.js';
import type { WorkflowStart } from '../../../store/announcements.js';
import { type LegalDuty, listLegalDuties, moveLegalDuty } from '../../../store/cycle/legal-duties.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { appendAudit } from '../../../store/register/audit.js';
import { roundStart } from '../../../workflows/contract.js';
import { loadLegalYear } from '../../queries/legal-page.js';

/** Whom it concerns: the round, where something moved. */
export async function alignLegalDuties(
  tx: Tx,
  town: string,
  clock: FactsClock,
): Promise<readonly WorkflowStart[]> {
  const open = (await listLegalDuties(tx, null)).filter(({ state }) => state === 'open');
  const years = new Set(open.map(({ year }) => year));
  let moved = 0;
  for (const year of years) {
    const { calendar } = await loadLegalYear(tx, year);
    for (const duty of open.filter((one) => one.year === year)) {
      const term = movedTerm(duty, calendar);
      if (term === null) continue;
      await move(tx, clock, duty, term);
      moved += 1;
    }
  }
  return moved === 0 ? [] : [roundStart({ town })];
}

async function move(
  tx: Tx,
  { now, today }: FactsClock,
  { obligation, term: before }: LegalDuty,
  term: Term,
): Promise<void> {
  await moveLegalDuty(tx, { obligation, term, today });
  await appendAudit(tx, {
    ...{ at: now, person: null, role: null, channel: 'workflow', action: 'legal-duty.move' },
    ...{ subjectKind: 'obligation', subject: obligation, before: { ...before }, after: { ...term } },
  });
}
