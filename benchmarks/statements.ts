/** The statements of a page as PostgreSQL gets them, and how it carries them out. */
import { connect, type Sql } from '../store/connection.js';
import { inTown } from '../store/in-town.js';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What `work` sends, without what only opens and closes the transaction. */
export async function statementsOf(
  url: string,
  work: (sql: Sql) => Promise<unknown>,
): Promise<readonly Statement[]> {
  const sent: Statement[] = [];
  const sql = connect(url, {
    max: 1,
    applicationName: 'bench',
    onStatement: (text, values) => sent.push({ text, values }),
  });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
  return sent.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && !/set_config|pg_type/.test(text));
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

export interface Plan {
  /** The ways to the rows, as `Index Scan obligation_town`. */
  readonly scans: readonly string[];
  /** Tables that were read from end to end. */
  readonly sequential: readonly string[];
  readonly ms: number;
}

/** How the statement was carried out for that town, under row-level security. */
export async function planOf(sql: Sql, town: string, { text, values }: Statement): Promise<Plan> {
  const [row] = await inTown(sql, town, (tx) =>
    tx.unsafe<
      { 'QUERY PLAN': readonly { Plan: Node; 'Execution Time': number; 'Planning Time': number }[] }[]
    >(`explain (analyze, format json) ${text}`, values as never),
  );
  const plan = Object.values(row ?? {})[0]?.[0];
  if (plan === undefined) throw new Error('no plan');
  const nodes = [...nodesOf(plan.Plan)].filter((node) => node['Relation Name'] !== undefined);
  return {
    scans: nodes.map((node) => `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name'] ?? ''}`),
    sequential: nodes
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => node['Relation Name'] ?? ''),
    ms: plan['Execution Time'] + plan['Planning Time'],
  };
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}
