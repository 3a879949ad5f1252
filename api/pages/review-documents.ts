/** The papers of a review, as drafts to complete and sign: Word and PDF. */
import { Hono } from 'hono';
import { printedDocx } from '../../documents/printed-docx.js';
import { printedPdf } from '../../documents/printed-pdf.js';
import { type DraftName, reviewDraft } from '../../domain/review/drafts/review-drafts.js';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import { allow, viewerIn } from '../gate.js';
import { draftFacts } from '../queries/review-drafts.js';
import { loadReviewPage } from '../queries/review-page.js';
import { refuse } from '../refuse.js';
import { DOCX } from './media-types.js';
import { sendFile, sendPdf } from './send-file.js';

const NAMES: Readonly<Record<string, DraftName>> = {
  validazione: 'validation',
  relazione: 'report',
  verbale: 'minutes',
};

export function reviewDocumentPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/istruttoria/:anno/documenti/:nome', allow('review.examine'), async (c) => {
    const viewer = viewerIn(c);
    const year = /^2\d{3}$/.exec(c.req.param('anno'))?.[0];
    const [, name = '', format] = /^(\w+)\.(docx|pdf)$/.exec(c.req.param('nome')) ?? [];
    const page =
      year === undefined
        ? null
        : await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadReviewPage(tx, viewer, Number(year)));
    if (page === null || !Object.hasOwn(NAMES, name) || String(page.cycle.year) !== year)
      return refuse(c, { code: 'not-found' });
    const printed = reviewDraft(NAMES[name] as DraftName, draftFacts(viewer, page));
    const file = `istruttoria-${year}-${name}`;
    return format === 'docx'
      ? sendFile(c, `${file}.docx`, DOCX, await printedDocx(printed))
      : sendPdf(c, `${file}.pdf`, printedPdf(printed, viewer.now), 'In formato Word si scarica lo stesso.');
  });
  return app;
}
