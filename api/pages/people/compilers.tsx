/** *Chi prepara*: whom a head lets prepare the submissions of the sector. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import { listPeople } from '../../../store/people/people.js';
import type { AppEnv } from '../../app-env.js';
import { endCompiler, nameCompiler } from '../../commands/people/compilers.js';
import { allow, viewerIn } from '../../gate.js';
import { loadCompiledSectors } from '../../queries/compilers.js';
import { refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import { blank, type Typed } from '../../views/fields.js';
import { CompilersView, objectiveField } from '../../views/monitoring/compilers.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';

const PLACE = '/monitoraggio/chi-prepara';
const FIELDS = ['person', 'from', 'to'] as const;

export function compilerPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('compilers.name'), (c) => show(c, '', blank()));

  app.post(PLACE, allow('compilers.name'), (c) =>
    withForm(c, async (form) => {
      const sector = form.text('sector');
      const offered = form.text('voci').split(',').filter(isId);
      const objectives = offered.filter((id) => form.text(objectiveField(id)) === 'si');
      const typed = Object.fromEntries(FIELDS.map((field) => [field, form.text(field).trim()]));
      const { person = '', from = '', to = '' } = typed;
      const outcome = await nameCompiler(commanderOf(c, form), { sector, person, from, to, objectives });
      if (outcome.ok) return c.redirect(withFlash(PLACE, 'compilatore'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      const chosen = Object.fromEntries(objectives.map((id) => [objectiveField(id), 'si']));
      return show(c, sector, { values: { ...typed, ...chosen }, problems: outcome.refusal.problems });
    }),
  );

  app.post(`${PLACE}/:id/togli`, allow('compilers.name'), (c) =>
    withForm(c, async (form) => {
      const compiler = idAsked(c, 'id');
      if (compiler === null) return refuse(c, { code: 'not-found' });
      const outcome = await endCompiler(commanderOf(c, form), { compiler });
      return outcome.ok ? c.redirect(withFlash(PLACE, 'compilatore-tolto'), 303) : refuse(c, outcome.refusal);
    }),
  );
  return app;
}

/** `typed`: of the sector whose form was sent. */
async function show(c: Context<AppEnv>, sector: string, typed: Typed): Promise<Response> {
  const viewer = viewerIn(c);
  const [sectors, people] = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
    Promise.all([loadCompiledSectors(tx, viewer), listPeople(tx)]),
  );
  return render(
    c,
    <CompilersView
      frame={frameOf(c)}
      viewer={viewer}
      sectors={sectors}
      people={people.filter(({ id }) => id !== viewer.person.id)}
      sent={sector}
      typed={typed}
    />,
    typed.problems.length > 0 ? 422 : 200,
  );
}
