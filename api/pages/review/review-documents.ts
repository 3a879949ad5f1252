/** The papers of a review: drafts to complete and sign, and the working papers; Word and PDF. */
import { type Context, Hono } from 'hono';
import type { PrintedDocument } from '../../../domain/printed-document/printed-document.js';
import { type DraftName, reviewDraft } from '../../../domain/review/drafts/review-drafts.js';
import { workingPapers } from '../../../domain/review/drafts/working-papers.js';
import { inTown, type Tx } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { draftFacts } from '../../queries/review-drafts.js';
import { loadReviewPage } from '../../queries/review-page.js';
import { workingFacts } from '../../queries/working-papers.js';
import { refuse } from '../../refuse.js';
import type { Viewer } from '../../viewer.js';
import { type PaperFormat, sendPaper } from '../send-file.js';

/** What can be printed of a review, by the name of its file. */
export type ReviewPaper = DraftName | 'working-papers';

const FILES: Readonly<Record<ReviewPaper, string>> = {
  ...{ validation: 'validazione', report: 'relazione', minutes: 'verbale' },
  'working-papers': 'carte',
};
/** All of {@link ReviewPaper}. */
export const REVIEW_PAPERS = Object.keys(FILES) as readonly ReviewPaper[];

export function reviewDocumentPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/istruttoria/:anno/documenti/:nome', allow('review.examine'), async (c) => {
    const year = /^2\d{3}$/.exec(c.req.param('anno'))?.[0];
    const [, name, format] = /^(\w+)\.(docx|pdf)$/.exec(c.req.param('nome')) ?? [];
    const paper = REVIEW_PAPERS.find((one) => FILES[one] === name);
    return year === undefined || paper === undefined
      ? refuse(c, { code: 'not-found' })
      : sendReviewPaper(c, { year: Number(year), paper, format: format === 'docx' ? 'docx' : 'pdf' });
  });
  return app;
}

/** Refused where that year has no review. */
export async function sendReviewPaper(
  c: Context<AppEnv>,
  asked: { readonly year: number; readonly paper: ReviewPaper; readonly format: PaperFormat },
): Promise<Response> {
  const viewer = viewerIn(c);
  const printed = await inTown(c.get('deps').sql, viewer.town.id, (tx) => printedPaper(tx, viewer, asked));
  if (printed === null) return refuse(c, { code: 'not-found' });
  return sendPaper(c, `istruttoria-${asked.year}-${FILES[asked.paper]}`, printed, asked.format);
}

/** `null`: there is no such year. */
async function printedPaper(
  tx: Tx,
  viewer: Viewer,
  { year, paper }: { readonly year: number; readonly paper: ReviewPaper },
): Promise<PrintedDocument | null> {
  const page = await loadReviewPage(tx, viewer, year);
  if (page === null || page.cycle.year !== year) return null;
  return paper === 'working-papers'
    ? workingPapers(await workingFacts(tx, viewer, page))
    : reviewDraft(paper, draftFacts(viewer, page));
}
