/** The minutes with the evaluators' proposal for a sector, as a draft to complete and sign: Word and PDF. */
import { type Context, Hono } from 'hono';
import { proposalMinutes } from '../../../domain/review/drafts/proposal-minutes.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { proposalFacts } from '../../queries/proposal-minutes.js';
import { refuse } from '../../refuse.js';
import { idAsked, yearAsked } from '../query.js';
import { type PaperFormat, sendPaper } from '../send-file.js';

export function proposalMinutesPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/misurazione/settori/:id/:file', allow('measurement.decide'), async (c) => {
    const sector = idAsked(c, 'id');
    const format = /^verbale\.(docx|pdf)$/.exec(c.req.param('file'))?.[1];
    return sector === null || format === undefined
      ? refuse(c, { code: 'not-found' })
      : sendMinutes(c, { year: yearAsked(c), sector }, format === 'docx' ? 'docx' : 'pdf');
  });
  return app;
}

/** `year`: `null` for the one that is being measured. */
export async function sendMinutes(
  c: Context<AppEnv>,
  asked: { readonly year: number | null; readonly sector: string },
  format: PaperFormat,
): Promise<Response> {
  const viewer = viewerIn(c);
  const facts = await inTown(c.get('deps').sql, viewer.town.id, (tx) => proposalFacts(tx, viewer, asked));
  if (facts === null) return refuse(c, { code: 'not-found' });
  const file = `${facts.decides ? 'valutazione' : 'proposta-di-valutazione'}-${facts.year}`;
  return sendPaper(c, file, proposalMinutes(facts), format);
}
