/**
 * *In corso*: the reason and the day on which it will be concluded. It suspends what presses for what is late;
 * due date, weight and record stay. Renewed once by whoever owes it, then by the Segretario (design §3).
 */
import {
  FORECAST_DAYS,
  type ForecastRefusal,
  forecastRefusal,
  lastForecastDay,
} from '../../../domain/obligations/answer-rules.js';
import { type CivilDate, parseCivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { Tx } from '../../../store/in-town.js';
import { answersOf } from '../../../store/obligations/answers.js';
import { setForecast } from '../../../store/obligations/obligation-commands.js';
import type { ObligationRecord } from '../../../store/obligations/obligation-rows.js';
import { commitText } from '../../../store/register/register.js';
import { roundStart } from '../../../workflows/contract.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import { isOwners, keepAnswer, linkAudited, linkEntered } from '../obligations/keep-answer.js';
import { admit, auditChange, enterAct } from '../obligations/obligation-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';

export interface ExplanationAsked {
  readonly obligation: string;
  readonly reason: string;
  /** As typed. */
  readonly forecast: string;
  readonly rowVersion: number | null;
}

export interface Explained {
  readonly [key: string]: string | number;
  readonly obligation: string;
  readonly forecast: CivilDate;
  readonly rowVersion: number;
}

export function explainDelay(commander: Commander, asked: ExplanationAsked): Promise<Outcome<Explained>> {
  return runCommand(commander, 'obligation.explain', { ...asked }, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'obligation.explain', asked.obligation);
    if (!admitted.ok) return admitted;
    const { role } = admitted;
    const reason = asked.reason.trim();
    const forecast = parseCivilDate(asked.forecast);
    if (reason === '' || forecast === null) return { ok: false, refusal: missing(reason, forecast) };
    const change = await setForecast(tx, { ...asked, forecast });
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'open', clock.clock.zone) };
    // Under the row's lock: two renewals at once are counted one after the other.
    const given = isOwners(commander, change.before) ? await ownForecasts(tx, change.before) : null;
    const refused = forecastRefusal({ today: clock.today, forecast, given });
    if (refused !== null) return { ok: false, refusal: refusalOf(refused, clock.today) };
    await keepAnswer(tx, commander, clock, {
      kind: 'in-progress',
      before: change.before,
      role,
      forecast,
      note: reason,
    });
    await enterAct(tx, commander, clock, {
      kind: 'explained',
      obligation: asked.obligation,
      role,
      more: { forecast, reason: await commitText(tx, reason), ...(await linkEntered(tx, commander)) },
    });
    await auditChange(tx, commander, clock, {
      action: 'obligation.explain',
      role,
      before: change.before,
      after: change.after,
      more: { forecast, reason, ...linkAudited(commander) },
    });
    return {
      ok: true,
      result: { obligation: asked.obligation, forecast, rowVersion: change.after.rowVersion },
      // The first notice after the forecast may come sooner than what the round waits for.
      starts: [roundStart({ town: commander.viewer.town.id })],
    };
  });
}

/** Forecasts that whoever owes it gave of this version and did not withdraw. */
async function ownForecasts(tx: Tx, { obligation }: ObligationRecord): Promise<number> {
  return (await answersOf(tx, obligation.id)).filter(
    ({ kind, version, asOwner, withdrawnAt }) =>
      kind === 'in-progress' && version === obligation.version && asOwner && withdrawnAt === null,
  ).length;
}

function missing(reason: string, forecast: CivilDate | null): Refusal {
  const problems: FieldProblem[] = [];
  if (reason === '')
    problems.push({ field: 'reason', message: 'Scrivi il motivo: che cosa manca, e perché.' });
  if (forecast === null)
    problems.push({ field: 'forecast', message: 'Indica il giorno in cui prevedi di concludere.' });
  return { code: 'invalid', problems };
}

function refusalOf(refused: ForecastRefusal, today: CivilDate): Refusal {
  if (refused === 'renewed-already') return { code: 'forecast-renewed' };
  const message =
    refused === 'past'
      ? 'La previsione è nel passato: indica oggi o un giorno futuro. Se è conclusa, rispondi «Concluso».'
      : `La previsione supera i ${FORECAST_DAYS} giorni: indica al più tardi ${italianDate(lastForecastDay(today))}.`;
  return { code: 'invalid', problems: [{ field: 'forecast', message }] };
}
