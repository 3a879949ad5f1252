import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { runningStack, serviceFolder } from '../../embedded/running-stack.js';

/**
 * Ends the workflows of a town that is gone; those that no longer run are ended already. Returns `null` when Temporal does
 * not answer: each then ends by itself at its next step, when it finds no town.
 */
export async function endWorkflows(ids: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const address = env['TEMPORAL_ADDRESS'] || runningStack(serviceFolder(env))?.temporalAddress;
  if (!address) return null;
  const connection = await Connection.connect({ address, connectTimeout: 5_000 }).catch(() => null);
  if (connection === null) return null;
  const client = new Client({ connection, namespace: env['TEMPORAL_NAMESPACE'] || 'default' });
  let ended = 0;
  try {
    for (const id of ids) {
      const found = await client.workflow
        .getHandle(id)
        .terminate('the town was deleted')
        .then(() => true)
        .catch((error: unknown) => {
          if (error instanceof WorkflowNotFoundError) return false;
          throw error;
        });
      if (found) ended += 1;
    }
    return ended;
  } finally {
    await connection.close();
  }
}
