/** A small Relazione as it is published: one reason released in other words, one withheld, a package of it. */
import { createHash } from 'node:crypto';
import type { PublicationOrder } from '../../documents/publication-order.js';
import { publicationPackage } from '../../documents/publication-package.js';
import { relazioneJson } from '../../documents/relazione-json.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import { unpublished } from '../../domain/relazione/published-facts.js';
import type { RelazioneFacts } from '../../domain/relazione/relazione-facts.js';
import { facts, objective, on, phase, reason } from '../domain/relazione/small-facts.js';

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Words that must not leave the town. */
export const INTERNAL = ['Malattia di Rossi', 'Lite tra uffici', 'busta-paga.pdf', 'f'.repeat(64)] as const;

export const FACTS: RelazioneFacts = facts([
  objective('Tempi di pagamento', 60, 80, {
    phases: [phase('2023-06-30', '2023-07-04')],
    reason: reason(INTERNAL[0], 'Assenze impreviste dell’ufficio'),
    evidence: [
      { description: 'Mandati', on: on('2023-07-04'), file: { name: INTERNAL[2], sha256: INTERNAL[3] } },
    ],
  }),
  objective('Rendiconto', 40, 50, { phases: [phase('2023-04-15', null)], reason: reason(INTERNAL[1], null) }),
]);

/** `more`: what the order says otherwise. */
export function orderOf(told: RelazioneFacts, more: Partial<PublicationOrder> = {}): PublicationOrder {
  return {
    relazione: relazione(told, 'publication'),
    ...{ slug: 'prova', madeOn: on('2024-05-20'), publishesTotals: told.publishesTotals },
    snapshot: {
      ...{ number: 2, on: on('2024-05-03'), facts: sha256(JSON.stringify(told)) },
      publication: sha256(relazioneJson(relazione(unpublished(told), 'publication'))),
    },
    validation: { outcome: 'validated', on: on('2024-05-10') },
    ...more,
  };
}

export const packed = (told: RelazioneFacts = FACTS) => publicationPackage(orderOf(told));
