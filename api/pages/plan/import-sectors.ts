/** Corrections of a draft's sectors and of what the document says of itself. */
import { type Context, Hono } from 'hono';
import type { DraftPlan } from '../../../domain/plan/draft/draft-plan.js';
import { changeDocument, changeSector } from '../../../domain/plan/draft/edit-objective.js';
import { addObjective, addSector } from '../../../domain/plan/draft/place-objective.js';
import { withWeights } from '../../../domain/plan/draft/sector-weights.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import type { AppEnv } from '../../app-env.js';
import { type CorrectionAsked, correctDraft, type Edited } from '../../commands/plan/correct-draft.js';
import { allow } from '../../gate.js';
import type { FieldProblem } from '../../refusals.js';
import { sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import { withFlash } from '../../views/page/flash.js';
import { commanderOf, seenVersion, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { showDraft } from './import-draft.js';
import { weightsIn } from './weights-form.js';

export function importSectorPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.post('/importa/:draft/settori', allow('plan.import'), (c) =>
    withForm(c, (form) => {
      const name = nameIn(form, 'name');
      const asked = { about: [], said: { addSector: name } };
      return correct(c, form, 'settore-nuovo', { name }, asked, (plan, rev) => {
        const problem = nameProblem(plan, name, null);
        return problem ?? placed(addSector(plan, name, rev));
      });
    }),
  );

  app.post('/importa/:draft/settori/:sector', allow('plan.import'), (c) =>
    withForm(c, (form) => {
      const id = c.req.param('sector') ?? '';
      const values = { name: nameIn(form, 'name'), owner: form.text('owner').trim().slice(0, 1000) };
      const asked = { about: [id], said: { sector: id, ...values } };
      return correct(c, form, id, values, asked, (plan, rev) => {
        const problem = nameProblem(plan, values.name, id);
        if (problem !== null) return problem;
        const changed = changeSector(plan, id, { name: values.name, owner: values.owner || null }, rev);
        return changed === null ? GONE : { ok: true, plan: changed, shown: id };
      });
    }),
  );

  app.post('/importa/:draft/settori/:sector/obiettivi', allow('plan.import'), (c) =>
    withForm(c, (form) => {
      const id = c.req.param('sector') ?? '';
      const title = nameIn(form, 'title');
      const asked = { about: [], said: { addObjective: id, title } };
      return correct(c, form, `${id}-nuovo`, { title }, asked, (plan, rev) =>
        title === ''
          ? wrong({ field: 'title', message: "Scrivi il titolo dell'obiettivo." })
          : placed(addObjective(plan, id, title, rev)),
      );
    }),
  );

  app.post('/importa/:draft/settori/:sector/pesi', allow('plan.import'), (c) =>
    withForm(c, (form) => {
      const id = c.req.param('sector') ?? '';
      const { values, weights, problems } = weightsIn(form);
      const asked = { about: [...weights.keys()], said: { weights: id, ...values } };
      return correct(c, form, `${id}-pesi`, values, asked, (plan, rev) => {
        if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
        return { ok: true, plan: withWeights(plan, id, weights, rev), shown: id };
      });
    }),
  );

  app.post('/importa/:draft/documento', allow('plan.import'), (c) =>
    withForm(c, (form) => {
      const values = Object.fromEntries(
        ['year', 'body', 'weights', 'act', 'actDate'].map((name) => [
          name,
          form.text(name).trim().slice(0, 1000),
        ]),
      );
      const asked = { about: ['document'], said: { document: values } };
      return correct(c, form, 'documento', values, asked, (plan, rev) => documentEdited(plan, values, rev));
    }),
  );
  return app;
}

async function correct(
  c: Context<AppEnv>,
  form: Form,
  name: string,
  values: Readonly<Record<string, string>>,
  asked: Pick<CorrectionAsked, 'about' | 'said'>,
  edit: (plan: DraftPlan, rev: number) => Edited,
): Promise<Response> {
  const draft = idAsked(c, 'draft');
  if (draft === null) return refuse(c, { code: 'not-found' });
  const outcome = await correctDraft(
    commanderOf(c, form),
    { draft, seen: seenVersion(form), ...asked },
    edit,
  );
  if (outcome.ok) {
    const { shown } = outcome.result;
    const isObjective = shown.startsWith('o');
    const path = `/importa/${draft}${isObjective ? `/obiettivi/${shown}` : ''}`;
    const anchor = shown.startsWith('s') ? `#titolo-${shown}` : '';
    return c.redirect(`${withFlash(path, isObjective ? 'aggiunto' : 'salvato')}${anchor}`, 303);
  }
  const { refusal } = outcome;
  if (refusal.code === 'invalid')
    return showDraft(c, { form: name, typed: { values, problems: refusal.problems } });
  if (refusal.code !== 'draft-changed') return refuse(c, refusal);
  const problems = [{ field: '', message: sentenceOf(refusal) }];
  return showDraft(c, { form: name, typed: { values, problems }, conflict: sentenceOf(refusal) });
}

const GONE: Edited = { ok: false, refusal: { code: 'not-found' } };

const wrong = (...problems: readonly FieldProblem[]): Edited => ({
  ok: false,
  refusal: { code: 'invalid', problems },
});

const placed = (placing: ReturnType<typeof addSector>): Edited =>
  placing.ok ? { ok: true, plan: placing.draft, shown: placing.id } : GONE;

const nameIn = (form: Form, field: string): string =>
  form.text(field).replace(/\s+/g, ' ').trim().slice(0, 1000);

/** Sectors are told apart by their names alone, whatever their case. */
function nameProblem(plan: DraftPlan, name: string, own: string | null): Edited | null {
  if (name === '') return wrong({ field: 'name', message: 'Scrivi il nome del settore.' });
  const other = plan.sectors.some((one) => one.id !== own && one.name.toLowerCase() === name.toLowerCase());
  return other
    ? wrong({
        field: 'name',
        message: 'Un altro settore della bozza ha già questo nome: sposta lì gli obiettivi.',
      })
    : null;
}

const WEIGHTS = ['points', 'multiplier', 'none'] as const;

function documentEdited(plan: DraftPlan, values: Readonly<Record<string, string>>, rev: number): Edited {
  const problems: FieldProblem[] = [];
  const year = /^2\d{3}$/.test(values['year'] ?? '') ? Number(values['year']) : null;
  if (year === null || year > 2100)
    problems.push({
      field: 'year',
      message: "Scrivi l'anno degli obiettivi con quattro cifre, per esempio 2026.",
    });
  const weights = WEIGHTS.find((one) => one === values['weights']);
  if (weights === undefined) problems.push({ field: 'weights', message: 'Scegli come contano i pesi.' });
  const actDate = parseCivilDate(values['actDate'] ?? '');
  if (values['actDate'] !== '' && actDate === null)
    problems.push({ field: 'actDate', message: "La data dell'atto non esiste." });
  if (year === null || weights === undefined || problems.length > 0) return wrong(...problems);
  const document = {
    ...plan.document,
    ...{ year, weights, actDate, body: values['body'] || null, act: values['act'] || null },
  };
  return { ok: true, plan: changeDocument(plan, document, rev), shown: 'document' };
}
