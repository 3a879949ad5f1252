/** Words for the codes that a change of the history holds. */
import { PUBLISHED_DOCUMENTS } from '../../../domain/relazione/published-documents.js';
import { STEP_NAMES } from '../cycle/cycle-words.js';
import { PAPER_NAMES } from '../signed/signed-words.js';
import { RUNGS_IN_WORDS } from '../words.js';

/** Whatever the field. */
export const VALUES: Readonly<Record<string, string>> = {
  open: 'aperta',
  done: 'conclusa',
  waived: 'non più dovuta',
  superseded: 'superata',
  draft: 'bozza',
  transmitted: 'trasmesso',
  acknowledged: 'acquisito',
  returned: 'restituito',
  reopened: 'riaperto',
  trial: 'in prova',
  live: 'in esercizio',
  stopped: 'fermata',
  validated: 'validata',
  'with-observations': 'validata con osservazioni',
  'not-validated': 'non validata',
  'in-progress': 'in corso',
  'not-mine': 'non di sua competenza',
  transmit: 'trasmesso',
  acknowledge: 'acquisito',
  return: 'restituito',
  reopen: 'riaperto',
  observe: 'osservazione',
  proposed: 'proposto',
  'self-evaluated': 'autovalutato',
  'reason-given': 'motivato',
  decided: 'deciso',
  met: 'soddisfatto',
  'with-remarks': 'con osservazioni',
  'not-met': 'non soddisfatto',
  'not-applicable': 'non applicabile',
  declared: 'dichiarato',
  abstained: 'astensione',
  'taken-back': 'ritirata',
  head: 'Responsabile',
  'vice-secretary': 'Vice Segretario',
  secretary: 'Segretario',
  mayor: 'Sindaco',
  oiv: 'Nucleo',
  rpct: 'RPCT',
  assessor: 'Assessore',
  'as-written': 'come scritta',
  'other-words': 'con altre parole',
  withheld: 'non pubblicata',
};

/** By field, where a code means something there alone. */
export const VALUES_OF_FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  document: Object.fromEntries(PUBLISHED_DOCUMENTS.map(({ id, title }) => [id, title])),
  kind: PAPER_NAMES,
  rung: RUNGS_IN_WORDS,
  step: STEP_NAMES,
};
