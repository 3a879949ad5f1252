/** *Posta*: the demo's inbox, where everything that was sent arrives, as its recipient reads it. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import { findMessage, type InboxMessage, listMessages } from '../../../store/notices/inbox.js';
import { listPeople } from '../../../store/people/people.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { MAIL_POLICY } from '../../security-headers.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { DEMO_INBOX, InboxView, MessageView } from '../../views/page/inbox.js';
import { withForm } from '../form.js';
import { canReturn, HOW, sendBack } from '../monitoring/send-back.js';
import { searchAsked } from '../query.js';
import { render } from '../render.js';

/** Mails on one page. */
export const SHOWN = 60;

export function inboxPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/posta', allow('inbox.read'), async (c) => {
    const viewer = viewerIn(c);
    // The mails of a trial are the Segretario's alone.
    if (viewer.town.mode === 'trial') return c.redirect('/posta-di-prova', 303);
    const search = searchAsked(c);
    const page = { atMost: SHOWN + 1, search, ...belowAsked(c) };
    // Mails of other towns are left out; those of no town are ours to see, as a test mail is.
    const found = (await listMessages(c.get('deps').sql, page)).filter((one) => isOurs(one, viewer.town.id));
    return render(
      c,
      <InboxView
        place={DEMO_INBOX}
        frame={frameOf(c)}
        viewer={viewer}
        messages={found.slice(0, SHOWN)}
        more={found.length > SHOWN}
        search={search}
      />,
    );
  });

  app.get('/posta/:id', allow('inbox.read'), async (c) => {
    const viewer = viewerIn(c);
    const message = await messageAsked(c);
    if (message === null) return refuse(c, { code: 'not-found' });
    const people = await inTown(c.get('deps').sql, viewer.town.id, (tx) => listPeople(tx));
    const recipient =
      people.find(({ email }) => email !== null && message.envelopeTo.includes(email)) ?? null;
    return render(
      c,
      <MessageView
        place={DEMO_INBOX}
        frame={frameOf(c)}
        viewer={viewer}
        message={message}
        recipient={recipient}
        returnable={canReturn(message)}
      />,
    );
  });

  app.post('/posta/:id/ritorno', allow('inbox.return'), (c) =>
    withForm(c, async (form) => {
      const message = await messageAsked(c);
      const how = HOW.find((one) => one === form.text('come'));
      if (message === null || how === undefined || !canReturn(message))
        return refuse(c, { code: 'not-found' });
      await sendBack(c.get('deps'), message, how);
      return c.redirect(withFlash(`/posta/${message.id}`, 'ritorno'), 303);
    }),
  );

  app.get('/posta/:id/html', allow('inbox.read'), async (c) => {
    const message = await messageAsked(c);
    if (message === null || message.html === null) return refuse(c, { code: 'not-found' });
    return mailPart(c, message.html);
  });
  return app;
}

/** The HTML part of a mail by itself, unable to do anything. */
export const mailPart = (c: Context<AppEnv>, html: string): Response =>
  c.body(openingWholePages(html), 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': MAIL_POLICY,
  });

/** From which mail on, as the link to earlier ones says it. */
export function belowAsked(c: Context<AppEnv>): { readonly below?: number } {
  const id = mailId(c.req.query('prima') ?? '');
  return id === null ? {} : { below: id };
}

/** `null`: no mail has such a number. */
export const mailId = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null);

const isOurs = ({ town }: { readonly town: string | null }, ours: string): boolean =>
  town === null || town === ours;

async function messageAsked(c: Context<AppEnv>): Promise<InboxMessage | null> {
  const id = mailId(c.req.param('id') ?? '');
  if (id === null || viewerIn(c).town.mode === 'trial') return null;
  const message = await findMessage(c.get('deps').sql, id);
  return message !== null && isOurs(message, viewerIn(c).town.id) ? message : null;
}

/** Links of a mail lead out of its frame. The document type stays first, or browsers fall back to old rules. */
export function openingWholePages(html: string): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  return `${doctype}<base target="_top">${html.slice(doctype.length)}`;
}
