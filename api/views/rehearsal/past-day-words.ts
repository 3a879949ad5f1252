/** How *Un giorno passato* says what did not go out, and why. */
import type { UntoldReason } from '../../../domain/rehearsal/untold.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { NotGiven, PastDay } from '../../queries/past-day.js';
import { italianTime } from '../italian-time.js';
import { PASSED_OVER } from '../words.js';

const UNTOLD: Readonly<Record<Exclude<UntoldReason, 'later'>, string>> = {
  ...PASSED_OVER,
  done: 'era già registrata come conclusa',
  'no-longer-due': 'non è più dovuta, per un atto',
  'held-back': 'la comunicazione al Sindaco è trattenuta',
  'higher-rung': 'un avviso più urgente era già partito o è partito quel giorno',
  changed: 'allora aveva un altro termine, un altro responsabile o altri avvisi',
};

export const untoldInWords = ({ reason, toldOn }: Pick<NotGiven, 'reason' | 'toldOn'>): string =>
  reason === 'later' ? `è partito dopo${toldOn === null ? '' : `, ${italianDate(toldOn)}`}` : UNTOLD[reason];

/** Whether there was a round, and when. */
export function roundInWords({ round, isWorkingDay }: PastDay, zone: string): string {
  if (round !== null) {
    const { at, notices, digests } = round;
    return `L'invio è avvenuto alle ${italianTime(at, zone)}: ${counted(digests, 'messaggio', 'messaggi')}, ${counted(notices, 'avviso', 'avvisi')}.`;
  }
  return isWorkingDay
    ? "Quel giorno non c'è stato alcun invio: non c'era nulla da inviare, oppure il servizio era fermo."
    : 'Gli uffici erano chiusi: in quei giorni non parte nulla.';
}
