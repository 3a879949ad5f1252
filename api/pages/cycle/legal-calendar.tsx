/** *Calendario normativo*: the terms of a year; what the town says of itself is kept by POST. */
import { type Context, Hono } from 'hono';
import { RECORDED } from '../../../domain/cycle/legal/legal-rules.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { keepLegal, legalSeen } from '../../commands/cycle/keep-legal.js';
import { FORM_FIELDS, type LegalAsked } from '../../commands/cycle/legal-asked.js';
import { allow, viewerIn } from '../../gate.js';
import { LEGAL_YEARS, type LegalPage, loadLegalPage } from '../../queries/legal-page.js';
import { refuse } from '../../refuse.js';
import { actingRole } from '../../rights.js';
import type { Form } from '../../uploads/read-form.js';
import type { Typed } from '../../views/fields.js';
import { LegalCalendarView } from '../../views/legal/legal-calendar.js';
import { legalValues } from '../../views/legal/legal-form.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { csvFile } from '../csv.js';
import { commanderOf, withForm } from '../form.js';
import { render } from '../render.js';
import { LEGAL_TITLES, legalRows } from './legal-csv.js';

/** Where it is. */
export const LEGAL_PLACE = '/calendario-normativo';

export function legalCalendarPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(LEGAL_PLACE, allow('legal-calendar.read'), async (c) => {
    const page = await load(c, legalYearIn(c.req.query('anno') ?? ''));
    return show(c, page, { values: legalValues(page), problems: [] }, null);
  });

  app.get(`${LEGAL_PLACE}.csv`, allow('legal-calendar.read'), async (c) => {
    const page = await load(c, legalYearIn(c.req.query('anno') ?? ''));
    return csvFile(c, `calendario-normativo-${page.year}`, LEGAL_TITLES, legalRows(page.calendar));
  });

  app.post(LEGAL_PLACE, allow('legal-calendar.change'), (c) =>
    withForm(c, async (form) => {
      const year = legalYearIn(form.text('anno'));
      if (year === null) return refuse(c, { code: 'not-found' });
      const asked = askedIn(year, form);
      const outcome = await keepLegal(commanderOf(c, form), asked, form.text('visto'), FORM_FIELDS);
      if (outcome.ok)
        return c.redirect(`${withFlash(LEGAL_PLACE, 'calendario-normativo')}&anno=${year}`, 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      const { problems } = outcome.refusal;
      return show(c, await load(c, year), { values: typedIn(form), problems }, null);
    }),
  );
  return app;
}

/** Anything else than a year within reach is as if it were not there. */
export const legalYearIn = (text: string): number | null => {
  const year = /^2\d{3}$/.test(text) ? Number(text) : 0;
  return year >= LEGAL_YEARS.first && year <= LEGAL_YEARS.last ? year : null;
};

/** The page of a year with a sentence of what could not be done; `year`: `null` for the one that is running. */
export async function showLegal(c: Context<AppEnv>, year: number | null, refused: string): Promise<Response> {
  const page = await load(c, year);
  return show(c, page, { values: legalValues(page), problems: [] }, refused);
}

const load = (c: Context<AppEnv>, year: number | null): Promise<LegalPage> =>
  inTown(c.get('deps').sql, viewerIn(c).town.id, (tx) => loadLegalPage(tx, viewerIn(c), year));

const askedIn = (year: number, form: Form): LegalAsked => ({
  year,
  population: form.text(FORM_FIELDS.population).slice(0, 50),
  employees: form.text(FORM_FIELDS.employees).slice(0, 50),
  deferralTerm: form.text(FORM_FIELDS.deferralTerm).slice(0, 50),
  deferralAct: form.text(FORM_FIELDS.deferralAct).slice(0, 1000),
  done: Object.fromEntries(RECORDED.map((rule) => [rule, form.text(FORM_FIELDS.done(rule)).slice(0, 50)])),
});

const FIELDS = [
  ...[FORM_FIELDS.population, FORM_FIELDS.employees, FORM_FIELDS.deferralTerm, FORM_FIELDS.deferralAct],
  ...RECORDED.map(FORM_FIELDS.done),
];
const typedIn = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(FIELDS.map((name) => [name, form.text(name).slice(0, 1000)]));

function show(
  c: Context<AppEnv>,
  page: LegalPage,
  typed: Typed,
  refused: string | null,
): Response | Promise<Response> {
  const viewer = viewerIn(c);
  const view = (
    <LegalCalendarView
      frame={{ ...frameOf(c), returnTo: LEGAL_PLACE }}
      viewer={viewer}
      page={page}
      typed={typed}
      refused={refused}
      seen={legalSeen(page.settings, page.year)}
      mayChange={actingRole(viewer.roles, 'legal-calendar.change', []) !== null}
      mayOblige={actingRole(viewer.roles, 'legal-calendar.oblige', []) !== null}
    />
  );
  return render(c, view, typed.problems.length > 0 || refused !== null ? 422 : 200);
}
