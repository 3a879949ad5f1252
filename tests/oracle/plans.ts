import type {
  PlanDocument,
  PlanMilestone,
  PlanObjective,
  PlanSector,
} from '../../domain/plan/plan-document.js';
import { type Closed, italianClosed } from './calendar.js';
import { type Day, dayAt, dayOf, isoOf } from './days.js';
import { type Dice, diceOf } from './dice.js';
import { randomDay, randomMilestone } from './milestones-at-random.js';

/** A plan and how its rehearsal is asked for; the days fit `oracle` and the command alike. */
export interface RandomCase {
  readonly plan: PlanDocument;
  readonly approved?: string;
  readonly from?: string;
  readonly to?: string;
  /** Only with `closures`: the default calendar and some closures of the offices. */
  readonly closed?: Closed;
}

/** What a random case may contain besides the plain cases. */
export interface RandomOptions {
  /** Also the terms that README.md lists under "Made only on request". */
  readonly contested?: boolean;
  /** Also a patron saint, bridges and a summer closure, through `closed`. */
  readonly closures?: boolean;
}

const SECTORS = [
  'Finanziario',
  'Tecnico manutentivo, patrimonio, ambiente',
  'Polizia Municipale e protezione civile',
  'Affari generali',
  "Servizi alla persona: scuola & 'sport'",
];
const SECTOR_OWNERS = [
  'Responsabile Area Contabile',
  'RESPONSABILE  UFFICIO TECNICO',
  'Comandante',
  'Segretario comunale',
  'Vicesegretaria',
  'Vicesindaco',
];
const STRANGE_OWNERS = ['Segretario Generale', 'IL SINDACO', 'Ufficio di staff', 'segreteria'];
const WORDS = ['BILANCIO', 'strade', 'Archivio', 'rifiuti <b>', 'PNRR', 'scuole', 'anagrafe', 'cimitero'];

function randomMilestones(dice: Dice, year: number, contested: boolean): PlanMilestone[] {
  const count = dice.pick([0, 0, 1, 1, 1, 2, 2, 3, 5]);
  return Array.from({ length: count }, (_, index) => {
    const milestone = randomMilestone(dice, year, contested);
    return { ...milestone, phrase: `${milestone.phrase} (${index + 1})`, sourceLine: index + 1 };
  });
}

function randomObjective(dice: Dice, year: number, index: number, options: RandomOptions): PlanObjective {
  return {
    number: dice.chance(0.6) ? String(dice.between(1, 6)) : null,
    title: `${dice.pick(WORDS)} e ${dice.pick(WORDS)} ${index}`,
    weight: dice.pick([null, 5, 10, 12.5]),
    shared: false,
    indicators: [],
    milestones: randomMilestones(dice, year, options.contested === true),
  };
}

/** Gives some objectives an owner of their own: a role, a stranger, or what another sector prints. */
function withOwner(dice: Dice, objective: PlanObjective, owners: readonly string[]): PlanObjective {
  if (dice.chance(0.7)) return objective;
  const owner = dice.chance(0.5) && owners.length > 0 ? dice.pick(owners) : dice.pick(STRANGE_OWNERS);
  return { ...objective, owner: dice.chance(0.5) ? owner : ` ${owner.toLowerCase()}` };
}

function randomSectors(dice: Dice, year: number, options: RandomOptions): PlanSector[] {
  const names = SECTORS.slice(0, dice.between(1, SECTORS.length));
  const free = [...SECTOR_OWNERS];
  const owners = names.map(() => {
    if (dice.chance(0.45)) return null;
    const owner = dice.pick(free);
    if (options.contested !== true) free.splice(free.indexOf(owner), 1);
    return owner;
  });
  const printed = owners.filter((owner) => owner !== null);
  const shared = Array.from({ length: dice.between(0, 2) }, (_, index) => ({
    ...randomObjective(dice, year, 100 + index, options),
    shared: true,
  }));
  return names.map((name, which) => {
    const own = Array.from({ length: dice.between(0, 4) }, (_, index) =>
      withOwner(dice, randomObjective(dice, year, which * 10 + index, options), printed),
    );
    const listed = shared.filter(() => dice.chance(0.8));
    return { name, owner: owners[which] ?? null, weightTotal: null, objectives: [...listed, ...own] };
  });
}

/** A start day: none, before the year, at its beginning, in the middle, at its very end, after it. */
function randomStart(dice: Dice, year: number): Day | null {
  const day = (itsYear: number, month: number, date: number): Day => dayAt(itsYear, month, date) ?? 0;
  const kind = dice.between(1, 10);
  if (kind === 1) return null;
  if (kind === 2) return day(year - 1, dice.between(9, 12), dice.between(1, 30));
  if (kind === 3) return day(year - 1, 12, dice.between(24, 31));
  if (kind === 4) return day(year, 12, dice.between(29, 31));
  if (kind === 5) return day(year, dice.between(11, 12), dice.between(1, 30));
  if (kind === 6) return day(year + 1, dice.between(1, 3), dice.between(1, 28));
  if (kind === 7)
    return dayOf(`${year}-${dice.pick(['04-24', '04-30', '06-01', '08-14', '10-31', '12-07'])}`);
  return day(year, dice.between(1, 10), dice.between(1, 28));
}

function randomClosures(dice: Dice, year: number): Closed {
  const closed = new Set<string>();
  const close = (first: Day, length: number): void => {
    for (let day = first; day < first + length; day += 1) closed.add(isoOf(day));
  };
  const august = dayAt(year, 8, dice.between(1, 10)) ?? 0;
  close(august, dice.pick([0, 7, 14, 21, 28]));
  close(dayAt(year, 12, 24) ?? 0, dice.pick([0, 1, 14]));
  for (let bridges = dice.between(0, 4); bridges > 0; bridges -= 1) close(randomDay(dice, year), 1);
  return (isoDay) => italianClosed(isoDay) || closed.has(isoDay);
}

/** The plan and the rehearsal of that seed: always the same for the same seed and options. */
export function randomCase(seed: number, options: RandomOptions = {}): RandomCase {
  const dice = diceOf(seed);
  const year = dice.between(2018, 2032);
  const start = randomStart(dice, year);
  const plan: PlanDocument = {
    document: {
      body: 'Comune di Prova',
      kind: dice.pick(['plan', 'plan', 'report']),
      year,
      act: null,
      actDate: null,
      weights: 'none',
    },
    sectors: randomSectors(dice, year, options),
    lint: [],
  };
  const first = randomDay(dice, year);
  return {
    plan,
    ...(start === null ? {} : { approved: isoOf(start) }),
    ...(dice.chance(0.15) ? { from: isoOf(first) } : {}),
    ...(dice.chance(0.15) ? { to: isoOf(first + dice.between(0, 400)) } : {}),
    ...(options.closures === true ? { closed: randomClosures(dice, year) } : {}),
  };
}
