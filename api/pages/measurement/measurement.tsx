/** *Misurazione*: the year, a sector, the decisions on its objectives, the table as CSV. */
import { type Context, Hono } from 'hono';
import type { Json } from '../../../store/connection.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { type DecisionAsked, decide } from '../../commands/plan/decide.js';
import { giveReason, reopenDecision } from '../../commands/plan/reopen-decision.js';
import type { Outcome } from '../../commands/run-command.js';
import { allow, viewerIn } from '../../gate.js';
import { loadMeasurementPage, type MeasurementPage } from '../../queries/measurement-page.js';
import { typedOf } from '../../queries/sheet-page.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import { MeasurementView } from '../../views/evaluation/measurement-page.js';
import { type Flash, withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { csvFile } from '../csv.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked, yearAsked } from '../query.js';
import { render } from '../render.js';
import { MEASUREMENT_TITLES, measurementRows } from './measurement-csv.js';
import { showSector, toldOnSector } from './measurement-shown.js';

export function measurementPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/misurazione', allow('measurement.read'), async (c) => {
    const page = await load(c);
    return render(c, <MeasurementView frame={frameOf(c)} viewer={viewerIn(c)} page={page} refused={null} />);
  });

  app.get('/misurazione.csv', allow('measurement.read'), async (c) => {
    const page = await load(c);
    const rows = page === null ? [] : measurementRows(page);
    return csvFile(c, `misurazione-${page?.year.cycle.year ?? 'nessun-piano'}`, MEASUREMENT_TITLES, rows);
  });

  app.get('/misurazione/settori/:id', allow('measurement.read'), (c) => showSector(c, yearAsked(c), null));

  app.post('/misurazione/settori/:id/decidi', allow('measurement.decide'), (c) =>
    withSector(c, 'decidi', 'grado', (form, { year, sector }) => {
      const decision = { ...verdictOf(form), objective: form.text('objective'), sector, seen: seenIn(form) };
      return decide(commanderOf(c, form), { year, decisions: [decision] });
    }),
  );

  app.post('/misurazione/settori/:id/conferma', allow('measurement.decide'), (c) =>
    withSector(c, 'conferma', 'grado', async (form, { year, sector }) => {
      const decisions = asClaimed(await load(c, year), sector);
      return decide(commanderOf(c, form), { year, decisions });
    }),
  );

  app.post('/misurazione/settori/:id/riapri', allow('measurement.decide'), (c) =>
    withSector(c, 'riapri', 'grado-riaperto', (form, place) =>
      reopenDecision(commanderOf(c, form), { ...place, ...reasonOf(form) }),
    ),
  );

  app.post('/misurazione/settori/:id/motiva', allow('measurement.reason'), (c) =>
    withSector(c, 'motiva', 'motivazione', (form, place) =>
      giveReason(commanderOf(c, form), { ...place, ...reasonOf(form) }),
    ),
  );
  return app;
}

const load = (c: Context<AppEnv>, year = yearAsked(c)): Promise<MeasurementPage | null> => {
  const viewer = viewerIn(c);
  return inTown(c.get('deps').sql, viewer.town.id, (tx) => loadMeasurementPage(tx, viewer, year));
};

const reasonOf = (form: Form) => ({
  objective: form.text('objective'),
  reason: form.text('reason'),
  seen: seenIn(form),
});

/** How many steps of the objective's history were on the page. */
const seenIn = (form: Form): number | null =>
  /^\d{1,6}$/.test(form.text('seen')) ? Number(form.text('seen')) : null;

const verdictOf = (form: Form) => {
  const verdict = form.text('verdict');
  return {
    verdict: verdict === 'degree' || verdict === 'not-assessable' || verdict === 'waiting' ? verdict : null,
    degree: form.text('degree'),
    reason: form.text('reason').replaceAll('\r\n', '\n').trim(),
    waitingFor: form.text('waitingFor'),
    until: form.text('until'),
  } as const;
};

/** Degrees that were claimed and that nobody has decided. */
const asClaimed = (page: MeasurementPage | null, sector: string): readonly DecisionAsked[] =>
  (page?.sectors.find(({ id }) => id === sector)?.objectives ?? []).flatMap(
    ({ objective, isLed, assessment: { stands, steps } }) => {
      const claimed = stands.selfEvaluated;
      if (isLed || stands.decided !== null || claimed?.is !== 'degree') return [];
      return [{ ...typedOf(claimed), objective: objective.id, sector, seen: steps.length }];
    },
  );

/** Only where the address can be one of ours; refused, the page says it beside the objective. */
function withSector<Result extends Json>(
  c: Context<AppEnv>,
  name: string,
  done: Flash,
  command: (
    form: Form,
    place: { readonly year: number; readonly sector: string },
  ) => Promise<Outcome<Result>>,
): Promise<Response> {
  return withForm(c, async (form) => {
    const [sector, year] = [idAsked(c, 'id'), Number(form.text('anno'))];
    if (sector === null || !/^2\d{3}$/.test(form.text('anno'))) return refuse(c, { code: 'not-found' });
    const outcome = await command(form, { year, sector });
    if (!outcome.ok) return toldOnSector(c, year, outcome.refusal, { name, form });
    const objective = form.text('objective');
    const anchor = /^[0-9a-f-]{36}$/.test(objective) ? `#obiettivo-${objective}` : '';
    return c.redirect(`${withFlash(`/misurazione/settori/${sector}`, done)}&anno=${year}${anchor}`, 303);
  });
}
