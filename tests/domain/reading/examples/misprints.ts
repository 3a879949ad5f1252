/** What keyboards, scanners and line breaks do to a phrase. */
import { date, examplesOf, monthEnd, period, relative } from './example.js';

export const MISPRINTS = examplesOf(2025, [
  ['no space before the month', 'Notifica entro il 31dicembre', date('2025-12-31')],
  ['no space on either side', 'Notifica entro il 31dicembre2026', date('2026-12-31')],
  ['no space after "entro"', 'Notifica entroil 31 dicembre', date('2025-12-31')],
  ['no space after the unit', 'Parere entro venti giornidalla richiesta', relative('P20D', 'richiesta')],
  ['no space after the preposition', 'Parere entro 20 giorni dallarichiesta', relative('P20D', 'richiesta')],
  ['no space around an abbreviation', 'Parere entro 20gg.dalla richiesta', relative('P20D', 'richiesta')],
  ['a capital after the point', 'Parere entro 20 gg. Dalla richiesta', relative('P20D', 'richiesta')],
  ['an l for a 1', 'Consegna entro il l5 giugno', date('2025-06-15')],
  ['an O for a 0', 'Consegna entro il 3O aprile', date('2025-04-30')],
  ['a word broken at the end of a line', 'Inventario entro set-\ntembre 2026', monthEnd('2026-09-30')],
  ['a line break in the middle', 'Inventario entro il 30\n  settembre\n2026', date('2026-09-30')],
  ['typographic apostrophes', 'Report entro la fine dell’anno', period('2025-01-01', '2025-12-31')],
  ['acute accents for apostrophes', 'Report entro la fine dell´anno', period('2025-01-01', '2025-12-31')],
  ['a space after the apostrophe', "Report entro la fine dell' anno", period('2025-01-01', '2025-12-31')],
  ['a letter left out', 'Collaudo entro il 30 setembre', date('2025-09-30')],
  ['letters exchanged', 'Collaudo entro il 30 guigno', date('2025-06-30')],
  ['capital letters without accents', 'OFFERTE ENTRO LUNEDI 3 MARZO', date('2025-03-03')],
  ['a no-break space', 'Offerte entro il 3\u00a0marzo', date('2025-03-03')],
  ['a soft hyphen', 'Offerte entro il 3 set\u00adtembre', date('2025-09-03')],
]);
