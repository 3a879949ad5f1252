/** What the sectors said last of each objective: the submissions transmitted of a year. */
import type { LineContent } from '../../domain/cycle/submission-line.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { transmittedLines } from './submission-lines.js';

/** An objective that a sector must speak of. */
export interface MonitoredLine {
  readonly content: LineContent;
  /** The day at which it looks. */
  readonly referenceOn: CivilDate;
}

/** By `<sector> <objective>`, of the last window that the sector transmitted. */
export async function lastMonitored(tx: Tx, cycle: string): Promise<ReadonlyMap<string, MonitoredLine>> {
  const rows = await tx<{ sector: string; referenceOn: CivilDate; lines: unknown }[]>`
    select distinct on (m.sector) m.sector, w.reference_on, v.lines
    from submission m
      join monitoring_window w on w.town = m.town and w.id = m.monitoring_window and w.cycle = ${cycle}
      join submission_version v on v.town = m.town and v.obligation = m.obligation
    order by m.sector, w.ordinal desc, v.number desc`;
  return new Map(
    rows.flatMap(({ sector, referenceOn, lines }) =>
      transmittedLines
        .parse(lines)
        .map(({ objective, content }) => [`${sector} ${objective}`, { content, referenceOn }] as const),
    ),
  );
}
