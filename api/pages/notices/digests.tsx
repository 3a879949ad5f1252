/** *Avvisi*: the mails that were frozen and sent, with what became of them. */
import { type Context, Hono } from 'hono';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { roleInWords } from '../../../mail/roles.js';
import { readInTown } from '../../../store/in-town.js';
import { laterNewsOf } from '../../../store/notices/bounces.js';
import { DIGEST_FATES } from '../../../store/notices/digest-fate.js';
import { type DigestFilter, findDigest, listDigests } from '../../../store/notices/digest-list.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { opensEveryMail, opensMailOf } from '../../mail-access.js';
import { refuse } from '../../refuse.js';
import type { Viewer } from '../../viewer.js';
import { shortDate, shortMoment } from '../../views/italian-time.js';
import { frameOf, townWords } from '../../views/page/frame.js';
import { DigestListView, DigestView } from '../../views/register/digests.js';
import { DIGEST_KINDS, DIGEST_STATES } from '../../views/words.js';
import { csvFile } from '../csv.js';
import { idAsked, searchAsked } from '../query.js';
import { render } from '../render.js';

/** What the address asks for, within what the viewer may see: all mails, or those addressed to them. */
function digestFilter(c: Context<AppEnv>, viewer: Viewer): DigestFilter {
  const [from, until] = [parseCivilDate(c.req.query('dal') ?? ''), parseCivilDate(c.req.query('al') ?? '')];
  const state = DIGEST_FATES.find((one) => one === c.req.query('esito'));
  const search = searchAsked(c);
  return {
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(state === undefined ? {} : { state }),
    ...(search === '' ? {} : { search }),
    ...(opensEveryMail(viewer) ? {} : { person: viewer.person.id }),
  };
}

export function digestPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/avvisi', allow('digests.read'), async (c) => {
    const viewer = viewerIn(c);
    const filter = digestFilter(c, viewer);
    const digests = await readInTown(c.get('deps').sql, viewer.town.id, (tx) => listDigests(tx, filter));
    const typed = {
      cerca: filter.search ?? '',
      dal: filter.from ?? '',
      al: filter.until ?? '',
      esito: filter.state ?? '',
    };
    return render(
      c,
      <DigestListView
        frame={{ ...frameOf(c), flash: null }}
        viewer={viewer}
        digests={digests}
        typed={typed}
      />,
    );
  });

  app.get('/avvisi.csv', allow('digests.read'), async (c) => {
    const viewer = viewerIn(c);
    const digests = await readInTown(c.get('deps').sql, viewer.town.id, (tx) =>
      listDigests(tx, { ...digestFilter(c, viewer), atMost: 10_000 }),
    );
    const { zone } = viewer.town.clock;
    const rows = digests.map(
      ({ day, kind, personName, roles, subject, state, answeredAt, response, lines }) => [
        shortDate(day),
        DIGEST_KINDS[kind],
        personName,
        roles.map((role) => roleInWords(role, townWords(viewer.town))).join(', '),
        subject,
        String(lines),
        DIGEST_STATES[state],
        answeredAt === null ? '' : shortMoment(answeredAt, zone),
        response ?? '',
      ],
    );
    const titles = [
      'Giorno',
      'Tipo',
      'A chi',
      'Come',
      'Oggetto',
      'Voci',
      'Esito',
      'Risposta il',
      'Risposta del server',
    ];
    return csvFile(c, `avvisi-${viewer.town.slug}-${viewer.today}`, titles, rows);
  });

  app.get('/avvisi/:id', allow('digests.read'), async (c) => {
    const viewer = viewerIn(c);
    const id = idAsked(c, 'id');
    const [digest, news] =
      id === null
        ? [null, []]
        : await readInTown(c.get('deps').sql, viewer.town.id, (tx) =>
            Promise.all([findDigest(tx, id), laterNewsOf(tx, id)]),
          );
    if (digest === null) return refuse(c, { code: 'not-found' });
    if (!opensMailOf(viewer, digest.person)) return refuse(c, { code: 'not-allowed' });
    return render(c, <DigestView frame={frameOf(c)} viewer={viewer} digest={digest} news={news} />);
  });
  return app;
}
