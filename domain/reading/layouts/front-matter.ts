/** What the first pages say of the document: whose plan, of which year, plan or report, annexed to which act. */
import type { PlanDocument } from '../../plan/plan-document.js';
import type { SourceDocument } from '../source/source-document.js';
import { fold } from '../text/letters.js';
import { actOf } from './front-act.js';
import { bodyOf } from './front-body.js';
import { yearOf } from './front-year.js';

export interface FrontMatter extends Omit<PlanDocument['document'], 'weights' | 'year'> {
  /** `null` when no year is printed anywhere. */
  readonly year: number | null;
}

/**
 * `kind` is what the title says; results among the objectives are for the caller to weigh. `until` is the line of
 * the first objective: what stands below is no title.
 */
export function frontMatter(source: SourceDocument, until = Number.POSITIVE_INFINITY): FrontMatter {
  const lines = source.lines.map(({ text }) => text);
  const act = actOf(lines);
  return {
    body: bodyOf(source),
    kind: kindOf(lines),
    year: yearOf(lines, until),
    act: act?.act ?? null,
    actDate: act?.actDate ?? null,
  };
}

const FRONT = 60;
const REPORT =
  /^\W*(?:\d[\d.]*\s+)?(?:(?:la|allegato \S+)\s*[:–-]?\s*)?(?:relazione (?:finale |annuale |conclusiva )?(?:sulla|della|al|del|sul|di|a) |relazione (?:sulla )?performance|consuntivo|rendicontazione|rendiconto (?:degli|del|della|dei)|report|referto|stato (?:finale )?di attuazione|verifica (?:finale|del grado)|grado di raggiungimento|esiti|monitoraggio finale|valutazione (?:finale|del grado|della performance|dei risultati))/u;
const PLAN =
  /^\W*(?:\d[\d.]*\s+)?(?:piano|piao|peg|pdo|p\.e\.g|p\.d\.o|obiettivi|schede? (?:obiettiv|di)|programma)/u;
const ANYWHERE =
  /relazione (?:sulla|al piano della|finale sulla|annuale sulla) performance|(?:consuntivo|rendicontazione|grado di raggiungimento) (?:degli|obiettivi|del piano|della)|a consuntivo/u;

/** The first title that says either; a plan when none does. */
function kindOf(lines: readonly string[]): 'plan' | 'report' {
  const titles = lines
    .filter((line) => line.trim() !== '')
    .slice(0, FRONT)
    .map((line) => fold(line).replace(/\s+/gu, ' '))
    .filter((line) => line.length <= 130);
  for (const title of titles) {
    if (REPORT.test(title)) return 'report';
    if (PLAN.test(title)) return ANYWHERE.test(title) ? 'report' : 'plan';
  }
  return titles.slice(0, 15).some((title) => ANYWHERE.test(title)) ? 'report' : 'plan';
}
