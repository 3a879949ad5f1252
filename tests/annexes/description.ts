/**
 * A town's annex as we write it down: the truth and every document are made from it. Texts carry the
 * notation of `notation.ts`.
 */
import type { Style } from './style.js';

export interface PhaseDescription {
  readonly text: string;
  readonly weight?: number;
  /** What the column of times says. */
  readonly when?: string;
  /** Months (1–12) or quarters (1–4) under which the mark stands. */
  readonly marks?: readonly number[];
}

export interface ObjectiveDescription {
  readonly number?: string;
  readonly title: string;
  /** One weight, or one for each sector by its key. */
  readonly weight?: number | Readonly<Record<string, number>>;
  readonly description?: string;
  /** `text => printed value {value unit op}`; the value and the target are optional. */
  readonly indicators?: readonly string[];
  readonly phases?: readonly PhaseDescription[];
  readonly times?: string;
  readonly notes?: string;
  /** Printed as responsible, when it is not the sector's. */
  readonly owner?: string;
  /** Attained value in percent: one, or one for each sector by its key. */
  readonly result?: number | Readonly<Record<string, number>>;
  /** Keys of the sectors that share it; all of them unless said. */
  readonly of?: readonly string[];
}

export interface SectorDescription {
  readonly key: string;
  readonly name: string;
  /** A shorter name used in lists of sectors. */
  readonly short?: string;
  readonly owner?: string;
  /** What is printed for the owner where a name stands before the role. */
  readonly ownerPrinted?: string;
  readonly objectives: readonly ObjectiveDescription[];
}

export interface TownDescription {
  readonly id: string;
  readonly body: string;
  readonly kind: 'plan' | 'report';
  readonly year: number;
  readonly act: string | null;
  readonly actDate: string | null;
  /** The line that names the act, with it inside. */
  readonly actLine: string | null;
  readonly title: readonly string[];
  readonly weights: 'points' | 'multiplier' | 'none';
  readonly shared: readonly ObjectiveDescription[];
  readonly sectors: readonly SectorDescription[];
  readonly style: Style;
  /** The formats it is written in, each with what is different there. */
  readonly formats: Readonly<Partial<Record<AnnexFormat, Partial<Style>>>>;
}

export type AnnexFormat = 'docx' | 'pdf' | 'pdf-browser' | 'xlsx' | 'text' | 'text-aligned';
