/** The parts of an installation, and what is said in Italian of one that is not well. */

export const PARTS = ['postgresql', 'temporal', 'worker', 'smtp', 'watchdog', 'clock'] as const;
export type Part = (typeof PARTS)[number];

/**
 * `late`: it answers, but work waits longer than it should. `unknown`: the part that would tell is down; of the
 * worker Temporal tells, of mails, watchdog and clock PostgreSQL.
 */
export const PART_STATES = ['ok', 'down', 'late', 'unknown'] as const;
export type PartState = (typeof PART_STATES)[number];

/** What the sentences are about. */
export interface Seen {
  readonly parts: Readonly<Record<Part, PartState>>;
  readonly putOffMails: number;
  readonly clockDriftSeconds: number | null;
}

const SENTENCES: Readonly<Record<Part, (seen: Seen) => string>> = {
  postgresql: () => 'La base dati non risponde: non si può leggere né registrare nulla.',
  temporal: () =>
    'Il motore dei tempi (Temporal) non risponde: ciò che registri è al sicuro, gli avvisi partono quando torna.',
  worker: () =>
    'Il programma che prepara gli avvisi (worker) non è al lavoro: ciò che registri è al sicuro, gli avvisi partono quando torna.',
  smtp: ({ putOffMails }) =>
    `Il server di posta non accetta messaggi: ${putOffMails} in attesa, ritentati fino alle 17:00.`,
  watchdog: () => 'Alcuni processi sono in ritardo: il sistema li sta riprendendo.',
  clock: ({ clockDriftSeconds }) =>
    `L'orologio di questa macchina e quello della base dati non vanno d'accordo (${Math.abs(clockDriftSeconds ?? 0)} secondi): avvisi e accessi possono arrivare all'ora sbagliata. Avvisa chi gestisce il sistema.`,
};

/** What everybody who has entered is told of; the others are told of to whoever runs the installation. */
const FOR_PEOPLE: readonly Part[] = ['temporal', 'worker', 'smtp', 'clock'];

const isTrouble = (state: PartState): boolean => state === 'down' || state === 'late';

/** One sentence for each part that is not well; `among`: only of these. */
export const troublesOf = (seen: Seen, among: readonly Part[] = PARTS): readonly string[] =>
  among.filter((part) => isTrouble(seen.parts[part])).map((part) => SENTENCES[part](seen));

/** What pages say on top. */
export const troublesForPeople = (seen: Seen): readonly string[] => troublesOf(seen, FOR_PEOPLE);
