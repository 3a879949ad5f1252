/** `serve`: one small installation on this machine, until it is stopped. */
import { InvalidArgumentError } from 'commander';
import { serviceFolder } from '../embedded/running-stack.js';
import { SERVICE_PORT, serve } from '../embedded/serve.js';

/** A port as typed. */
export function portOption(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('attesa una porta da 1 a 65535');
  return port;
}

/** Returns the exit code: 0 stopped as asked, 1 something could not start or kept dying. */
export const serveOf = (
  { port, data }: { readonly port?: number; readonly data?: string },
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> => serve({ port: port ?? SERVICE_PORT, data: data ?? serviceFolder(env) }, env);
