/** *Come si misura*: read by whoever reads the evaluation, of the own sectors or of all; kept by the Segretario. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { measureObjective } from '../../commands/measurement/measure-objective.js';
import { allow, viewerIn } from '../../gate.js';
import { loadMeasuresPage } from '../../queries/measures-page.js';
import { statusOf } from '../../refusal-status.js';
import { type FieldProblem, type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { MeasureObjectiveView } from '../../views/evaluation/measure-objective.js';
import { MeasuresView } from '../../views/evaluation/measures.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked, yearAsked } from '../query.js';
import { render } from '../render.js';
import {
  FORM_FIELDS,
  type MeasureValues,
  measureValues,
  readMeasures,
  valuesOfMeasures,
} from './measure-form.js';

const PLACE = '/misurazione/criteri';

export function measurePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('measurement.read'), async (c) => {
    const viewer = viewerIn(c);
    const shown = await load(c, yearAsked(c));
    return render(c, <MeasuresView frame={frameOf(c)} viewer={viewer} shown={shown} />);
  });

  app.get(`${PLACE}/:id`, allow('measurement.read'), (c) => show(c, yearAsked(c), null));

  app.post(`${PLACE}/:id`, allow('measurement.rules'), (c) =>
    withForm(c, async (form) => {
      const [objective, year] = [idAsked(c, 'id'), form.text('anno')];
      if (objective === null || !/^2\d{3}$/.test(year)) return refuse(c, { code: 'not-found' });
      const values = measureValues((name) => form.text(name));
      const read = readMeasures(values);
      if (!read.ok) return told(c, Number(year), values, { code: 'invalid', problems: read.problems });
      const asked = { year: Number(year), objective, ...read.asked };
      const outcome = await measureObjective(commanderOf(c, form), asked, FORM_FIELDS);
      if (outcome.ok)
        return c.redirect(`${withFlash(`${PLACE}/${objective}`, 'indicatore')}&anno=${year}`, 303);
      return told(c, Number(year), values, outcome.refusal);
    }),
  );
  return app;
}

const load = (c: Context<AppEnv>, year: number | null) => {
  const viewer = viewerIn(c);
  return inTown(c.get('deps').sql, viewer.town.id, (tx) => loadMeasuresPage(tx, viewer, year));
};

function told(
  c: Context<AppEnv>,
  year: number,
  values: MeasureValues,
  refusal: Refusal,
): Response | Promise<Response> {
  const status = statusOf(refusal);
  if (status !== 409 && status !== 422) return refuse(c, refusal);
  const problems =
    refusal.code === 'invalid' ? refusal.problems : [{ field: '', message: sentenceOf(refusal) }];
  return show(c, year, { values, problems, status });
}

interface Told {
  readonly values: MeasureValues;
  readonly problems: readonly FieldProblem[];
  readonly status: 409 | 422;
}

async function show(c: Context<AppEnv>, year: number | null, refused: Told | null): Promise<Response> {
  const viewer = viewerIn(c);
  const [id, shown] = [idAsked(c, 'id'), await load(c, year)];
  const measure = shown?.measures.find(({ objective }) => objective.id === id);
  if (shown === null || measure === undefined) {
    const isThere = shown?.page.year.sectors.some((one) =>
      one.objectives.some(({ objective }) => objective.id === id),
    );
    return refuse(c, { code: isThere === true ? 'not-allowed' : 'not-found' });
  }
  const view = (
    <MeasureObjectiveView
      frame={{ ...frameOf(c), returnTo: PLACE }}
      {...{ viewer, shown, measure }}
      typed={{ values: refused?.values ?? valuesOfMeasures(measure), problems: refused?.problems ?? [] }}
      mayChange={shown.page.may.rules}
    />
  );
  return render(c, view, refused?.status ?? 200);
}
