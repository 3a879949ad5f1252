/** The Italian of the pages for every code of the program; a new code without a word does not compile. */
import type { Rung } from '../../domain/obligations/ladder.js';
import type { PassedOverReason } from '../../domain/obligations/notice.js';
import type { ObligationKind } from '../../domain/obligations/obligation.js';
import { actCited as cited, ORGANS_SHORT } from '../../domain/plan/act-cited.js';
import type { LintCode } from '../../domain/plan/plan-document.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { DigestFate } from '../../store/notices/digest-fate.js';
import type { DigestKind } from '../../store/notices/digests.js';
import type { Organ } from '../../store/plan/acts.js';
import type { AuditChannel } from '../../store/register/audit.js';
import type { StandingCode } from '../queries/standing-code.js';

export const STANDINGS: Readonly<Record<StandingCode, string>> = {
  late: 'Scaduta – senza riscontro',
  'late-disclaimed': 'Scaduta – competenza da decidere',
  'late-explained': 'Scaduta – motivata',
  'before-start': "Termine anteriore all'avvio",
  'due-today': 'Scade oggi',
  'due-soon': 'In scadenza',
  'to-do': 'Da fare',
  undetermined: 'Termine esterno da definire',
  unmet: 'Non conclusa alla chiusura',
  done: 'Conclusa',
  'done-late': 'Conclusa oltre il termine',
  waived: 'Non più dovuta',
};

/** What a notice is called, and which of its kind it is. */
export const RUNGS_IN_WORDS: Readonly<Record<Rung, string>> = {
  'before-start': "Termine anteriore all'avvio: conferma",
  'first-notice': 'Primo promemoria',
  'ten-days': 'Promemoria a 10 giorni lavorativi',
  'three-days': 'Promemoria a 3 giorni lavorativi',
  'due-day': 'Scade oggi',
  'late-1': 'Sollecito, 1 giorno lavorativo dopo',
  'late-3': 'Sollecito, 3 giorni lavorativi dopo',
  'late-7': 'Preavviso di comunicazione al Sindaco',
  'late-8': 'Comunicazione al Sindaco',
  'weekly-1': 'Sollecito settimanale 1 di 4',
  'weekly-2': 'Sollecito settimanale 2 di 4',
  'weekly-3': 'Sollecito settimanale 3 di 4',
  'weekly-4': 'Sollecito settimanale 4 di 4',
};

export const PASSED_OVER: Readonly<Record<PassedOverReason, string>> = {
  'before-notices': "cadeva prima dell'inizio degli avvisi",
  explained: 'il ritardo era motivato',
  'higher-rung': "nello stesso giorno è partito l'avviso più urgente",
  'former-owner': 'quel giorno la scadenza era a carico di un altro ruolo',
  'no-round': 'in quel giorno non è partito alcun invio',
};

export const ORGANS_IN_WORDS: Readonly<Record<Organ, readonly [name: string, short: string]>> = {
  giunta: ['Giunta comunale', ORGANS_SHORT.giunta],
  consiglio: ['Consiglio comunale', ORGANS_SHORT.consiglio],
  commissario: ['Commissario', ORGANS_SHORT.commissario],
  sindaco: ['Sindaco (decreto)', ORGANS_SHORT.sindaco],
  segretario: ['Segretario (determinazione)', ORGANS_SHORT.segretario],
  responsabile: ['Responsabile (determinazione)', ORGANS_SHORT.responsabile],
  other: ['Altro organo', ORGANS_SHORT.other],
};

/** "G.C. n. 21 del 28/2/2023": how acts are cited. Empty where there is none. */
export function actCited(act: {
  readonly organ: Organ | null;
  readonly actNumber: string | null;
  readonly actDate: CivilDate | null;
}): string {
  const { organ, actNumber: number, actDate: date } = act;
  return organ === null || number === null || date === null ? '' : cited({ organ, number, date });
}

export const DIGEST_STATES: Readonly<Record<DigestFate, string>> = {
  frozen: 'In spedizione',
  sent: 'Accettato dal server',
  refused: 'Rifiutato dal server',
  bounced: 'Tornato indietro',
  'given-up': 'Non spedito',
  trial: 'In prova, non spedito',
  unknown: 'Non si sa: prima di un ripristino',
  'on-paper': 'Da consegnare a mano',
  'handed-over': 'Consegnato a mano',
};

export const DIGEST_KINDS: Readonly<Record<DigestKind, string>> = {
  daily: 'Avvisi del giorno',
  alert: 'Da vedere oggi',
};

export const CHANNELS: Readonly<Record<AuditChannel, string>> = {
  page: 'dalle pagine',
  api: 'da un programma (API)',
  'mail-answer': "dal collegamento dell'avviso",
  workflow: 'dal sistema',
  cli: 'da riga di comando',
};

export const LINT_TITLES: Readonly<Record<LintCode, string>> = {
  'weights-sum': 'I pesi non sommano a 100',
  'missing-weight': 'Peso non indicato',
  'numbering-gap': 'Salto nella numerazione',
  'numbering-duplicate': 'Numero ripetuto',
  'undated-objective': 'Nessuna data',
  'weekend-date': 'Data in giorno di chiusura',
  'wrong-year': 'Anno diverso da quello del piano',
  'past-date': "Data anteriore all'atto",
  'invalid-date': 'Giorno che non esiste',
  'multiple-milestones-without-subweights': 'Più fasi con un solo peso',
  'external-term': 'Termine fissato altrove',
  'markup-in-text': 'Marcature HTML nel testo',
};

export const OBLIGATION_KINDS: Readonly<Record<ObligationKind, string>> = {
  milestone: 'Fase',
  monitoring: 'Monitoraggio',
  'self-evaluation': 'Autovalutazione',
  measurement: 'Misurazione',
  question: 'Domanda del Nucleo',
  act: 'Atto',
  validation: 'Validazione',
  transmission: 'Trasmissione',
  publication: 'Pubblicazione',
};
