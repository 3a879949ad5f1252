/**
 * The ladder says which notices an obligation gives and to whom. It escalates silence, not lateness.
 * It is data per town and kind of obligation; this file holds the default (design §3).
 */
import type { ObligationKind } from './obligation.js';

/** In order of height: of several on one day only the highest fires, and never a lower after a higher. */
export const RUNGS = [
  'before-start',
  'first-notice',
  'ten-days',
  'three-days',
  'due-day',
  'late-1',
  'late-3',
  'late-7',
  'late-8',
  'weekly-1',
  'weekly-2',
  'weekly-3',
  'weekly-4',
] as const;
/** One of {@link RUNGS}. Stored with notices and in the register: never renamed. */
export type Rung = (typeof RUNGS)[number];

const HEIGHT = Object.fromEntries(RUNGS.map((rung, height) => [rung, height])) as Record<Rung, number>;
/** Of two rungs of one day the higher one fires; after it no lower one does. */
export const heightOf = (rung: Rung): number => HEIGHT[rung];
/** Is it the name of a rung? For what comes from outside. */
export const isRung = (text: string): text is Rung => Object.hasOwn(HEIGHT, text);

/** Rungs that press for what is already late: an explained delay suspends them. */
export const isLateRung = (rung: Rung): boolean => HEIGHT[rung] >= HEIGHT['late-1'];

/** On which day a rung falls. Days are working days unless said. */
export type RungDay =
  | { readonly on: 'start' }
  | { readonly on: 'calendar-days-before'; readonly days: number }
  | { readonly on: 'working-days-before'; readonly days: number }
  | { readonly on: 'due' }
  | { readonly on: 'working-days-after'; readonly days: number }
  /** First working day of the n-th calendar week after the week of `late-8`. */
  | { readonly on: 'week-after-late-8'; readonly week: number };

/** `owner` is whoever owes the obligation; `secretary` and `mayor` are the town's. */
export type Recipient = 'owner' | 'secretary' | 'mayor';

/** A rung, the working day on which it falls, and to whom it goes. */
export interface LadderStep {
  readonly rung: Rung;
  readonly day: RungDay;
  readonly to: readonly Recipient[];
}

/** The rungs of one kind of obligation, and the Sindaco’s. */
export interface Ladder {
  readonly steps: readonly LadderStep[];
  /** The Sindaco's rung, with the act that provides for it; off, `late-7` and the Sindaco's `late-8` do not exist. */
  readonly mayor: { readonly on: boolean; readonly act: string | null };
}

/** One for each kind of obligation. */
export type Ladders = Readonly<Record<ObligationKind, Ladder>>;

const STEPS: readonly LadderStep[] = [
  { rung: 'before-start', day: { on: 'start' }, to: ['owner'] },
  { rung: 'first-notice', day: { on: 'calendar-days-before', days: 30 }, to: ['owner'] },
  { rung: 'ten-days', day: { on: 'working-days-before', days: 10 }, to: ['owner'] },
  { rung: 'three-days', day: { on: 'working-days-before', days: 3 }, to: ['owner'] },
  { rung: 'due-day', day: { on: 'due' }, to: ['owner'] },
  { rung: 'late-1', day: { on: 'working-days-after', days: 1 }, to: ['owner'] },
  { rung: 'late-3', day: { on: 'working-days-after', days: 3 }, to: ['owner'] },
  { rung: 'late-7', day: { on: 'working-days-after', days: 7 }, to: ['secretary'] },
  { rung: 'late-8', day: { on: 'working-days-after', days: 8 }, to: ['owner', 'mayor'] },
  { rung: 'weekly-1', day: { on: 'week-after-late-8', week: 1 }, to: ['owner'] },
  { rung: 'weekly-2', day: { on: 'week-after-late-8', week: 2 }, to: ['owner'] },
  { rung: 'weekly-3', day: { on: 'week-after-late-8', week: 3 }, to: ['owner'] },
  { rung: 'weekly-4', day: { on: 'week-after-late-8', week: 4 }, to: ['owner'] },
];

/** All rungs; the Sindaco's without an act, which the town has to name. */
export const DEFAULT_LADDER: Ladder = { steps: STEPS, mayor: { on: true, act: null } };

const only = (...rungs: readonly Rung[]): Ladder => ({
  ...DEFAULT_LADDER,
  steps: STEPS.filter((step) => rungs.includes(step.rung)),
});

/**
 * A question of the Nucleo has a short ladder: the first notice, whose day is past already, goes on the working day after
 * it is asked (docs/adr/0072). Every other kind has the whole one.
 */
export const DEFAULT_LADDERS: Ladders = {
  milestone: DEFAULT_LADDER,
  monitoring: DEFAULT_LADDER,
  'self-evaluation': DEFAULT_LADDER,
  measurement: DEFAULT_LADDER,
  question: only('first-notice', 'due-day', 'late-3'),
  act: DEFAULT_LADDER,
  validation: DEFAULT_LADDER,
  transmission: DEFAULT_LADDER,
  publication: DEFAULT_LADDER,
};
