/** *Prova generale*: the mails of the days to come as a page, one by one, and as a CSV. */
import { type Context, Hono } from 'hono';
import type { RehearsedMail } from '../../../domain/rehearsal/rehearse.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { composeDigest } from '../../../mail/compose.js';
import { digestSubject } from '../../../mail/digest-subject.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { fillLinksInHtml, fillSeal } from '../../../mail/placeholders.js';
import { allLines } from '../../../mail/rehearsed-line.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { type LoadedRehearsal, loadRehearsal, mailsOf, type Rehearsal } from '../../queries/rehearsal.js';
import { tallyOf } from '../../queries/rehearsal-tally.js';
import { pageOf, type ReadWindow, readWindow } from '../../queries/rehearsal-window.js';
import { refuse } from '../../refuse.js';
import { MAIL_POLICY } from '../../security-headers.js';
import { isId } from '../../session.js';
import { shortDate } from '../../views/italian-time.js';
import { frameOf, townWords } from '../../views/page/frame.js';
import { RehearsalView } from '../../views/rehearsal/rehearsal.js';
import { reasonsInWords, receiverName, rolesInWords } from '../../views/rehearsal/rehearsal-words.js';
import { RehearsedMailView, SEAL_TO_COME } from '../../views/rehearsal/rehearsed-mail.js';
import { csvFile } from '../csv.js';
import { render } from '../render.js';
import { openingWholePages } from './inbox.js';

export function rehearsalPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/prova-generale', allow('rehearsal.read'), (c) =>
    onRehearsal(c, (rehearsal) => {
      const read = windowAsked(c, rehearsal);
      const typed = {
        values: { dal: asked(c, 'dal'), al: asked(c, 'al'), a: receiverAsked(c) ?? '' },
        problems: read.ok ? [] : read.problems,
      };
      const page = read.ok
        ? pageOf(read.window, Number(/^\d{1,4}$/.exec(asked(c, 'pagina'))?.[0] ?? 1))
        : null;
      const shown =
        read.ok && page !== null
          ? { page, tally: tallyOf(mailsOf(rehearsal, read.window), page, receiverAsked(c)) }
          : null;
      const view = (
        <RehearsalView
          frame={frameOf(c)}
          viewer={viewerIn(c)}
          rehearsal={rehearsal}
          shown={shown}
          typed={typed}
        />
      );
      return render(c, view, read.ok ? 200 : 422);
    }),
  );

  app.get('/prova-generale.csv', allow('rehearsal.read'), (c) =>
    onRehearsal(c, (rehearsal) => {
      const read = windowAsked(c, rehearsal);
      if (!read.ok) return refuse(c, { code: 'invalid', problems: read.problems });
      const { town, today } = viewerIn(c);
      const only = receiverAsked(c);
      const mails = [...mailsOf(rehearsal, read.window)].filter(({ to }) => only === null || to === only);
      const words = townWords(town);
      const rows = mails.map(({ day, to, facts }) => {
        const name = receiverName(rehearsal, to, words);
        return [
          shortDate(day),
          italianDate(day).split(' ')[0] ?? '',
          name,
          rehearsal.people.get(to)?.email ?? '',
          rolesInWords(facts, name, words),
          digestSubject(facts, words),
          String(allLines(facts).length),
          reasonsInWords(facts),
        ];
      });
      return csvFile(c, `prova-generale-${town.slug}-${today}`, TITLES, rows);
    }),
  );

  app.get('/prova-generale/messaggio', allow('rehearsal.read'), (c) =>
    onMail(c, (rehearsal, mail) => {
      const viewer = viewerIn(c);
      const composed = composeDigest(mail.facts, townWords(viewer.town));
      const view = {
        frame: { ...frameOf(c), returnTo: '/prova-generale' },
        viewer,
        rehearsal,
        mail,
        composed,
      };
      return render(c, <RehearsedMailView {...view} />);
    }),
  );

  app.get('/prova-generale/messaggio/html', allow('rehearsal.read'), (c) =>
    onMail(c, (rehearsal, mail) => {
      const { html, links } = composeDigest(mail.facts, townWords(viewerIn(c).town));
      const { draft } = rehearsal;
      const places = links.map((id) =>
        draft === null ? `/scadenze/${id}` : `/prova-generale?bozza=${draft.id}`,
      );
      const filled = fillSeal(fillLinksInHtml(html, places), SEAL_TO_COME);
      return c.body(openingWholePages(filled), 200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': MAIL_POLICY,
      });
    }),
  );
  return app;
}

const TITLES: readonly string[] = [
  'Giorno',
  'Giorno della settimana',
  'A chi',
  'Casella',
  'Come',
  'Oggetto',
  'Voci',
  'Perché',
];

const asked = (c: Context<AppEnv>, name: string): string => (c.req.query(name) ?? '').slice(0, 20);

/** A person's id or a role; `null`: everybody. */
const receiverAsked = (c: Context<AppEnv>): string | null =>
  (c.req.query('a') ?? '').replaceAll('\0', '').slice(0, 300) || null;

const windowAsked = (c: Context<AppEnv>, { start, end }: Rehearsal): ReadWindow =>
  readWindow(
    { from: asked(c, 'dal'), until: asked(c, 'al') },
    { from: start, until: end },
    { from: 'dal', until: 'al' },
  );

/** The rehearsal of the plan in force, or of the draft that the address names. */
async function onRehearsal(
  c: Context<AppEnv>,
  answer: (rehearsal: Rehearsal) => Response | Promise<Response>,
): Promise<Response> {
  const { sql, now } = c.get('deps');
  const draft = c.req.query('bozza') ?? '';
  const loaded: LoadedRehearsal =
    draft === '' || isId(draft)
      ? await inTown(sql, viewerIn(c).town.id, (tx) => loadRehearsal(tx, now(), draft === '' ? null : draft))
      : { ok: false, refusal: { code: 'not-found' } };
  return loaded.ok ? answer(loaded.rehearsal) : refuse(c, loaded.refusal);
}

/** The one mail of a day to a receiver. */
const onMail = (
  c: Context<AppEnv>,
  answer: (rehearsal: Rehearsal, mail: RehearsedMail) => Response | Promise<Response>,
): Promise<Response> =>
  onRehearsal(c, (rehearsal) => {
    const day = parseCivilDate(asked(c, 'giorno'));
    const known = { from: rehearsal.start, until: rehearsal.end };
    const read = readWindow({ from: day ?? '', until: day ?? '' }, known, {
      from: 'giorno',
      until: 'giorno',
    });
    if (day === null || !read.ok) return refuse(c, { code: 'not-found' });
    const to = receiverAsked(c);
    for (const mail of mailsOf(rehearsal, read.window)) if (mail.to === to) return answer(rehearsal, mail);
    return refuse(c, { code: 'not-found' });
  });
