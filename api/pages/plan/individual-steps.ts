/** What whoever holds a sector does to individual objectives, by POST; what is refused is told on the person's page. */
import { type Context, Hono } from 'hono';
import { yearOf } from '../../../domain/time/civil-date.js';
import { inTown } from '../../../store/in-town.js';
import { holdIndividual } from '../../../store/plan/individual-objectives.js';
import type { AppEnv } from '../../app-env.js';
import { endCollaboration } from '../../commands/people/collaborators.js';
import {
  assess,
  assignIndividual,
  changeIndividual,
  type IndividualKept,
  withdraw,
} from '../../commands/plan/individual-objectives.js';
import type { Outcome } from '../../commands/run-command.js';
import { allow, viewerIn } from '../../gate.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import { INDIVIDUAL_PLACE } from '../../views/individual/individual-page.js';
import type { SheetForm } from '../../views/individual/individual-sheet.js';
import { type Flash, withFlash } from '../../views/page/flash.js';
import { commanderOf, seenVersion, withForm } from '../form.js';
import { longText, longTexts } from '../long-text.js';
import { idAsked } from '../query.js';
import { showSheet } from './individual.js';

const FIELDS = ['title', 'parent', 'weight', 'due', 'degree', 'notAssessable', 'note', 'lastDay'];

export function individualSteps(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const place = `${INDIVIDUAL_PLACE}/:id`;
  const objective = `${INDIVIDUAL_PLACE}/obiettivi/:id`;

  app.post(place, allow('individual.write'), (c) =>
    withForm(c, async (form) => {
      const collaborator = idAsked(c, 'id');
      const year = yearIn(form, yearOf(viewerIn(c).today));
      if (collaborator === null) return refuse(c, { code: 'not-found' });
      const asked = { collaborator, year, ...individualIn(form) };
      const outcome = await assignIndividual(commanderOf(c, form), asked);
      return told(c, form, outcome, { form: 'assegna', done: 'individuale-assegnato', collaborator, year });
    }),
  );

  app.post(`${place}/fine`, allow('individual.write'), (c) =>
    withForm(c, async (form) => {
      const collaborator = idAsked(c, 'id');
      const year = yearIn(form, yearOf(viewerIn(c).today));
      if (collaborator === null) return refuse(c, { code: 'not-found' });
      const asked = { collaborator, lastDay: form.text('lastDay').slice(0, 50) };
      const outcome = await endCollaboration(commanderOf(c, form), asked);
      return told(c, form, outcome, { form: 'fine', done: 'collaboratore-tolto', collaborator, year });
    }),
  );

  step(app, objective, 'cambia', 'individuale-cambiato', (c, form, seen) =>
    changeIndividual(commanderOf(c, form), { ...seen, ...individualIn(form) }),
  );
  step(app, `${objective}/grado`, 'grado', 'grado-individuale', (c, form, seen) =>
    assess(commanderOf(c, form), {
      ...seen,
      degree: form.text('degree').slice(0, 50),
      notAssessable: form.text('notAssessable') === 'si',
      note: longText(form, 'note'),
    }),
  );
  step(app, `${objective}/ritira`, 'ritira', 'individuale-ritirato', (c, form, seen) =>
    withdraw(commanderOf(c, form), seen),
  );
  return app;
}

interface SeenObjective {
  readonly objective: string;
  readonly rowVersion: number | null;
}

/** A step on one objective; the page it goes back to is its person's. */
function step(
  app: Hono<AppEnv>,
  path: string,
  name: 'cambia' | 'grado' | 'ritira',
  done: Flash,
  command: (c: Context<AppEnv>, form: Form, seen: SeenObjective) => Promise<Outcome<IndividualKept>>,
): void {
  app.post(path, allow('individual.write'), (c) =>
    withForm(c, async (form) => {
      const objective = idAsked(c, 'id');
      if (objective === null) return refuse(c, { code: 'not-found' });
      const { sql } = c.get('deps');
      const one = await inTown(sql, viewerIn(c).town.id, (tx) => holdIndividual(tx, objective));
      const outcome = await command(c, form, { objective, rowVersion: seenVersion(form) });
      if (one === null) return refuse(c, { code: 'not-found' });
      const { collaborator, year } = one;
      return told(c, form, outcome, { form: `${name}-${objective}`, done, collaborator, year });
    }),
  );
}

interface Step {
  readonly form: SheetForm;
  readonly done: Flash;
  readonly collaborator: string;
  readonly year: number;
}

async function told(
  c: Context<AppEnv>,
  form: Form,
  outcome: Outcome<{ readonly [key: string]: string }>,
  { form: name, done, collaborator, year }: Step,
): Promise<Response> {
  if (outcome.ok)
    return c.redirect(`${withFlash(`${INDIVIDUAL_PLACE}/${collaborator}`, done)}&anno=${year}`, 303);
  const { refusal } = outcome;
  if (refusal.code !== 'invalid' && refusal.code !== 'changed-meanwhile') return refuse(c, refusal);
  const values = longTexts(form, FIELDS);
  return showSheet(
    c,
    { form: name, typed: { values, problems: problemsOf(refusal) } },
    { collaborator, year },
  );
}

const problemsOf = (refusal: Refusal) =>
  refusal.code === 'invalid' ? refusal.problems : [{ field: '', message: sentenceOf(refusal) }];

const individualIn = (form: Form) => ({
  parent: form.text('parent').slice(0, 100),
  title: form.text('title').slice(0, 1_000),
  weight: form.text('weight').slice(0, 50),
  due: form.text('due').slice(0, 50),
});

const yearIn = (form: Form, running: number): number =>
  /^2\d{3}$/.test(form.text('anno')) ? Number(form.text('anno')) : running;
