/**
 * The file of an import, whatever its format, as a plan to correct. Annexes are read by a process of their own
 * with limits of time and memory; a plan that is JSON already is only checked.
 */
import { compileApart } from '../../documents/apart/compile-apart.js';
import { type FileKind, fileKind } from '../../documents/file-kind.js';
import { checkPlan, type PlanProblem, readPlanJson } from '../../documents/plan-json.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import type { SourceLine } from '../../domain/reading/source/source-document.js';
import type { Log } from '../log-part.js';

export type ReadPlanFile =
  | {
      readonly ok: true;
      readonly plan: PlanDocument;
      /** Empty for JSON. */
      readonly lines: readonly SourceLine[];
      /** Why only a part was read, in Italian. */
      readonly partial: string | null;
      readonly mediaType: string;
    }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const MEDIA_TYPES: Readonly<Partial<Record<FileKind, string>>> = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
};

/** `year`: that of the objectives, where the person said it. */
export async function readPlanFile(
  bytes: Uint8Array,
  fileName: string,
  year: number | null,
  log: Log,
): Promise<ReadPlanFile> {
  if (isJson(bytes, fileName)) {
    const read = readPlanJson(bytes);
    return read.ok ? { ...read, lines: [], partial: null, mediaType: 'application/json' } : read;
  }
  const read = await compileApart(bytes, fileName, {
    ...(year === null ? {} : { year }),
    onCrash: (details) => log.error({ details }, 'the reading of a file crashed'),
  });
  if (!read.ok) return whole(read.refusal);
  if (read.plan.sectors.every(({ objectives }) => objectives.length === 0)) return whole(NO_OBJECTIVES);
  const checked = checkPlan(read.plan);
  if (!checked.ok) return checked;
  const mediaType = MEDIA_TYPES[fileKind(bytes)] ?? 'text/plain';
  return { ok: true, plan: checked.plan, lines: read.lines, partial: read.partial, mediaType };
}

const NO_OBJECTIVES =
  "Nel file non si riconosce alcun obiettivo. Controlla che sia l'allegato con gli obiettivi dell'anno, e non solo la delibera; se gli obiettivi ci sono, prova con il file Word o Excel da cui è nato.";

const whole = (message: string): ReadPlanFile => ({
  ok: false,
  problems: [{ place: '', value: '', message }],
});

/** By its name, or because it begins as only JSON does. */
function isJson(bytes: Uint8Array, fileName: string): boolean {
  if (/\.json$/i.test(fileName)) return true;
  return /^(\uFEFF)?\s*\{\s*"/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}
