import type { PublicationPage } from '../../queries/publication.js';
import type { Viewer } from '../../viewer.js';
import type { Typed } from '../fields.js';

export interface PublicationProps {
  readonly viewer: Viewer;
  readonly page: PublicationPage;
  /** What was sent and could not be recorded: of which form, by its name. */
  readonly sent: { readonly form: string; readonly typed: Typed } | null;
}

/** Name of the form of one reason. */
export const reasonForm = (one: { readonly objective: string; readonly sector: string }): string =>
  `${one.objective} ${one.sector}`;
