/** Temporal's namespace: a new server has none of ours. */
import { Client, type Connection, NamespaceNotFoundError, WorkflowNotFoundError } from '@temporalio/client';

/** gRPC's "already exists" and "not found". */
const ALREADY_EXISTS = 6;
const NOT_FOUND = 5;
/** Histories of ended runs are kept three days: long enough to look into trouble, and nothing in them is a fact. */
const RETENTION_SECONDS = 3 * 24 * 3600;

/** Makes the namespace where it is absent, and waits until the server serves it. Rejects on any other trouble. */
export async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  const { workflowService } = connection;
  const isThere = await workflowService.describeNamespace({ namespace }).then(
    () => true,
    (error: { code?: number }) => {
      if (error.code === NOT_FOUND) return false;
      throw error;
    },
  );
  if (isThere) return;
  await workflowService
    .registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: RETENTION_SECONDS as never },
    })
    .catch((error: { code?: number }) => {
      if (error.code !== ALREADY_EXISTS) throw error;
    });
  while (!(await isServed(connection, namespace))) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Each service of the server hears of a new namespace in its own time: the last one is asked for a workflow. */
async function isServed(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await new Client({ connection, namespace }).workflow.getHandle('t/none').describe();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return true;
    if (error instanceof NamespaceNotFoundError) return false;
    throw error;
  }
}
