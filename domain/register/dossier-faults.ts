/** What can be wrong with the parts of a dossier: an entry, a text, a mail, a seal. */
import { canonicalJson } from './canonical-json.js';
import { entryHash, type Sha256, textCommitment } from './chain.js';
import type { Dossier, DossierChain, DossierEntry } from './dossier.js';
import { type ChainSubject, isSeal, type Seal } from './seal.js';

/**
 * Of an entry: `number`, `previous-hash`, `hash`. `text`, `mail`: not what an entry holds. `seal`: not its
 * own hash. `sealed-entry`: another entry than the sealed one; `cut`: the end of a sealed chain is missing.
 * `closing`: no entry of this dossier; `envelope`: names, acts or anything else was changed.
 */
export type DossierFault =
  | 'number'
  | 'previous-hash'
  | 'hash'
  | 'text'
  | 'mail'
  | 'seal'
  | 'sealed-entry'
  | 'cut'
  | 'closing'
  | 'envelope';

/** What is wrong, and in which entry. */
export interface BrokenPlace {
  readonly fault: DossierFault;
  readonly subject: ChainSubject | null;
  readonly seq: number | null;
  /** Town time of the entry as it says; `null` where it does not. */
  readonly at: number | null;
  /** Which text, mail or seal. */
  readonly detail: string | null;
}

interface Place {
  readonly subject: ChainSubject;
  readonly entry: DossierEntry;
}

const at = (fault: DossierFault, place: Place | null, detail: string | null): BrokenPlace => ({
  ...{ fault, subject: place?.subject ?? null, seq: place?.entry.seq ?? null },
  ...{ at: place === null ? null : timeOf(place.entry), detail },
});

/** As its body says; `null` for one that was left out. */
export const timeOf = ({ body }: DossierEntry): number | null =>
  typeof body?.['at'] === 'number' ? body['at'] : null;

/** The first entry that is not numbered, linked or hashed as it must be. */
export function brokenEntry({ subject, entries }: DossierChain, sha256: Sha256): BrokenPlace | null {
  let head: string | null = null;
  for (const [index, entry] of entries.entries()) {
    const fault = entryFault(entry, index + 1, head, sha256);
    if (fault !== null) return { ...at(fault, { subject, entry }, null), seq: index + 1 };
    head = entry.hash;
  }
  return null;
}

function entryFault(entry: DossierEntry, seq: number, head: string | null, sha256: Sha256) {
  if (entry.seq !== seq) return 'number';
  if (entry.prev !== head) return 'previous-hash';
  return entry.body !== null && entry.hash !== entryHash(head, entry.body, sha256) ? 'hash' : null;
}

/** Every text must be the one that an entry cites by its hash, also where it was erased. */
export function brokenText({ texts, chains }: Dossier, sha256: Sha256): BrokenPlace | null {
  const cited = citations(chains);
  for (const text of texts) {
    const place = cited.get(text.hash) ?? null;
    const holds = !('salt' in text) || textCommitment(text.salt, text.text, sha256) === text.hash;
    if (place === null || !holds) return at('text', place, text.hash);
  }
  return null;
}

/** Where each string of an entry stands first. */
function citations(chains: readonly DossierChain[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const walk = (value: unknown, place: Place): void => {
    if (typeof value === 'string' && !places.has(value)) places.set(value, place);
    if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) walk(one, place);
  };
  for (const place of placesOf(chains)) walk(place.entry.body, place);
  return places;
}

const placesOf = (chains: readonly DossierChain[]): readonly Place[] =>
  chains.flatMap(({ subject, entries }) => entries.map((entry) => ({ subject, entry })));

/** Every mail must be one that an entry names, with the content whose hash the entry holds. */
export function brokenMail({ mails, chains }: Dossier, sha256: Sha256): BrokenPlace | null {
  const places = placesOf(chains);
  for (const { digest, content } of mails) {
    const naming = places.filter(({ entry: { body } }) => body?.['digest'] === digest);
    if (naming.length === 0) return at('mail', null, digest);
    if (content === null) continue;
    const hash = sha256(canonicalJson(content));
    const wrong = naming.find(
      ({ entry: { body } }) => (body?.['content'] ?? body?.['mail'] ?? hash) !== hash,
    );
    if (wrong !== undefined) return at('mail', wrong, digest);
  }
  return null;
}

/** A seal must have its own hash, and the chains here must hold the entries that it sealed. */
export function brokenSeal(seal: Seal, { town, chains }: Dossier, sha256: Sha256): BrokenPlace | null {
  if (seal.town !== town.id || !isSeal(seal, sha256)) return at('seal', null, seal.week);
  for (const { subject, entries } of chains) {
    const head = seal.heads.find(({ kind, id }) => kind === subject.kind && id === subject.id);
    const entry = head === undefined ? undefined : entries[head.seq - 1];
    if (head === undefined || entry?.hash === head.hash) continue;
    if (entry === undefined) return { ...at('cut', null, seal.week), subject, seq: head.seq };
    return at('sealed-entry', { subject, entry }, seal.week);
  }
  return null;
}
