/** *Scala degli avvisi*: asked for by GET, which changes nothing and shows the effect; saved by POST. */
import { type Context, Hono } from 'hono';
import { isRung, RUNGS } from '../../../domain/obligations/ladder.js';
import type { ObligationKind } from '../../../domain/obligations/obligation.js';
import { inTown } from '../../../store/in-town.js';
import { mayorRungSet } from '../../../store/obligations/mayor-rung.js';
import type { AppEnv } from '../../app-env.js';
import { changeLadder } from '../../commands/towns/change-ladder.js';
import {
  isKind,
  type LadderAsked,
  ladderInForce,
  laddersWith,
  readLadder,
} from '../../commands/towns/ladder-asked.js';
import { allow, viewerIn } from '../../gate.js';
import { type EffectSpan, ladderEffect } from '../../queries/ladder-effect.js';
import { loadRehearsal } from '../../queries/rehearsal.js';
import type { FieldProblem } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { actingRole } from '../../rights.js';
import type { Typed } from '../../views/fields.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { LadderView, rungField } from '../../views/town/ladder.js';
import { commanderOf, withForm } from '../form.js';
import { render } from '../render.js';

export function ladderPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/prova-generale/scala', allow('ladder.read'), (c) => {
    const kind = kindIn(c.req.query('tipo') ?? '');
    if (c.req.query('prova') !== 'si') return show(c, kind, null, []);
    return show(
      c,
      kind,
      askedIn(kind, (name) => c.req.query(name) ?? ''),
      [],
    );
  });

  app.post('/prova-generale/scala', allow('ladder.change'), (c) =>
    withForm(c, async (form) => {
      const asked = askedIn(form.text('tipo'), (name) => form.text(name));
      const outcome = await changeLadder(commanderOf(c, form), asked);
      if (outcome.ok)
        return c.redirect(`${withFlash('/prova-generale/scala', 'scala')}&tipo=${asked.kind}`, 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return show(c, kindIn(asked.kind), asked, outcome.refusal.problems);
    }),
  );
  return app;
}

const kindIn = (text: string): ObligationKind => (isKind(text) ? text : 'milestone');

const askedIn = (kind: string, field: (name: string) => string): LadderAsked => ({
  kind,
  rungs: RUNGS.filter((rung) => field(rungField(rung)) === 'si'),
  days: field('giorni').trim().slice(0, 10),
  mayor: field('sindaco') === 'si',
  act: field('atto').slice(0, 300),
});

/** `asked`: `null` for the ladder in force. */
async function show(
  c: Context<AppEnv>,
  kind: ObligationKind,
  asked: LadderAsked | null,
  refused: readonly FieldProblem[],
): Promise<Response> {
  const { sql, now } = c.get('deps');
  const viewer = viewerIn(c);
  const [loaded, mayorSet] = await inTown(sql, viewer.town.id, (tx) =>
    Promise.all([loadRehearsal(tx, now(), null), mayorRungSet(tx)]),
  );
  if (!loaded.ok) return refuse(c, loaded.refusal);
  const { rehearsal } = loaded;
  const span: EffectSpan = c.req.query('periodo') === 'anno' ? 'anno' : 'mese';
  const read = asked === null ? null : readLadder(asked, viewer.today, rehearsal.facts.town);
  const problems = read?.ok === false ? read.problems : refused;
  const typed: Typed = {
    values: { ...valuesOf(asked ?? ladderInForce(rehearsal.facts.town, kind)), periodo: span },
    problems,
  };
  const effect = read?.ok
    ? ladderEffect(rehearsal, laddersWith(rehearsal.facts.town, read.ladder), span)
    : null;
  const view = (
    <LadderView
      frame={{ ...frameOf(c), returnTo: '/prova-generale/scala' }}
      viewer={viewer}
      kind={kind}
      rehearsal={rehearsal}
      typed={typed}
      effect={effect}
      mayorSet={mayorSet}
      mayChange={actingRole(viewer.roles, 'ladder.change', []) !== null}
    />
  );
  return render(c, view, problems.length > 0 ? 422 : 200);
}

const valuesOf = ({ rungs, days, mayor, act }: LadderAsked): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(rungs.filter(isRung).map((rung) => [rungField(rung), 'si'])),
  giorni: days,
  ...(mayor ? { sindaco: 'si' } : {}),
  atto: act,
});
