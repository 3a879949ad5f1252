/** Months, parts of the year, windows, whole years. */
import { date, examplesOf, monthEnd, period } from './example.js';

export const MONTHS_AND_PERIODS = examplesOf(2025, [
  ['a month is its last day', 'Ricognizione entro ottobre', monthEnd('2025-10-31')],
  ['"il mese di"', 'Adesioni entro il mese di novembre', monthEnd('2025-11-30')],
  ['"nel mese di"', "L'inventario si fa nel mese di agosto", monthEnd('2025-08-31')],
  ['"entro la fine di"', 'Nomina dei tutor entro la fine di marzo', monthEnd('2025-03-31')],
  ['month and year', 'Avvio dei corsi settembre 2026', monthEnd('2026-09-30')],
  ['"del" before the year', 'Copertura da ultimare entro maggio del 2026', monthEnd('2026-05-31')],
  ['abbreviation and two digits', 'Sondaggio giu-26', monthEnd('2026-06-30')],
  ['month in figures', 'Affidamento entro 11/2026', monthEnd('2026-11-30')],
  [
    'months of a list',
    'Tre rate nei mesi di marzo, giugno e ottobre',
    monthEnd('2025-03-31'),
    monthEnd('2025-06-30'),
    monthEnd('2025-10-31'),
  ],
  [
    '"fine mese" cannot be known',
    'Sfalcio da chiudere entro fine mese',
    { kind: 'month-end', needs: 'mese corrente' },
  ],
  [
    'semester in roman numerals',
    'Portale attivo entro il I semestre 2026',
    period('2026-01-01', '2026-06-30'),
  ],
  ['quarter with its sign', 'Bonifica archivio: 3° trim. 2025 - 60%', period('2025-07-01', '2025-09-30')],
  ['four months in words', 'Referto entro il secondo quadrimestre', period('2025-05-01', '2025-08-31')],
  ['two months', 'Ricognizione mutui: 5° bimestre', period('2025-09-01', '2025-10-31')],
  ['the last quarter', "Verifica nell'ultimo trimestre dell'anno", period('2025-10-01', '2025-12-31')],
  [
    'two parts share their unit',
    'Stato di attuazione: I e II semestre 2026',
    period('2026-01-01', '2026-06-30'),
    period('2026-07-01', '2026-12-31'),
  ],
  ['the name before the number', 'Collaudi: semestre 2 del 2026', period('2026-07-01', '2026-12-31')],
  ['a quarter in the spreadsheet’s way', 'Rilascio modulo Q3 2026', period('2026-07-01', '2026-09-30')],
  ['ten days', 'Potature entro la seconda decade di febbraio', period('2025-02-11', '2025-02-20')],
  ['the last ten days', "Riunione nell'ultima decade di gennaio", period('2025-01-21', '2025-01-31')],
  ['half a month', 'Sopralluoghi nella seconda metà di agosto', period('2025-08-16', '2025-08-31')],
  ['fifteen days', 'Invio nella prima quindicina di giugno', period('2025-06-01', '2025-06-15')],
  ['a week of a month', 'Traslochi nella prima settimana di settembre', period('2025-09-01', '2025-09-07')],
  [
    'the first days of a month',
    'Avvisi spediti entro i primi di ottobre',
    period('2025-10-01', '2025-10-10'),
  ],
  [
    'so many first days',
    'Presenze da inviare nei primi cinque giorni di luglio',
    period('2025-07-01', '2025-07-05'),
  ],
  ['the beginning of a month', 'Bollettini: inizio ottobre', period('2025-10-01', '2025-10-10')],
  ['half a year', "Mappa dei servizi nella seconda metà dell'anno", period('2025-07-01', '2025-12-31')],
  ['the first months of a year', 'Avvio nei primi quattro mesi del 2026', period('2026-01-01', '2026-04-30')],
  ['a bare year', 'Conclusione entro il 2027', period('2027-01-01', '2027-12-31')],
  ["the year's end", 'Il parco apre entro fine anno', period('2025-01-01', '2025-12-31')],
  [
    "the year's end, with articles",
    "Il parco apre entro la fine dell'anno",
    period('2025-01-01', '2025-12-31'),
  ],
  ['"entro l’anno"', "Contratti da rinnovare entro l'anno", period('2025-01-01', '2025-12-31')],
  [
    '"nel corso del"',
    'Nel corso del 2026 gli uffici adottano il fascicolo digitale',
    period('2026-01-01', '2026-12-31'),
  ],
  ['the whole year', "Presidio dei parchi: tutto l'anno 2026", period('2026-01-01', '2026-12-31')],
  ['next year', 'Gara da bandire nel prossimo anno', period('2026-01-01', '2026-12-31')],
  [
    'a window in which to do something',
    'Domande di iscrizione dal 10 gennaio al 28 febbraio',
    period('2025-01-10', '2025-02-28'),
  ],
  [
    'a window that shares its month',
    'Raccolta adesioni dal 5 al 20 maggio',
    period('2025-05-05', '2025-05-20'),
  ],
  [
    'a window between hours',
    'Candidature dalle ore 8 del 3 marzo alle ore 24 del 4 aprile',
    period('2025-03-03', '2025-04-04'),
  ],
  [
    'a window over the new year',
    'Presentazione istanze dal 15 dicembre al 31 gennaio',
    period('2025-12-15', '2026-01-31'),
  ],
  ['a window of months', 'Sfalci da aprile a ottobre', period('2025-04-01', '2025-10-31')],
  ['a window with a dash', 'Stesura progetto: 01/03/2026 - 20/05/2026', period('2026-03-01', '2026-05-20')],
  ['months with a dash', 'Formazione: marzo-maggio 2026', period('2026-03-01', '2026-05-31')],
  [
    'a start beside a deadline opens the window',
    'Istanze a partire dal 2 maggio, entro il 31 maggio',
    date('2025-05-31'),
    date('2025-05-02', { role: 'start-window' }),
  ],
]);

export const LEAP_YEAR = examplesOf(2028, [
  ['February of a leap year', 'Piano neve entro febbraio', monthEnd('2028-02-29')],
]);
