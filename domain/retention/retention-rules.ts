/**
 * What goes by itself when its time is over, and how long that is: defaults with their reasons, and the bounds within
 * which a town sets its own. What stands here is carried out (`store/privacy/retention.ts`), shown, and written in
 * `docs/privacy/README.md`, which a test compares.
 */

export type RetentionUnit = 'days' | 'months' | 'years';

/** How long one kind of thing is kept; texts are Italian. */
export interface RetentionRule {
  readonly unit: RetentionUnit;
  /** How many of the unit, where nobody set another number. */
  readonly kept: number;
  /** Bounds of what may be set; equal: it is fixed. */
  readonly least: number;
  readonly most: number;
  /** What goes, in Italian; the rest of the same rows stays unless it says so. */
  readonly what: string;
  /** From when it counts. */
  readonly from: string;
  /** Norm, provision, or the plain reason. */
  readonly why: string;
}

/** Of each town, settable by it. */
export const TOWN_RETENTION = {
  'delivery-details': {
    ...{ unit: 'days', kept: 21, least: 1, most: 21 },
    what: 'Risposte dei server di posta (resta il codice di esito)',
    from: 'dalla risposta',
    why: 'Garante, provvedimento 364/2024 sui metadati della posta: 21 giorni al più',
  },
  'mail-texts': {
    ...{ unit: 'years', kept: 5, least: 1, most: 10 },
    what: 'Testo degli avvisi inviati e indirizzo a cui sono partiti (restano giorno, oggetto, esito e impronta)',
    from: "dal giorno dell'avviso",
    why: 'Serve a provare gli avvisi finché valutazione e premi si possono contestare: crediti retributivi, art. 2948 c.c.',
  },
  'stopped-mailboxes': {
    ...{ unit: 'months', kept: 12, least: 1, most: 24 },
    what: 'Indirizzi di caselle che respingevano la posta (resta che ci fu un fermo)',
    from: 'da quando il fermo è stato tolto',
    why: 'Minimizzazione, art. 5 GDPR: serve solo a capire un guasto che torna',
  },
  'import-drafts': {
    ...{ unit: 'months', kept: 6, least: 1, most: 24 },
    what: 'Bozze di piano scartate, con il file caricato',
    from: 'da quando la bozza è stata scartata',
    why: 'Minimizzazione, art. 5 GDPR: finché si può voler riprendere la bozza',
  },
  commands: {
    ...{ unit: 'days', kept: 90, least: 30, most: 365 },
    what: 'Chiavi delle operazioni già eseguite (evitano che un modulo inviato due volte valga due volte)',
    from: "dall'operazione",
    why: 'Minimizzazione, art. 5 GDPR: oltre, nessun modulo aperto può essere inviato di nuovo',
  },
  calendars: {
    ...{ unit: 'months', kept: 12, least: 1, most: 24 },
    what: 'Indirizzi di calendari personali annullati (impronta e date)',
    from: "dall'annullamento",
    why: 'Minimizzazione, art. 5 GDPR',
  },
  'link-keys': {
    ...{ unit: 'months', kept: 12, least: 1, most: 24 },
    what: 'Chiavi annullate dei collegamenti nei messaggi',
    from: "dall'annullamento",
    why: 'Sicurezza, art. 32 GDPR: un segreto che non apre più nulla non si conserva',
  },
  absences: {
    ...{ unit: 'years', kept: 2, least: 1, most: 10 },
    what: 'Assenze (dal, al, chi sostituisce; il motivo non è mai chiesto)',
    from: "dall'ultimo giorno di assenza",
    why: "Minimizzazione, art. 5 GDPR: oltre l'anno valutato e il successivo basta il registro, che dice chi ha ricevuto",
  },
  evidence: {
    ...{ unit: 'years', kept: 10, least: 5, most: 40 },
    what: 'Contenuto dei documenti allegati (restano nome, dimensione e impronta)',
    from: "dalla chiusura del ciclo dell'anno",
    why: "Prescrizione ordinaria, art. 2946 c.c.; prevale il massimario di scarto dell'ente",
  },
  audit: {
    ...{ unit: 'years', kept: 10, least: 5, most: 40 },
    what: 'Registro delle modifiche',
    from: 'dalla modifica',
    why: "Prescrizione ordinaria, art. 2946 c.c.; prevale il massimario di scarto dell'ente",
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;

/** Code of one of {@link TOWN_RETENTION}; stored with the town's choice. */
export type TownRetention = keyof typeof TOWN_RETENTION;

/** In the order of the table above. */
export const TOWN_RETENTIONS = Object.keys(TOWN_RETENTION) as TownRetention[];
