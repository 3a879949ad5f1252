/** The page of a sector's measurement, also with what was typed and not taken. */
import type { Context } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { viewerIn } from '../../gate.js';
import { loadMeasurementPage } from '../../queries/measurement-page.js';
import { statusOf } from '../../refusal-status.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import type { SectorProps } from '../../views/evaluation/measurement-props.js';
import { MeasurementSectorView } from '../../views/evaluation/measurement-sector.js';
import type { Typed } from '../../views/fields.js';
import { frameOf } from '../../views/page/frame.js';
import { longTexts } from '../long-text.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';

/** Fields of every form of the evaluation's pages. */
const FIELDS = [
  ...['verdict', 'degree', 'reason', 'waitingFor', 'until', 'share', 'target', 'indicator'],
  ...['verifiedBy', 'verifiedOn', 'kind', 'sector', 'day', 'number', 'note', 'atto'],
];

/** What was typed, with what is wrong by the field's own name. */
export function typedIn(form: Form, refusal: Refusal): Typed {
  const values = longTexts(form, FIELDS);
  const problems =
    refusal.code === 'invalid'
      ? refusal.problems.map(({ field, message }) => ({
          field: field.replace(/^decisions\[\d+\]\./, ''),
          message,
        }))
      : [{ field: '', message: sentenceOf(refusal) }];
  return { values, problems };
}

/** On the page itself; what the page cannot say leads away from it. */
export function toldOnSector(
  c: Context<AppEnv>,
  year: number,
  refusal: Refusal,
  { name, form }: { readonly name: string; readonly form: Form },
): Response | Promise<Response> {
  const status = statusOf(refusal);
  if (status !== 409 && status !== 422) return refuse(c, refusal);
  const refused = { form: name, objective: form.text('objective'), typed: typedIn(form, refusal) };
  return showSector(c, year, refused, status);
}

export async function showSector(
  c: Context<AppEnv>,
  year: number | null,
  refused: SectorProps['refused'],
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadMeasurementPage(tx, viewer, year));
  const sector = page?.sectors.find((one) => one.id === id);
  if (page === null || sector === undefined) {
    const isThere = page?.year.sectors.some((one) => one.id === id) === true;
    return refuse(c, { code: isThere ? 'not-allowed' : 'not-found' });
  }
  const frame = { ...frameOf(c), returnTo: '/misurazione' };
  return render(
    c,
    <MeasurementSectorView frame={frame} viewer={viewer} page={page} sector={sector} refused={refused} />,
    status,
  );
}
