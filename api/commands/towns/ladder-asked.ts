/** A ladder as a form asks for it: read, checked, with a sentence for each thing that is wrong. */
import {
  DEFAULT_LADDER,
  DEFAULT_LADDERS,
  isRung,
  type Ladder,
  type Ladders,
  type Rung,
} from '../../../domain/obligations/ladder.js';
import {
  choiceOf,
  FIRST_NOTICE_DAYS,
  type LadderChoice,
  type LadderProblem,
  ladderOf,
  ladderProblems,
} from '../../../domain/obligations/ladder-choice.js';
import type { ObligationKind } from '../../../domain/obligations/obligation.js';
import { type CivilDate, parseCivilDate } from '../../../domain/time/civil-date.js';
import { laddersOf } from '../../../store/towns/town-settings.js';
import type { Town } from '../../../store/towns/towns.js';
import type { FieldProblem } from '../../refusals.js';

/** As typed. */
export interface LadderAsked {
  readonly kind: string;
  readonly rungs: readonly string[];
  readonly days: string;
  readonly mayor: boolean;
  readonly act: string;
}

export interface ReadLadder {
  readonly kind: ObligationKind;
  readonly choice: LadderChoice;
  readonly mayor: { readonly on: boolean; readonly act: string | null };
}

export type LadderRead =
  | { readonly ok: true; readonly ladder: ReadLadder }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export const isKind = (text: string): text is ObligationKind => Object.hasOwn(DEFAULT_LADDERS, text);

/** The ladder in force as if somebody had typed it. */
export function ladderInForce(town: Town, kind: ObligationKind): LadderAsked {
  const { rungs, firstNoticeDays } = choiceOf(laddersOf(town)[kind], DEFAULT_LADDER);
  const { on, act } = town.settings.mayorRung;
  return { kind, rungs, days: String(firstNoticeDays), mayor: on, act: act ?? '' };
}

/** Fields of problems: `tipo`, `avvisi`, `giorni`, `atto`. `today`: no act is later. An act that
 * the town cites already is not asked about again. */
export function readLadder(
  asked: LadderAsked,
  today: CivilDate,
  { settings }: Pick<Town, 'settings'>,
): LadderRead {
  const problems: FieldProblem[] = [];
  const { kind } = asked;
  const rungs = asked.rungs.filter(isRung);
  if (!isKind(kind)) problems.push({ field: 'tipo', message: 'Scegli per quali scadenze vale la scala.' });
  if (rungs.length < asked.rungs.length)
    problems.push({ field: 'avvisi', message: 'Uno degli avvisi scelti non esiste: riapri la pagina.' });
  const choice = { rungs, firstNoticeDays: daysOf(asked.days, rungs) };
  problems.push(...ladderProblems(choice, asked.mayor).map(fieldProblem));
  const act = asked.act.trim().replace(/\s+/g, ' ');
  if (asked.mayor && act !== settings.mayorRung.act) problems.push(...actProblems(act, today));
  if (problems.length > 0 || !isKind(kind)) return { ok: false, problems };
  return { ok: true, ladder: { kind, choice, mayor: { on: asked.mayor, act: act === '' ? null : act } } };
}

/** Where no first notice goes, its days do not matter. */
function daysOf(typed: string, rungs: readonly Rung[]): number {
  if (typed === '' && !rungs.includes('first-notice')) return DEFAULT_DAYS;
  return /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
}
const DEFAULT_DAYS = choiceOf(DEFAULT_LADDER, DEFAULT_LADDER).firstNoticeDays;

/** The town with the ladder in place of its own. */
export function townWith(
  { ladders, settings }: Pick<Town, 'ladders' | 'settings'>,
  { kind, choice, mayor }: ReadLadder,
): Pick<Town, 'ladders' | 'settings'> {
  return {
    ladders: { ...ladders, [kind]: ladderOf(choice, DEFAULT_LADDER) },
    settings: { ...settings, mayorRung: mayor },
  };
}

/** The ladders in force once it is saved. */
export const laddersWith = (town: Town, ladder: ReadLadder): Ladders => laddersOf(townWith(town, ladder));

/** Is it the ladder that every town begins with? */
export const isDefaultLadder = (kind: ObligationKind, { steps }: Ladder): boolean =>
  JSON.stringify(steps) === JSON.stringify(DEFAULT_LADDERS[kind].steps);

/** "G.C. n. 12 del 03/02/2023": whose words are the town's own, but organ, number and day must be there. */
export function actProblems(act: string, today: CivilDate): readonly FieldProblem[] {
  if (act === '') {
    return [
      { field: 'atto', message: "Indica numero e data dell'atto che prevede la comunicazione al Sindaco." },
    ];
  }
  if (act.length > 200) return [{ field: 'atto', message: "L'atto supera i 200 caratteri." }];
  const found = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(act);
  const [, day = '', month = '', year = ''] = found ?? [];
  const date = parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const rest = found === null ? act : act.replace(found[0], '');
  const organ = rest.replace(/\b(?:n|nr|num|numero|del|dd|atto)\b/gi, '');
  if (date === null || !/\d/.test(rest) || !/\p{L}{2}|\p{L}\.\p{L}/u.test(organ)) {
    return [
      {
        field: 'atto',
        message: "Scrivi dell'atto l'organo, il numero e la data, come «G.C. n. 12 del 03/02/2023».",
      },
    ];
  }
  return date > today ? [{ field: 'atto', message: "La data dell'atto è nel futuro." }] : [];
}

function fieldProblem(problem: LadderProblem): FieldProblem {
  switch (problem.code) {
    case 'days-out-of-range':
      return {
        field: 'giorni',
        message: `I giorni del primo promemoria vanno da ${FIRST_NOTICE_DAYS.least} a ${FIRST_NOTICE_DAYS.most}.`,
      };
    case 'first-after':
      return {
        field: 'giorni',
        message: `Il primo promemoria deve venire prima degli altri: almeno ${problem.least} giorni prima del termine${problem.rung === 'ten-days' ? ", se c'è quello a 10 giorni lavorativi" : ", se c'è quello a 3 giorni lavorativi"}.`,
      };
    case 'no-rung':
      return { field: 'avvisi', message: 'Lascia almeno un avviso: senza, nessuno saprebbe delle scadenze.' };
    case 'mayor-unwarned':
      return {
        field: 'avvisi',
        message: 'La comunicazione al Sindaco vuole il preavviso al Segretario del giorno prima.',
      };
    case 'warning-alone':
      return {
        field: 'avvisi',
        message: 'Il preavviso annuncia la comunicazione al Sindaco: senza, non serve.',
      };
    case 'weekly-alone':
      return {
        field: 'avvisi',
        message: "I solleciti settimanali si contano dall'avviso dell'ottavo giorno: lascia anche quello.",
      };
  }
}
