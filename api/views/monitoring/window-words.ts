/** The Italian of the monitoring windows. */
import { WINDOW_NAME_LIMIT, type WindowProblem } from '../../../domain/cycle/window-rules.js';

/** What to do about it. */
export function windowProblemInWords({ field, code }: WindowProblem): string {
  switch (code) {
    case 'no-name':
      return 'Scrivi il nome della finestra.';
    case 'long-name':
      return `Scrivi il nome in al più ${WINDOW_NAME_LIMIT} caratteri.`;
    case 'same-name':
      return "Usa un nome diverso da quello dell'altra finestra.";
    case 'not-after-former':
      return 'Scegli un giorno dopo quello della finestra precedente.';
    case 'too-early':
      return field === 'opens'
        ? "Scegli un giorno non prima di quello a cui si guarda: la situazione dev'essere già nota."
        : "Scegli un giorno non prima dell'apertura.";
    case 'after-closing':
      return "Scegli un giorno entro il 31 marzo dell'anno dopo: poi tocca alla valutazione.";
    case 'over':
      return "Quest'anno il termine sarebbe già passato: scegli un giorno da oggi in poi.";
  }
}
