/** During the year: monitoring, and until when things may be changed. */
import { type LegalRule, onDay, undisputed } from './legal-rule.js';

const LIMIT = 'È un limite al potere di variare, non un adempimento che scade: per prudenza non si proroga.';
const OWN_MONITORING =
  "La legge chiede il monitoraggio, non dice quando: le date sono quelle del SMVP o del regolamento dei controlli. L'uso è il 30 giugno e il 31 dicembre, con la relazione nel mese dopo.";

/** Part of `LEGAL_RULES`. */
export const RULES_OF_THE_YEAR: readonly LegalRule[] = [
  {
    id: 'monitoring-first',
    act: 'Monitoraggio del primo semestre',
    by: 'Responsabili; relazione alla Giunta',
    norm: 'art. 6 D.Lgs. 150/2009; SMVP',
    text: OWN_MONITORING,
    force: 'own-rules',
    readings: undisputed({ is: 'own-day', usual: onDay(7, 31) }),
    rolls: "È un termine che il Comune si dà: resta dov'è.",
    consequence: null,
    verified: false,
    source: 'regolamenti dei controlli interni (Palermo: semestrale)',
  },
  {
    id: 'monitoring-second',
    act: 'Monitoraggio del secondo semestre',
    by: 'Responsabili; relazione alla Giunta',
    norm: 'art. 6 D.Lgs. 150/2009; SMVP',
    text: OWN_MONITORING,
    force: 'own-rules',
    readings: undisputed({ is: 'own-day', usual: onDay(1, 31, 1) }),
    rolls: "È un termine che il Comune si dà: resta dov'è.",
    consequence: null,
    verified: false,
    source: 'regolamenti dei controlli interni (Palermo: semestrale)',
  },
  {
    id: 'urgent-variations',
    act: "Ratifica delle variazioni d'urgenza della Giunta",
    by: 'Consiglio comunale',
    norm: 'art. 175 c. 4 TUEL',
    text: 'Entro sessanta giorni da ciascuna, e comunque entro il 31 dicembre: qui è scritto il 31 dicembre.',
    force: 'law',
    readings: undisputed(onDay(12, 31)),
    rolls: "La ratifica resta dentro l'esercizio.",
    consequence: { says: 'Senza ratifica la variazione decade (art. 175 c. 4 e 5).', verified: false },
    verified: true,
    source: 'atti 2026 del Comune di Lamezia Terme',
  },
  {
    id: 'last-budget-variations',
    act: 'Ultime variazioni al bilancio',
    by: 'Consiglio comunale',
    norm: 'art. 175 c. 3 TUEL',
    text: 'Non oltre il 30 novembre, salvo i casi che la legge elenca.',
    force: 'law',
    readings: undisputed(onDay(11, 30)),
    rolls: LIMIT,
    consequence: null,
    verified: true,
    source: 'monicamontella.it, calendario di bilancio',
  },
  {
    id: 'last-peg-variations',
    act: 'Ultime variazioni al PEG',
    by: 'Giunta',
    norm: 'art. 175 c. 9 TUEL',
    text: 'Non oltre il 15 dicembre.',
    force: 'law',
    readings: undisputed(onDay(12, 15)),
    rolls: LIMIT,
    consequence: null,
    verified: false,
    source: null,
  },
];
