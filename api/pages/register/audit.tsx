/** *Registro delle modifiche*: the history of changes, filtered, page by page, and as a file. */
import { type Context, Hono } from 'hono';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { roleInWords } from '../../../mail/roles.js';
import { listCycles } from '../../../store/cycle/cycles.js';
import { inTown, type Tx } from '../../../store/in-town.js';
import { listPeople } from '../../../store/people/people.js';
import { listObjectives } from '../../../store/plan/objectives.js';
import { AUDIT_CHANNELS, type AuditRow } from '../../../store/register/audit.js';
import { isAuditAction } from '../../../store/register/audit-actions.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { type AuditAsked, loadAudit, type Names, readsEveryChange } from '../../queries/audit-page.js';
import { cycleShown } from '../../queries/cycle-shown.js';
import { isId } from '../../session.js';
import type { Viewer } from '../../viewer.js';
import type { Choice } from '../../views/fields.js';
import { shortMoment } from '../../views/italian-time.js';
import { frameOf, townWords } from '../../views/page/frame.js';
import { changesOf } from '../../views/register/audit-changes.js';
import { AuditPageView, type AuditTyped, aboutOf } from '../../views/register/audit-page.js';
import { actionInWords } from '../../views/register/audit-words.js';
import { CHANNELS } from '../../views/words.js';
import { csvFile } from '../csv.js';
import { render } from '../render.js';

const SHOWN = 50;
const MOST_IN_FILE = 10_000;

export function auditPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/modifiche', allow('audit.read'), async (c) => {
    const viewer = viewerIn(c);
    const asked = auditAsked(c);
    const [page, people, objectives] = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      Promise.all([
        loadAudit(tx, viewer, asked, SHOWN),
        readsEveryChange(viewer) ? listPeople(tx) : null,
        objectiveChoices(tx, viewer),
      ]),
    );
    const lists = { people, objectives };
    return render(
      c,
      <AuditPageView frame={frameOf(c)} viewer={viewer} page={page} typed={typedOf(asked)} {...lists} />,
    );
  });

  app.get('/modifiche.csv', allow('audit.read'), async (c) => {
    const viewer = viewerIn(c);
    const { rows, names } = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadAudit(tx, viewer, auditAsked(c), MOST_IN_FILE),
    );
    const name = `modifiche-${viewer.town.slug}-${viewer.today}`;
    return csvFile(
      c,
      name,
      TITLES,
      rows.map((row) => rowOf(row, names, viewer)),
    );
  });
  return app;
}

/** What does not read is as if it were not there. */
function auditAsked(c: Context<AppEnv>): AuditAsked {
  const query = (name: string): string => c.req.query(name) ?? '';
  const [person, objective, action] = [query('persona'), query('obiettivo'), query('azione')];
  const channel = AUDIT_CHANNELS.find((one) => one === query('canale'));
  const [from, until] = [parseCivilDate(query('dal')), parseCivilDate(query('al'))];
  return {
    ...(isId(person) ? { person } : {}),
    ...(isId(objective) ? { objective } : {}),
    ...(isAuditAction(action) ? { action } : {}),
    ...(channel === undefined ? {} : { channel }),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(/^\d{1,15}$/.test(query('prima')) ? { below: Number(query('prima')) } : {}),
  };
}

const typedOf = (asked: AuditAsked): AuditTyped => ({
  persona: asked.person ?? '',
  obiettivo: asked.objective ?? '',
  azione: asked.action ?? '',
  canale: asked.channel ?? '',
  dal: asked.from ?? '',
  al: asked.until ?? '',
});

async function objectiveChoices(tx: Tx, viewer: Viewer): Promise<readonly Choice[]> {
  const cycle = cycleShown(await listCycles(tx), null, viewer.today);
  const objectives = cycle === null ? [] : await listObjectives(tx, { year: cycle.year });
  return objectives.map(({ id, number, title }) => ({
    value: id,
    text: number === null ? title : `${number}. ${title}`,
  }));
}

const TITLES = ['Quando', 'Chi', 'Ruolo', 'Da dove', 'Che cosa', 'Su che cosa', 'Prima', 'Dopo', 'Atto'];

function rowOf(row: AuditRow, names: Names, { town }: Viewer): readonly string[] {
  const changes = changesOf(row, names);
  const side = (which: 'before' | 'after'): string =>
    changes.flatMap((one) => (one[which] === null ? [] : `${one.field}: ${one[which]}`)).join('\n');
  return [
    shortMoment(row.at, town.clock.zone),
    row.personName ?? 'Il sistema',
    row.role === null ? '' : roleInWords(row.role, townWords(town)),
    CHANNELS[row.channel],
    actionInWords(row),
    aboutOf(row, names),
    side('before'),
    side('after'),
    row.act === null ? '' : (names.get(row.act) ?? ''),
  ];
}
