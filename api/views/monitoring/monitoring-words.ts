/** The Italian of the monitoring. */
import type { Cause, LineContent, Progress, Proposal } from '../../../domain/cycle/submission-line.js';
import type { SubmissionState } from '../../../domain/cycle/submission-state.js';
import type { SkippedBecause } from '../../../domain/cycle/windows.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { Submission, SubmissionEvent } from '../../../store/monitoring/submissions.js';
import { shortDate } from '../italian-time.js';

export const PROGRESS_WORDS: Readonly<Record<Progress, string>> = {
  'not-started': 'Non ancora avviato',
  'on-track': 'In linea con il piano',
  late: 'In ritardo',
  stopped: 'Fermo',
  done: 'Concluso',
};

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  external: "Fatti esterni all'ente",
  resources: 'Personale o risorse mancanti',
  priorities: 'Altre priorità sopraggiunte',
  dependency: 'Attesa di altri uffici o enti',
  estimate: 'Tempi o valori previsti male',
  other: 'Altro',
};

export const PROPOSAL_WORDS: Readonly<Record<Proposal, string>> = {
  confirm: "Confermare l'obiettivo com'è",
  correct: 'Confermarlo, con azioni correttive',
  vary: 'Proporre una variazione alla Giunta',
};

const STATE_WORDS: Readonly<Record<SubmissionState, string>> = {
  draft: 'Da compilare',
  transmitted: 'Trasmesso',
  acknowledged: 'Acquisito',
  returned: 'Restituito per integrazioni',
  reopened: 'Riaperto',
};

/** A badge of the colours that standings have. */
export const STATE_TONES: Readonly<Record<SubmissionState, string>> = {
  draft: 'to-do',
  transmitted: 'due-soon',
  acknowledged: 'done',
  returned: 'late',
  reopened: 'due-today',
};

export const SKIPPED_WORDS: Readonly<Record<SkippedBecause, string>> = {
  'closed-before-start':
    "Questa finestra si è chiusa prima dell'approvazione del piano: non è dovuta, e la successiva copre tutto il periodo.",
};

export const EVENT_WORDS: Readonly<Record<SubmissionEvent['kind'], string>> = {
  transmit: 'Trasmesso',
  acknowledge: 'Acquisito',
  return: 'Restituito per integrazioni',
  reopen: 'Riaperto',
  observe: 'Osservazione',
};

export const FIELD_WORDS: Readonly<Record<keyof LineContent, string>> = {
  progress: 'Stato di avanzamento',
  indicators: 'Valori degli indicatori',
  milestones: 'Fasi concluse',
  deviation: 'Scostamento',
  cause: 'Causa',
  causeText: 'Causa, in parole',
  remedy: 'Azione correttiva',
  proposal: 'Proposta',
  proposalText: 'Che cosa si propone',
  evidence: 'Riscontri',
};

/** "dal 01/01/2023 al 30/06/2023". */
export const periodOf = ({ window }: Submission): string =>
  `dal ${shortDate(window.coversFrom)} al ${shortDate(window.referenceOn)}`;

/** How it stands today, for whoever looks at the list. */
export function stateOn({ state, window, due }: Submission, today: CivilDate): string {
  if (state !== 'draft') return STATE_WORDS[state];
  if (today < window.opens) return `Si apre ${italianDate(window.opens)}`;
  return due < today ? 'Da compilare, oltre il termine' : STATE_WORDS.draft;
}
