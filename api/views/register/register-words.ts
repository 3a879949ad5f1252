/** The register's entries in words, for pages and dossiers; kinds that this program does not know are shown by their code. */
import { isRung } from '../../../domain/obligations/ladder.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { RUNGS_IN_WORDS } from '../words.js';

/** What an entry holds, as stored or as a dossier carries it. */
export type EntryBody = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What people wrote or said in an entry, by the hashes that the entry holds. */
const SAID = ['note', 'reason', 'declared'] as const;

/** The hashes of free text that an entry holds. */
export const textsCited = (body: EntryBody): readonly string[] =>
  SAID.flatMap((name) => textOf(body[name]) ?? []);

/** How a delivery ended, in the words of a mail server's answers. */
const ANSWERS: Readonly<Record<string, string>> = {
  accepted: 'accettato dal server di posta',
  permanent: 'rifiutato dal server di posta',
  'given-up': 'non spedito',
  trial: 'tenuto nella posta di prova',
  unknown: 'non si sa se era partito: i dati sono di una copia ripristinata',
  bounced: 'tornato indietro',
};

/** "accettato dal server di posta (codice 250)". */
export function answerInWords(body: EntryBody): string {
  if (body['why'] === 'no-mailbox') return 'non spedito: nessuna casella, da consegnare a mano';
  if (body['why'] === 'mailbox-stopped') return 'non spedito: casella sospesa, da consegnare a mano';
  const answer = ANSWERS[textOf(body['answer']) ?? ''] ?? 'consegnato';
  return typeof body['code'] === 'number' ? `${answer} (codice ${body['code']})` : answer;
}

type InWords = (body: EntryBody, day: (name: string) => string) => string;

const KINDS: Readonly<Record<string, InWords>> = {
  notice: (body) => {
    const rung = textOf(body['rung']) ?? '';
    return `Avviso: ${isRung(rung) ? RUNGS_IN_WORDS[rung] : rung}`;
  },
  delivery: (body) => `Messaggio ${answerInWords(body)}`,
  bounced: () => 'Messaggio tornato indietro',
  'handed-over': (_, day) => `Consegnato a mano${day('on')}`,
  completed: (_, day) => `Dichiarata conclusa il${day('doneOn')}`,
  reopened: () => 'Riaperta',
  'put-off': (_, day) => `Termine del monitoraggio spostato:${day('due')}`,
  'term-known': (_, day) => `Data del termine indicata:${day('due')}`,
  explained: (_, day) => `In corso, conclusione prevista:${day('forecast')}`,
  disclaimed: () => 'Risposta: non è di mia competenza',
  'answer-withdrawn': () => 'Risposta ritirata',
  'notice-acknowledged': (_, day) =>
    `Presa visione dell’avviso${day('day') === '' ? '' : ` di${day('day')}`}`,
  'held-back': () => 'Comunicazione al Sindaco trattenuta',
  'let-go': () => 'Comunicazione al Sindaco lasciata partire',
  reassigned: () => 'Passata a un altro ruolo',
  'led-by-another': () => 'Non più dovuta da questo settore: risponde il capofila',
  'owed-again': () => 'Di nuovo a carico del settore: non c’è più il capofila di prima',
  'left-with-owner': () => 'Deciso: resta a chi ha risposto «Non è di mia competenza»',
  // A self-evaluation is transmitted once, without a number.
  transmitted: (body) =>
    typeof body['number'] === 'number' ? 'Monitoraggio trasmesso' : 'Autovalutazione trasmessa',
  acknowledged: () => 'Monitoraggio acquisito',
  returned: (_, day) => `Monitoraggio restituito per integrazioni, di nuovo dovuto entro${day('due')}`,
  'submission-reopened': (_, day) => `Monitoraggio riaperto, di nuovo dovuto entro${day('due')}`,
  observed: () => 'Osservazione sul monitoraggio',
  recorded: (_, day) => `Registrato nel ciclo, avvenuto il${day('on')}`,
  'record-withdrawn': () => 'Registrazione annullata',
  varied: (_, day) => {
    const before = day('from') === '' ? '' : `: era${day('from')}`;
    return `Per una variazione del piano il termine è diventato${day('due')}${before}`;
  },
  corrected: (_, day) => {
    const before = day('from') === '' ? '' : `: era scritto${day('from')}`;
    return `Corretto un errore materiale, il termine è${day('due')}${before}`;
  },
  withdrawn: () => 'Non più dovuta: tolta dal piano con una variazione',
  'asked-by-norm': (_, day) =>
    `Dal calendario normativo: diventa una scadenza${day('due') === '' ? '' : `, entro${day('due')}`}`,
  'taken-back': () => 'Non più dovuta: tolta dalle scadenze del calendario normativo',
  asked: (_, day) => `Domanda nell'istruttoria, risposta entro${day('due')}`,
  'question-withdrawn': () => "Domanda dell'istruttoria ritirata",
  'evidence-added': () => 'Documento aggiunto',
  stood: (body) => STOOD[textOf(body['stood']) ?? ''] ?? 'Come stava la mattina dopo il termine',
  dossier: () => 'Rilasciato un dossier',
};

/** What the register notes by itself on the morning after a due date. */
const STOOD: Readonly<Record<string, string>> = {
  concluded: 'La mattina dopo il termine risultava conclusa',
  explained: 'La mattina dopo il termine il ritardo risultava motivato',
  disclaimed: 'La mattina dopo il termine la competenza era da decidere',
  'no-answer': 'La mattina dopo il termine non risultava alcun riscontro',
};

/** What happened, in one sentence without its end. */
export function entryInWords(body: EntryBody): string {
  const kind = textOf(body['kind']) ?? '';
  const day = (name: string): string => {
    const date = parseCivilDate(textOf(body[name]) ?? '');
    return date === null ? '' : ` ${italianDate(date)}`;
  };
  return Object.hasOwn(KINDS, kind) ? (KINDS[kind] as InWords)(body, day) : kind;
}
