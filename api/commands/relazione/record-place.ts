/** Where a document of the year was put in *Amministrazione trasparente*, and since when; or that it is no longer there. */
import {
  isPublishedDocument,
  type PublishedDocumentId,
} from '../../../domain/relazione/published-documents.js';
import { addPlace, lastPlaces } from '../../../store/relazione/publication-places.js';
import type { FieldProblem } from '../../refusals.js';
import { addressProblem, dayAsked } from '../cycle/closing-asked.js';
import { auditYear, takeApprovedYear } from '../cycle/record-closing.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

/** As typed. */
export interface PlaceAsked {
  readonly year: number;
  /** Code of the checklist. */
  readonly document: string;
  /** Empty: it is no longer there. */
  readonly address: string;
  readonly date: string;
}

export interface Placed {
  readonly [key: string]: string | number | null;
  readonly year: number;
  readonly document: string;
  readonly address: string | null;
}

/** The Relazione's own place is what the closing records. */
export const placedByHand = (document: string): document is Exclude<PublishedDocumentId, 'report'> =>
  isPublishedDocument(document) && document !== 'report';

const NOWHERE = 'Scrivi l’indirizzo della pagina in cui si trova il documento.';

/** Only documents that are published by hand; fields of problems are those of the form. */
export function recordPlace(commander: Commander, asked: PlaceAsked): Promise<Outcome<Placed>> {
  return runCommand(commander, 'cycle.publish', { ...asked }, async (tx, clock): Promise<Done<Placed>> => {
    const held = await takeApprovedYear(tx, asked.year, clock);
    if (!held.ok) return held;
    const { document } = asked;
    if (!placedByHand(document)) return { ok: false, refusal: { code: 'not-found' } };
    const problems: FieldProblem[] = [];
    const problem = (field: 'address' | 'date', message: string): void =>
      void problems.push({ field, message });
    const address = asked.address.trim() || null;
    const isThere = (await lastPlaces(tx, held.cycle.id)).some((one) => one.document === document);
    const wrong = address === null ? (isThere ? null : NOWHERE) : addressProblem(address);
    if (wrong !== null) problem('address', wrong);
    const on =
      address === null ? null : dayAsked(asked.date, asked.year, clock.today, (m) => problem('date', m));
    if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
    const put = address === null || on === null ? null : { address, on };
    const by = commander.viewer.person.id;
    await addPlace(tx, { cycle: held.cycle.id, document, put, at: clock.now, by });
    await auditYear(tx, commander, clock, {
      ...{ action: 'publication.place', cycle: held.cycle, note: null, act: null },
      after: { document, address, on },
    });
    return { ok: true, result: { year: asked.year, document, address }, starts: [] };
  });
}
