import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** What goes with the message of a `CannotStart`. */
export interface Advice {
  /** What the person can do, in Italian. */
  readonly remedy: string;
  /** The last lines of the part's own log, or of the program that failed. */
  readonly details?: string;
  readonly cause?: unknown;
}

/**
 * Something of this machine keeps a part from starting. The message is Italian, for the person at the terminal:
 * what happened and where; the remedy says what to do. Anything else that is thrown while starting is a bug.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  /** Written for `npm start`: for people by {@link remedyFor}. */
  readonly remedy: string;
  readonly details: string;

  constructor(message: string, advice: Advice) {
    super(message, { cause: advice.cause });
    this.remedy = advice.remedy;
    this.details = advice.details ?? '';
  }

  /**
   * The remedy for whoever typed something else: `command` stands before options, as in `traguardo serve`. `null`: a
   * command that takes its folder from the environment.
   */
  remedyFor(command: string | null): string {
    const start = 'npm start --';
    return command === null
      ? this.remedy.replaceAll(`${start} --data CARTELLA`, 'DATA_DIR=CARTELLA')
      : this.remedy.replaceAll(start, command);
  }
}

/** Size of a log in bytes, 0 when there is none yet: what is written from here on belongs to this start. */
export function logSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The last `lines` lines that were written to `file` after byte `from`; empty when there are none. */
export function logTail(file: string, from: number, lines = 12): string {
  if (logSize(file) <= from) return '';
  const descriptor = openSync(file, 'r');
  try {
    const end = fstatSync(descriptor).size;
    const start = Math.max(from, end - 8192);
    const bytes = Buffer.alloc(end - start);
    readSync(descriptor, bytes, 0, bytes.length, start);
    return bytes.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } finally {
    closeSync(descriptor);
  }
}

/** Causes that people can remove: how they show in a system's error or a server's log, and what they are called. */
const causes: readonly { signs: RegExp; means: string; remedy: string }[] = [
  {
    signs: /ENOSPC|EDQUOT|No space left on device|database or disk is full/i,
    means: 'il disco è pieno',
    remedy: 'Libera dello spazio, oppure scegli un’altra cartella con: npm start -- --data CARTELLA',
  },
  {
    signs: /EROFS|Read-only file system/i,
    means: 'il disco è in sola lettura',
    remedy: 'Scegli una cartella in cui si può scrivere con: npm start -- --data CARTELLA',
  },
  {
    signs: /EACCES|EPERM|Permission denied|Operation not permitted/i,
    means: 'mancano i permessi',
    remedy:
      'Avvia con l’utente a cui appartiene la cartella, o scegline un’altra: npm start -- --data CARTELLA',
  },
];

/** Says in Italian what a failed system call, or a server's log, means. `what` is the failure, `where` its place. */
export function explainFailure(what: string, where: string, cause: unknown, log = ''): CannotStart {
  const text = describe(cause);
  const known = causes.find(({ signs }) => signs.test(`${text}\n${log}`));
  if (known !== undefined) {
    return new CannotStart(`${what}: ${known.means} (${where}).`, {
      remedy: known.remedy,
      details: log,
      cause,
    });
  }
  return new CannotStart(`${what}: ${text} (${where}).`, {
    remedy:
      log === ''
        ? 'Riprova; se si ripete, segnalalo con questo messaggio.'
        : 'Le righe qui sotto dicono perché.',
    details: log,
    cause,
  });
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { code } = cause as NodeJS.ErrnoException;
  return code === undefined || cause.message.includes(code) ? cause.message : `${code} ${cause.message}`;
}
