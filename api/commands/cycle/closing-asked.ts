/** A fact of the year's closing as a form or a body asks for it: read, with a sentence for each fault. */
import { OUTCOMES, type ValidationOutcome } from '../../../domain/cycle/closing-duties.js';
import { type ClosingStep, isAct } from '../../../domain/cycle/closing-rules.js';
import { type CivilDate, civilDateOf, parseCivilDate } from '../../../domain/time/civil-date.js';
import type { Organ } from '../../../store/plan/acts.js';
import type { FieldProblem } from '../../refusals.js';
import { shortDate } from '../../views/italian-time.js';
import { ORGANS } from '../plan/plan-checks.js';

/** As typed; empty: not said. */
export interface StepAsked {
  readonly year: number;
  readonly step: ClosingStep;
  readonly date: string;
  readonly organ: string;
  readonly number: string;
  readonly protocolNumber: string;
  readonly protocolDate: string;
  readonly outcome: string;
  /** One a line. */
  readonly addresses: string;
  readonly note: string;
}

export interface StepSaid {
  readonly on: CivilDate;
  readonly act: { readonly organ: Organ; readonly number: string } | null;
  readonly protocolNumber: string | null;
  readonly protocolOn: CivilDate | null;
  readonly outcome: ValidationOutcome | null;
  readonly addresses: readonly string[];
  readonly note: string | null;
}

export type StepRead =
  | { readonly ok: true; readonly said: StepSaid }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const LONGEST = { number: 40, protocolNumber: 60, note: 4_000 } as const;
const MOST_ADDRESSES = 10;
const ADDRESS_LIMIT = 500;

type Problem = (field: keyof StepAsked, message: string) => void;

/** `missing`: of a transmission that comes before all is there, which wants a reason. */
export function readStep(asked: StepAsked, today: CivilDate, missing: number): StepRead {
  const problems: FieldProblem[] = [];
  const problem: Problem = (field, message) => void problems.push({ field, message });
  for (const [field, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if (asked[field].length > most) problem(field, `Il testo supera i ${most} caratteri.`);
  }
  const on = dayAsked(asked.date, asked.year, today, (message) => problem('date', message));
  const protocolOn = asked.protocolDate === '' ? null : parseCivilDate(asked.protocolDate);
  if (asked.protocolDate !== '' && protocolOn === null)
    problem('protocolDate', 'La data di protocollo non esiste.');
  const act = isAct(asked.step) ? readAct(asked, problem) : null;
  const outcome = OUTCOMES.find((one) => one === asked.outcome) ?? null;
  const note = asked.note.trim() || null;
  if (asked.step === 'validation' && outcome === null)
    problem('outcome', "Indica l'esito della validazione.");
  if (asked.step === 'validation' && outcome !== null && outcome !== 'validated' && note === null)
    problem(
      'note',
      outcome === 'not-validated' ? 'Scrivi i motivi della non validazione.' : 'Scrivi le osservazioni.',
    );
  if (asked.step === 'transmission' && missing > 0 && note === null)
    problem('note', 'Manca ancora qualcosa: scrivi perché si trasmette lo stesso.');
  const addresses = asked.step === 'publication' ? readAddresses(asked.addresses, problem) : [];
  if (on === null || problems.length > 0) return { ok: false, problems };
  const protocolNumber = asked.protocolNumber.trim() || null;
  return {
    ok: true,
    said: {
      ...{ on, act, protocolNumber, protocolOn, addresses, note },
      outcome: asked.step === 'validation' ? outcome : null,
    },
  };
}

/** The day on which something of that year happened; `problem` is told what is wrong with it. */
export function dayAsked(
  date: string,
  year: number,
  today: CivilDate,
  problem: (message: string) => void,
): CivilDate | null {
  const on = parseCivilDate(date);
  if (on === null) problem('La data manca o non esiste.');
  else if (on > today) problem(`Il ${shortDate(on)} deve ancora venire: si registra ciò che è avvenuto.`);
  else if (on < civilDateOf(year, 1, 1))
    problem(`Il ${shortDate(on)} viene prima del ${year}: controlla l'anno.`);
  return on;
}

function readAct({ organ, number }: StepAsked, problem: Problem): StepSaid['act'] {
  const known = ORGANS.find((one) => one === organ);
  if (known === undefined) problem('organ', "Indica l'organo che ha adottato l'atto.");
  const plain = number.trim();
  if (plain === '') problem('number', "Indica il numero dell'atto.");
  return known === undefined || plain === '' ? null : { organ: known, number: plain };
}

function readAddresses(text: string, problem: Problem): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const addresses = [...new Set(lines.filter((line) => line !== ''))];
  const wrong = addresses.map(addressProblem).find((one) => one !== null);
  if (addresses.length === 0)
    problem('addresses', "Scrivi l'indirizzo della pagina in Amministrazione trasparente.");
  else if (addresses.length > MOST_ADDRESSES)
    problem('addresses', `Gli indirizzi sono più di ${MOST_ADDRESSES}: bastano quelli delle pagine.`);
  else if (wrong != null) problem('addresses', wrong);
  return addresses;
}

/** A sentence; `null`: it is the address of a page. */
export const addressProblem = (text: string): string | null =>
  text.length <= ADDRESS_LIMIT && isAddress(text)
    ? null
    : `«${text.slice(0, 60)}» non è un indirizzo: comincia con https://.`;

const isAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).username === '';
