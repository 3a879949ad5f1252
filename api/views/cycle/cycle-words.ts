/** The steps of a year in words: names, days, what each waits for. */
import type { ValidationOutcome } from '../../../domain/cycle/closing-duties.js';
import type { ClosingOrder, ClosingStep } from '../../../domain/cycle/closing-rules.js';
import type { YearFacts } from '../../../domain/cycle/year-facts.js';
import type { StepId, YearStep } from '../../../domain/cycle/year-step.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted, listed } from '../../../mail/italian-numbers.js';

/** Of each step but the monitoring windows, which have titles of their own. */
export const STEP_NAMES: Readonly<Record<Exclude<StepId, `monitoring-${number}`>, string>> = {
  plan: 'Piano approvato',
  objectives: 'Obiettivi seguiti',
  variations: 'Variazioni del piano',
  'self-evaluation': 'Autovalutazioni',
  measurement: 'Misurazione dei risultati',
  ready: 'Pronta per il Nucleo',
  transmission: 'Trasmissione al Nucleo',
  adoption: 'Adozione della Relazione',
  validation: 'Validazione',
  approval: 'Approvazione della Relazione',
  publication: 'Pubblicazione',
  closed: 'Ciclo chiuso',
};

export function stepName(id: StepId, { windows, rules }: Pick<YearFacts, 'windows' | 'rules'>): string {
  const window = windows.find(({ ordinal }) => id === `monitoring-${ordinal}`);
  if (window !== undefined) return window.title;
  if (id === 'approval' && rules.order === 'with-rendiconto') return 'Approvazione con il rendiconto';
  return Object.hasOwn(STEP_NAMES, id) ? STEP_NAMES[id as keyof typeof STEP_NAMES] : id;
}

/** The same within a sentence. */
export function inSentence(id: StepId, facts: Pick<YearFacts, 'windows' | 'rules'>): string {
  if (id === 'ready') return 'ciò che serve al Nucleo';
  const name = stepName(id, facts);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** Paths of the forms, and what their buttons say. */
export const STEP_PATHS: Readonly<Record<ClosingStep, string>> = {
  transmission: 'trasmissione',
  adoption: 'adozione',
  validation: 'validazione',
  approval: 'approvazione',
  publication: 'pubblicazione',
};
export const RECORD_WORDS: Readonly<Record<ClosingStep, string>> = {
  transmission: 'Registra la trasmissione',
  adoption: "Registra l'atto di adozione",
  validation: "Registra l'esito",
  approval: "Registra l'atto di approvazione",
  publication: 'Registra la pubblicazione',
};

export const OUTCOME_WORDS: Readonly<Record<ValidationOutcome, string>> = {
  validated: 'Validata',
  'with-observations': 'Validata con osservazioni',
  'not-validated': 'Non validata',
};

export const ORDER_WORDS: Readonly<Record<ClosingOrder, string>> = {
  'adopted-first': 'adozione, validazione, approvazione',
  'draft-validated': 'validazione della bozza, poi un solo atto',
  'act-first': 'un solo atto, poi la validazione',
  'with-rendiconto': 'Relazione unita al rendiconto, poi la validazione',
};

/** The tone of its badge, and what it says. */
export function stateInWords({ state, late, id, doneOn }: YearStep): readonly [tone: string, words: string] {
  switch (state) {
    case 'done':
      return late > 0 ? ['done-late', 'Concluso oltre il termine'] : ['done', 'Concluso'];
    case 'not-asked':
      return ['to-do', id === 'variations' ? 'Nessuna' : 'Non dovuto'];
    case 'open':
      if (late > 0) return ['late', 'Oltre il termine'];
      return ['due-soon', id === 'objectives' || doneOn !== null ? 'In corso' : 'Aperto'];
    case 'ahead':
      return ['to-do', 'Più avanti'];
  }
}

/** "Entro martedì 30 aprile 2024", "Concluso venerdì 3 maggio 2024, 3 giorni oltre il termine". */
export function daysInWords(step: YearStep): readonly string[] {
  const { state, from, due, doneOn, late, isEstimate, id } = step;
  if (state === 'not-asked') return [];
  // Nobody owes this step: each phase is late or not by itself.
  if (id === 'objectives') return due === null ? [] : [`Ultimo termine del piano: ${italianDate(due)}`];
  const delay = late > 0 ? `, ${counted(late, 'giorno', 'giorni')} oltre il termine` : '';
  if (state === 'done')
    return [
      ...(doneOn === null
        ? []
        : [`${id === 'variations' ? 'Ultima in vigore da' : ''} ${italianDate(doneOn)}${delay}`.trim()]),
      ...(due === null ? [] : [`Termine: ${italianDate(due)}`]),
    ];
  const term =
    due === null
      ? null
      : isEstimate
        ? `Previsto entro ${italianDate(due)}`
        : `Entro ${italianDate(due)}${delay}`;
  const opens = state === 'ahead' && from !== null ? `Da ${italianDate(from)}` : null;
  return [opens, term].filter((one) => one !== null);
}

/** `null`: it waits for nothing that somebody else does. */
export function waitingInWords(
  { waitsFor, state, id }: YearStep,
  facts: Pick<YearFacts, 'windows' | 'rules' | 'terms'>,
  evaluator: string,
): string | null {
  // Also of a closed year, which leaves some of them as they were.
  if (id === 'objectives' && (state !== 'done' || facts.terms.open > 0))
    return `Fasi concluse: ${facts.terms.all - facts.terms.open} di ${facts.terms.all}.`;
  if (state === 'done' || state === 'not-asked') return null;
  const before = waitsFor.flatMap((one) => ('step' in one ? [inSentence(one.step, facts)] : []));
  const people = waitsFor.flatMap((one) => ('who' in one ? [one.who] : []));
  const sectors = people.filter((one) => one !== null);
  if (before.length > 0) return `Attende: ${listed(before)}.`;
  // Nobody owes it before it opens.
  if (sectors.length > 0) return state === 'ahead' ? null : `Da trasmettere: ${listed(sectors)}.`;
  if (id === 'validation' || id === 'measurement') return `Attende: ${evaluator}.`;
  return null;
}

/** What came before its turn; `null`: nothing. */
export const orderInWords = (
  { outOfOrder }: YearStep,
  facts: Pick<YearFacts, 'windows' | 'rules'>,
): string | null =>
  outOfOrder.length === 0
    ? null
    : `Registrato prima di: ${listed(outOfOrder.map((id) => inSentence(id, facts)))}.`;
