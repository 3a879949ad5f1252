/** The chains of a dossier as they stand, with what is left out for whoever asks, and all that they cite. */
import type { Dossier, DossierChain, DossierEntry, DossierNames } from '../../domain/register/dossier.js';
import type { ChainSubject } from '../../domain/register/seal.js';
import type { Tx } from '../../store/in-town.js';
import { mailsOf, namesOf } from '../../store/register/dossier-facts.js';
import { readChain } from '../../store/register/register.js';
import { textsWithSalts } from '../../store/register/register-texts.js';
import { sealsCovering } from '../../store/register/seals.js';
import { opensMailOf } from '../mail-access.js';
import type { Viewer } from '../viewer.js';
import { type EntryBody, textOf, textsCited } from '../views/register/register-words.js';

/** Chooses the entries of one person; `null`: all of them. */
export interface PersonAsked {
  readonly person: string;
  /** Also the words of others. */
  readonly everyWord: boolean;
}

export type DossierParts = Pick<Dossier, 'chains' | 'texts' | 'mails' | 'seals'> & {
  readonly names: DossierNames;
};

/** Hold the first chain (`holdChain`): the closing entry goes after what is read here. */
export async function dossierParts(
  tx: Tx,
  viewer: Viewer,
  subjects: readonly ChainSubject[],
  asked: PersonAsked | null,
): Promise<DossierParts> {
  const whole: DossierChain[] = [];
  for (const { kind, id } of subjects)
    whole.push({ subject: { kind, id }, entries: await entriesOf(tx, { kind, id }) });
  const chains = asked === null ? whole : leftOut(whole, asked.person);
  const bodies = bodiesOf(chains);
  const strings = stringsIn([bodies, subjects, viewer.person.id]);
  const texts = await textsWithSalts(tx, citedIn(bodies, asked), viewer.town.clock.zone);
  const digests = bodies.flatMap((body) => textOf(body['digest']) ?? []);
  return {
    chains,
    texts,
    mails: await mailsOf(tx, digests, (person) => opensMailOf(viewer, person)),
    seals: await sealsCovering(
      tx,
      viewer.town.id,
      subjects.map(({ id }) => id),
    ),
    names: await namesOf(tx, strings.filter(isUuid), strings.filter(isHash)),
  };
}

const entriesOf = async (tx: Tx, subject: ChainSubject): Promise<readonly DossierEntry[]> =>
  (await readChain(tx, subject)).map(({ seq, prev, hash, body }) => ({ seq, prev, hash, body }));

const bodiesOf = (chains: readonly DossierChain[]): readonly EntryBody[] =>
  chains.flatMap(({ entries }) => entries.map(({ body }) => body)).filter((body) => body !== null);

/** Mails of others, what they said they had read, and their dossiers say nothing about a person; what happened to what they were told of does. */
const OF_OTHERS = new Set(['notice', 'notice-acknowledged', 'delivery', 'bounced', 'dossier']);

function leftOut(chains: readonly DossierChain[], person: string): readonly DossierChain[] {
  const told = new Set(
    bodiesOf(chains)
      .filter((body) => body['person'] === person)
      .flatMap((body) => textOf(body['obligation']) ?? []),
  );
  const concerns = (body: EntryBody): boolean =>
    body['person'] === person ||
    (told.has(textOf(body['obligation']) ?? '') && !OF_OTHERS.has(textOf(body['kind']) ?? ''));
  return chains.map(({ subject, entries }) => ({
    subject,
    entries: entries.map((entry) =>
      entry.body !== null && concerns(entry.body) ? entry : { ...entry, body: null },
    ),
  }));
}

function citedIn(bodies: readonly EntryBody[], asked: PersonAsked | null): readonly string[] {
  const readable = bodies.filter(
    (body) => asked === null || asked.everyWord || body['person'] === asked.person,
  );
  return readable.flatMap(textsCited);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(stringsIn))];
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
