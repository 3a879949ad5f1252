/** *Invia ora*: today's round does not wait for its slot. Refused where it ran, on closed days, and with nothing to send. */
import { agendaOfDay, nextAgendaDay } from '../../../domain/obligations/agenda.js';
import { saysSomething } from '../../../domain/obligations/agenda-at.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { askRound } from '../../../store/notices/rounds.js';
import { roundStart } from '../../../workflows/contract.js';
import { loadTownFacts } from '../../queries/town-facts.js';
import { auditTown } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface RoundAsked {
  readonly [key: string]: CivilDate;
  readonly day: CivilDate;
}

export function askRoundNow(commander: Commander): Promise<Outcome<RoundAsked>> {
  const { deps, viewer } = commander;
  return runCommand(commander, 'round.ask', { today: viewer.today }, async (tx, clock) => {
    const { agenda, calendar, lastRound, today, town } = await loadTownFacts(tx, deps.now());
    const next = nextAgendaDay(agenda, today);
    if (lastRound?.day === today) {
      return { ok: false, refusal: { code: 'round-held', at: lastRound.at, zone: town.clock.zone } };
    }
    if (!calendar.isWorkingDay(today)) return { ok: false, refusal: { code: 'offices-closed', next } };
    if (!saysSomething(agendaOfDay(agenda, today))) {
      return { ok: false, refusal: { code: 'nothing-to-send', next } };
    }
    await askRound(tx, today);
    await auditTown(tx, commander, clock, 'round.ask', { after: { day: today } });
    return { ok: true, result: { day: today }, starts: [roundStart({ town: town.id })] };
  });
}
