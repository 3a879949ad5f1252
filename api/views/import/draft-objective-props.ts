/** What the page of one objective of a draft is made of. */
import type { Placed } from '../../../domain/plan/draft/draft-plan.js';
import type { DraftPage } from '../../queries/draft-page.js';
import type { Viewer } from '../../viewer.js';
import type { Typed } from '../fields.js';
import type { Frame } from '../page/frame.js';
import type { SourceWindow } from './draft-source.js';

export interface ObjectiveProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: DraftPage;
  readonly placed: Placed;
  readonly window: SourceWindow;
  /** A form that was sent back: which (`obiettivo`, `dividi` …), and with what. */
  readonly wrong: { readonly form: string; readonly typed: Typed } | null;
  /** The version that the typed fields were written on; a conflict shows both. */
  readonly conflict: string | null;
}
