/** A table as a file to keep. */
import type { Context } from 'hono';
import { csvTable } from '../../documents/csv-table.js';
import type { AppEnv } from '../app-env.js';

/** `name` without its ending, in letters, digits and hyphens. */
export const csvFile = (
  c: Context<AppEnv>,
  name: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): Response =>
  c.body(csvTable(titles, rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  });
