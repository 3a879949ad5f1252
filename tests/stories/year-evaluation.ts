/** The evaluation of a story's year, as its pages and the API do it: sheets, decisions with reasons, totals. */

import { type SheetDraft, saveSelfEvaluation } from '../../api/commands/measurement/save-self-evaluation.js';
import { transmitSelfEvaluation } from '../../api/commands/measurement/transmit-self-evaluation.js';
import { decide } from '../../api/commands/plan/decide.js';
import { reopenDecision } from '../../api/commands/plan/reopen-decision.js';
import type { Outcome } from '../../api/commands/run-command.js';
import { loadMeasuredYear, type MeasuredYear } from '../../api/queries/measured-year.js';
import { EMPTY_SHEET_LINE } from '../../domain/cycle/self-evaluation-line.js';
import { exactText } from '../../domain/scoring/fraction.js';
import { instant } from '../../domain/time/instant.js';
import { townNow } from '../../domain/time/town-clock.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { loadTown } from '../../store/towns/towns.js';
import type { YearStory } from './year-story.js';

/** Degrees by sector, in the order of its objectives; whoever is not named has 100. */
export type Degrees = Readonly<Record<string, readonly number[]>>;

const WHY = 'La gara è andata deserta';

const measured = (story: YearStory): Promise<MeasuredYear> =>
  story.read(async (tx) => {
    const town = await loadTown(tx);
    const cycle = await findCycle(tx, story.town.year);
    if (cycle === null) throw new Error('the year is gone');
    const today = civilDateAt(townNow(instant(Date.now()), town.clock), town.clock.zone);
    return loadMeasuredYear(tx, cycle, { town, today });
  });

/** Each of these heads writes the sector's sheet and transmits it; below 100 with a reason. */
export async function selfEvaluate(
  story: YearStory,
  sectors: readonly string[],
  degrees: Degrees = {},
): Promise<void> {
  for (const { name, sheet, objectives } of (await measured(story)).sectors) {
    if (!sectors.includes(name) || sheet === null) continue;
    const lines: SheetDraft['lines'] = objectives.map(({ objective, suggested }, at) => {
      const degree = degrees[name]?.[at] ?? 100;
      const said = { verdict: 'degree', degree: String(degree), reason: degree < 100 ? WHY : '' } as const;
      return { objective: objective.id, seen: 0, content: { ...suggested, ...said } };
    });
    await story.as(`Responsabile ${name}`, (by) => saveSelfEvaluation(by, { sheet: sheet.id, lines }));
    await story.as(`Responsabile ${name}`, (by) =>
      transmitSelfEvaluation(by, { sheet: sheet.id, rowVersion: null }),
    );
  }
}

/** The evaluator decides every degree of the year in one go. */
export const decideAll = (
  story: YearStory,
  name: string,
  { degrees = {}, reason = '' }: { readonly degrees?: Degrees; readonly reason?: string } = {},
) =>
  story.as(name, async (by): Promise<Outcome<{ decided: number; complete: boolean }>> => {
    const decisions = (await measured(story)).sectors.flatMap(({ name: sector, objectives }) =>
      objectives.map(({ place, assessment }, at) => ({
        ...{ ...place, ...EMPTY_SHEET_LINE, verdict: 'degree' as const, reason },
        ...{ degree: String(degrees[sector]?.[at] ?? 100), seen: assessment.steps.length },
      })),
    );
    return decide(by, { year: story.town.year, decisions });
  });

/** Exact decimals by sector; `open` where something is not decided. */
export const totals = async (story: YearStory): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await measured(story)).sectors.map(({ name, total }) => [
      name,
      total.total === null ? 'open' : exactText(total.total),
    ]),
  );

/** The evaluator takes a degree back and gives another one. */
export async function decidesAnew(
  story: YearStory,
  name: string,
  sector: string,
  degree: number,
): Promise<void> {
  const year = await measured(story);
  const place = year.sectors.find((one) => one.name === sector)?.objectives[0]?.place;
  if (place === undefined) throw new Error(`${sector} has no objective`);
  const reason = 'Il dato del rendiconto era sbagliato';
  await story.as(name, (by) => reopenDecision(by, { year: story.town.year, ...place, reason, seen: null }));
  await decideAll(story, name, { degrees: { [sector]: [degree] }, reason });
}
