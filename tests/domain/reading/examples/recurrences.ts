/** What comes back: frequencies, days of each month, weekdays, days of each year. */
import { date, examplesOf, NO_SUCH_DAY, recurring, relative } from './example.js';

export const RECURRENCES = examplesOf(2025, [
  ['"con cadenza"', 'Prospetto delle presenze con cadenza mensile', recurring('FREQ=MONTHLY')],
  ['"con periodicità"', 'Registro riesaminato con periodicità annuale', recurring('FREQ=YEARLY')],
  ['"cadenza almeno"', 'Versamenti con cadenza almeno settimanale', recurring('FREQ=WEEKLY')],
  ['"cadenza di"', 'Riunioni con cadenza di 15 giorni', recurring('FREQ=DAILY;INTERVAL=15')],
  ['"a scadenza"', 'Quote riscosse a scadenza semestrale', recurring('FREQ=MONTHLY;INTERVAL=6')],
  ['an adverb', 'Le somme sono riversate bimestralmente', recurring('FREQ=MONTHLY;INTERVAL=2')],
  ['each day', 'Le giacenze si controllano giornalmente', recurring('FREQ=DAILY')],
  ['"ogni" and days', 'Incassi versati ogni dieci giorni', recurring('FREQ=DAILY;INTERVAL=10')],
  [
    '"ogni" and weeks',
    'La cabina di regia si riunisce ogni due settimane',
    recurring('FREQ=WEEKLY;INTERVAL=2'),
  ],
  ['"ogni" and months', 'Quadro dei consumi ogni quattro mesi', recurring('FREQ=MONTHLY;INTERVAL=4')],
  ['"ogni" and years', 'Prova di evacuazione ogni tre anni', recurring('FREQ=YEARLY;INTERVAL=3')],
  [
    '"ogni" and a part of the year',
    'Il revisore verifica la cassa ogni trimestre',
    recurring('FREQ=MONTHLY;INTERVAL=3'),
  ],
  ['"tutti i mesi"', 'La scheda si compila tutti i mesi', recurring('FREQ=MONTHLY')],
  ['once a month', 'Il backup è provato (una volta al mese)', recurring('FREQ=MONTHLY')],
  [
    'so many times a year, spread evenly',
    "La consulta si convoca tre volte l'anno",
    recurring('FREQ=MONTHLY;INTERVAL=4'),
  ],
  [
    'so many times a week',
    'Cestini svuotati tre volte alla settimana',
    recurring('FREQ=WEEKLY', { times: 3 }),
  ],
  [
    'once every so many',
    'Le commissioni si riuniscono una volta ogni due mesi',
    recurring('FREQ=MONTHLY;INTERVAL=2'),
  ],
  [
    'an adjective of what is done',
    'Aggiornamento semestrale del catalogo',
    recurring('FREQ=MONTHLY;INTERVAL=6'),
  ],
  ['fifteen days as an adjective', 'Ritiro quindicinale dei registri', recurring('FREQ=WEEKLY;INTERVAL=2')],
  [
    'twice a week as an adjective',
    'Lavaggio bisettimanale delle strade',
    recurring('FREQ=WEEKLY', { times: 2 }),
  ],
  ['an adjective alone in its cell', 'Elenco immobili | Annuale', recurring('FREQ=YEARLY')],
  [
    'an adjective of a thing with its own day',
    'Relazione semestrale sugli appalti entro il 15 luglio',
    date('2025-07-15'),
  ],
  ['an adjective that is only a name', 'Stesura del piano annuale dei controlli'],
  ['an amount by the year', 'Canone annuo ridotto per le associazioni'],
  [
    'a day of each month',
    "Entro il 20 di ogni mese l'ufficio aggiorna il cruscotto",
    recurring('FREQ=MONTHLY;BYMONTHDAY=20'),
  ],
  [
    'the last day of each month',
    "Quadratura l'ultimo giorno di ogni mese",
    recurring('FREQ=MONTHLY;BYMONTHDAY=-1'),
  ],
  [
    'the first days of each month',
    'Versamento entro i primi cinque giorni di ogni mese',
    recurring('FREQ=MONTHLY;BYMONTHDAY=5'),
  ],
  [
    'a working day of the month',
    'Presenze entro il terzo giorno lavorativo del mese',
    recurring('FREQ=MONTHLY;BYMONTHDAY=3', { calendar: 'working' }),
  ],
  [
    'a day of the next month',
    "L'albergatore versa entro il giorno venti del mese successivo",
    recurring('FREQ=MONTHLY;BYMONTHDAY=20'),
  ],
  [
    'frequency and day are one',
    'Ore comunicate mensilmente entro il giorno 5 del mese seguente',
    recurring('FREQ=MONTHLY;BYMONTHDAY=5'),
  ],
  [
    'frequency and lone day are one',
    'Ore comunicate mensilmente, entro il 5',
    recurring('FREQ=MONTHLY;BYMONTHDAY=5'),
  ],
  [
    'the month after each quarter',
    'Diritti versati entro il 10 del mese successivo al trimestre',
    recurring('FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'),
  ],
  [
    'quarterly, the month after',
    'Diritti versati trimestralmente entro il 10 del mese successivo',
    recurring('FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'),
  ],
  [
    'the end of each semester',
    "Cassa verificata l'ultimo giorno di ogni semestre",
    recurring('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'),
  ],
  [
    'a day of every year',
    'Programma approvato entro il 15 marzo di ogni anno',
    recurring('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15'),
  ],
  [
    '"ogni anno" before the day',
    'Ogni anno, entro il 15 marzo, si approva il programma',
    recurring('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15'),
  ],
  [
    '"annualmente" before the day',
    'Tariffe riviste annualmente entro il 30 novembre',
    recurring('FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30'),
  ],
  [
    'a month of every year',
    'La Giunta relaziona nel mese di aprile di ciascun esercizio',
    recurring('FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1'),
  ],
  [
    'two days of every year are two rules',
    'Registri entro il 30 aprile e il 31 ottobre di ogni anno',
    recurring('FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30'),
    recurring('FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=31'),
  ],
  [
    'as many days as turns',
    'Elenco pubblicato ogni sei mesi, entro il 31 gennaio e il 31 luglio',
    recurring('FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31'),
    recurring('FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=31'),
  ],
  [
    'every so many years on a day',
    'Indagine ogni due anni entro il 30 giugno',
    recurring('FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=30'),
  ],
  ['a day that no year has', 'Verifica entro il 31 giugno di ogni anno', NO_SUCH_DAY],
  ['weekdays', 'Pulizia fontane: il martedì e il sabato', recurring('FREQ=WEEKLY;BYDAY=TU,SA')],
  ['"ogni" and a weekday', 'Giro di controllo ogni giovedì', recurring('FREQ=WEEKLY;BYDAY=TH')],
  [
    'a weekday of the month',
    'Riunione di staff il secondo mercoledì del mese',
    recurring('FREQ=MONTHLY;BYDAY=2WE'),
  ],
  [
    'the last weekday of the month',
    "Ritiro l'ultimo venerdì di ogni mese",
    recurring('FREQ=MONTHLY;BYDAY=-1FR'),
  ],
  [
    'two weekdays of the month',
    'Pacchi il primo e il terzo lunedì del mese',
    recurring('FREQ=MONTHLY;BYDAY=1MO,3MO'),
  ],
  ['opening hours are no duty', 'Sportello aperto il martedì e il giovedì dalle 9 alle 12'],
  ['a penalty by the day', 'Penale di 50 euro per ogni giorno di ritardo'],
  [
    'the day a recurrence starts from',
    'Report mensile dal 1° marzo',
    recurring('FREQ=MONTHLY', { dtstart: '2025-03-01' as never }),
  ],
  [
    'days counted from each period stay relative',
    'Rendiconto trimestrale entro 10 giorni dalla fine del trimestre',
    relative('P10D', 'fine del trimestre'),
  ],
]);
