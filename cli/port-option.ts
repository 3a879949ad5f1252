import { InvalidArgumentError } from 'commander';

/** A port as typed. */
export function portOption(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('attesa una porta da 1 a 65535');
  return port;
}
