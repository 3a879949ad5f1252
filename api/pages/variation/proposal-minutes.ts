/** The minutes with the evaluators' proposal for a sector, as a draft to complete and sign: Word and PDF. */
import { Hono } from 'hono';
import { printedDocx } from '../../../documents/printed/printed-docx.js';
import { printedPdf } from '../../../documents/printed/printed-pdf.js';
import { proposalMinutes } from '../../../domain/review/drafts/proposal-minutes.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { proposalFacts } from '../../queries/proposal-minutes.js';
import { refuse } from '../../refuse.js';
import { DOCX } from '../media-types.js';
import { idAsked, yearAsked } from '../query.js';
import { sendFile, sendPdf } from '../send-file.js';

export function proposalMinutesPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/misurazione/settori/:id/:file', allow('measurement.decide'), async (c) => {
    const viewer = viewerIn(c);
    const id = idAsked(c, 'id');
    const format = /^verbale\.(docx|pdf)$/.exec(c.req.param('file'))?.[1];
    const facts =
      id === null || format === undefined
        ? null
        : await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
            proposalFacts(tx, viewer, { year: yearAsked(c), sector: id }),
          );
    if (facts === null) return refuse(c, { code: 'not-found' });
    const printed = proposalMinutes(facts);
    const file = `${facts.decides ? 'valutazione' : 'proposta-di-valutazione'}-${facts.year}`;
    return format === 'docx'
      ? sendFile(c, `${file}.docx`, DOCX, await printedDocx(printed))
      : sendPdf(c, `${file}.pdf`, printedPdf(printed, viewer.now), 'In formato Word si scarica lo stesso.');
  });
  return app;
}
