/** *Il ciclo*: where the year stands; facts are recorded and withdrawn, the year is closed by hand. */
import { type Context, Hono } from 'hono';
import { CLOSING_STEPS } from '../../../domain/cycle/closing-rules.js';
import type { Json } from '../../../store/connection.js';
import { readInTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { closeByHand, readyAnyway, reopenByHand } from '../../commands/cycle/close-cycle.js';
import type { StepAsked } from '../../commands/cycle/closing-asked.js';
import { actionOf, recordClosing, withdrawClosing } from '../../commands/cycle/record-closing.js';
import type { Commander, Outcome } from '../../commands/run-command.js';
import { allow, viewerIn } from '../../gate.js';
import { loadCyclePage } from '../../queries/cycle-page.js';
import { statusOf } from '../../refusal-status.js';
import type { Refusal } from '../../refusals.js';
import { placesOf, refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import type { Form } from '../../uploads/read-form.js';
import { CyclePageView, NoCycleView } from '../../views/cycle/cycle-page.js';
import { STEP_PATHS } from '../../views/cycle/cycle-words.js';
import { type Flash, withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, withForm } from '../form.js';
import { longTexts } from '../long-text.js';
import { yearAsked } from '../query.js';
import { snapshotSeen } from '../relazione/snapshot-seen.js';
import { render } from '../render.js';

const PLACE = '/ciclo';
/** Text, and no file. */
const LIMITS = { file: 0, files: 0 };
const FIELDS = [
  'date',
  'organ',
  'number',
  'protocolNumber',
  'protocolDate',
  'outcome',
  'addresses',
  'note',
] as const;

export function cyclePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('cycle.read'), (c) => show(c, yearAsked(c), null));

  for (const step of CLOSING_STEPS) {
    const path = STEP_PATHS[step];
    app.post(`${PLACE}/:anno/${path}`, allow(actionOf(step)), (c) =>
      answer(
        c,
        () => path,
        'ciclo-registrato',
        (commander, form, year) =>
          recordClosing(commander, { year, step, ...textsOf(form), ...snapshotSeen(form) }),
      ),
    );
  }

  app.post(`${PLACE}/:anno/annulla`, allow('cycle.withdraw'), (c) =>
    answer(
      c,
      (form) => `annulla-${form.text('fact').slice(0, 36)}`,
      'ciclo-annullato',
      async (commander, form, year) => {
        const fact = form.text('fact');
        if (!isId(fact)) return { ok: false, refusal: { code: 'not-found' } };
        return withdrawClosing(commander, { year, fact, reason: form.text('reason') });
      },
    ),
  );

  app.post(`${PLACE}/:anno/pronta`, allow('cycle.close'), (c) =>
    answer(
      c,
      () => 'pronta',
      'ciclo-pronto',
      (commander, form, year) => readyAnyway(commander, { year, reason: form.text('reason') }),
    ),
  );

  app.post(`${PLACE}/:anno/chiudi`, allow('cycle.close'), (c) =>
    answer(
      c,
      () => 'chiudi',
      'ciclo-chiuso',
      (commander, form, year) => closeByHand(commander, { year, reason: form.text('reason') }),
    ),
  );

  app.post(`${PLACE}/:anno/riapri`, allow('cycle.close'), (c) =>
    answer(
      c,
      () => 'riapri',
      'ciclo-riaperto',
      (commander, form, year) => reopenByHand(commander, { year, reason: form.text('reason') }),
    ),
  );
  return app;
}

const textsOf = (form: Form): Omit<StepAsked, 'year' | 'step'> =>
  Object.fromEntries(FIELDS.map((name) => [name, form.text(name)])) as Omit<StepAsked, 'year' | 'step'>;

/** On the page itself, with what was typed; what the page cannot say leads away from it. */
function answer<Result extends Json>(
  c: Context<AppEnv>,
  pathOf: (form: Form) => string,
  done: Flash,
  command: (commander: Commander, form: Form, year: number) => Promise<Outcome<Result>>,
): Promise<Response> {
  return withForm(
    c,
    async (form) => {
      const year = yearIn(c);
      if (year === null) return refuse(c, { code: 'not-found' });
      const outcome = await command(commanderOf(c, form), form, year);
      if (outcome.ok) return c.redirect(`${withFlash(PLACE, done)}&anno=${year}`, 303);
      const status = statusOf(outcome.refusal);
      if (status !== 409 && status !== 422) return refuse(c, outcome.refusal);
      return show(c, year, { path: pathOf(form), form, refusal: outcome.refusal, status });
    },
    LIMITS,
  );
}

const yearIn = (c: Context<AppEnv>): number | null => {
  const text = c.req.param('anno') ?? '';
  return /^2\d{3}$/.test(text) ? Number(text) : null;
};

interface Told {
  readonly path: string;
  readonly form: Form;
  readonly refusal: Refusal;
  readonly status: 409 | 422;
}

async function show(c: Context<AppEnv>, year: number | null, told: Told | null): Promise<Response> {
  const viewer = viewerIn(c);
  const page = await readInTown(c.get('deps').sql, viewer.town.id, (tx) => loadCyclePage(tx, viewer, year));
  if (page === null) return render(c, <NoCycleView frame={frameOf(c)} />);
  const sent = told === null ? null : { path: told.path, typed: typedOf(told) };
  return render(
    c,
    <CyclePageView frame={frameOf(c)} viewer={viewer} page={page} sent={sent} />,
    told?.status ?? 200,
  );
}

const typedOf = ({ form, refusal }: Told) => ({
  values: longTexts(form, [...FIELDS, 'reason']),
  problems: placesOf(refusal),
});
