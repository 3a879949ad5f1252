/**
 * A description read once: texts with their marks, milestones, targets. From it come the truth and the
 * document, so that both say the same.
 */
import type { PlanTarget } from '../../domain/plan/plan-document.js';
import type { ObjectiveDescription, SectorDescription, TownDescription } from './description.js';
import { lastDayOfMonth, type MarkedMilestone, markOf, type ReadText, readNotation } from './notation.js';
import type { Style } from './style.js';

export interface ResolvedIndicator {
  /** The whole clause when there is no printed value. */
  readonly text: string;
  /** What the column of values says; empty when nothing is printed. */
  readonly value: string;
  readonly target: PlanTarget | null;
}

export interface ResolvedPhase {
  readonly text: string;
  readonly weight: number | null;
  readonly when: string;
  /** Under each column the mark, with the sign of its run's term; empty where there is none. */
  readonly marks: readonly string[];
}

export interface ResolvedObjective {
  readonly number: string | null;
  readonly title: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly description: string;
  readonly indicators: readonly ResolvedIndicator[];
  readonly phases: readonly ResolvedPhase[];
  readonly times: string;
  readonly notes: string;
  readonly owner: string | null;
  readonly results: Readonly<Record<string, number>>;
  readonly sectors: readonly string[];
  readonly shared: boolean;
  readonly milestones: readonly MarkedMilestone[];
}

export interface ResolvedSector {
  readonly key: string;
  readonly name: string;
  readonly short: string;
  readonly owner: string | null;
  readonly ownerPrinted: string;
  readonly objectives: readonly ResolvedObjective[];
}

export interface ResolvedTown {
  readonly town: TownDescription;
  readonly style: Style;
  readonly shared: readonly ResolvedObjective[];
  readonly sectors: readonly ResolvedSector[];
}

/** Reads a town's description for one way of printing it. */
export function resolveTown(town: TownDescription, style: Style): ResolvedTown {
  let marks = 0;
  const next = (): number => marks++;
  const keys = town.sectors.map((one) => one.key);
  const objective = (one: ObjectiveDescription, sectors: readonly string[]): ResolvedObjective =>
    resolveObjective(one, sectors, { year: town.year, style, next });
  return {
    town,
    style,
    shared: town.shared.map((one) => objective(one, one.of ?? keys)),
    sectors: town.sectors.map((one) => resolveSector(one, style, (item) => objective(item, [one.key]))),
  };
}

function resolveSector(
  one: SectorDescription,
  style: Style,
  objective: (item: ObjectiveDescription) => ResolvedObjective,
): ResolvedSector {
  const words = letters(style);
  return {
    key: one.key,
    name: words(one.name),
    short: words(one.short ?? one.name),
    owner: one.owner === undefined ? null : words(one.owner),
    ownerPrinted: words(one.ownerPrinted ?? one.owner ?? ''),
    objectives: one.objectives.map(objective),
  };
}

interface Reading {
  readonly year: number;
  readonly style: Style;
  readonly next: () => number;
}

function resolveObjective(
  one: ObjectiveDescription,
  sectors: readonly string[],
  reading: Reading,
): ResolvedObjective {
  const milestones: MarkedMilestone[] = [];
  const words = letters(reading.style);
  const read = (source: string, weight?: number): ReadText => {
    const got = readNotation(source, reading.year, reading.next);
    for (const item of got.milestones) {
      milestones.push({ ...item, phrase: words(item.phrase), ...(weight === undefined ? {} : { weight }) });
    }
    return { ...got, text: words(got.text) };
  };
  const perSector = (value: number | Readonly<Record<string, number>> | undefined) =>
    value === undefined
      ? {}
      : typeof value === 'number'
        ? Object.fromEntries(sectors.map((key) => [key, value]))
        : value;
  const title = words(one.title);
  return {
    number: one.number ?? null,
    title: reading.style.upperTitles === true ? title.toUpperCase() : title,
    weights: perSector(one.weight),
    description: read(one.description ?? '').text,
    indicators: (one.indicators ?? []).map((source) => resolveIndicator(source, read)),
    phases: (one.phases ?? []).map((phase) => ({
      text: read(phase.text, phase.weight).text,
      weight: phase.weight ?? null,
      when: read(phase.when ?? '', phase.weight).text,
      marks: readMarks(phase.marks ?? [], phase.weight, hasOwnTerm(phase.text), reading, milestones),
    })),
    times: read(one.times ?? '').text,
    notes: read(one.notes ?? '').text,
    owner: one.owner === undefined ? null : words(one.owner),
    results: perSector(one.result),
    sectors,
    shared: sectors.length > 1,
    milestones,
  };
}

function resolveIndicator(source: string, read: (text: string) => ReadText): ResolvedIndicator {
  const [clause = '', printed = ''] = source.split(' => ');
  const text = read(clause);
  const value = read(printed);
  return { text: text.text, value: value.text, target: value.target ?? text.target };
}

/** A day or a recurrence written in the phase wins over its marks. */
const hasOwnTerm = (text: string): boolean => text.includes('|');

/** One period for each unbroken run of marks. */
function readMarks(
  marked: readonly number[],
  weight: number | undefined,
  silent: boolean,
  { year, style, next }: Reading,
  milestones: MarkedMilestone[],
): string[] {
  const heads = style.months ?? [];
  const length = heads.length === 4 ? 3 : 1;
  const sign = style.mark ?? 'X';
  return heads.map((head, index) => {
    const column = index + 1;
    if (!marked.includes(column)) return '';
    if (silent || marked.includes(column - 1)) return sign;
    let last = column;
    while (marked.includes(last + 1)) last += 1;
    const mark = next();
    const first = (column - 1) * length + 1;
    milestones.push({
      kind: 'period',
      start: `${year}-${String(first).padStart(2, '0')}-01`,
      date: lastDayOfMonth(year, last * length),
      phrase: last === column ? head : `${head} - ${heads[last - 1] ?? ''}`,
      ...(weight === undefined ? {} : { weight }),
      mark,
    });
    return markOf(mark) + sign;
  });
}

/** Typographic apostrophes where the style wants them. */
const letters = (style: Style) => (text: string) => (style.curly === true ? text.replaceAll("'", '’') : text);
