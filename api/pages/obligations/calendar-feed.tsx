/**
 * The personal calendar: its file for calendar programs, by secret address, and the page where a person makes,
 * renews or revokes that address. Reading the file records nothing (art. 4 l. 300/1970).
 */
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { calendarFeed } from '../../../mail/calendar-feed.js';
import { inTown } from '../../../store/in-town.js';
import { openCalendarFeeds } from '../../../store/notices/calendar-feeds.js';
import type { AppEnv } from '../../app-env.js';
import { newAddress, publicAddress, type ShownAddress } from '../../calendar-address.js';
import { revokeCalendar } from '../../commands/obligations/calendar-feed.js';
import { allow, viewerIn } from '../../gate.js';
import { openCalendar } from '../../queries/calendar-feed.js';
import { refuse } from '../../refuse.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf, townWords } from '../../views/page/frame.js';
import { CalendarFeedView } from '../../views/people/calendar-feed.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';

const PLACE = '/le-mie-scadenze/calendario';

export function calendarFeedPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use('/calendario/*', etag());

  app.get('/calendario/:file', allow('calendar.read'), async (c) => {
    const { sql, now } = c.get('deps');
    c.header('X-Robots-Tag', 'noindex');
    const token = /^(.*)\.ics$/.exec(c.req.param('file'))?.[1] ?? '';
    const opened = await openCalendar(sql, token, now());
    if (opened.state === 'unknown') return c.text(UNKNOWN, 404);
    if (opened.state === 'closed') return c.text(CLOSED, 410);
    const address = publicAddress(c);
    const feed = calendarFeed(
      {
        town: opened.town.name,
        terms: opened.terms,
        linkTo: (obligation) => `${address}/scadenze/${obligation}`,
      },
      townWords(opened.town),
    );
    return c.body(feed, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="scadenze.ics"',
      // Asked for anew each time, so that an address that was revoked shows nothing any more.
      'Cache-Control': 'private, no-cache',
    });
  });

  app.get(PLACE, allow('calendar.keep'), (c) => show(c, null));

  app.post(PLACE, allow('calendar.keep'), (c) =>
    withForm(c, async (form) => {
      const made = await newAddress(c, commanderOf(c, form));
      return made.ok ? show(c, made.result) : refuse(c, made.refusal);
    }),
  );

  app.post(`${PLACE}/annulla`, allow('calendar.keep'), (c) =>
    withForm(c, async (form) => {
      const outcome = await revokeCalendar(commanderOf(c, form), viewerIn(c).person.id, 'calendar.keep');
      return outcome.ok ? c.redirect(withFlash(PLACE, 'calendario-chiuso'), 303) : refuse(c, outcome.refusal);
    }),
  );

  app.post('/persone/:id/calendario/annulla', allow('people.change'), (c) =>
    withForm(c, async (form) => {
      const person = idAsked(c, 'id');
      if (person === null) return refuse(c, { code: 'not-found' });
      const outcome = await revokeCalendar(commanderOf(c, form), person, 'people.change');
      return outcome.ok
        ? c.redirect(withFlash(`/persone/${person}`, 'calendario-chiuso'), 303)
        : refuse(c, outcome.refusal);
    }),
  );
  return app;
}

const UNKNOWN = 'Questo indirizzo non apre alcun calendario. Controlla di averlo copiato per intero.\n';
const CLOSED =
  'Questo calendario non è più attivo: chi lo usava lo ha annullato o rinnovato, oppure non ha più un ruolo.\n';

async function show(c: Context<AppEnv>, made: ShownAddress | null): Promise<Response> {
  const viewer = viewerIn(c);
  const [feed] = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
    openCalendarFeeds(tx, viewer.person.id),
  );
  return render(
    c,
    <CalendarFeedView
      frame={{ ...frameOf(c), returnTo: PLACE }}
      viewer={viewer}
      since={feed?.madeAt ?? null}
      made={made}
    />,
  );
}
