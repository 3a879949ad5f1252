/** A command that cannot be carried out: the message names place and value, goes to stderr, exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
