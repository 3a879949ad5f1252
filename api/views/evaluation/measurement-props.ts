/** What the pieces of the measurement's pages are given. */
import type { MeasurementPage, SectorShown } from '../../queries/measurement-page.js';
import type { Viewer } from '../../viewer.js';
import type { Typed } from '../fields.js';

export interface MeasurementProps {
  readonly viewer: Viewer;
  readonly page: MeasurementPage;
  /** What was typed into the form that was refused, by its name. */
  readonly refused: { readonly form: string; readonly typed: Typed } | null;
}

export interface SectorProps {
  readonly viewer: Viewer;
  readonly page: MeasurementPage;
  readonly sector: SectorShown;
  /** What was typed into the form that was refused: its name, and the objective it is about. */
  readonly refused: { readonly form: string; readonly objective: string; readonly typed: Typed } | null;
}
