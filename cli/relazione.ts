/** `relazione`: the Relazione of an example in files, without a database (design §14). */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { typesetPdf } from '../documents/printed/typst-pdf.js';
import { relazioneFile, relazionePdf } from '../documents/relazione-file.js';
import type { RelazioneFormat } from '../documents/relazione-formats.js';
import type { RelazioneStamp } from '../documents/relazione-stamp.js';
import { canonicalJson } from '../domain/register/canonical-json.js';
import { relazione as relazioneOf } from '../domain/relazione/build-relazione.js';
import type { Relazione } from '../domain/relazione/relazione.js';
import type { RelazioneFacts } from '../domain/relazione/relazione-facts.js';
import { exampleRelazioneFacts } from '../embedded/example-relazione.js';
import { CommandError } from './command-error.js';

export interface RelazioneOptions {
  readonly formats: readonly RelazioneFormat[];
  /** Folder; made when it is not there. */
  readonly out: string;
  readonly publication: boolean;
}

/** Writes the files and returns their paths, in the order of `formats`. Throws `CommandError` when one cannot be written. */
export async function writeRelazione(options: RelazioneOptions): Promise<readonly string[]> {
  const { formats, out, publication } = options;
  const facts = await exampleRelazioneFacts();
  const made = relazioneOf(facts, publication ? 'publication' : 'internal');
  await orRefuse(out, mkdir(out, { recursive: true }));
  const files: string[] = [];
  for (const format of formats) {
    const file = path.join(out, `${baseNameOf(made)}.${format}`);
    await orRefuse(file, writeFile(file, await inFormat(made, format, stampOf(facts))));
    files.push(file);
  }
  return files;
}

/** The same in every format: "relazione-2023", "relazione-2023-pubblicazione". */
const baseNameOf = ({ year, version }: Relazione): string =>
  `relazione-${year}${version === 'publication' ? '-pubblicazione' : ''}`;

/** The example's year is over: its facts are the one snapshot there is. */
export const stampOf = (facts: RelazioneFacts): RelazioneStamp => ({
  ...{ number: 1, on: facts.asOf },
  sha256: createHash('sha256').update(canonicalJson(facts), 'utf8').digest('hex'),
});

/** The same Relazione and stamp give the same bytes. A PDF is set in this process. */
export const inFormat = async (
  made: Relazione,
  format: RelazioneFormat,
  stamp: RelazioneStamp,
): Promise<Uint8Array | string> =>
  format === 'pdf' ? typesetPdf(relazionePdf(made, stamp)) : relazioneFile(made, format, stamp);

async function orRefuse(place: string, doing: Promise<unknown>): Promise<void> {
  await doing.catch((error: Error) => {
    throw new CommandError(`${place}: ${error.message}`, { cause: error });
  });
}
