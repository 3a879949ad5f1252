/** The papers of a review: drafts to complete and sign, and the working papers; Word and PDF. */
import { Hono } from 'hono';
import { printedDocx } from '../../../documents/printed/printed-docx.js';
import { printedPdf } from '../../../documents/printed/printed-pdf.js';
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
import { DOCX } from '../media-types.js';
import { sendFile, sendPdf } from '../send-file.js';

const NAMES: Readonly<Record<string, DraftName>> = {
  validazione: 'validation',
  relazione: 'report',
  verbale: 'minutes',
};
const WORKING_PAPERS = 'carte';

export function reviewDocumentPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/istruttoria/:anno/documenti/:nome', allow('review.examine'), async (c) => {
    const viewer = viewerIn(c);
    const year = /^2\d{3}$/.exec(c.req.param('anno'))?.[0];
    const [, name = '', format] = /^(\w+)\.(docx|pdf)$/.exec(c.req.param('nome')) ?? [];
    const printed =
      year === undefined
        ? null
        : await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
            printedPaper(tx, viewer, Number(year), name),
          );
    if (printed === null) return refuse(c, { code: 'not-found' });
    const file = `istruttoria-${year}-${name}`;
    return format === 'docx'
      ? sendFile(c, `${file}.docx`, DOCX, await printedDocx(printed))
      : sendPdf(c, `${file}.pdf`, printedPdf(printed, viewer.now), 'In formato Word si scarica lo stesso.');
  });
  return app;
}

/** `null`: there is no such paper, or no such year. */
async function printedPaper(
  tx: Tx,
  viewer: Viewer,
  year: number,
  name: string,
): Promise<PrintedDocument | null> {
  const isDraft = Object.hasOwn(NAMES, name);
  if (!isDraft && name !== WORKING_PAPERS) return null;
  const page = await loadReviewPage(tx, viewer, year);
  if (page === null || page.cycle.year !== year) return null;
  return isDraft
    ? reviewDraft(NAMES[name] as DraftName, draftFacts(viewer, page))
    : workingPapers(await workingFacts(tx, viewer, page));
}
