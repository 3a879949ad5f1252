/** The words of *Relazione*: its texts, its versions and formats, what is missing, why it was frozen. */
import type { MissingInRelazione } from '../../../domain/cycle/missing-in-relazione.js';
import type { SubmissionState } from '../../../domain/cycle/submission-state.js';
import type { RelazioneVersion } from '../../../domain/relazione/relazione.js';
import type { RelazioneText } from '../../../domain/relazione/relazione-facts.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { Snapshot } from '../../../store/relazione/relazione.js';
import type { Action } from '../../rights.js';
import { shortDate } from '../italian-time.js';
import { titleOf } from '../obligations/obligation-parts.js';

export const TEXT_TITLES: Readonly<Record<RelazioneText, string>> = {
  presentation: 'Presentazione',
  context: 'Contesto e risorse',
  tree: 'Albero della performance',
  objectives: 'Obiettivi e risultati: introduzione',
  process: 'Come si è misurato e valutato',
};

/** Versions as addresses name them. */
export const VERSION_PATHS: Readonly<Record<RelazioneVersion, string>> = {
  internal: 'interna',
  publication: 'pubblicazione',
};

export const VERSION_TITLES: Readonly<Record<RelazioneVersion, string>> = {
  internal: 'Interna',
  publication: 'Per la pubblicazione',
};

export const CAUSES: Readonly<Record<Snapshot['cause'], string>> = {
  transmission: 'Trasmissione al Nucleo',
  adoption: 'Atto di adozione',
  approval: 'Atto di approvazione',
  'new-version': 'Nuova versione',
};

const SUBMISSION_WORDS: Readonly<Record<SubmissionState, string>> = {
  draft: 'non ancora trasmesso',
  transmitted: 'trasmesso, da acquisire',
  acknowledged: 'acquisito',
  returned: 'restituito, in attesa di integrazioni',
  reopened: 'riaperto, da trasmettere di nuovo',
};

/** What one must be allowed in order to open the page on which it is put right. */
export const MISSING_ACTIONS = {
  submission: 'monitoring.read',
  'variation-act': 'plan.read',
  'implicit-term': 'objectives.read',
  figure: 'measurement.read',
  degree: 'measurement.read',
  reason: 'measurement.read',
} as const satisfies Readonly<Record<MissingInRelazione['is'], Action>>;

/** One thing that is missing, and the page on which it is put right. */
export function missingLine(
  missing: MissingInRelazione,
  year: number,
): { readonly text: string; readonly href: string } {
  switch (missing.is) {
    case 'submission':
      return {
        text: `${missing.window}, ${missing.sector}: ${SUBMISSION_WORDS[missing.state]}`,
        href: `/monitoraggio/${missing.id}`,
      };
    case 'variation-act':
      return {
        text: `Variazione con decorrenza ${shortDate(missing.from)}: manca l'atto`,
        href: `/piano/variazioni?anno=${year}`,
      };
    case 'implicit-term':
      return {
        text: `${named(missing)}: il piano non dà un termine e nessuno ha detto se è concluso`,
        href: `/obiettivi/${missing.objective.id}`,
      };
    case 'figure':
      return {
        text: `${named(missing)}: in attesa del dato (${missing.for}${missing.until === null ? '' : `, entro ${italianDate(missing.until)}`})`,
        href: `/misurazione?anno=${year}`,
      };
    case 'degree':
      return { text: `${named(missing)}: grado da decidere`, href: `/misurazione?anno=${year}` };
    case 'reason':
      return {
        text: `${named(missing)}: sotto il 100 e senza motivazione`,
        href: `/misurazione?anno=${year}`,
      };
  }
}

const named = ({
  sector,
  objective: { number, title },
}: Extract<MissingInRelazione, { readonly objective: unknown }>): string =>
  `${sector}, ${titleOf({ number, objective: title })}`;
