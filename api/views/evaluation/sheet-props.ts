/** What the pieces of a self-evaluation's page are given. */
import type { OfferedLine } from '../../../domain/cycle/line-merge.js';
import type { SheetLine } from '../../../domain/cycle/self-evaluation-line.js';
import type { SheetPage } from '../../queries/sheet-page.js';
import type { FieldProblem } from '../../refusals.js';
import type { Viewer } from '../../viewer.js';

/** What was sent and not taken as it is. */
export interface SheetOffered {
  readonly form: 'compila' | 'riapri';
  readonly lines: readonly OfferedLine<SheetLine>[];
  readonly conflicts: readonly string[];
  readonly problems: readonly FieldProblem[];
  /** The reason, as typed. */
  readonly text: string;
}

export interface SheetProps {
  readonly viewer: Viewer;
  readonly page: SheetPage;
  readonly offered: SheetOffered | null;
}
