/**
 * `verify` of what a town published: each file against the index, and the Relazione's JSON against the snapshot that
 * was validated. Its reasons and totals taken away, it must be the one that was frozen (docs/adr/0062).
 */
import { createHash } from 'node:crypto';
import { countMembers, jsonOutline } from '../documents/json-outline.js';
import { type PublicationIndex, publicationSchema } from '../documents/publication-schema.js';
import { type ReadJson, readJson } from '../documents/read-json.js';
import { relazioneJson } from '../documents/relazione-json.js';
import { relazioneSchema } from '../documents/relazione-schema.js';
import { withoutDecisions } from '../domain/relazione/published-facts.js';
import type { Relazione } from '../domain/relazione/relazione.js';
import { VALIDATION_WORDS } from '../domain/relazione/relazione-words.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { longDate } from '../domain/time/italian-date.js';
import { CommandError } from './command-error.js';
import type { PublishedSet } from './published-set.js';

/** Of a Relazione: its sectors' objectives' lists of values. */
const DEEPEST = 20;

/** What was checked, in lines. Throws `CommandError` on the first file that differs or is not there. */
export async function verifyPublished(place: string, set: PublishedSet): Promise<readonly string[]> {
  const broken = (what: string): CommandError => new CommandError(`${place}: NON INTEGRO. ${what}`);
  const index = indexOf(set.index);
  if (index === null) throw broken("L'indice non è nella forma in cui Traguardo lo scrive.");
  for (const { name, bytes, sha256 } of index.files) {
    const content = await set.read(name);
    if (content === null) throw broken(`Manca il file ${name}.`);
    if (content.byteLength !== bytes || sha256Of(content) !== sha256)
      throw broken(`Il file ${name} non corrisponde alla sua impronta: è stato cambiato.`);
  }
  const listed = new Set(index.files.map(({ name }) => name));
  const more = set.names.filter((name) => !listed.has(name));
  if (set.isZip && more[0] !== undefined) throw broken(`Il file ${more[0]} non è nell'indice.`);
  const problem = await snapshotProblem(index, set);
  if (problem !== null) throw broken(problem);
  return reportOf(index, set, more.length);
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `null`: nested too deep, or with a member written twice, of which readers would not take the same one. */
function readOnce(bytes: Uint8Array): ReadJson | null {
  const outline = jsonOutline(new TextDecoder().decode(bytes));
  const read = outline.depth > DEEPEST ? null : readJson(bytes);
  return read?.ok === true && countMembers(read.value) !== outline.members ? null : read;
}

/** As it stands; `null`: it is none. */
function indexOf(bytes: Uint8Array): PublicationIndex | null {
  const read = readOnce(bytes);
  const parsed = read?.ok === true ? publicationSchema.safeParse(read.value) : null;
  if (parsed?.success !== true) return null;
  const names = parsed.data.files.map(({ name }) => name);
  return new Set(names).size === names.length ? parsed.data : null;
}

async function snapshotProblem({ files, snapshot, ...index }: PublicationIndex, set: PublishedSet) {
  const [name, another] = files.map((one) => one.name).filter((one) => one.endsWith('.json'));
  // Of two nobody would know which one was checked.
  if (another !== undefined) return `Ci sono due file JSON: ${name} e ${another}.`;
  const bytes = name === undefined ? null : await set.read(name);
  if (name === undefined || bytes === null) return 'Manca la Relazione in JSON.';
  const read = readOnce(bytes);
  const parsed = read?.ok === true ? relazioneSchema.safeParse(read.value) : null;
  // The parsed one has lost the order of its members: what is hashed is as the file has it.
  if (read?.ok !== true || parsed?.success !== true) return `${name} non è una Relazione di Traguardo.`;
  const relazione = read.value as Relazione;
  if (relazione.version !== 'publication') return `${name} non è la versione per la pubblicazione.`;
  if (relazione.year !== index.year || relazione.town.name !== index.town.name)
    return `${name} è di un altro anno o di un altro ente.`;
  return sha256Of(relazioneJson(withoutDecisions(relazione))) === snapshot.publication
    ? null
    : `${name} non viene dall'istantanea n. ${snapshot.number} che l'indice nomina.`;
}

function reportOf(index: PublicationIndex, set: PublishedSet, more: number): readonly string[] {
  const { snapshot, validation, files } = index;
  return [
    `INTEGRO: «${index.title}», ${index.town.name}, pacchetto preparato ${longDate(index.madeOn as CivilDate)}.`,
    `File: ${files.length}, tutti con l'impronta dell'indice${more === 0 ? '' : `; altri nella cartella, non controllati: ${more}`}.`,
    `La Relazione in JSON viene dall'istantanea n. ${snapshot.number}, ${VALIDATION_WORDS[validation.outcome]} ${longDate(validation.on as CivilDate)}: cambiano solo motivazioni rilasciate e totali.`,
    'Impronte, da confrontare con quelle agli atti:',
    `  dati dell'istantanea: ${snapshot.facts}`,
    `  dati per la pubblicazione, senza motivazioni e totali: ${snapshot.publication}`,
    `  indice: ${sha256Of(set.index)}`,
  ];
}
