/** What the ending of a word that no table holds says of it. */

const ACTION = /(?:zione|zioni|sione|sioni|mento|menti|aggio|aggi|tura|ture|ifica|ifiche)$/;

/** A noun made from a verb: "riversamento", "ricognizione", "monitoraggio". Such a thing is done, and can be done often. */
export const isActionNoun = (folded: string): boolean => folded.length > 6 && ACTION.test(folded);

const PARTICIPLE = /(?:[aiu]t|ess|ers|[ao]st|ett|itt|ott|unt|nt|us|is)[oaie]$/;
/** Nouns and adjectives that only look like participles. */
const NOT_PARTICIPLES = new Set(
  (
    'stato mercato privato dato data dati contributo contributi istituto statuto minuto tributo tributi attributo ' +
    'partita visita vendita uscita entrata entrate lato risultato risultati comunicato comitato sindacato mandato ' +
    'mandati certificato attestato rata rate gita dita nota note quota lista richiesta richieste proposta proposte ' +
    'risposta imposta imposte festa feste posta posto posti agosto sito siti merito credito crediti debito deposito ' +
    'ambito limite tutto tutti tutte tutta consuntivo utente utenti ente enti evento eventi punto punti conto conti ' +
    'parte parti articolo contratto contratti progetto progetti oggetto soggetto soggetti effetto atto atti assetto ' +
    'permesso permessi ingresso accesso concorso concorsi corso corsi caso casi mese mesi anno analisi base basi ' +
    'spesa spese casa presa sede tassa cassa messa trasporto rapporto importo supporto carta offerta offerte ' +
    'gente agente agenti dirigente dirigenti presidente componente componenti ambiente utenza dipendente dipendenti ' +
    'documento documenti pagamento pagamenti intervento interventi regolamento elemento strumento servizio cosa ' +
    'adulti gruppi gruppo aiuto istruttoria vita unita citta tempo impianto impianti quanto tanto santo conferente ' +
    'sportello giunta lotto lotti letto prodotto prodotti addetto addetti diritto diritti reddito subito rendiconto'
  ).split(' '),
);

/** A past participle: what is "sottoscritto il 4 marzo" or "rilevato nel primo trimestre" has happened. */
export const isParticiple = (folded: string): boolean =>
  folded.length > 4 && PARTICIPLE.test(folded) && !NOT_PARTICIPLES.has(folded) && !folded.endsWith('mento');
