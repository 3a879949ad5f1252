/** `serve`: one small installation on this machine, until it is stopped. */
import { serviceFolder } from '../embedded/running-stack.js';
import { SERVICE_PORT, serve } from '../embedded/serve.js';

/** Returns the exit code: 0 stopped as asked, 1 something could not start or kept dying. */
export const serveOf = (
  { port, data }: { readonly port?: number; readonly data?: string },
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> => serve({ port: port ?? SERVICE_PORT, data: data ?? serviceFolder(env) }, env);
