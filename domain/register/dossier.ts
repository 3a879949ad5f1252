/**
 * A dossier: chains of the register as they stood, with all that is needed to read and check them away
 * from here. It ends with an entry of its own in its first chain, which holds the hash of everything in
 * it that no chain holds; so every word of a dossier is bound to the register.
 */
import type { CivilDate } from '../time/civil-date.js';
import type { Instant } from '../time/instant.js';
import { canonicalJson } from './canonical-json.js';
import type { Sha256 } from './chain.js';
import type { ChainSubject, Seal } from './seal.js';

/** First thing a reader looks at: it changes with the shape. */
export const DOSSIER_FORMAT = 'traguardo.dossier/1';

/** What the closing entry is called in the register. */
export const DOSSIER_KIND = 'dossier';

/** Hashes are SHA-256 in hexadecimal. */
export interface DossierEntry {
  readonly seq: number;
  readonly prev: string | null;
  readonly hash: string;
  /** `null`: about others, left out; the chain holds all the same. */
  readonly body: { readonly [key: string]: unknown } | null;
}

export interface DossierChain {
  readonly subject: ChainSubject;
  readonly entries: readonly DossierEntry[];
}

/** Free text that an entry cites by its hash; `erased` is the day on which salt and text were erased. */
export type DossierText =
  | { readonly hash: string; readonly salt: string; readonly text: string }
  | { readonly hash: string; readonly erased: CivilDate };

/** A mail as it was frozen, with placeholders for its links. */
export interface DossierMail {
  readonly digest: string;
  readonly day: CivilDate;
  readonly messageId: string;
  /** `null`: not for whoever asked for the dossier. */
  readonly content: { readonly subject: string; readonly text: string; readonly html: string } | null;
}

/** What the ids of the entries stand for. */
export interface DossierNames {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
  readonly acts: readonly {
    readonly id: string;
    readonly organ: string;
    readonly number: string;
    readonly adoptedOn: CivilDate;
  }[];
  readonly objectives: readonly {
    readonly id: string;
    readonly year: number;
    readonly number: string | null;
    readonly title: string;
  }[];
  readonly obligations: readonly {
    readonly id: string;
    readonly objective: string | null;
    readonly title: string;
    readonly milestone: string | null;
    /** Name of the sector that owes it. */
    readonly sector: string | null;
  }[];
  readonly evidence: readonly { readonly sha256: string; readonly name: string; readonly size: number }[];
}

/** JSON as it is handed over; `traguardo verify` reads it without us. */
export interface Dossier {
  readonly format: typeof DOSSIER_FORMAT;
  readonly town: { readonly id: string; readonly name: string; readonly zone: string };
  readonly about: { readonly kind: 'objective' | 'person'; readonly id: string; readonly title: string };
  /** Town time. */
  readonly madeAt: Instant;
  readonly madeOn: CivilDate;
  /** The first one ends with the entry of this dossier. */
  readonly chains: readonly DossierChain[];
  readonly texts: readonly DossierText[];
  readonly mails: readonly DossierMail[];
  /** Oldest first. */
  readonly seals: readonly Seal[];
  readonly names: DossierNames;
}

/** What the closing entry holds: everything but the entries, and of those how many, up to which, and which are left out. */
export function envelopeHash(dossier: Dossier, sha256: Sha256): string {
  const chains = dossier.chains.map(({ subject: { kind, id }, entries }) => ({
    kind,
    id,
    entries: entries.length,
    head: entries.at(-1)?.hash ?? null,
    leftOut: entries.filter(({ body }) => body === null).map(({ seq }) => seq),
  }));
  return sha256(canonicalJson({ ...dossier, chains }));
}

/** The dossier with the closing entry at the end of its first chain. Throws `RangeError` when it has no chain. */
export function closedDossier(open: Dossier, closing: DossierEntry): Dossier {
  const [first, ...others] = open.chains;
  if (first === undefined) throw new RangeError('a dossier without a chain');
  return { ...open, chains: [{ ...first, entries: [...first.entries, closing] }, ...others] };
}

/** Takes the closing entry off again; `null` when there is none where it must be. */
export function openedDossier(
  dossier: Dossier,
): { readonly open: Dossier; readonly closing: DossierEntry } | null {
  const [first, ...others] = dossier.chains;
  const closing = first?.entries.at(-1);
  if (first === undefined || closing?.body?.['kind'] !== DOSSIER_KIND) return null;
  const open = { ...dossier, chains: [{ ...first, entries: first.entries.slice(0, -1) }, ...others] };
  return { open, closing };
}
