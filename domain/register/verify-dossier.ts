/**
 * Checks a dossier by itself: chains, commitments of texts, hashes of mails, seals, and the closing entry
 * that binds all the rest. What it cannot know is whether the seals are those that the town gave out: for
 * that, compare their hashes with a printed one.
 */
import type { Sha256 } from './chain.js';
import { type Dossier, envelopeHash, openedDossier } from './dossier.js';
import {
  type BrokenPlace,
  brokenEntry,
  brokenMail,
  brokenSeal,
  brokenText,
  timeOf,
} from './dossier-faults.js';
import type { ChainSubject } from './seal.js';

/** Sound, or the first place that is not. */
export type DossierVerdict =
  | {
      readonly ok: true;
      /** Hash of the closing entry: the dossier's own. */
      readonly hash: string;
      /** Entries that no seal of the dossier covers yet, the closing one included. */
      readonly unsealed: number;
    }
  | ({ readonly ok: false } & BrokenPlace);

/** Names the first thing broken: entries in order, then texts, mails, seals, and what the closing entry binds. */
export function verifyDossier(dossier: Dossier, sha256: Sha256): DossierVerdict {
  const broken =
    firstOf(dossier.chains, (chain) => brokenEntry(chain, sha256)) ??
    brokenText(dossier, sha256) ??
    brokenMail(dossier, sha256) ??
    firstOf(dossier.seals, (seal) => brokenSeal(seal, dossier, sha256)) ??
    brokenEnvelope(dossier, sha256);
  if (broken !== null) return { ok: false, ...broken };
  return { ok: true, hash: dossierHash(dossier), unsealed: unsealedEntries(dossier) };
}

/** The dossier's own hash: that of its closing entry. */
export const dossierHash = ({ chains }: Dossier): string => chains[0]?.entries.at(-1)?.hash ?? '';

function firstOf<T>(all: readonly T[], check: (one: T) => BrokenPlace | null): BrokenPlace | null {
  for (const one of all) {
    const broken = check(one);
    if (broken !== null) return broken;
  }
  return null;
}

function brokenEnvelope(dossier: Dossier, sha256: Sha256): BrokenPlace | null {
  const subject = dossier.chains[0]?.subject ?? null;
  const seq = dossier.chains[0]?.entries.length ?? null;
  const opened = openedDossier(dossier);
  if (opened === null) return { fault: 'closing', subject, seq, at: null, detail: null };
  if (opened.closing.body?.['envelope'] === envelopeHash(opened.open, sha256)) return null;
  return { fault: 'envelope', subject, seq, at: timeOf(opened.closing), detail: null };
}

function unsealedEntries({ chains, seals }: Dossier): number {
  const heads = seals.flatMap((seal) => seal.heads);
  const sealed = ({ kind, id }: ChainSubject): number =>
    Math.max(0, ...heads.filter((one) => one.kind === kind && one.id === id).map(({ seq }) => seq));
  return chains.reduce((sum, { subject, entries }) => sum + entries.length - sealed(subject), 0);
}
