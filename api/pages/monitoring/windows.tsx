/** *Finestre e termini*: asked for by GET, which changes nothing and shows the effect; saved by POST. */
import { type Context, Hono } from 'hono';
import { yearOf } from '../../../domain/time/civil-date.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { keepWindows, windowFieldProblems, windowsSeen } from '../../commands/monitoring/windows.js';
import { putOffDue } from '../../commands/obligations/put-off-due.js';
import { allow, viewerIn } from '../../gate.js';
import { loadSubmissionList } from '../../queries/submission-list.js';
import { type WindowsEffect, windowsEffect } from '../../queries/windows-effect.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { actingRole } from '../../rights.js';
import type { Typed } from '../../views/fields.js';
import { WindowsView } from '../../views/monitoring/windows.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';
import { rulesIn, valuesOfRules, type WindowValues, windowField, windowValues } from './windows-form.js';

const PLACE = '/monitoraggio/finestre';

export function windowPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('windows.read'), async (c) => {
    if (c.req.query('prova') !== 'si') return show(c, {});
    const values = windowValues(countIn(c), (name) => c.req.query(name));
    const tried = await tryOut(c, values);
    return 'code' in tried ? refuse(c, tried) : show(c, { values, ...tried });
  });

  app.post(PLACE, allow('windows.change'), (c) =>
    withForm(c, async (form) => {
      const values = windowValues(countIn(c), (name) => form.text(name));
      const read = rulesIn(values, countIn(c), yearOf(viewerIn(c).today));
      if (!read.ok) return show(c, { values, problems: read.problems });
      const asked = { rules: read.rules, seen: form.text('visto') };
      const outcome = await keepWindows(commanderOf(c, form), asked, windowField);
      if (outcome.ok) return c.redirect(withFlash(PLACE, 'finestre'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return show(c, { values, problems: outcome.refusal.problems });
    }),
  );

  app.post(`${PLACE}/:id/termine`, allow('windows.change'), (c) =>
    withForm(c, async (form) => {
      const window = idAsked(c, 'id');
      if (window === null) return refuse(c, { code: 'not-found' });
      const said = { due: form.text('due').trim(), reason: form.text('reason') };
      const outcome = await putOffDue(commanderOf(c, form), { window, ...said });
      if (outcome.ok) return c.redirect(withFlash(PLACE, 'termine-spostato'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return show(c, { putOff: { window, typed: { values: said, problems: outcome.refusal.problems } } });
    }),
  );
  return app;
}

const countIn = (c: Context<AppEnv>): number => viewerIn(c).town.settings.monitoring.length;

interface Tried {
  readonly problems: readonly FieldProblem[];
  /** `null`: they cannot be set so. */
  readonly effect: WindowsEffect | null;
}

async function tryOut(c: Context<AppEnv>, values: WindowValues): Promise<Tried | Refusal> {
  const { sql, now } = c.get('deps');
  const { town, today } = viewerIn(c);
  const read = rulesIn(values, countIn(c), yearOf(today));
  if (!read.ok) return { problems: read.problems, effect: null };
  const { rules } = read;
  const problems = await inTown(sql, town.id, (tx) => windowFieldProblems(tx, rules, today, windowField));
  if (problems.length > 0) return { problems, effect: null };
  const effect = await windowsEffect(sql, { town: town.id, rules, today }, now());
  return 'code' in effect ? effect : { problems, effect };
}

interface Shown extends Partial<Tried> {
  /** What was typed; absent: the windows in force. */
  readonly values?: WindowValues;
  /** The window whose due day was to be put off, and was not. */
  readonly putOff?: { readonly window: string; readonly typed: Typed };
}

async function show(c: Context<AppEnv>, shown: Shown): Promise<Response> {
  const viewer = viewerIn(c);
  const list = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadSubmissionList(tx, viewer, null));
  const inForce = viewer.town.settings.monitoring;
  const values = shown.values ?? valuesOfRules(inForce, list.year ?? yearOf(viewer.today));
  const problems = shown.problems ?? [];
  const view = (
    <WindowsView
      frame={{ ...frameOf(c), returnTo: PLACE }}
      viewer={viewer}
      list={list}
      count={inForce.length}
      typed={{ values, problems }}
      effect={shown.effect ?? null}
      seen={windowsSeen(inForce)}
      putOff={shown.putOff ?? null}
      mayChange={actingRole(viewer.roles, 'windows.change', []) !== null}
    />
  );
  return render(c, view, problems.length > 0 || shown.putOff !== undefined ? 422 : 200);
}
