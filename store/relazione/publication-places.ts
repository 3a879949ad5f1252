/** Where the documents of a year were put in *Amministrazione trasparente*: appended, never rewritten. */
import type { PublishedDocumentId } from '../../domain/relazione/published-documents.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** Where a document stands in *Amministrazione trasparente*. */
export interface KeptPlace {
  readonly document: PublishedDocumentId;
  readonly address: string;
  /** The day on which it was put there. */
  readonly on: CivilDate;
  readonly recordedBy: string | null;
}

/** Of a year: the last of each document, where it is somewhere. */
export const lastPlaces = async (tx: Tx, cycle: string): Promise<readonly KeptPlace[]> =>
  tx<KeptPlace[]>`
    select l.document, l.address, l.put_on as on, p.name as recorded_by
    from (select distinct on (document) * from publication_place
        where cycle = ${cycle} order by document, number desc) l
      left join person p on p.town = l.town and p.id = l.recorded_by
    where l.address is not null`;

/** A place to be recorded. */
export interface NewPlace {
  readonly cycle: string;
  readonly document: PublishedDocumentId;
  /** `null`: it is no longer there. */
  readonly put: Pick<KeptPlace, 'address' | 'on'> | null;
  /** Town time. */
  readonly at: Instant;
  readonly by: string;
}

/** The caller holds the cycle, so that no two take the same number. */
export async function addPlace(tx: Tx, { cycle, document, put, at, by }: NewPlace): Promise<void> {
  await tx`
    insert into publication_place (cycle, document, number, address, put_on, recorded_at, recorded_by)
    values (${cycle}, ${document},
      (select coalesce(max(l.number), 0) + 1 from publication_place l
        where l.cycle = ${cycle} and l.document = ${document}),
      ${put?.address ?? null}, ${put?.on ?? null}, ${at}, ${by})`;
}
