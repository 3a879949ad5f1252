/** Whose objective it is: offices and responsible roles. Spelt as `field.ts` says. */
import type { Field } from './field.js';

export const OFFICE_LABELS = {
  sector: [
    'settore, area, direzione, ripartizione, dipartimento, settore area, area settore, settore servizio',
    'area servizio, area organizzativa, macro area, macroarea, settore competente, settore responsabile',
    'settore riferimento, area riferimento, area competente, settore appartenenza, nome settore',
    'denominazione settore, denominazione area, area competenza, settore competenza, settore proponente',
    'centro responsabilita, cdr, centro responsabilita amministrativa, unita organizzativa, uo',
    'struttura, struttura organizzativa, struttura responsabile, struttura riferimento, struttura competente',
    'struttura assegnataria, unita organizzativa responsabile, articolazione organizzativa',
    'servizio, servizio competente, servizio responsabile, servizio riferimento, servizio ufficio',
    'servizi, settori, aree, ufficio, uffici, ufficio servizio, ufficio competente, ufficio responsabile',
  ],
  participants: [
    'settori coinvolti, settori assegnatari, settori interessati, aree coinvolte, aree interessate',
    'aree assegnatarie, servizi assegnatari, settori aree coinvolti, settori partecipanti, aree partecipanti',
    'settori cui assegnato, settori a cui assegnato, assegnato ai settori, strutture coinvolte, strutture interessate',
    'unita organizzative coinvolte, servizi coinvolti, servizi interessati, uffici coinvolti, uffici interessati',
    'obiettivo trasversale ai settori, obiettivo comune ai settori, obiettivo condiviso, settori e pesi',
    'ripartizione peso, pesi settore, peso settori, ripartizione pesi settori',
  ],
  owner: [
    'responsabile, responsabile obiettivo, responsabile attuazione, responsabile settore, responsabile area',
    'responsabile servizio, responsabile ufficio, responsabile direzione, responsabile struttura',
    'responsabile settore servizio, responsabile apicale, responsabile realizzazione, responsabile raggiungimento',
    'responsabile progetto, responsabile gestionale, responsabile settore area, responsabile area settore',
    'responsabili, responsabili attuazione, responsabile po, responsabile eq, responsabile incaricato',
    'dirigente, dirigente responsabile, dirigente settore, dirigente assegnatario, direttore, capo settore, caposettore',
    'capo area, titolare, titolare eq, titolare po, titolare incarico, titolare incarico eq, titolare posizione',
    'titolare posizione organizzativa, titolare incarico elevata qualificazione, titolare elevata qualificazione',
    'incaricato, incaricato eq, incaricato elevata qualificazione, incaricato po, elevata qualificazione, eq, po',
    'posizione organizzativa, funzionario responsabile, funzionario incaricato, funzionario eq, soggetto responsabile',
    'soggetto attuatore, figura responsabile, assegnatario, assegnatari, assegnato a, referente, referente obiettivo',
    'centro responsabilita titolare, responsabile politico gestionale, responsabile cdr, responsabile centro responsabilita',
  ],
} satisfies Partial<Record<Field, readonly string[]>>;
