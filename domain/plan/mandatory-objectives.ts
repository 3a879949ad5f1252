/**
 * Objectives that the law wants in every plan from a year on, and whether a plan has them. Recognised by
 * their words, so a person decides: the absence of the words is not the absence of the objective.
 */
import type { PlanDocument, PlanObjective } from './plan-document.js';

/** A subject that the law wants an objective about. */
export interface Duty {
  /** In Italian, as it follows "obiettivo su…". */
  readonly about: string;
  /** First year of plans that owe it. */
  readonly from: number;
  readonly norm: string;
  /** Any of these, in title or indicators, is enough. */
  readonly words: RegExp;
}

/** A new duty is one line here and one in the test. */
export const DUTIES: readonly Duty[] = [
  {
    about: 'la trasparenza e la prevenzione della corruzione',
    from: 2013,
    norm: 'art. 10 c. 3 D.Lgs. 33/2013; art. 1 c. 8 L. 190/2012',
    words:
      /\b(trasparen|anticorruzion|(prevenzione|contrasto) (della |alla )?corruzion|pt[tp]ct?\b|rpct\b)/iu,
  },
  {
    about: 'il rispetto dei tempi di pagamento',
    from: 2024,
    norm: 'art. 4-bis D.L. 13/2023; circolare RGS 1/2024',
    words:
      /(tempi|tempestivit\p{L}*|termini|ritard\p{L}*|indicator\p{L}*)[\p{L}\s'’]{0,30}pagament|pagament\p{L}*[\p{L}\s'’]{0,25}(fattur|debiti|fornitor|tempestiv|nei termini|nei tempi)|debiti commerciali/iu,
  },
  {
    about: 'la formazione del personale (almeno 40 ore l’anno a persona)',
    from: 2025,
    norm: 'direttiva del Ministro per la pubblica amministrazione del 14/1/2025',
    words:
      /\bformazione\b(?!\s*(dell[ae]|di|del)\s+(gradu|elench|ruol|lista|list|fascicol))|\bformativ|\bdipendenti formati/iu,
  },
];

/** Whether a plan speaks of it. */
export interface DutyMet {
  readonly duty: Duty;
  /** The first objective whose words speak of it; `null`: none does. */
  readonly by: PlanObjective | null;
}

/** The duties of the plan's year, each with the objective that meets it. */
export function dutiesMet(plan: PlanDocument): readonly DutyMet[] {
  const objectives = plan.sectors.flatMap((sector) => sector.objectives);
  return DUTIES.filter((duty) => duty.from <= plan.document.year).map((duty) => ({
    duty,
    by: objectives.find((one) => speaksOf(one, duty.words)) ?? null,
  }));
}

const speaksOf = (objective: PlanObjective, words: RegExp): boolean =>
  words.test(objective.title) || objective.indicators.some(({ text }) => words.test(text));
