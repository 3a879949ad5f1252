/** `compile-plan`: the annex of an act in, the plan as JSON, or its lines with their numbers, out. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readSource } from '../documents/read-source.js';
import { compilePlan } from '../domain/reading/compile-plan.js';
import type { SourceDocument } from '../domain/reading/source/source-document.js';
import { CommandError } from './command-error.js';

/** The plan of `file` as one line of JSON; throws `CommandError` when it cannot be read. */
export async function compiledPlan(file: string, year: number | null): Promise<string> {
  const source = await sourceOf(file);
  const compiled = compilePlan(source, year === null ? {} : { year });
  if (!compiled.ok) throw new CommandError(compiled.refusal);
  return JSON.stringify(compiled.plan, null, 2);
}

/** The lines that `sourceLine` counts, each as its number, a tab, and its words; throws `CommandError`. */
export async function numberedLines(file: string): Promise<readonly string[]> {
  const { lines } = await sourceOf(file);
  return lines.map(({ text }, index) => `${index + 1}\t${text}`);
}

async function sourceOf(file: string): Promise<SourceDocument> {
  const read = await readSource(await bytesOf(file), basename(file));
  if (!read.ok) throw new CommandError(read.refusal);
  return read.source;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CommandError(`${file}: il file non si può leggere`, { cause: error });
  }
}
