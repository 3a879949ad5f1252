/** What goes by itself above towns: as `retention-rules.ts`, but nobody sets it. */
import type { RetentionRule } from './retention-rules.js';

/** Of the installation, above towns: fixed. */
export const INSTALLATION_RETENTION = {
  'sign-ins': {
    ...{ unit: 'days', kept: 1, least: 1, most: 1 },
    what: 'Ingressi iniziati: richieste di un collegamento, passaggi dal fornitore di identità',
    from: 'dalla richiesta',
    why: 'Sicurezza, art. 32 GDPR: bastano a frenare chi ne chiede troppi',
  },
  sessions: {
    ...{ unit: 'days', kept: 30, least: 30, most: 30 },
    what: 'Accessi (quando è iniziato, ultimo uso; mai indirizzo di rete né dispositivo)',
    from: 'dalla fine, al più dodici ore dopo l’ingresso',
    why: 'Sicurezza, art. 32 GDPR; art. 4 c. 2 L. 300/1970: registrazione degli accessi',
  },
  keys: {
    ...{ unit: 'months', kept: 12, least: 12, most: 12 },
    what: 'Chiavi per programmi revocate o scadute',
    from: 'dalla revoca o scadenza',
    why: 'Sicurezza, art. 32 GDPR',
  },
  'trial-mails': {
    ...{ unit: 'days', kept: 90, least: 90, most: 90 },
    what: 'Messaggi nella posta di prova e messaggi di verifica al proprio indirizzo',
    from: "dall'arrivo",
    why: 'Minimizzazione, art. 5 GDPR: servono solo durante la prova',
  },
  'town-setups': {
    ...{ unit: 'days', kept: 90, least: 90, most: 90 },
    what: 'Enti iniziati nella pagina guidata e mai completati',
    from: "dall'ultima modifica",
    why: 'Minimizzazione, art. 5 GDPR',
  },
  accounts: {
    ...{ unit: 'months', kept: 12, least: 12, most: 12 },
    what: 'Accessi personali il cui indirizzo non è più di nessuno, in nessun ente',
    from: "da quando l'accesso personale è nato, se non ha più accessi né chiavi",
    why: 'Minimizzazione, art. 5 GDPR',
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;

/** Code of one of {@link INSTALLATION_RETENTION}. */
export type InstallationRetention = keyof typeof INSTALLATION_RETENTION;
