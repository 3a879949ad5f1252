import type { CivilDate } from '../domain/time/civil-date.js';

/** Of which snapshot; `null`: a draft, from facts that may still change. */
export type RelazioneStamp = {
  readonly number: number;
  readonly on: CivilDate;
  /** Of the frozen facts, hex. */
  readonly sha256: string;
} | null;
