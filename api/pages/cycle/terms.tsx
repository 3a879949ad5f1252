/** *Termini del ciclo*: asked for by GET, which changes nothing and shows the effect; saved by POST. */
import { type Context, Hono } from 'hono';
import { termsIn } from '../../../domain/cycle/year-terms.js';
import { yearOf } from '../../../domain/time/civil-date.js';
import { listCycles } from '../../../store/cycle/cycles.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { inFields, keepTerms, termFieldProblems, termsSeen } from '../../commands/cycle/year-terms.js';
import { allow, viewerIn } from '../../gate.js';
import { type TermsEffect, termsEffect } from '../../queries/terms-effect.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { actingRole } from '../../rights.js';
import { TermsView } from '../../views/cycle/terms.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, withForm } from '../form.js';
import { yearAsked } from '../query.js';
import { render } from '../render.js';
import { readTerms, type TermValues, termValues, valuesOfTerms } from './terms-form.js';

const PLACE = '/ciclo/termini';

export function termPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('terms.read'), async (c) => {
    const years = await yearsOffered(c);
    const from = years.find((year) => year === yearAsked(c)) ?? years[0] ?? yearOf(viewerIn(c).today);
    if (c.req.query('prova') !== 'si') return show(c, { years, from });
    const values = termValues((name) => c.req.query(name));
    const tried = await tryThem(c, values, from);
    return 'code' in tried ? refuse(c, tried) : show(c, { years, from, values, ...tried });
  });

  app.post(PLACE, allow('terms.change'), (c) =>
    withForm(c, async (form) => {
      const years = await yearsOffered(c);
      const from = years.find((year) => String(year) === form.text('anno'));
      if (from === undefined) return refuse(c, { code: 'not-found' });
      const values = termValues((name) => form.text(name));
      const read = readTerms(values, from);
      if (!read.ok) return show(c, { years, from, values, problems: read.problems });
      const asked = { from, terms: read.terms, seen: form.text('visto') };
      const outcome = await keepTerms(commanderOf(c, form), asked);
      if (outcome.ok) return c.redirect(`${withFlash(PLACE, 'termini')}&anno=${from}`, 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return show(c, { years, from, values, problems: outcome.refusal.problems });
    }),
  );
  return app;
}

/** Years that are not over: those under way, and the one after the last of them. */
async function yearsOffered(c: Context<AppEnv>): Promise<readonly number[]> {
  const { town, today } = viewerIn(c);
  const cycles = await inTown(c.get('deps').sql, town.id, listCycles);
  const closed = cycles.find(({ state }) => state === 'closed')?.year ?? 0;
  const open = cycles.filter(({ state, year }) => state === 'open' && year > closed).map(({ year }) => year);
  const next = Math.max(closed, ...open, yearOf(today) - 1) + 1;
  return [...open, next].sort((a, b) => a - b);
}

interface Tried {
  readonly problems: readonly FieldProblem[];
  /** `null`: they cannot be set so. */
  readonly effect: TermsEffect | null;
}

async function tryThem(c: Context<AppEnv>, values: TermValues, from: number): Promise<Tried | Refusal> {
  const { town, today } = viewerIn(c);
  const deps = c.get('deps');
  const read = readTerms(values, from);
  if (!read.ok) return { problems: read.problems, effect: null };
  const asked = { from, terms: read.terms };
  const found = await inTown(deps.sql, town.id, (tx) => termFieldProblems(tx, asked, town.settings, today));
  if (found.length > 0) return { problems: inFields(found, (field) => field), effect: null };
  const effect = await termsEffect(deps, town.id, asked, today);
  return 'code' in effect ? effect : { problems: [], effect };
}

interface Shown extends Partial<Tried> {
  readonly years: readonly number[];
  readonly from: number;
  /** What was typed; absent: the terms in force. */
  readonly values?: TermValues;
}

async function show(c: Context<AppEnv>, shown: Shown): Promise<Response> {
  const viewer = viewerIn(c);
  const { years, from, problems = [], effect = null } = shown;
  const { settings } = viewer.town;
  const inForce = termsIn(settings, from);
  const view = (
    <TermsView
      frame={{ ...frameOf(c), returnTo: PLACE }}
      {...{ viewer, years, from, effect }}
      typed={{ values: shown.values ?? valuesOfTerms(inForce, from), problems }}
      seen={termsSeen(inForce)}
      kept={settings.terms}
      mayChange={actingRole(viewer.roles, 'terms.change', []) !== null}
    />
  );
  return render(c, view, problems.length > 0 ? 422 : 200);
}
