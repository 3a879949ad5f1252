/**
 * The only maker of failures that reach a workflow's history. They hold codes and counts: what a database
 * or a mail server says may quote personal data, and a history cannot be erased.
 */
import { ApplicationFailure } from '@temporalio/activity';

const MINUTE_MS = 60_000;
/** Greylisting asks for 5 to 15 minutes; more often only adds load, more rarely loses the morning. */
const LONGEST_WAIT_MS = 15 * MINUTE_MS;

/** 1, 2, 4, 8, then every 15 minutes. `attempts` is how often the most patient mail was tried. */
export const waitAfterRefusal = (attempts: number): number =>
  Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** Math.max(0, attempts - 1));

/** Mails of a day that no server has taken yet: worth another attempt after `waitMs`. */
export const mailsWaiting = (count: number, waitMs: number): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'MailsWaiting',
    message: `${count} mails without a final answer`,
    nextRetryDelay: Math.max(1_000, Math.ceil(waitMs)),
  });

/** The worker is stopping; another one goes on at once. */
export const interrupted = (): ApplicationFailure =>
  ApplicationFailure.create({ type: 'Interrupted', message: 'the worker is stopping' });

/** No such town: nothing will ever change that, so the workflow ends. */
export const unknownTown = (): ApplicationFailure =>
  ApplicationFailure.create({ type: 'UnknownTown', message: 'no such town', nonRetryable: true });

/** Anything else, without its message. Retried: databases come back, and bugs get mended under a running workflow. */
export function unexpected(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  const failure = ApplicationFailure.create({ type: 'Unexpected', message: kindOf(error) });
  failure.stack = placesOf(error);
  return failure;
}

/** `PostgresError 23505 notice_once`, `TypeError`: the class and the codes, no text. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  return [error.name, code, constraint].filter((part) => typeof part === 'string' && part !== '').join(' ');
}

const placesOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .join('\n')
    : '';
