/** A town on trial: *Posta di prova*, where its mails stay, and *Vai in esercizio*. The Segretario's alone. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { InboxMessage } from '../../../store/notices/inbox.js';
import { listTrialMails } from '../../../store/notices/trial-inbox.js';
import type { AppEnv } from '../../app-env.js';
import { putInService } from '../../commands/towns/go-live.js';
import { allow, viewerIn } from '../../gate.js';
import { goLiveFacts } from '../../queries/go-live.js';
import { trialMail } from '../../queries/trial-mail.js';
import { refuse } from '../../refuse.js';
import { blank, type Typed } from '../../views/fields.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { InboxView, MessageView, TRIAL_INBOX } from '../../views/page/inbox.js';
import { GoLiveView } from '../../views/town/go-live.js';
import { commanderOf, withForm } from '../form.js';
import { searchAsked } from '../query.js';
import { render } from '../render.js';
import { belowAsked, mailId, mailPart, SHOWN } from './inbox.js';

export function trialPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/posta-di-prova', allow('trial.read'), async (c) => {
    const viewer = viewerIn(c);
    if (viewer.town.mode !== 'trial') return refuse(c, { code: 'not-on-trial' });
    const search = searchAsked(c);
    const page = { atMost: SHOWN + 1, search, ...belowAsked(c) };
    const found = await inTown(c.get('deps').sql, viewer.town.id, (tx) => listTrialMails(tx, page));
    const shown = { messages: found.slice(0, SHOWN), more: found.length > SHOWN, search };
    return render(c, <InboxView place={TRIAL_INBOX} frame={frameOf(c)} viewer={viewer} {...shown} />);
  });

  app.get('/posta-di-prova/:id', allow('trial.read'), async (c) => {
    const message = await mailAsked(c);
    if (message === null) return refuse(c, { code: 'not-found' });
    const shown = { message, recipient: null };
    return render(c, <MessageView place={TRIAL_INBOX} frame={frameOf(c)} viewer={viewerIn(c)} {...shown} />);
  });

  app.get('/posta-di-prova/:id/html', allow('trial.read'), async (c) => {
    const message = await mailAsked(c);
    return message?.html == null ? refuse(c, { code: 'not-found' }) : mailPart(c, message.html);
  });

  app.get('/esercizio', allow('town.go-live'), (c) => showGoLive(c, blank()));

  app.post('/esercizio', allow('town.go-live'), (c) =>
    withForm(c, async (form) => {
      const typed = form.text('ente').slice(0, 300);
      const outcome = await putInService(commanderOf(c, form), typed);
      if (outcome.ok) return c.redirect(withFlash('/cruscotto', 'esercizio'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return showGoLive(c, { values: { ente: typed }, problems: outcome.refusal.problems });
    }),
  );
  return app;
}

const mailAsked = (c: Context<AppEnv>): Promise<InboxMessage | null> =>
  trialMail(c.get('deps').sql, viewerIn(c).town, mailId(c.req.param('id') ?? ''));

async function showGoLive(c: Context<AppEnv>, typed: Typed): Promise<Response> {
  const { sql, now } = c.get('deps');
  const viewer = viewerIn(c);
  if (viewer.town.mode !== 'trial') return refuse(c, { code: 'not-on-trial' });
  const facts = await inTown(sql, viewer.town.id, (tx) => goLiveFacts(tx, viewer.town, now()));
  const view = <GoLiveView frame={frameOf(c)} viewer={viewer} facts={facts} typed={typed} />;
  return render(c, view, typed.problems.length > 0 ? 422 : 200);
}
