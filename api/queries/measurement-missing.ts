/** What is missing before a year is evaluated: each with the sector and the objective it is about. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { MeasurementPage } from './measurement-page.js';

export type MissingThing =
  | { readonly is: 'sheet'; readonly sector: string; readonly sheet: string; readonly due: CivilDate }
  | { readonly is: 'degree'; readonly sector: string; readonly sectorId: string; readonly objectives: number }
  | {
      readonly is: 'figure';
      readonly sector: string;
      readonly sectorId: string;
      readonly objective: string;
      readonly awaited: string;
      readonly until: CivilDate | null;
    }
  | { readonly is: 'payment-indicator' | 'payment-verification'; readonly sector: string };

export const missingOf = ({ sectors }: Pick<MeasurementPage, 'sectors'>): readonly MissingThing[] =>
  sectors.flatMap(({ id, name, sheet, objectives, pay }): readonly MissingThing[] => {
    const own = objectives.filter(({ isLed }) => !isLed);
    const undecided = own.filter(({ assessment }) => assessment.stands.decided === null).length;
    return [
      ...(sheet === null || sheet.state === 'transmitted'
        ? []
        : [{ is: 'sheet', sector: name, sheet: sheet.id, due: sheet.due } as const]),
      ...(undecided === 0
        ? []
        : [{ is: 'degree', sector: name, sectorId: id, objectives: undecided } as const]),
      ...own.flatMap(({ objective, assessment }): readonly MissingThing[] => {
        const { decided } = assessment.stands;
        if (decided?.is !== 'waiting') return [];
        const { for: awaited, until } = decided;
        return [{ is: 'figure', sector: name, sectorId: id, objective: objective.title, awaited, until }];
      }),
      ...(pay?.is === 'open' ? [{ is: `payment-${pay.missing}`, sector: name } as const] : []),
    ];
  });
