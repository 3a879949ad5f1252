/** A notice in its three tenses: given, due now, passed over. It is addressed to a role. */
import type { CivilDate } from '../time/civil-date.js';
import type { Rung } from './ladder.js';
import { type Obligation, type Role, type RoleKey, roleKey } from './obligation.js';

/** A notice already given (or, by a restore, counted as given). */
export interface FiredRung {
  readonly obligation: string;
  readonly version: number;
  readonly rung: Rung;
  readonly recipient: RoleKey;
  readonly day: CivilDate;
}

/** A notice to be given now. */
export interface DueRung {
  readonly obligation: Obligation;
  readonly rung: Rung;
  readonly recipient: Role;
}

/** Why a rung whose day came gave no notice. */
/** `former-owner`: its day came while another role owed it. */
export type PassedOverReason = 'before-notices' | 'explained' | 'higher-rung' | 'former-owner' | 'no-round';

/** A notice that is not given, and why; the register keeps it. */
export interface PassedOverRung extends DueRung {
  /** The day on which it would have fallen. */
  readonly day: CivilDate;
  readonly reason: PassedOverReason;
}

/** Notices given, by obligation id. */
export type Fired = ReadonlyMap<string, readonly FiredRung[]>;

/** A rung as the round of that day gives it. */
export const firedRung = ({ obligation, rung, recipient }: DueRung, day: CivilDate): FiredRung => ({
  obligation: obligation.id,
  version: obligation.version,
  rung,
  recipient: roleKey(recipient),
  day,
});
