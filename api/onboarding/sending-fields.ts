/** When a town's mails leave, and whether its Sindaco is told: read from the form of the setup. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import { SENDING_MINUTES } from '../../domain/time/round-slot.js';
import { actProblems } from '../commands/towns/ladder-asked.js';
import type { FieldProblem } from '../refusals.js';
import { oneLine, type StepRead, type StepValues } from './town-fields.js';

export interface SendingAsked {
  /** Minute of the day; `null`: the system's own, between 07:30 and 09:00. */
  readonly minute: number | null;
  readonly mayorRung: { readonly on: boolean; readonly act: string | null };
}

const HALF_HOUR = 30;

/** The choices of field `ora`: "08:30"; empty leaves it to the system. */
export const SENDING_TIMES: readonly { readonly minute: number; readonly time: string }[] = Array.from(
  { length: (SENDING_MINUTES.last - SENDING_MINUTES.first) / HALF_HOUR + 1 },
  (_, nth) => {
    const minute = SENDING_MINUTES.first + nth * HALF_HOUR;
    return { minute, time: timeOf(minute) };
  },
);

/** "08:30" of a minute of the day. */
export function timeOf(minute: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Field `ora`. */
export function readSendingTime(values: StepValues): StepRead<number | null> {
  const time = values['ora'] ?? '';
  if (time === '') return { ok: true, value: null };
  const found = SENDING_TIMES.find((one) => one.time === time);
  return found === undefined
    ? { ok: false, problems: [{ field: 'ora', message: 'Scegli un’ora dall’elenco.' }] }
    : { ok: true, value: found.minute };
}

/** Fields `ora`, `sindaco`, `atto`; `today`: no act is later. */
export function readSending(values: StepValues, today: CivilDate): StepRead<SendingAsked> {
  const time = readSendingTime(values);
  const on = values['sindaco'] === 'si';
  const act = oneLine(values['atto'] ?? '');
  const problems: readonly FieldProblem[] = [
    ...(time.ok ? [] : time.problems),
    ...(on ? actProblems(act, today) : []),
  ];
  if (!time.ok || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { minute: time.value, mayorRung: { on, act: on ? act : null } } };
}
