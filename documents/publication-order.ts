/** What a package for *Amministrazione trasparente* is made of, where it goes, and what comes out. */
import { PUBLISHED_DOCUMENTS } from '../domain/relazione/published-documents.js';
import type { Relazione } from '../domain/relazione/relazione.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { PublicationIndex } from './publication-schema.js';

/** Of the Relazione. */
export const SECTION: readonly string[] = [
  'Amministrazione trasparente',
  ...PUBLISHED_DOCUMENTS.filter(({ id }) => id === 'report').flatMap(({ section }) => section),
];

export const INDEX_NAME = 'indice.json';

export interface PublicationOrder {
  /** The version for publication. */
  readonly relazione: Relazione;
  /** Short name of the town: `caluso`. */
  readonly slug: string;
  readonly madeOn: CivilDate;
  readonly snapshot: PublicationIndex['snapshot'] & { readonly on: CivilDate };
  readonly validation: PublicationIndex['validation'] & { readonly on: CivilDate };
  readonly publishesTotals: boolean;
}

export interface PublicationPackage {
  readonly zip: Uint8Array<ArrayBuffer>;
  readonly zipSha256: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}
