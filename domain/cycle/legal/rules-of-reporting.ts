/** After the year: rendiconto, Relazione, validation, publication. */
import { type LegalRule, onDay, undisputed } from './legal-rule.js';

const DIRECT =
  "L'art. 10 obbliga tutte le amministrazioni: il 30 giugno è un termine di legge anche per i Comuni.";
const OWN =
  "L'art. 10 non è tra quelli che l'art. 16 c. 2 estende ai Comuni: il 30 giugno vale se lo dice il SMVP, e con la data che dice.";

/** Part of `LEGAL_RULES`. */
export const RULES_OF_REPORTING: readonly LegalRule[] = [
  {
    id: 'rendiconto',
    act: 'Rendiconto della gestione',
    by: 'Consiglio comunale',
    norm: 'art. 227 c. 2 TUEL',
    text: "Entro il 30 aprile dell'anno dopo.",
    force: 'law',
    readings: undisputed(onDay(4, 30, 1)),
    rolls: true,
    consequence: { says: "La procedura dell'art. 141 c. 2 TUEL, come per il bilancio.", verified: false },
    verified: true,
    source: 'atti 2026 del Comune di Avella',
  },
  {
    id: 'relazione',
    act: 'Relazione sulla performance',
    by: 'Giunta',
    norm: 'art. 10 c. 1 lett. b e c. 1-bis, art. 16 c. 2 D.Lgs. 150/2009',
    text: "Entro il 30 giugno dell'anno dopo, approvata e validata.",
    force: 'own-rules',
    readings: [
      { id: 'own-rules', says: OWN, cases: [{ when: 'always', term: onDay(6, 30, 1) }] },
      { id: 'direct', says: DIRECT, cases: [{ when: 'always', term: onDay(6, 30, 1) }] },
      {
        id: 'with-rendiconto',
        says: 'Gli enti locali possono unirla al rendiconto (c. 1-bis): allora conta il suo termine.',
        cases: [{ when: 'always', term: onDay(4, 30, 1) }],
      },
    ],
    rolls: true,
    consequence: {
      says: 'Senza Relazione validata non si accede ai premi (art. 14 c. 6).',
      verified: true,
    },
    verified: true,
    source: 'medicoeleggi.com, D.Lgs. 74/2017 art. 8; consulenzalt.it',
  },
  {
    id: 'validation',
    act: 'Validazione della Relazione',
    by: 'Nucleo di valutazione o OIV',
    norm: 'art. 14 c. 4 lett. c e c. 6 D.Lgs. 150/2009',
    text: 'Non ha un giorno suo: la Relazione si approva già validata entro il 30 giugno. Il 15 settembre della delibera CIVIT 6/2012 è superato.',
    force: 'own-rules',
    readings: undisputed(onDay(6, 30, 1)),
    rolls: true,
    consequence: {
      says: 'È la condizione inderogabile per accedere ai premi.',
      verified: true,
    },
    verified: true,
    source: 'consulenzalt.it; medicoeleggi.com, D.Lgs. 74/2017 art. 8',
  },
  {
    id: 'relazione-published',
    act: 'Relazione e validazione in Amministrazione trasparente',
    by: 'RPCT o chi pubblica',
    norm: 'art. 10 c. 8 D.Lgs. 150/2009; art. 20 D.Lgs. 33/2013',
    text: '«Tempestivamente»: la legge non dice quanti giorni.',
    force: 'law',
    readings: undisputed({ is: 'at-once', base: 'relazione' }),
    rolls: true,
    consequence: null,
    verified: false,
    source: "performance.gov.it; iccd.cultura.gov.it (l'obbligo; il «tempestivo» a memoria)",
  },
  {
    id: 'delay-notice',
    act: 'Motivi del ritardo al Dipartimento della funzione pubblica',
    by: 'chi firma il Piano o la Relazione',
    norm: 'art. 10 c. 5 D.Lgs. 150/2009',
    text: 'Se il Piano o la Relazione tardano, i motivi si comunicano subito.',
    force: 'own-rules',
    readings: undisputed({ is: 'at-once', base: null }),
    rolls: true,
    consequence: null,
    verified: true,
    source: 'performance.gov.it; Città metropolitana di Cagliari',
  },
];
