/**
 * What was just done. The address carries a code and at most a number or a day, never a sentence, so that
 * no link can put words in our mouth.
 */
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';

const FLASHES = {
  concluso: 'Registrato: risulta conclusa. Per questa scadenza non partono altri avvisi.',
  'in-corso': 'Registrato: in corso. I solleciti si fermano fino al giorno previsto.',
  'presa-visione':
    'Registrato: hai preso visione dell’avviso. Non è una risposta: finché non arriva, i solleciti continuano.',
  'non-mia': 'Registrato: il Segretario lo vede subito sul suo cruscotto.',
  codice: 'Codice registrato: comunicalo a voce a chi può rispondere da quella casella.',
  collegamenti: 'Annullati: i collegamenti dei messaggi già inviati non aprono più nulla.',
  'senza-codice': 'Codice tolto: da quella casella si risponde con il solo nome.',
  ritirata: 'Risposta ritirata: la scadenza è come prima.',
  riaperto: 'Registrato: la scadenza è di nuovo aperta.',
  data: 'Registrata la data del termine: da ora partono i promemoria.',
  documento: 'Documento aggiunto.',
  bozza: 'Bozza salvata. Non è ancora trasmessa.',
  trasmesso: 'Monitoraggio trasmesso: il Segretario e il Nucleo lo possono leggere.',
  acquisito: 'Monitoraggio acquisito.',
  restituito: 'Restituito per integrazioni: il settore riceve un promemoria con il nuovo termine.',
  'monitoraggio-riaperto': 'Monitoraggio riaperto: il settore può correggerlo e trasmetterlo di nuovo.',
  osservato: 'Osservazione registrata.',
  autovalutazione: 'Autovalutazione trasmessa: chi valuta la può leggere.',
  'autovalutazione-riaperta': 'Autovalutazione riaperta: il settore può correggerla e trasmetterla di nuovo.',
  grado: 'Registrato: il grado è deciso.',
  'grado-riaperto': 'Grado riaperto: si può decidere di nuovo.',
  motivazione: 'Motivazione registrata.',
  pagamenti: 'Tempi di pagamento registrati.',
  atto: "Atto registrato nell'elenco.",
  'atto-tolto': "Atto tolto: resta nell'elenco con il motivo.",
  regole: 'Regole registrate: valgono da ora per i gradi proposti. Quelli decisi restano.',
  indicatore: 'Registrato: da ora il grado proposto ne tiene conto.',
  compilatore: 'Registrato: da quel giorno apre il monitoraggio del settore e ne salva la bozza.',
  'compilatore-tolto': 'Registrato: non prepara più. Quello che ha scritto resta.',
  finestre: 'Finestre registrate: quelle non ancora aperte seguono i giorni nuovi.',
  'termine-spostato': 'Termine spostato per chi non ha ancora trasmesso, con il motivo.',
  termini: 'Termini registrati: ciò che è ancora aperto segue i giorni nuovi.',
  'ciclo-registrato': 'Registrato nel ciclo: i termini che ne dipendono sono aggiornati.',
  'ciclo-annullato': 'Registrazione annullata: il passo è di nuovo aperto.',
  'ciclo-pronto': 'Registrato: si va avanti anche se manca qualcosa, con il motivo.',
  'ciclo-riaperto':
    'Ciclo riaperto: ciò che la chiusura aveva lasciato aperto è di nuovo dovuto, gli avvisi partono dal prossimo giorno lavorativo.',
  'ciclo-chiuso': 'Ciclo chiuso: per questo anno non partono altri avvisi.',
  'relazione-testo': 'Testo salvato: la versione di prima resta conservata.',
  'relazione-istantanea': 'Nuova istantanea fissata: da ora gli atti e la validazione riguardano questa.',
  rilascio: 'Decisione registrata: vale per ciò che si pubblica da ora.',
  totali: 'Scelta registrata: vale per ciò che si pubblica da ora.',
  pacchetto: 'Pacchetto preparato: si scarica da qui.',
  'copia-firmata': 'Registrato: le versioni precedenti restano qui sotto.',
  'pagina-pubblica': 'Scelta registrata: la pagina per i cittadini la segue da ora.',
  collocato: 'Registrato dove si trova il documento.',
  domanda: 'Domanda inviata: chi deve rispondere la trova tra le sue scadenze.',
  'domanda-ritirata': 'Domanda ritirata: nessuno deve più rispondere.',
  appunto: 'Appunto salvato.',
  'appunto-condiviso': 'Appunto condiviso con gli altri componenti e con il Segretario.',
  'appunto-tolto': 'Appunto tolto: delle sue parole non resta nulla.',
  conclusione: 'Conclusione registrata.',
  dichiarazione: 'Dichiarazione registrata: entra nel verbale.',
  esito: "Esito registrato: l'istruttoria è chiusa e il ciclo va avanti.",
  criteri: 'Criteri registrati: valgono per le conclusioni da ora in poi.',
  trattenuta: 'Registrato: la comunicazione al Sindaco è trattenuta.',
  lasciata: 'Registrato: la comunicazione al Sindaco partirà se nessuno risponde.',
  spettanza: 'Registrato: la scadenza passa al nuovo ruolo, che riceve gli avvisi dal prossimo invio.',
  resta: 'Registrato: resta a chi ha risposto, che lo legge nel prossimo messaggio.',
  capofila: 'Registrato il capofila: le scadenze degli altri settori sono aggiornate.',
  consegnato: 'Registrato: gli avvisi risultano consegnati a mano.',
  invio: "Chiesto l'invio: gli avvisi di oggi partono a momenti.",
  persona: 'Persona registrata.',
  'codice-fiscale': 'Registrato: vale dal prossimo accesso con SPID o CIE.',
  riprova: 'Registrato: dal prossimo invio gli avvisi tornano a quella casella.',
  ritorno:
    'La risposta del server di posta di prova è arrivata: tra un istante si vede su Cruscotto e Avvisi.',
  ruolo: 'Ruolo registrato.',
  chiuso: 'Ruolo concluso.',
  assenza: 'Assenza registrata: in quei giorni gli avvisi vanno a chi sostituisce.',
  'assenza-cambiata': 'Assenza cambiata.',
  cancellata: 'Dati cancellati: del registro restano giorni, codici e impronte.',
  conservazione: 'Tempi di conservazione registrati: valgono dal prossimo giro.',
  piano: 'Piano confermato: le scadenze sono aperte e gli avvisi partono dal prossimo giorno lavorativo.',
  scartato: 'Bozza scartata: nulla è stato registrato. Si può riprendere da qui sotto.',
  ripreso: 'Bozza ripresa, con le sue correzioni.',
  salvato: 'Correzione salvata nella bozza.',
  diviso: 'Obiettivo diviso: questo è il secondo. Il primo è il precedente.',
  unito: 'Obiettivi uniti: controlla titolo e peso.',
  spostato: 'Obiettivo spostato in fondo a questo settore.',
  aggiunto: 'Aggiunto alla bozza: ora completalo.',
  ritirato:
    'Obiettivo tolto dal piano in questa bozza. Il suo peso si può ridistribuire dalla pagina della bozza.',
  pesi: 'Pesi salvati nella bozza.',
  correzione: 'Errore materiale corretto: le scadenze interessate sono aggiornate.',
  'giorno-tardivo': 'Registrato: vale dalle prossime variazioni.',
  tolto: 'Obiettivo scartato: non farà parte del piano. Si può riprendere.',
  'calendario-chiuso': 'Indirizzo annullato: il calendario non si aggiorna più.',
  chiusure: 'Chiusure registrate: valgono dal prossimo invio. Gli avvisi già partiti restano.',
  'calendario-normativo': 'Dati registrati: i termini del calendario sono ricalcolati.',
  'termine-scadenza': 'Registrato: il termine è una scadenza. I promemoria partono dal prossimo invio.',
  'termine-tolto': 'Registrato: non è più una scadenza e non partono altri avvisi.',
  'individuale-assegnato': 'Obiettivo assegnato.',
  'individuale-cambiato': 'Obiettivo individuale aggiornato.',
  'individuale-ritirato': 'Obiettivo ritirato.',
  'grado-individuale': 'Grado registrato.',
  collaboratori: 'Collaboratori registrati.',
  'collaboratore-tolto': 'Registrato: non è più tra i collaboratori del settore. I suoi obiettivi restano.',
  impostazioni: 'Impostazioni salvate: valgono dal prossimo invio. I messaggi già partiti restano.',
  scala: 'Scala salvata: vale dal prossimo invio. Gli avvisi già partiti restano.',
  esercizio: "L'ente è in esercizio: l'orologio è quello vero e gli avvisi partono per posta.",
  variazione: 'Variazione registrata con il suo atto: le scadenze interessate sono aggiornate.',
} as const;
export type Flash = keyof typeof FLASHES;

/** The place a form leads to when its command was done. */
export const withFlash = (path: string, flash: Flash): string => `${path}?esito=${flash}`;
/** The same after the clock was moved to a day. */
export const withClockMoved = (path: string, day: string): string => `${path}?esito=orologio&di=${day}`;

/** The sentence for the codes of an address; `null` for anything else. */
export function flashOf(code: string | undefined, detail: string | undefined): string | null {
  if (code === undefined) return null;
  if (code === 'orologio') {
    const day = parseCivilDate(detail ?? '');
    return day === null
      ? null
      : `L'orologio di prova è arrivato a ${italianDate(day)}. I messaggi partiti sono nella Posta.`;
  }
  return Object.hasOwn(FLASHES, code) ? FLASHES[code as Flash] : null;
}
