/** What is known of a year, read from its rows: the steps of the workflow and of the page come out of it. */

import { legalCalendar } from '../../domain/cycle/legal/legal-calendar.js';
import type { OwedInStep, YearFacts } from '../../domain/cycle/year-facts.js';
import { termsIn } from '../../domain/cycle/year-terms.js';
import type { ObligationKind } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import type { Tx } from '../in-town.js';
import { listWindows } from '../monitoring/monitoring.js';
import type { Town } from '../towns/towns.js';
import { listFacts, standing } from './closing.js';
import type { Cycle } from './cycles.js';

interface OwedRow extends OwedInStep {
  readonly kind: ObligationKind;
  readonly ordinal: number | null;
}

const NOTHING_SAID = { population: null, employees: null, own: {}, done: {} };

/** Of one cycle, by the town's own settings. */
export async function loadYearFacts(tx: Tx, cycle: Cycle, { settings, closures }: Town): Promise<YearFacts> {
  const [windows, owed, terms, variations, facts] = await Promise.all([
    listWindows(tx, cycle.id),
    tx<OwedRow[]>`
      select o.kind, w.ordinal, s.name as who, o.opens, o.due, o.state, o.done_on
      from obligation o
        left join sector s on s.town = o.town and s.id = o.sector
        left join submission b on b.town = o.town and b.obligation = o.id
        left join monitoring_window w on w.town = b.town and w.id = b.monitoring_window
        left join cycle_sector cs on cs.town = o.town and cs.cycle = o.cycle and cs.sector = o.sector
      where o.cycle = ${cycle.id} and o.kind in ('monitoring', 'self-evaluation', 'measurement')
        and o.state <> 'superseded'
      order by cs.ordinal nulls last, s.name`,
    tx<{ all: number; open: number; last: CivilDate | null }[]>`
      select count(*)::int as all, count(*) filter (where state <> 'done')::int as open, max(due) as last
      from obligation where cycle = ${cycle.id} and kind = 'milestone'
        and (state in ('open', 'done') or closed_with_year)`,
    tx<{ from: CivilDate }[]>`
      select effective_from as from from plan_version
      where cycle = ${cycle.id} and kind = 'variation' order by number`,
    listFacts(tx, cycle.id),
  ]);
  const said = settings.legal.years[String(cycle.year)];
  const legal = legalCalendar(cycle.year, {
    ...NOTHING_SAID,
    deferral: said?.deferral ?? null,
    done: said?.done ?? {},
  });
  const piao = legal.lines.find(({ rule }) => rule.id === 'piao')?.readings[0]?.falls;
  const ofKind = (kind: ObligationKind): readonly OwedInStep[] => owed.filter((one) => one.kind === kind);
  return {
    year: cycle.year,
    approvedOn: cycle.approvedOn,
    planDue: piao?.is === 'day' ? piao.due : null,
    closedOn: cycle.closedOn,
    terms: terms[0] ?? { all: 0, open: 0, last: null },
    variations: variations.map(({ from }) => from),
    windows: windows.map(({ ordinal, title, opens, due, skipped }) => ({
      ...{ ordinal, title, opens, due, skipped },
      owed: owed.filter((one) => one.kind === 'monitoring' && one.ordinal === ordinal),
    })),
    selfEvaluations: ofKind('self-evaluation'),
    measurements: ofKind('measurement'),
    rules: termsIn(settings, cycle.year).closing,
    closing: standing(facts),
    readyAnyway: facts.find(({ kind, withdrawn }) => kind === 'ready' && withdrawn === null)?.on ?? null,
    calendar: workingCalendar(closures),
  };
}
