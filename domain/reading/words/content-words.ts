/** Words of the administration, by the part they play around a term. `*` stands for the endings o, a, i, e. */
import type { MarkName } from './mark.js';

export const CONTENT_WORDS: Readonly<Partial<Record<MarkName, string>>> = {
  // What is due, and by whom it is fixed.
  due: 'scadenza scadenze scad scade scadono scadra scadranno scadente scadenti termine termini term deadline limite',
  moved:
    'fissa fissano differisce proroga prorogano rinvia fissat* prorogat* differit* posticipat* rinviat* spostat* ' +
    'slitta slittano arriva arrivano aggiorna slittat* rinvio slittamento differimento',
  planned:
    'previst* programmat* pianificat* attes* stimat* calendarizzat* prefissat* ipotizzat* collocat* stabilit*',
  term: 'calendario termine termini scadenza scadenze tempi tempo tempistica tempistiche cronoprogramma scadenzario',
  setting:
    'previst* fissat* stabilit* indicat* definit* impost* dettat* assegnat* prescritt* determinat* concordat* ' +
    'richiest* dispost* vigent* vigente deliberat* convenut* contenut* contemplat* sancit* riportat* specificat* ' +
    'comunicat* perentori* massim* suddett* sopra predett* approvat* decis* individuat* ' +
    'ultim* finale finali improrogabil* tassativ* sopraindicat* precisat* pubblicat* programmat*',
  respect: 'rispetto rispettare rispettando rispettat* osservanza osservare osservando rispetta rispettano',
  future:
    'sara saranno verra verranno va vanno deve devono dovra dovranno debba debbano essere venga vengano puo ' +
    'possono potra potranno',

  // What is done, and how often.
  task:
    'domanda domande istanza istanze richiesta richieste presentazione presentare presentano presentate iscrizione ' +
    'iscrizioni adesione adesioni candidatura candidature trasmissione trasmettere invio inviare inviano consegna ' +
    'consegnare pagamento pagare versamento versare compilazione deposito raccolta prenotazione prenotazioni ' +
    'prenotare proposte osservazioni compilare iscriversi votare consultazione finestra aderire partecipare',
  /** What invites to do something by a day. */
  call: 'bando bandi avviso avvisi selezione concorso rata rate acconto saldo gara',
  action:
    'verifica verifiche controllo controlli monitoraggio analisi pulizia pulizie riunione riunioni incontro incontri ' +
    'invio pubblicazione ricognizione rendiconto rendicontazione report reportistica sopralluogo sopralluoghi ' +
    'ispezione ispezioni riversamento riversamenti versamento versamenti esame audit test prova prove rilascio ' +
    'consegna taglio sfalcio raccolta ritiro revisione seduta sedute convocazione convocazioni briefing ' +
    'estrazione backup bonifica sanificazione emissione fatturazione pagamento rate tavolo svuotamento ' +
    'lettura ronda passaggi visita visite conferenza feedback intervento interventi prelievo prelievi uscita uscite ' +
    'ciclo cicli rinnovo collaudo collaudi invii ronde letture accesso accessi',
  report:
    'report relazione relazioni rapporto rapporti rendiconto rendiconti resoconto prospetto prospetti riepilogo ' +
    'elenco elenchi bollettino comunicazione comunicazioni dichiarazione dichiarazioni statistica statistiche scheda ' +
    'schede tabella newsletter referto stato',
  thing:
    'piano piani programma programmi canone canoni bilancio budget contributo contributi importo importi ora ore ' +
    'tariffa tariffe quota quote rata mercato mercati orario orari riposo abbonamento abbonamenti assegno assegni ' +
    'indennita retribuzione convenzione convenzioni corso corsi concessione concessioni autorizzazione ' +
    'autorizzazioni programmazione pianificazione fabbisogno fabbisogni conto calendario iscrizione spesa spese ' +
    'compenso gettone retta rette tassa imposta esercizio retribuzioni dotazione media valore obiettivo obiettivi ' +
    'previsione previsioni documento contratto contratti incarico incarichi prestazione prestazioni relazione ' +
    'relazioni rendiconto dichiarazione dichiarazioni conto edizione premio tetto limite sconto riduzione esenzione ' +
    'rapporto riposi stanziamento costo costi volume volumi consumo consumi affitto anagrafe gestione ' +
    'numero percentuale totale carico carta tessera licenza scuola interesse tasso registro registri giornale',

  // What happens by itself, or is only cited.
  event:
    'fiera fiere festa feste sagra sagre mercatino mercatini mostra mostre concerto concerti spettacolo spettacoli convegno evento ' +
    'eventi manifestazione manifestazioni rassegna torneo cerimonia commemorazione celebrazione celebrazioni ' +
    'festival carnevale notte edizione seduta udienza elezioni referendum inaugurazione consultazioni lezioni soggiorno ' +
    'soggiorni vacanze ferie vacanza corteo processione gita gite scritta scritte orale orali preselettiva',
  happens:
    'inizia iniziera inizieranno iniziano riprende riprendera riprenderanno riprendono svolgera svolgeranno svolge ' +
    'svolgono terra terranno tiene tengono luogo aprira apriranno partira partiranno convocat* svolgimento ' +
    'svolto svolta svolti svolte comincia comincera cominceranno ricorre cessazione cessa cessano cessera',
  validity:
    'contratto contratti convenzione convenzioni durata validita valido valida validi valide vale vigore vigente ' +
    'vigenti incarico incarichi affidamento affidamenti appalto concessione concessioni abbonamento abbonamenti ' +
    'locazione polizza tariffa tariffe rapporto mandato nomina tirocinio proroga incaricato ' +
    'assunto assunta assunzione noleggio efficacia sospensione sospeso sospesa sospesi vietat* divieto comodato obbligo obbligatorio vige ordinanza trasporto doposcuola frequenza',
  opening:
    'aperto aperta aperti aperte apertura aperture orario orari chiuso chiusa chiusi chiuse chiusura ' +
    'appuntamento ricevimento riceve ricevono funziona operativita operativo operativa attivo attiva funzionamento dalle',
  asOf: 'rilevazione riferimento situazione consistenza osservazione estrazione',
  /** What a phrase that measures begins with: its period is that of the figures. */
  measure: 'indicatore numero percentuale importo totale media indice tasso valore grado volume',
  stamp: 'aggiornamento modifica revisione stampa',
  /** What tells that a sentence reports. */
  done: 'stato stata stati state hanno risultano risultava risultavano erano era avevano aveva furono',
  reference:
    'riferit* relativ* contabilizzat* rilevat* sostenut* confronto riferimento precedente base inerent*',
  act:
    'legge l dl dlgs lgs dpr dpcm dm dmg lr lp dgr dgc dcc gc cc ordinanza decreto decreti deliberazione delibera ' +
    'deliberazioni delibere determinazione determina determinazioni det circolare circ regolamento reg direttiva ' +
    'dir sentenza sent nota prot protocollo verbale ccnl gu guri gazzetta burl bur bollettino atto atti rep ' +
    'repertorio parere statuto codice contratto convenzione accordo ccdi cci conv ord disposizione provvedimento ' +
    'dpgr dpg rd tuel intesa dia scia fattura fatture ricevuta mandato',
  body:
    'giunta consiglio comunale consiliare regionale dirigenziale sindacale ministeriale presidenziale legislativo ' +
    'legislativa ufficiale ue ce eu generale interministeriale cittadino direttoriale commissariale provinciale ' +
    'collettivo nazionale esecutiva serie speciale concorsi gen regio segretariale',
  label:
    'n nr num numero nn art artt articolo articoli comma commi c lett lettera prot protocollo foglio fg mappale mapp ' +
    'particella sub capitolo cap codice cod misura investimento intervento linea versione vers v rel release tel ' +
    'telefono fax cell cellulare peso valore punti punteggio lotto fase pag pagina tabella tab scheda obiettivo ob ' +
    'programma missione titolo rev cig cup iva cf mq civico interno aula no azione tipologia cat categoria livello ' +
    'quota voto scaglione gruppo elaborato tav tavola ditta km punto grado sezione sez classe classi',
  street:
    'via viale piazza piazzale largo corso vicolo strada ple vle plesso scuola caserma rione contrada parco ponte ' +
    'istituto quartiere salita lungomare primaria pzza za giardini',
  money: 'euro eur lire',
  space:
    'distanza limite limiti perimetro raggio importo soglia tetto confini confine territorio area ambito fascia ' +
    'somma spesa dotazione misura quota percentuale budget stanziamento stanziamenti recinzione centro abitato ' +
    'numero massimale range valore capienza margine margini posizione posizioni',
  moment:
    'inizio avvio fine chiusura apertura seduta riunione consegna firma stipula udienza gara incontro conferenza ' +
    'assemblea evento festa rata saldo acconto collaudo partenza stagione rientro ripresa giornata scadenza ' +
    'rogito insediamento nomina esame svolgimento rilascio ritiro termine elezioni entrata mandato consiliatura',
};
