/** One file that proves something, what it proves, and as how much of it a page can show. */
import { decodeText } from '../../documents/text-decode.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import type { Tx } from '../../store/in-town.js';
import { type Evidence, evidenceHead, findEvidence } from '../../store/obligations/evidence.js';
import { findObligation } from '../../store/obligations/obligations.js';
import type { Refusal } from '../refusals.js';
import { actingRole } from '../rights.js';
import { fileTypeOf } from '../uploads/file-type.js';
import { HEAD_BYTES } from '../uploads/spool.js';
import type { Viewer } from '../viewer.js';
import { type RecordView, recordView } from './obligation-view.js';

/** How a page shows it. `unlike`: its bytes are not what it was kept as. */
export type Look =
  | { readonly as: 'pdf' | 'picture' | 'file' | 'unlike' }
  | { readonly as: 'text'; readonly text: string; readonly isCut: boolean };

export interface OpenedEvidence {
  readonly evidence: Evidence;
  /** The obligation that it proves. */
  readonly term: RecordView;
  readonly look: Look;
}

export type Opening =
  | { readonly ok: true; readonly opened: OpenedEvidence }
  | { readonly ok: false; readonly refusal: Refusal };

/** Pictures that every browser shows; a photo in HEIC or a scan in TIFF it may not. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const TEXTS: ReadonlySet<string> = new Set(['text/plain', 'text/csv']);
/** Of a text: enough to read, and no burden to a page. */
const MOST_TEXT_BYTES = 65_536;

/** For whoever may read it, by the one rule for pages, downloads and the API. */
export async function openEvidence(tx: Tx, viewer: Viewer, id: string | null): Promise<Opening> {
  const evidence = id === null ? null : await findEvidence(tx, id);
  const record = evidence && (await findObligation(tx, evidence.obligation));
  if (evidence === null || record === null) return { ok: false, refusal: { code: 'not-found' } };
  if (actingRole(viewer.roles, 'evidence.read', [record.obligation.owner]) === null)
    return { ok: false, refusal: { code: 'not-allowed' } };
  const head = await evidenceHead(tx, evidence.id, MOST_TEXT_BYTES);
  if (head === null) return { ok: false, refusal: { code: 'content-removed' } };
  const term = recordView(record, viewer.today, workingCalendar(viewer.town.closures));
  return { ok: true, opened: { evidence, term, look: lookOf(evidence, head) } };
}

/** By its bytes and not by what its row says of them, which another installation may have written. */
export function lookOf(
  { name, type, size }: Pick<Evidence, 'name' | 'type' | 'size'>,
  head: Uint8Array,
): Look {
  // As many as an upload is judged by: what came in is not called something else for what stands further down.
  if (fileTypeOf(name, head.subarray(0, HEAD_BYTES)) !== type) return { as: 'unlike' };
  if (type === 'application/pdf') return { as: 'pdf' };
  if (PICTURES.has(type)) return { as: 'picture' };
  const isCut = size > head.length;
  const text = TEXTS.has(type) ? decodeText(isCut ? wholeLetters(head) : head) : null;
  return text === null ? { as: 'file' } : { as: 'text', text, isCut };
}

/** Without a letter of UTF-8 that is cut in two: half a letter makes a text with few accents look like Windows-1252. */
function wholeLetters(head: Uint8Array): Uint8Array {
  const last = head.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  const first = head[last] ?? 0;
  const bytes = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return last + bytes > head.length ? head.subarray(0, last) : head;
}
