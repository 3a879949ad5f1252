import { compilePlan } from '../../domain/reading/compile-plan.js';
import { isPlanExport, readPlanExport } from '../plan-export/plan-export-read.js';
import { readSource } from '../read-source.js';
import type { CompiledFile } from './apart-contract.js';

const MOST_PROBLEMS = 5;

/**
 * A file of any format that is read to a plan; a workbook that was exported from a plan gives that plan back, and
 * has no lines. Takes as long and as much as the file makes it: see `compileApart`.
 */
export async function compileFile(
  bytes: Uint8Array,
  fileName: string,
  year: number | null,
): Promise<CompiledFile> {
  if (isPlanExport(bytes)) return fromExport(bytes);
  const read = await readSource(bytes, fileName);
  if (!read.ok) return read;
  const compiled = compilePlan(read.source, year === null ? {} : { year });
  return compiled.ok ? { ...compiled, lines: read.source.lines, partial: read.source.partial } : compiled;
}

async function fromExport(bytes: Uint8Array): Promise<CompiledFile> {
  const read = await readPlanExport(bytes);
  if (read.ok) return { ok: true, plan: read.plan, lines: [], partial: null };
  const problems = read.problems.slice(0, MOST_PROBLEMS).map(({ message }) => message);
  const more = read.problems.length - problems.length;
  return { ok: false, refusal: [...problems, ...(more > 0 ? [`Altri ${more} problemi.`] : [])].join(' ') };
}
