/** What the parts of a review's page are given. */
import type { ReviewPage } from '../../queries/review-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, type Typed } from '../fields.js';

export interface ReviewProps {
  readonly viewer: Viewer;
  readonly page: ReviewPage;
  /** What was sent and could not be recorded: of which form. */
  readonly sent: { readonly form: string; readonly typed: Typed } | null;
}

/** Of a form: what was typed into it, else values to begin from. */
export const typedIn = (
  { sent }: Pick<ReviewProps, 'sent'>,
  form: string,
  values: Readonly<Record<string, string>> = {},
): Typed => (sent?.form === form ? sent.typed : blank(values));

export const isSent = ({ sent }: Pick<ReviewProps, 'sent'>, form: string): boolean => sent?.form === form;

/** Where a step of the review is sent. */
export const stepPath = ({ page }: Pick<ReviewProps, 'page'>, step: string): string =>
  `/istruttoria/${page.cycle.year}/${step}`;

/** Forms in which one types; beside them there are those of a button alone. */
export const TYPED_FORMS: ReadonlySet<string> = new Set(['domande', 'appunti']);

/** Name of the form that concludes on that criterion, or on that objective. */
export const conclusionForm = (about: string): string => `conclusione-${about}`;
