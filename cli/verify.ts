/**
 * `verify FILE`: checks a dossier, or what a town published of its Relazione, away from the town's database, and names
 * the first thing that is broken.
 * Of a PDF it checks the dossier inside, and says that the printed words are not what was checked.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readDossier } from '../documents/dossier-json.js';
import { dossierInPdf, isPdf } from '../documents/dossier-of-pdf.js';
import type { Dossier } from '../domain/register/dossier.js';
import type { BrokenPlace, DossierFault } from '../domain/register/dossier-faults.js';
import type { ChainSubject } from '../domain/register/seal.js';
import { verifyDossier } from '../domain/register/verify-dossier.js';
import { instant } from '../domain/time/instant.js';
import { civilDateAt } from '../domain/time/zone.js';
import { italianDate } from '../mail/italian-dates.js';
import { counted } from '../mail/italian-numbers.js';
import { CommandError } from './command-error.js';
import { publishedSet } from './published-set.js';
import { verifyPublished } from './verify-published.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What was checked, in lines. Throws `CommandError` on what is neither, and on the first thing broken. */
export async function verifyFile(file: string): Promise<readonly string[]> {
  const published = await publishedSet(file);
  if (published !== null) return verifyPublished(file, published);
  const bytes = await readFile(file).catch((error: Error) => {
    throw new CommandError(`${file}: ${error.message}`, { cause: error });
  });
  const inside = isPdf(bytes) ? await dossierInPdf(bytes) : bytes;
  if (inside === null) throw new CommandError(`${file}: Il PDF non ha un dossier allegato (dossier.json).`);
  const read = readDossier(inside);
  if (!read.ok) throw new CommandError(`${file}: ${read.message}`);
  const { dossier } = read;
  const verdict = verifyDossier(dossier, sha256);
  if (!verdict.ok) throw new CommandError(`${file}: NON INTEGRO. ${brokenInWords(verdict, dossier)}`);
  return [...reportOf(dossier, verdict), ...(inside === bytes ? [] : [PRINTED])];
}

const PRINTED =
  'È stato controllato il dossier allegato al PDF: fa fede l’allegato, le parole stampate non sono controllate.';

const FAULTS: Readonly<Record<DossierFault, string>> = {
  number: 'il numero della voce non è quello atteso: una voce è stata tolta, aggiunta o spostata',
  'previous-hash':
    'la voce non porta l’impronta di quella precedente: una voce è stata tolta, aggiunta o cambiata',
  hash: 'il contenuto della voce non corrisponde alla sua impronta: è stato cambiato',
  text: 'un testo non corrisponde all’impronta che la voce ne conserva, oppure nessuna voce lo cita',
  mail: 'un messaggio non corrisponde all’impronta che la voce ne conserva, oppure nessuna voce lo nomina',
  seal: 'il sigillo della settimana non corrisponde alla sua impronta',
  'sealed-entry': 'la voce non è quella che era stata sigillata',
  cut: 'manca la fine della catena: la voce sigillata non c’è',
  closing: 'manca la voce che chiude il dossier',
  envelope: 'una parte fuori dalle catene (nomi, atti, intestazione, voci omesse) è stata cambiata',
};

const SUBJECTS: Readonly<Record<ChainSubject['kind'], string>> = {
  objective: 'obiettivo',
  sector: 'settore',
  cycle: 'ciclo',
};

/** "Obiettivo «…», voce 3 di giovedì 29 giugno 2023: …". */
function brokenInWords({ fault, subject, seq, at, detail }: BrokenPlace, { town, names }: Dossier): string {
  const title = names.objectives.find(({ id }) => id === subject?.id)?.title;
  const where = subject === null ? '' : `${SUBJECTS[subject.kind]} «${title ?? subject.id}»`;
  const entry = seq === null ? '' : `voce ${seq}${at === null ? '' : ` di ${dayOf(at, town.zone)}`}`;
  const place = [where, entry].filter((part) => part !== '').join(', ');
  const which = detail === null ? '' : ` (${detail})`;
  return place === '' ? `${capital(FAULTS[fault])}${which}.` : `${capital(place)}: ${FAULTS[fault]}${which}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The instant is whatever a broken entry says: it need not be one. */
function dayOf(at: number, zone: string): string {
  return Number.isSafeInteger(at) && Math.abs(at) < 8e13
    ? italianDate(civilDateAt(instant(at), zone))
    : 'un giorno illeggibile';
}

function reportOf(
  { town, about, madeOn, chains, texts, mails, seals }: Dossier,
  { hash, unsealed }: { readonly hash: string; readonly unsealed: number },
): readonly string[] {
  const entries = chains.flatMap((chain) => chain.entries);
  const leftOut = entries.filter(({ body }) => body === null).length;
  const erased = texts.filter((text) => 'erased' in text).length;
  return [
    `INTEGRO: dossier «${about.title}», ${town.name}, fatto ${italianDate(madeOn)}.`,
    `Voci: ${entries.length} in ${counted(chains.length, 'catena', 'catene')}${leftOut === 0 ? '' : `, ${leftOut} omesse perché riguardano altri`}.`,
    `Testi: ${texts.length}${erased === 0 ? '' : `, di cui cancellati ${erased}`}. Messaggi: ${mails.length}.`,
    `Impronta del dossier: ${hash}`,
    ...(seals.length === 0
      ? ['Nessun sigillo copre ancora queste voci.']
      : [
          'Sigilli, da confrontare con quelli stampati nei riepiloghi o nel protocollo:',
          ...seals.map((seal) => `  settimana di ${italianDate(seal.week)}: ${seal.hash}`),
        ]),
    ...(unsealed === 0 ? [] : [`Voci non ancora sigillate: ${unsealed}.`]),
  ];
}
