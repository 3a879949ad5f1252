/** What a whole clause tells of a time: words left out because they were said before, what only happens, what is not due. */
import { date, examplesOf, external, monthEnd, period, recurring, relative, startOn } from './example.js';

const event = (day: string) => date(day, { role: 'event' });

export const LEFT_OUT = examplesOf(2025, [
  [
    'a part of the year by its number alone',
    'Piano di emergenza: entro il primo semestre la bozza, entro il secondo l’adozione',
    period('2025-01-01', '2025-06-30'),
    period('2025-07-01', '2025-12-31'),
  ],
  [
    'a part by its number, of another year',
    'I lavori inizieranno nel terzo trimestre e finiranno nel secondo del 2026',
    period('2025-07-01', '2025-09-30'),
    period('2026-04-01', '2026-06-30'),
  ],
  [
    'parts behind their noun',
    'Verifiche nei trimestri I e III',
    period('2025-01-01', '2025-03-31'),
    period('2025-07-01', '2025-09-30'),
  ],
  [
    'parts joined by a hyphen',
    '2°-3° bimestre: sviluppo',
    period('2025-03-01', '2025-04-30'),
    period('2025-05-01', '2025-06-30'),
  ],
  [
    'a later day of the month said before',
    'Entro il 1° ottobre l’avviso; entro il 31: raccolta delle candidature',
    date('2025-10-01'),
    date('2025-10-31'),
  ],
  [
    'another day of each month',
    'Cedolini entro il 20 di ogni mese e stipendi entro il 27',
    recurring('FREQ=MONTHLY;BYMONTHDAY=20'),
    recurring('FREQ=MONTHLY;BYMONTHDAY=27'),
  ],
  [
    'a day of several months',
    'Versamento entro il 16 dei mesi di aprile e luglio',
    date('2025-04-16'),
    date('2025-07-16'),
  ],
  [
    'a count after a comma',
    'Copie entro 3 giorni, 5 se la ricerca è complessa',
    relative('P3D', null),
    relative('P5D', null),
  ],
  [
    'a shortened term',
    'Rilascio entro 30 giorni dalla richiesta, ridotti a 20 per le imprese',
    relative('P30D', 'richiesta'),
    relative('P20D', 'richiesta'),
  ],
  [
    'the day of a monthly request',
    'Rimborsi: richiesta mensile entro il 5',
    recurring('FREQ=MONTHLY;BYMONTHDAY=5'),
  ],
  ['a lost sign between figures', 'Scadenza 31 12 2025', date('2025-12-31')],
  ['last days of quarters in a list', '31.03 - 30.06: report', date('2025-03-31'), date('2025-06-30')],
  [
    'the middle and the end of months',
    'Ritiro da metà gennaio a fine febbraio',
    period('2025-01-15', '2025-02-28'),
  ],
  ['months before a colon', 'gennaio/giugno: progettazione', period('2025-01-01', '2025-06-30')],
  ['a year behind what is brought to its end', 'Approvazione: 2026', period('2026-01-01', '2026-12-31')],
  ['one in each period', 'Indicatore: n. report (1 ogni bimestre)', recurring('FREQ=MONTHLY;INTERVAL=2')],
]);

export const ONLY_HAPPENS = examplesOf(2025, [
  ['a closure', 'Chiusura uffici il 14 agosto', event('2025-08-14')],
  ['an inauguration', 'Inaugurazione della biblioteca il 12 aprile', event('2025-04-12')],
  ['an event behind a colon', 'Elezioni dei rappresentanti: domenica 25 maggio', event('2025-05-25')],
  ['an event put off', 'In caso di pioggia l’evento è rinviato a domenica 14 settembre', event('2025-09-14')],
  [
    'a contract that runs out',
    'La convenzione scade il 31 dicembre 2026 ed è rinnovabile',
    event('2026-12-31'),
  ],
  [
    'a contract in brackets',
    'Gara mensa (contratto in scadenza al 31/08/2025) entro aprile',
    event('2025-08-31'),
    monthEnd('2025-04-30'),
  ],
  [
    'a suspended service',
    'Il servizio sarà sospeso dal 24 al 31 dicembre',
    event('2025-12-24'),
    event('2025-12-31'),
  ],
  ['a day marked as done', 'Avvio: 15/03/2025 (previsto); 22/04/2025 (effettivo)', date('2025-03-15')],
  ['an effective day', 'Data prevista: 15 settembre; data effettiva: 22 settembre', date('2025-09-15')],
  ['the first day of an appointment', 'Decorrenza assunzione: 01.10.2025', startOn('2025-10-01')],
  ['who was born', 'Possono iscriversi i nati dal 1° gennaio 2020 al 31 dicembre 2022'],
  ['a period gone by', 'Obiettivo raggiunto al 100% nel mese di ottobre 2024'],
  ['place and day of a signature', 'Fonte Nera, lì 3 maggio 2025'],
]);

export const NOT_DUE = examplesOf(2025, [
  [
    'not before a day',
    'La relazione non dovrà essere consegnata prima del 15 maggio',
    date('2025-05-15', { role: 'start-window' }),
  ],
  ['no term at all', 'Non è prevista alcuna scadenza al 30 giugno'],
  ['times nobody sets', 'Intervento nei tempi tecnici necessari'],
  ['a validity without colon', 'Validità dell’offerta 180 giorni dalla scadenza del termine'],
  ['what is due after all', 'Pagamento a 30 giorni dalla fattura', relative('P30D', 'fattura')],
  ['an unnamed adjective', 'Entro il termine contrattuale di 60 giorni', relative('P60D', null)],
  [
    'the signature of a contract',
    'Cauzione prima della firma del contratto',
    external('firma del contratto'),
  ],
  ['an approved calendar', 'Secondo il calendario approvato dalla Giunta', external('Giunta')],
]);
