/** PEG, PIAO, individual objectives: what the year is measured by. */
import { type LegalRule, onDay, undisputed } from './legal-rule.js';

/** Part of `LEGAL_RULES`. */
export const RULES_OF_THE_PLAN: readonly LegalRule[] = [
  {
    id: 'peg',
    act: 'Piano esecutivo di gestione',
    by: 'Giunta',
    norm: 'art. 169 c. 1 e 3 TUEL',
    text: "Entro venti giorni dall'approvazione del bilancio: individua gli obiettivi della gestione e li affida ai Responsabili con le dotazioni.",
    force: 'law',
    readings: undisputed({ is: 'after', base: 'budget', days: 20 }),
    rolls: true,
    scope: {
      of: 'population',
      from: 5000,
      under: 'optional',
      says: 'Sotto i 5.000 abitanti il PEG è facoltativo.',
    },
    consequence: null,
    verified: true,
    source: 'brocardi.it e officeadvice.it, art. 169 TUEL',
  },
  {
    id: 'piao',
    act: 'PIAO, con il Piano della performance',
    by: 'Giunta',
    norm: 'art. 6 D.L. 80/2021; artt. 7, 8 c. 2 e 11 D.M. 132/2022',
    text: 'Entro il 31 gennaio; se il termine del bilancio è differito, trenta giorni dopo quello di approvazione dei bilanci.',
    force: 'law',
    readings: [
      {
        id: 'deferred-term',
        says: 'I trenta giorni si contano dal termine del bilancio come differito, per tutti.',
        cases: [
          { when: 'deferred', term: { is: 'after', base: 'budget-term', days: 30 } },
          { when: 'always', term: onDay(1, 31) },
        ],
      },
      {
        id: 'own-approval',
        says: "I trenta giorni si contano dal giorno in cui l'ente ha approvato il bilancio; chi lo ha approvato entro il 31 dicembre resta al 31 gennaio.",
        cases: [
          { when: 'deferred-on-time', term: onDay(1, 31) },
          { when: 'deferred', term: { is: 'after', base: 'budget', days: 30 } },
        ],
      },
    ],
    rolls: true,
    since: 2023,
    scope: {
      of: 'employees',
      from: 51,
      under: 'simplified',
      says: 'Fino a 50 dipendenti il PIAO è in forma semplificata: la sezione performance non è chiesta, ma senza obiettivi non ci sono valutazione né premi.',
    },
    consequence: {
      says: 'Niente retribuzione di risultato ai dirigenti che hanno concorso a ometterlo, niente assunzioni né incarichi (art. 10 c. 5 D.Lgs. 150/2009; art. 19 c. 5 lett. b D.L. 90/2014).',
      verified: true,
    },
    verified: true,
    source: 'actainfo.it; bilancioecontabilita.it; gruppodelfino.it; anci.fvg.it',
  },
  {
    id: 'piao-sent',
    act: 'PIAO pubblicato e inviato al Dipartimento della funzione pubblica',
    by: 'chi ne è incaricato',
    norm: 'art. 6 c. 4 D.L. 80/2021',
    text: "All'approvazione: sul sito dell'ente e sul portale del Dipartimento.",
    force: 'law',
    readings: undisputed({ is: 'at-once', base: 'piao' }),
    rolls: true,
    since: 2023,
    consequence: null,
    verified: true,
    source: 'PIAO 2026-2028 del Comune di Avella',
  },
  {
    id: 'individual-objectives',
    act: 'Obiettivi individuali ai collaboratori',
    by: 'ciascun Responsabile',
    norm: 'SMVP',
    text: "Da 15 a 30 giorni dopo il Piano, secondo l'uso: la data giusta è nel SMVP.",
    force: 'custom',
    readings: undisputed({ is: 'after', base: 'piao', days: 30 }),
    rolls: 'Non è un termine di legge.',
    consequence: null,
    verified: false,
    source: null,
  },
];
