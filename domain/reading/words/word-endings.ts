/** What the ending of a word that no table holds says of it. */

const ACTION =
  /(?:zione|zioni|sione|sioni|mento|menti|aggio|aggi|(?:ort|ont)eggi|(?:ort|ont)eggio|tura|ture|usura|usure|ifica|ifiche)$/;

/** A noun made from a verb: "riversamento", "ricognizione", "monitoraggio". Such a thing is done, and can be done often. */
export const isActionNoun = (folded: string): boolean =>
  folded.length > 6 && ACTION.test(folded) && !NOT_ACTIONS.has(folded);
/** Nouns that only end like one. */
const NOT_ACTIONS = new Set(
  (
    'legislatura natura struttura strutture cultura agricoltura temperatura regolamento regolamenti documento ' +
    'documenti elemento elementi strumento strumenti argomento argomenti monumento monumenti appartamento ' +
    'dipartimento villaggio messaggio'
  ).split(' '),
);

/** "inutilmente", "complessivamente": says how, never when. */
export const isAdverb = (folded: string): boolean => folded.length > 8 && folded.endsWith('mente');

const PARTICIPLE =
  /(?:[aiu]t|ess|ers|[ao]st|ett|itt|ott|unt|int|pent|us|is|evas|scoss|moss|affiss|svolt|risolt|accolt|redatt|sospes)[oaie]$|^(?:raccolt|apert|copert|offert|spes)[oi]$/;
/** Nouns and adjectives that only look like participles. */
const NOT_PARTICIPLES = new Set(
  (
    'abitato abusi abuso accessi accesso acquedotti acquedotto addetti addetto affitti affitto aggiunta agosto ' +
    'ambiti ambito analisi appunti architetti architetto artigianato aspetti aspetto assetto attestati attestato ' +
    'attributo avvisi avviso biglietti biglietto candidati candidato catasto causa cause certificati certificato ' +
    'circuiti circuito citta cognato comitati comitato commessa commesse commissariato compiti compito comunicati ' +
    'comunicato condotta condotte conflitti conflitto congresso contrasti contrasto contributi contributo costa ' +
    'costi costo crediti credito crisi debiti debito decesso delegati delegato depositi deposito diretta dirette ' +
    'diretti diretto diritti diritto distretti distretto ditta ditte diversa diverse diversi diverso divisa ' +
    'effetti effetto entrata entrate esiti esito espresso fabbricati fabbricato fortuito gelato giunta giunte ' +
    'gratuita gratuite gratuiti gratuito imposta imposte ingressi ingresso interesse interessi istituti istituto ' +
    'letti letto limite limiti lotti lotto magistrato mandati mandato marito mercato merito messa messi minuti ' +
    'minuto nesso netta netto notte oggetti oggetto padronato partenariato partita percepita percepito permessi permesso possesso ' +
    'posta posti posto prati prato prefetto privati privato processi processo prodotti prodotto profitto progetti ' +
    'progetto promesse proposta proposte prospetti prospetto punti punto quesiti quesito quinta quinto recesso ' +
    'redditi reddito requisiti requisito riassunto rispetto risposta risposte risultati risultato sanita scritta ' +
    'segretariato senato sindacati sindacato soggetti soggetto soldato solleciti sollecito spesso spunti stato ' +
    'statuto stessa stesse stessi stesso stretto subito successo tasto tesserato tetto tragitto transiti transito ' +
    'trattato tributi tributo universo uscita vendita versi verso visita volontariato'
  ).split(' '),
);

/** A past participle: what is "sottoscritto il 4 marzo" or "rilevato nel primo trimestre" has happened. */
export const isParticiple = (folded: string): boolean =>
  (folded.length > 4 || /^nat[oaie]$/.test(folded)) &&
  PARTICIPLE.test(folded) &&
  !NOT_PARTICIPLES.has(folded) &&
  !folded.endsWith('mento');
