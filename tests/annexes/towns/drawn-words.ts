/** What the drawn towns are made of: tasks with an indicator, and terms in the notation. */

/** Title and indicator; every task is used once in a town. */
export const TASKS: readonly (readonly [title: string, indicator: string])[] = [
  [
    'Aggiornamento del piano triennale delle azioni positive',
    'Trasmissione del piano alla Consigliera di parità',
  ],
  ['Dematerializzazione dei fascicoli del personale', 'Fascicoli dematerializzati => almeno 60% {60 % >=}'],
  ["Revisione del regolamento sull'accesso agli atti", 'Schema di regolamento presentato alla Giunta'],
  ['Sportello telematico delle attività produttive', 'Pratiche evase in via telematica => 95% {95 %}'],
  ['Recupero delle entrate da sanzioni al codice della strada', 'Ruoli emessi => 2 ruoli {2 ruoli}'],
  ['Controllo delle autocertificazioni ISEE', 'Dichiarazioni controllate => ≥ 10% {10 % >=}'],
  [
    'Potenziamento della videosorveglianza urbana',
    'Telecamere installate => n. 18 telecamere {18 telecamere}',
  ],
  ['Adozione del piano del verde', 'Alberi censiti => non meno di 900 alberi {900 alberi >=}'],
  ['Gestione degli impianti sportivi comunali', 'Convenzioni rinnovate => 6 convenzioni {6 convenzioni}'],
  ['Sicurezza nei luoghi di lavoro', 'Dipendenti sottoposti a visita => 100% {100 %}'],
  ['Attivazione del servizio di pedibus', 'Alunni iscritti => > 40 alunni {40 alunni >}'],
  ['Affrancazione dei terreni gravati da uso civico', 'Istanze definite => 75% {75 %}'],
  ['Ampliamento della fibra ottica negli edifici scolastici', 'Plessi collegati => 5 plessi {5 plessi}'],
  ['Riduzione dei consumi elettrici degli edifici', 'Riduzione dei consumi => almeno il 5% {5 % >=}'],
  ['Sostegno alla genitorialità nei nidi', 'Famiglie coinvolte => 30 famiglie {30 famiglie}'],
  ['Nuovo piano dei parcheggi a pagamento', 'Relazione tecnica alla Giunta'],
  ['Verifica degli scarichi fuori fognatura', 'Utenze verificate => 120 utenze {120 utenze}'],
  ['Aggiornamento degli oneri di urbanizzazione', 'Proposta di deliberazione al Consiglio'],
  ['Riorganizzazione del magazzino comunale', 'Giacenze inventariate => 100% {100 %}'],
  ["Piano di lotta all'abbandono dei rifiuti", 'Sopralluoghi => min. 50 sopralluoghi {50 sopralluoghi >=}'],
  ['Celebrazioni per il bicentenario del teatro', 'Programma delle iniziative'],
  ['Inserimento lavorativo di persone fragili', 'Tirocini attivati => n. 8 tirocini {8 tirocini}'],
  ['Ricognizione delle polizze assicurative', 'Relazione del broker'],
  ['Migrazione in cloud dei gestionali', 'Servizi migrati => 9 servizi {9 servizi}'],
  ['Riqualificazione del mercato coperto', 'Stato di avanzamento dei lavori => 50% {50 %}'],
  ['Bilancio sociale di mandato', 'Bozza del documento'],
  ['Gestione associata della centrale di committenza', 'Schema di convenzione'],
  ['Variazione anagrafica delle unità immobiliari', 'Posizioni allineate => ≥ 85% {85 % >=}'],
  ['Tutela delle colonie feline', 'Colonie censite => 15 colonie {15 colonie}'],
  ['Servizio di telesoccorso per gli anziani', 'Utenti attivi => almeno 25 utenti {25 utenti >=}'],
  ['Piano della mobilità ciclabile', 'Documento preliminare'],
  ['Accertamento delle dichiarazioni TARI omesse', 'Avvisi notificati => 300 avvisi {300 avvisi}'],
  ['Rinnovo delle concessioni cimiteriali scadute', 'Concessioni rinnovate => 70% {70 %}'],
  ['Formazione sulla sicurezza informatica', 'Ore pro capite => almeno 8 ore {8 ore >=}'],
  ['Redazione del piano di eliminazione delle barriere', 'Elaborati consegnati'],
  ['Mappatura dei processi a rischio', 'Processi mappati => 100% {100 %}'],
];

/** Terms that hold in every year. */
export const TERMS: readonly string[] = [
  '[entro il 31 marzo|03-31]',
  '[30/06|06-30]',
  '[entro il 15 ottobre|10-15]',
  '[entro e non oltre il 30 novembre|11-30]',
  '[entro 31/12|12-31]',
  '[entro il 20dicembre|12-20]',
  '[entro il 30 novenbre|11-30]',
  '[entro il 30 SETTEMBRE|09-30]',
  '[1° luglio|07-01]',
  '[entro giugno|me 06]',
  '[entro la fine di ottobre|me 10]',
  '[entro il mese di maggio|me 05]',
  '[dicembre|me 12]',
  '[I semestre|p 01-01..06-30]',
  '[secondo semestre|p 07-01..12-31]',
  '[III trimestre|p 07-01..09-30]',
  '[entro il 1° trimestre|p 01-01..03-31]',
  '[dal 15 marzo al 31 maggio|p 03-15..05-31]',
  "[entro la fine dell'anno|p 01-01..12-31]",
  '[mensile|r FREQ=MONTHLY]',
  '[con cadenza trimestrale|r FREQ=MONTHLY;INTERVAL=3]',
  '[cadenza semestrale|r FREQ=MONTHLY;INTERVAL=6]',
  '[4 volte l’anno|r FREQ=MONTHLY;INTERVAL=3]',
  '[entro il 10 di ogni mese|r FREQ=MONTHLY;BYMONTHDAY=10]',
  '[tutto l’anno|all]',
  '[al 31/12|asof 12-31]',
  '[dal 1° marzo|from 03-01]',
  '[a partire dal 1° settembre|from 09-01]',
  '[entro 30 giorni dalla richiesta|rel P30D richiesta]',
  '[entro 60 gg dal collaudo|rel P60D collaudo]',
  '[almeno 15 giorni prima della seduta|rel -P15D seduta]',
  '[entro i termini previsti dal bando|ext bando]',
  '[nei termini di legge|ext legge]',
  '[entro la scadenza fissata dal Ministero|ext Ministero]',
];

/** What phases are called, in their order. */
export const STEPS: readonly string[] = [
  'Analisi e raccolta dei dati',
  'Predisposizione degli atti',
  'Relazione conclusiva',
];

/** Objectives that every sector has. */
export const SHARED_TASKS: readonly (readonly [title: string, indicator: string])[] = [
  ['Prevenzione della corruzione e trasparenza', 'Sottosezioni aggiornate => 100% {100 %}'],
  ['Tempestività dei pagamenti', 'Fatture liquidate => almeno 95% {95 % >=}'],
  ['Formazione continua del personale', 'Ore pro capite => 40 ore {40 ore}'],
];

/** Sectors and the roles responsible. */
export const SECTORS: readonly (readonly [name: string, owner: string])[] = [
  ['Affari generali e organi istituzionali', 'Segretario generale'],
  ['Risorse finanziarie', 'Dirigente Risorse finanziarie'],
  ['Servizi alla città e alla persona', 'Dirigente Servizi alla persona'],
  ['Governo del territorio', 'Dirigente Governo del territorio'],
  ['Opere pubbliche e patrimonio', 'Dirigente Opere pubbliche'],
  ['Corpo di Polizia locale', 'Comandante'],
];
