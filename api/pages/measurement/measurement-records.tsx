/** What the Segretario records beside the degrees: payment times, dated acts. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import { ACT_KINDS } from '../../../store/measurement/measurement-acts.js';
import type { AppEnv } from '../../app-env.js';
import { recordAct, withdrawAct } from '../../commands/cycle/record-act.js';
import { recordPaymentTimes } from '../../commands/relazione/keep-payment-times.js';
import { allow, viewerIn } from '../../gate.js';
import { loadMeasurementPage } from '../../queries/measurement-page.js';
import { statusOf } from '../../refusal-status.js';
import type { Refusal } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import type { Form } from '../../uploads/read-form.js';
import { MeasurementView } from '../../views/evaluation/measurement-page.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, seenVersion, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';
import { toldOnSector, typedIn } from './measurement-shown.js';

export function measurementRecordPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.post('/misurazione/settori/:id/pagamenti', allow('measurement.record'), (c) =>
    withYear(c, async (form, year) => {
      const sector = idAsked(c, 'id');
      if (sector === null) return refuse(c, { code: 'not-found' });
      const outcome = await recordPaymentTimes(commanderOf(c, form), {
        ...{ year, sector, share: form.text('share'), target: form.text('target') },
        ...{ indicator: form.text('indicator'), verifiedBy: form.text('verifiedBy') },
        ...{ verifiedOn: form.text('verifiedOn'), rowVersion: seenVersion(form) },
      });
      if (!outcome.ok) return toldOnSector(c, year, outcome.refusal, { name: 'pagamenti', form });
      return c.redirect(`${withFlash(`/misurazione/settori/${sector}`, 'pagamenti')}&anno=${year}`, 303);
    }),
  );

  app.post('/misurazione/atti', allow('measurement.record'), (c) =>
    withYear(c, async (form, year) => {
      const [kind, sector] = [ACT_KINDS.find((one) => one === form.text('kind')), form.text('sector')];
      if (kind === undefined) return refuse(c, { code: 'not-found' });
      const outcome = await recordAct(commanderOf(c, form), {
        ...{ year, kind, sector: isId(sector) ? sector : null, day: form.text('day') },
        ...{ number: form.text('number'), note: form.text('note') },
      });
      if (!outcome.ok) return told(c, year, outcome.refusal, { name: 'atto', form });
      return c.redirect(`${withFlash('/misurazione', 'atto')}&anno=${year}`, 303);
    }),
  );

  app.post('/misurazione/atti/togli', allow('measurement.record'), (c) =>
    withYear(c, async (form, year) => {
      const act = form.text('atto');
      if (!isId(act)) return refuse(c, { code: 'not-found' });
      const asked = { year, act, reason: form.text('reason') };
      const outcome = await withdrawAct(commanderOf(c, form), asked);
      if (!outcome.ok) return told(c, year, outcome.refusal, { name: 'togli', form });
      return c.redirect(`${withFlash('/misurazione', 'atto-tolto')}&anno=${year}`, 303);
    }),
  );
  return app;
}

const withYear = (
  c: Context<AppEnv>,
  use: (form: Form, year: number) => Promise<Response>,
): Promise<Response> =>
  withForm(c, async (form) => {
    const year = form.text('anno');
    return /^2\d{3}$/.test(year) ? use(form, Number(year)) : refuse(c, { code: 'not-found' });
  });

async function told(
  c: Context<AppEnv>,
  year: number,
  refusal: Refusal,
  { name, form }: { readonly name: string; readonly form: Form },
): Promise<Response> {
  const status = statusOf(refusal);
  if (status !== 409 && status !== 422) return refuse(c, refusal);
  const viewer = viewerIn(c);
  const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadMeasurementPage(tx, viewer, year));
  const refused = { form: name, typed: typedIn(form, refusal) };
  const frame = { ...frameOf(c), returnTo: '/misurazione' };
  return render(c, <MeasurementView frame={frame} viewer={viewer} page={page} refused={refused} />, status);
}
