/** *Posta*: the demo's inbox, where everything that was sent arrives, as its recipient reads it. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../store/in-town.js';
import { findMessage, type InboxMessage, listMessages } from '../../store/inbox.js';
import { listPeople } from '../../store/people.js';
import type { AppEnv } from '../app-env.js';
import { allow, viewerIn } from '../gate.js';
import { refuse } from '../refuse.js';
import { MAIL_POLICY } from '../security-headers.js';
import { frameOf } from '../views/frame.js';
import { InboxView, MessageView } from '../views/inbox.js';
import { searchAsked } from './query.js';
import { render } from './render.js';

const SHOWN = 60;

export function inboxPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/posta', allow('inbox.read'), async (c) => {
    const viewer = viewerIn(c);
    const search = searchAsked(c);
    const below = Number(/^\d{1,15}$/.exec(c.req.query('prima') ?? '')?.[0] ?? Number.NaN);
    const page = { atMost: SHOWN + 1, search, ...(Number.isNaN(below) ? {} : { below }) };
    // Mails of other towns are left out; those of no town are ours to see, as a test mail is.
    const found = (await listMessages(c.get('deps').sql, page)).filter((one) => isOurs(one, viewer.town.id));
    return render(
      c,
      <InboxView
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
      <MessageView frame={frameOf(c)} viewer={viewer} message={message} recipient={recipient} />,
    );
  });

  app.get('/posta/:id/html', allow('inbox.read'), async (c) => {
    const message = await messageAsked(c);
    if (message === null || message.html === null) return refuse(c, { code: 'not-found' });
    return c.body(openingWholePages(message.html), 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': MAIL_POLICY,
    });
  });
  return app;
}

const isOurs = ({ town }: { readonly town: string | null }, ours: string): boolean =>
  town === null || town === ours;

async function messageAsked(c: Context<AppEnv>): Promise<InboxMessage | null> {
  const id = c.req.param('id') ?? '';
  if (!/^\d{1,15}$/.test(id)) return null;
  const message = await findMessage(c.get('deps').sql, Number(id));
  return message !== null && isOurs(message, viewerIn(c).town.id) ? message : null;
}

/** Links of a mail lead out of its frame. The document type stays first, or browsers fall back to old rules. */
export function openingWholePages(html: string): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  return `${doctype}<base target="_top">${html.slice(doctype.length)}`;
}
