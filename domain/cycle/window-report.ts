/**
 * The report on a monitoring window to the Giunta: how each sector stands, what was said of each objective, what
 * deviates and what is to be decided. Only what was transmitted is read; a draft is its sector's own.
 */
import { type CivilDate, daysBetween } from '../time/civil-date.js';
import { type AskedIndicator, type LineContent, PROGRESS, type Progress } from './submission-line.js';
import type { SubmissionState } from './submission-state.js';
import type { StandingWindow } from './window-rules.js';

/** What a sector transmitted of one objective. */
export interface ReportedLine {
  readonly objective: string;
  readonly number: string | null;
  readonly title: string;
  readonly content: LineContent;
  /** Of the plan in force; one that is no longer there has no text. */
  readonly indicators: readonly AskedIndicator[];
}

/** A sector, and what it transmitted last. */
export interface ReportedSector {
  readonly name: string;
  readonly state: SubmissionState;
  /** By when it is owed now. */
  readonly due: CivilDate;
  /** Lines that the sector must speak of. */
  readonly asked: number;
  /** The last that was transmitted; `null`: nothing was. */
  readonly transmitted: { readonly on: CivilDate; readonly due: CivilDate; readonly number: number } | null;
  readonly lines: readonly ReportedLine[];
}

/** Read on the day `asOf` of the town. */
export interface ReportFacts {
  readonly town: string;
  readonly window: StandingWindow;
  readonly asOf: CivilDate;
  /** In the plan's order. */
  readonly sectors: readonly ReportedSector[];
}

/** `awaited`: not transmitted, and not due yet. */
export type SectorStanding = 'on-time' | 'late' | 'awaited' | 'missing' | 'returned';

/** A sector and how it stands in the window. */
export interface SectorState extends ReportedSector {
  readonly standing: SectorStanding;
  /** Calendar days after the due day: of the transmission, or until now of what is missing. */
  readonly daysLate: number;
  readonly progress: Readonly<Record<Progress, number>>;
  readonly deviating: number;
}

/** A line with its sector. */
export interface SectorLine extends ReportedLine {
  readonly sector: string;
}

export interface WindowReport extends Omit<ReportFacts, 'sectors'> {
  readonly sectors: readonly SectorState[];
  /** Late, stopped, or with a deviation told. */
  readonly deviations: readonly SectorLine[];
  /** A variation by act is proposed. */
  readonly variations: readonly SectorLine[];
  /** Stopped, and no variation is proposed: somebody must say what becomes of it. */
  readonly stopped: readonly SectorLine[];
  /** Due and not transmitted, or returned. */
  readonly unheard: readonly SectorState[];
}

/** Does the sector tell a deviation? */
const isDeviating = ({ progress, deviation }: LineContent): boolean =>
  progress === 'late' || progress === 'stopped' || deviation.trim() !== '';

export function windowReport({ sectors, ...facts }: ReportFacts): WindowReport {
  const states = sectors.map((sector) => stateOf(sector, facts.asOf));
  const lines = sectors.flatMap(({ name, lines: all }) => all.map((line) => ({ ...line, sector: name })));
  return {
    ...facts,
    sectors: states,
    deviations: lines.filter(({ content }) => isDeviating(content)),
    variations: lines.filter(({ content }) => content.proposal === 'vary'),
    stopped: lines.filter(({ content }) => content.progress === 'stopped' && content.proposal !== 'vary'),
    unheard: states.filter(({ standing }) => standing === 'missing' || standing === 'returned'),
  };
}

function stateOf(sector: ReportedSector, asOf: CivilDate): SectorState {
  const { transmitted, due, state, lines } = sector;
  const isReturned = state === 'returned' || state === 'reopened';
  const until = transmitted === null ? daysBetween(due, asOf) : daysBetween(transmitted.due, transmitted.on);
  const daysLate = Math.max(0, until);
  const sent = daysLate > 0 ? 'late' : 'on-time';
  const unsent = daysLate > 0 ? 'missing' : 'awaited';
  return {
    ...sector,
    standing: isReturned ? 'returned' : transmitted === null ? unsent : sent,
    daysLate,
    progress: Object.fromEntries(
      PROGRESS.map((one) => [one, lines.filter(({ content }) => content.progress === one).length]),
    ) as Record<Progress, number>,
    deviating: lines.filter(({ content }) => isDeviating(content)).length,
  };
}
