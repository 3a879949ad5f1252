/** The page of a month's seals for the protocol register, in words. */
import type { PrintedSeals } from '../../../documents/printed/seal-pdf.js';
import { type CivilDate, lastDayOfMonth, monthOf, yearOf } from '../../../domain/time/civil-date.js';
import { instantAt } from '../../../domain/time/zone.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { SealSummary } from '../../../store/register/seals.js';

/** "giugno 2023"; `day` is any of it. */
export const monthInWords = (day: CivilDate): string => italianDate(day).split(' ').slice(2).join(' ');

/** "30 catene, 211 voci". */
export const coveredInWords = ({ chains, entries }: Pick<SealSummary, 'chains' | 'entries'>): string =>
  `${counted(chains, 'catena', 'catene')}, ${counted(entries, 'voce', 'voci')}`;

/** The same month gives the same words, whenever it is printed. */
export function printedSeals(
  town: { readonly name: string; readonly zone: string },
  month: CivilDate,
  seals: readonly SealSummary[],
): PrintedSeals {
  const name = monthInWords(month);
  return {
    title: `Sigillo del Registro degli avvisi – ${name}`,
    town: town.name,
    footer: `${town.name} – Sigillo del Registro degli avvisi, ${name}`,
    paragraphs: [
      `Il Registro degli avvisi del ciclo della performance (${town.name}) è formato da catene di voci, una per obiettivo, settore o ciclo: ogni voce porta l’impronta della precedente. Ogni settimana le ultime voci di tutte le catene ricevono insieme un sigillo, cioè un’impronta SHA-256.`,
      'Questo documento riporta i sigilli del mese. Registrato al protocollo, ne attesta la data: da quel momento nessuna voce che essi comprendono può essere cambiata, tolta o aggiunta senza che il confronto lo mostri.',
      'Le voci contengono identificativi, codici e giorni, non nomi né testi. Un dossier estratto dal registro riporta i propri sigilli e si controlla con il comando «traguardo verify».',
    ],
    caption: `Sigilli di ${name}`,
    seals: seals.map((seal) => ({
      week: `dal ${italianDate(seal.week)}`,
      day: italianDate(seal.day),
      covers: coveredInWords(seal),
      hash: seal.hash,
    })),
    madeAt: instantAt(lastDayOfMonth(yearOf(month), monthOf(month)), 12 * 60, town.zone),
  };
}
