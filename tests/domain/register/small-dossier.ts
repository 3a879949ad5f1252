/** A dossier of two chains with everything in it: texts, an erased one, mails, a seal, an entry left out. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../domain/register/canonical-json.js';
import { entryHash, textCommitment } from '../../../domain/register/chain.js';
import {
  closedDossier,
  DOSSIER_FORMAT,
  DOSSIER_KIND,
  type Dossier,
  type DossierEntry,
  envelopeHash,
} from '../../../domain/register/dossier.js';
import { type ChainSubject, makeSeal } from '../../../domain/register/seal.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { type Instant, instant } from '../../../domain/time/instant.js';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const AT: Instant = instant(Date.UTC(2023, 5, 29, 6, 12));
const OBJECTIVE: ChainSubject = { kind: 'objective', id: 'ob-1' };
const CYCLE: ChainSubject = { kind: 'cycle', id: 'cy-1' };
const SALT = '0123456789abcdef0123456789abcdef';

/** Entries with these bodies, linked. */
export function chained(bodies: readonly { readonly [key: string]: unknown }[]): readonly DossierEntry[] {
  const entries: DossierEntry[] = [];
  for (const body of bodies) {
    const prev = entries.at(-1)?.hash ?? null;
    entries.push({ seq: entries.length + 1, prev, hash: entryHash(prev, body, sha256), body });
  }
  return entries;
}

const content = { subject: 'Una scadenza oggi', text: 'Testo {{link:0}}', html: '<p>Testo</p>' };
const erased = sha256('erased once');

const objectiveEntries = chained([
  {
    ...{ at: AT, kind: 'notice', notice: 'n-1', obligation: 'ol-1', due: '2023-06-29', rung: 'due-day' },
    ...{ recipient: { role: 'head', sector: 'se-1' }, person: 'pe-1', standsIn: false },
    ...{ digest: 'di-1', content: sha256(canonicalJson(content)), act: 'ac-1' },
  },
  {
    at: AT + 1,
    kind: 'delivery',
    digest: 'di-1',
    answer: 'accepted',
    code: 250,
    notices: ['n-1'],
    person: 'pe-1',
  },
  {
    ...{ at: AT + 2, kind: 'completed', obligation: 'ol-1', person: 'pe-1', role: 'head', sector: 'se-1' },
    ...{ note: textCommitment(SALT, 'Approvato.', sha256), evidence: [sha256('file')] },
  },
  { at: AT + 3, kind: 'held-back', obligation: 'ol-1', person: 'pe-2', role: 'secretary', reason: erased },
]);
const cycleEntries = chained([
  { at: AT, kind: 'notice', obligation: 'ol-2', person: 'pe-2' },
  { at: AT, kind: 'stood', obligation: 'ol-2' },
]);

const last = (entries: readonly DossierEntry[]) => ({
  seq: entries.length,
  hash: entries.at(-1)?.hash ?? '',
});

/** Without its closing entry. */
export const openDossier: Dossier = {
  format: DOSSIER_FORMAT,
  town: { id: 'to-1', name: 'Comune di Prova', zone: 'Europe/Rome' },
  about: { kind: 'objective', id: 'ob-1', title: '1. Rendiconto' },
  madeAt: instant(AT + 10),
  madeOn: civilDate('2023-06-29'),
  chains: [
    { subject: OBJECTIVE, entries: objectiveEntries },
    { subject: CYCLE, entries: cycleEntries.map((entry, n) => (n === 0 ? { ...entry, body: null } : entry)) },
  ],
  texts: [
    { hash: textCommitment(SALT, 'Approvato.', sha256), salt: SALT, text: 'Approvato.' },
    { hash: erased, erased: civilDate('2023-06-28') },
  ],
  mails: [{ digest: 'di-1', day: civilDate('2023-06-29'), messageId: '<a@prova.example>', content }],
  seals: [
    makeSeal(
      {
        town: 'to-1',
        day: civilDate('2023-06-29'),
        heads: [
          { ...OBJECTIVE, ...last(objectiveEntries) },
          { ...CYCLE, ...last(cycleEntries) },
          { kind: 'sector', id: 'other', seq: 3, hash: sha256('other') },
        ],
      },
      sha256,
    ),
  ],
  names: {
    people: [{ id: 'pe-1', name: 'Anna Prova' }],
    sectors: [{ id: 'se-1', name: 'Finanziario' }],
    acts: [{ id: 'ac-1', organ: 'giunta', number: '21', adoptedOn: civilDate('2023-02-28') }],
    objectives: [{ id: 'ob-1', year: 2023, number: '1', title: 'Rendiconto' }],
    obligations: [
      {
        id: 'ol-1',
        objective: 'ob-1',
        title: 'Rendiconto',
        milestone: 'entro il 29 giugno',
        sector: 'Finanziario',
      },
    ],
    evidence: [{ sha256: sha256('file'), name: 'delibera.pdf', size: 12 }],
  },
};

/** `open` with the closing entry it must have. */
export function closed(open: Dossier): Dossier {
  const body = { at: open.madeAt, kind: DOSSIER_KIND, envelope: envelopeHash(open, sha256), person: 'pe-2' };
  const before = open.chains[0]?.entries.at(-1)?.hash ?? null;
  const seq = (open.chains[0]?.entries.length ?? 0) + 1;
  return closedDossier(open, { seq, prev: before, hash: entryHash(before, body, sha256), body });
}

export const smallDossier: Dossier = closed(openDossier);
