/**
 * Where the data of a town name a person: every foreign key to `person` (a test asks the catalogue). `own`: the row is
 * theirs and is handed over whole, without secrets and without the ids of others; else it is a deed of theirs on a row
 * that is somebody else's or the town's, and only `shown` is.
 */
export interface PersonPlace {
  readonly table: string;
  /** The column that names the person. */
  readonly column: string;
  /** In Italian. */
  readonly title: string;
  readonly own?: true;
  /** Columns for reading, with their Italian titles; the first one sorts. */
  readonly shown: Readonly<Record<string, string>>;
}

const AT = 'Quando';
const WHEN = { recorded_at: AT };

/** One for each column that names a person; sections come in this order. */
export const PERSON_PLACES: readonly PersonPlace[] = [
  own('role_holder', 'person', 'Ruoli', { valid_from: 'Dal', valid_to: 'Al', role: 'Ruolo' }),
  own('collaborator', 'person', 'Settori in cui collabora', { valid_from: 'Dal', valid_to: 'Al' }),
  own('compiler', 'person', 'Incarichi di preparare il monitoraggio', { valid_from: 'Dal', valid_to: 'Al' }),
  own('absence', 'person', 'Assenze', { first_day: 'Dal', last_day: 'Al' }),
  deed('absence', 'substitute', 'Sostituzioni', { first_day: 'Dal', last_day: 'Al' }),
  own('digest', 'person', 'Messaggi ricevuti', {
    day: 'Giorno',
    subject: 'Oggetto',
    address: 'A',
    state: 'Esito',
  }),
  own('notice', 'person', 'Avvisi', { day: 'Giorno', rung: 'Avviso' }),
  own('ruling_for', 'person', 'Decisioni comunicate su proprie risposte', {
    answer: 'Identificativo della risposta',
  }),
  own('answer', 'person', 'Risposte', {
    at: AT,
    kind: 'Risposta',
    note: 'Nota',
    declared_name: 'Nome indicato',
  }),
  own('notice_acknowledgment', 'person', 'Prese visione di avvisi', {
    at: AT,
    channel: 'Da dove',
    declared_name: 'Nome indicato',
  }),
  deed('answer', 'withdrawn_by', 'Risposte ritirate', { withdrawn_at: AT }),
  deed('obligation', 'done_by', 'Scadenze concluse', {
    done_recorded_at: AT,
    title: 'Scadenza',
    done_on: 'Conclusa il',
    done_note: 'Nota',
  }),
  own('evidence', 'added_by', 'Documenti aggiunti', { added_at: AT, name: 'Nome', size: 'Byte' }),
  own('submission_line', 'saved_by', 'Righe del monitoraggio salvate', { saved_at: AT }),
  own('submission_version', 'transmitted_by', 'Monitoraggi trasmessi', {
    transmitted_at: AT,
    number: 'Versione',
  }),
  own('submission_event', 'person', 'Passi del monitoraggio', { at: AT, kind: 'Passo', text: 'Testo' }),
  own('self_evaluation', 'transmitted_by', 'Autovalutazioni trasmesse', { transmitted_at: AT }),
  own('self_evaluation_line', 'saved_by', "Righe dell'autovalutazione salvate", { saved_at: AT }),
  own('assessment_step', 'person', 'Passi della misurazione', { at: AT, step: 'Passo', text: 'Testo' }),
  deed('individual_objective', 'assigned_by', 'Obiettivi individuali assegnati ad altri', {
    assigned_at: AT,
  }),
  deed('individual_objective', 'assessed_by', 'Obiettivi individuali di altri valutati', { assessed_at: AT }),
  own('review_question', 'asked_by', "Domande nell'istruttoria", { asked_at: AT, text: 'Testo' }),
  deed('review_question', 'withdrawn_by', 'Domande ritirate', { withdrawn_at: AT }),
  own('review_answer', 'answered_by', "Risposte nell'istruttoria", { answered_at: AT, text: 'Testo' }),
  own('review_note', 'author', "Appunti nell'istruttoria", { written_at: AT, text: 'Testo' }),
  own('review_conclusion', 'concluded_by', "Conclusioni nell'istruttoria", {
    concluded_at: AT,
    conclusion: 'Conclusione',
    note: 'Nota',
  }),
  own('review_declaration', 'member', 'Dichiarazioni su conflitti di interessi', {
    declared_on: 'Giorno',
    kind: 'Tipo',
    text: 'Testo',
  }),
  deed('review_declaration', 'recorded_by', 'Dichiarazioni di altri registrate', { declared_at: AT }),
  deed('review_criteria', 'recorded_by', "Criteri dell'istruttoria registrati", WHEN),
  own('ruling', 'by', 'Decisioni sulla competenza', { at: AT, reason: 'Motivo' }),
  own('closing_fact', 'recorded_by', 'Passi del ciclo registrati', {
    ...WHEN,
    happened_on: 'Giorno',
    note: 'Nota',
  }),
  deed('closing_fact', 'withdrawn_by', 'Passi del ciclo annullati', {
    withdrawn_at: AT,
    withdrawn_because: 'Motivo',
  }),
  deed('measure_change', 'recorded_by', 'Misure cambiate', { ...WHEN, reason: 'Motivo' }),
  deed('measurement_act', 'recorded_by', 'Atti della valutazione registrati', {
    ...WHEN,
    number: 'Numero',
    note: 'Nota',
  }),
  deed('measurement_act', 'withdrawn_by', "Atti della valutazione tolti dall'elenco", {
    withdrawn_at: AT,
    withdrawn_reason: 'Motivo',
  }),
  own('relazione_text', 'written_by', 'Testi della Relazione scritti', {
    written_at: AT,
    part: 'Parte',
    text: 'Testo',
  }),
  deed('relazione_snapshot', 'made_by', 'Istantanee della Relazione', { made_at: AT, reason: 'Motivo' }),
  deed('relazione_release', 'decided_by', 'Motivazioni decise per la pubblicazione', {
    decided_at: AT,
    decision: 'Decisione',
    text: 'Testo',
  }),
  deed('publication_package', 'made_by', 'Pacchetti per la pubblicazione', { made_at: AT, number: 'Numero' }),
  deed('publication_place', 'recorded_by', 'Indirizzi di pubblicazione registrati', WHEN),
  deed('legal_duty', 'asked_by', 'Termini di legge fatti scadenza', { asked_at: AT }),
  deed('legal_duty', 'undone_by', 'Termini di legge tolti', { undone_at: AT, undone_reason: 'Motivo' }),
  deed('act', 'recorded_by', 'Atti registrati', { ...WHEN, number: 'Numero' }),
  deed('plan_version', 'confirmed_by', 'Piani confermati', { confirmed_at: AT }),
  deed('import_draft', 'uploaded_by', 'File di piani caricati', { uploaded_at: AT, file_name: 'File' }),
  deed('import_draft', 'changed_by', 'Bozze di piani corrette', { changed_at: AT }),
  deed('import_draft', 'closed_by', 'Bozze di piani confermate o scartate', { closed_at: AT }),
  deed('scoring_rules', 'recorded_by', 'Regole di misurazione registrate', WHEN),
  deed('indicator_definition', 'set_by', 'Indicatori definiti', { set_at: AT }),
  deed('milestone_weight', 'set_by', 'Pesi di fasi indicati', { set_at: AT }),
  deed('payment_times', 'recorded_by', 'Tempi di pagamento registrati', WHEN),
  deed('compiler', 'named_by', 'Incarichi dati per il monitoraggio', { named_at: AT }),
  deed('absence', 'recorded_by', 'Assenze di altri registrate', WHEN),
  deed('paper_hand_over', 'recorded_by', 'Consegne a mano registrate', WHEN),
  deed('role_code', 'set_by', 'Codici di caselle condivise impostati', { set_at: AT }),
  deed('stopped_mailbox', 'lifted_by', 'Fermi di caselle tolti', { lifted_at: AT }),
  own('calendar_feed', 'person', 'Calendario personale', { made_at: AT, revoked_at: 'Annullato' }),
  deed('calendar_feed', 'revoked_by', 'Calendari annullati', { revoked_at: AT }),
  deed('signed_copy', 'added_by', 'Copie firmate aggiunte', { added_at: AT, name: 'Nome' }),
  deed('audit', 'person', 'Modifiche fatte', { at: AT, action: 'Che cosa', channel: 'Da dove' }),
  deed('command', 'person', 'Operazioni eseguite', { at: AT, action: 'Che cosa' }),
];

type Shown = PersonPlace['shown'];

function own(table: string, column: string, title: string, shown: Shown): PersonPlace {
  return { table, column, title, own: true, shown };
}

function deed(table: string, column: string, title: string, shown: Shown): PersonPlace {
  return { table, column, title, shown };
}
