/**
 * What is missing before a year is evaluated: each with the sector and the objective it is about. Nothing is missing
 * before the day on which it opens.
 */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { MeasurementPage } from './measurement-page.js';

/** Without these the evaluator cannot work. */
export type ForTheEvaluator =
  | {
      readonly is: 'monitoring';
      readonly sector: string;
      readonly submission: string;
      /** "Monitoraggio del secondo semestre 2023". */
      readonly window: string;
      readonly due: CivilDate;
    }
  | { readonly is: 'sheet'; readonly sector: string; readonly sheet: string; readonly due: CivilDate }
  | { readonly is: 'payment-indicator'; readonly sector: string; readonly sectorId: string };

/** Without these the degrees are not all decided. */
export type ForTheDegrees =
  | { readonly is: 'degree'; readonly sector: string; readonly sectorId: string; readonly objectives: number }
  | {
      readonly is: 'figure';
      readonly sector: string;
      readonly sectorId: string;
      readonly objective: string;
      readonly awaited: string;
      readonly until: CivilDate | null;
    }
  | { readonly is: 'payment-verification'; readonly sector: string; readonly sectorId: string };

export type MissingThing = ForTheEvaluator | ForTheDegrees;

export interface Missing {
  readonly evaluator: readonly ForTheEvaluator[];
  readonly degrees: readonly ForTheDegrees[];
}

export function missingOf({ sectors, awaited, measuringFrom }: MeasurementPage, today: CivilDate): Missing {
  const hasBegun = measuringFrom !== null && measuringFrom <= today;
  const monitored = awaited
    .filter(({ window }) => window.opens <= today)
    .map(({ id, sectorName, window, due }) => ({
      ...{ is: 'monitoring' as const, sector: sectorName, submission: id, window: window.title, due },
    }));
  return {
    evaluator: [...monitored, ...sectors.flatMap((one) => ofTheSector(one, today, hasBegun))],
    degrees: hasBegun ? sectors.flatMap(degreesOf) : [],
  };
}

type Sector = MeasurementPage['sectors'][number];

function ofTheSector(
  { id, name, sheet, pay }: Sector,
  today: CivilDate,
  hasBegun: boolean,
): readonly ForTheEvaluator[] {
  const isAsked = sheet !== null && sheet.state !== 'transmitted' && sheet.opens <= today;
  return [
    ...(isAsked ? [{ is: 'sheet', sector: name, sheet: sheet.id, due: sheet.due } as const] : []),
    ...(hasBegun && pay?.is === 'open' && pay.missing === 'indicator'
      ? [{ is: 'payment-indicator', sector: name, sectorId: id } as const]
      : []),
  ];
}

function degreesOf({ id, name, objectives, pay }: Sector): readonly ForTheDegrees[] {
  const own = objectives.filter(({ isLed }) => !isLed);
  const undecided = own.filter(({ assessment }) => assessment.stands.decided === null).length;
  return [
    ...(undecided === 0
      ? []
      : [{ is: 'degree', sector: name, sectorId: id, objectives: undecided } as const]),
    ...own.flatMap(({ objective, assessment }): readonly ForTheDegrees[] => {
      const { decided } = assessment.stands;
      if (decided?.is !== 'waiting') return [];
      const { for: what, until } = decided;
      return [{ is: 'figure', sector: name, sectorId: id, objective: objective.title, awaited: what, until }];
    }),
    ...(pay?.is === 'open' && pay.missing === 'verification'
      ? [{ is: 'payment-verification', sector: name, sectorId: id } as const]
      : []),
  ];
}
