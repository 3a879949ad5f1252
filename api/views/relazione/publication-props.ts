import type { PublicationPage } from '../../queries/publication.js';
import type { ReasonToRelease } from '../../queries/publishable.js';
import type { Viewer } from '../../viewer.js';
import type { Typed } from '../fields.js';

export interface PublicationProps {
  readonly viewer: Viewer;
  readonly page: PublicationPage;
  /** What was sent and could not be recorded: of which form, by its name. */
  readonly sent: { readonly form: string; readonly typed: Typed } | null;
}

/** Name of the form of one reason: an objective may have two. */
export const reasonForm = (one: Pick<ReasonToRelease, 'objective' | 'sector' | 'sha256'>): string =>
  `${one.objective} ${one.sector} ${one.sha256}`;
