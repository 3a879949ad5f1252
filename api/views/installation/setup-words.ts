/** The setup of a town in words: its place, its steps in order. */
import { cleanText } from '../../../mail/clean-text.js';
import type { TownSetup } from '../../../store/towns/town-setups.js';
import type { SetupStep } from '../../onboarding/town-setup.js';

/** Where setups stand. */
export const SETUPS = '/installazione/enti';

/** The last step: everything on one page, and the button that makes the town. */
export const SUMMARY = 'riepilogo';

export const STEP_TITLES: Readonly<Record<SetupStep | typeof SUMMARY, string>> = {
  ente: "L'ente",
  chiusure: 'Giorni di chiusura',
  parole: 'Come si dice qui',
  settori: 'Settori',
  persone: 'Persone e ruoli',
  avvisi: 'Avvisi',
  riepilogo: 'Riepilogo',
};

/** What a town being set up is called so far: typed, and not looked at by anybody yet. */
export const setupName = ({ answers }: Pick<TownSetup, 'answers'>): string =>
  cleanText(answers['ente']?.['nome'] ?? '', 80, 'Nuovo ente');
