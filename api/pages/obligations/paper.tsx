/** *Avvisi da consegnare*: the sheets for people without a mailbox, and the record that they were handed over. */
import { type Context, Hono } from 'hono';
import { sheetsPdf } from '../../../documents/printed/paper-pdf.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { recordPaper } from '../../commands/obligations/record-paper.js';
import { allow, viewerIn } from '../../gate.js';
import { loadPaperPage } from '../../queries/paper-page.js';
import { sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Typed } from '../../views/fields.js';
import { PaperPageView, SHEETS_PLACE } from '../../views/obligations/paper-page.js';
import { printedSheets } from '../../views/obligations/paper-words.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';
import { sendPdf } from '../send-file.js';

const PLACE = '/avvisi/da-consegnare';
const PAGE_INSTEAD = 'I fogli si possono stampare anche dalla pagina Avvisi da consegnare.';

export function paperPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(PLACE, allow('paper.read'), (c) => showPaper(c, null));
  app.get(SHEETS_PLACE, allow('paper.read'), async (c) => (await sendSheets(c)) ?? c.redirect(PLACE, 303));
  app.post('/avvisi/:id/consegnato', allow('paper.record'), (c) =>
    withForm(c, async (form) => {
      const mail = idAsked(c, 'id');
      if (mail === null) return refuse(c, { code: 'not-found' });
      const values = { on: form.text('on'), by: form.text('by') };
      const outcome = await recordPaper(commanderOf(c, form), { mail, ...values });
      if (outcome.ok) return c.redirect(withFlash(PLACE, 'consegnato'), 303);
      const { refusal } = outcome;
      if (refusal.code !== 'invalid' && refusal.code !== 'not-on-paper') return refuse(c, refusal);
      const problems =
        refusal.code === 'invalid' ? refusal.problems : [{ field: '', message: sentenceOf(refusal) }];
      return showPaper(c, { mail, typed: { values, problems } });
    }),
  );
  return app;
}

/** `null`: nothing is to be handed over. */
export async function sendSheets(c: Context<AppEnv>): Promise<Response | null> {
  const viewer = viewerIn(c);
  const { open } = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadPaperPage(tx, viewer));
  if (open.length === 0) return null;
  const name = `avvisi-da-consegnare-${viewer.town.slug}-${viewer.today}.pdf`;
  return sendPdf(c, name, sheetsPdf(printedSheets(viewer, open)), PAGE_INSTEAD);
}

async function showPaper(
  c: Context<AppEnv>,
  refused: { readonly mail: string; readonly typed: Typed } | null,
): Promise<Response> {
  const viewer = viewerIn(c);
  const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadPaperPage(tx, viewer));
  const view = <PaperPageView frame={frameOf(c)} viewer={viewer} page={page} refused={refused} />;
  return render(c, view, refused === null ? 200 : 422);
}
