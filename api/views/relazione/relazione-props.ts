import type { RelazionePage } from '../../queries/relazione-page.js';
import type { Viewer } from '../../viewer.js';
import type { Typed } from '../fields.js';

export interface RelazioneProps {
  readonly viewer: Viewer;
  readonly page: RelazionePage;
  /** What was sent and could not be recorded: of which form, by its name. */
  readonly sent: { readonly form: string; readonly typed: Typed } | null;
}
