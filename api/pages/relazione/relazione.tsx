/** *Relazione*: what is missing, the texts, the snapshots, and its files in every format and version. */
import { type Context, Hono } from 'hono';
import { RELAZIONE_FORMATS, type RelazioneFormat } from '../../../documents/relazione-formats.js';
import { RELAZIONE_VERSIONS } from '../../../domain/relazione/relazione.js';
import type { Json } from '../../../store/connection.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { freezeAnew } from '../../commands/relazione/refreeze-relazione.js';
import { isRelazioneText, writeRelazioneText } from '../../commands/relazione/write-relazione.js';
import type { Outcome } from '../../commands/run-command.js';
import { allow, viewerIn } from '../../gate.js';
import { loadRelazionePage, type RelazioneAsked } from '../../queries/relazione-page.js';
import { statusOf } from '../../refusal-status.js';
import { sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import { NoCycleView } from '../../views/cycle/cycle-page.js';
import { type Flash, withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { RelazionePageView } from '../../views/relazione/relazione-page.js';
import type { RelazioneProps } from '../../views/relazione/relazione-props.js';
import { VERSION_PATHS } from '../../views/relazione/relazione-words.js';
import { commanderOf, withForm } from '../form.js';
import { yearAsked } from '../query.js';
import { render } from '../render.js';
import { sendRelazione } from './relazione-file.js';

const PLACE = '/relazione';
/** Text, and no file. */
const LIMITS = { file: 0, files: 0 };

export function relazionePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('relazione.read'), (c) => show(c, yearAsked(c), null));

  app.get(`${PLACE}/:anno/:file`, allow('relazione.read'), (c) => {
    const asked = fileAsked(c);
    return asked === null ? refuse(c, { code: 'not-found' }) : sendRelazione(c, asked, asked.format);
  });

  app.post(`${PLACE}/:anno/testi/:parte`, allow('relazione.write'), (c) =>
    withForm(
      c,
      async (form) => {
        const year = yearIn(c);
        const part = c.req.param('parte') ?? '';
        const seen = form.text('visto');
        if (year === null || !isRelazioneText(part) || !/^\d{1,6}$/.test(seen))
          return refuse(c, { code: 'not-found' });
        const asked = { year, part, text: form.text('text'), after: Number(seen) };
        const outcome = await writeRelazioneText(commanderOf(c, form), asked);
        return answer(c, { form, name: part, field: 'text', flash: 'relazione-testo', year, outcome });
      },
      LIMITS,
    ),
  );

  app.post(`${PLACE}/:anno/istantanea`, allow('relazione.write'), (c) =>
    withForm(
      c,
      async (form) => {
        const year = yearIn(c);
        if (year === null) return refuse(c, { code: 'not-found' });
        const outcome = await freezeAnew(commanderOf(c, form), { year, reason: form.text('reason') });
        return answer(c, {
          ...{ form, name: 'istantanea', field: 'reason', flash: 'relazione-istantanea', year, outcome },
        });
      },
      LIMITS,
    ),
  );
  return app;
}

interface Answered {
  readonly form: Form;
  /** Of the form on the page, and of its field. */
  readonly name: string;
  readonly field: 'text' | 'reason';
  readonly flash: Flash;
  readonly year: number;
  readonly outcome: Outcome<Json>;
}

/** On the page itself, with what was typed; what the page cannot say leads away from it. */
async function answer(
  c: Context<AppEnv>,
  { form, name, field, flash, year, outcome }: Answered,
): Promise<Response> {
  if (outcome.ok) return c.redirect(`${withFlash(PLACE, flash)}&anno=${year}`, 303);
  const { refusal } = outcome;
  const status = statusOf(refusal);
  if (status !== 409 && status !== 422) return refuse(c, refusal);
  const problems =
    refusal.code === 'invalid' ? refusal.problems : [{ field: '', message: sentenceOf(refusal) }];
  const values = { [field]: form.text(field).slice(0, 20_000) };
  return show(c, year, { sent: { form: name, typed: { values, problems } }, status });
}

async function show(
  c: Context<AppEnv>,
  year: number | null,
  told: { readonly sent: RelazioneProps['sent']; readonly status: 409 | 422 } | null,
): Promise<Response> {
  const viewer = viewerIn(c);
  const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadRelazionePage(tx, viewer, year));
  if (page === null) return render(c, <NoCycleView frame={frameOf(c)} />);
  const frame = { ...frameOf(c), returnTo: PLACE };
  const sent = told?.sent ?? null;
  return render(c, <RelazionePageView {...{ frame, viewer, page, sent }} />, told?.status ?? 200);
}

const yearIn = (c: Context<AppEnv>): number | null => {
  const text = c.req.param('anno') ?? '';
  return /^2\d{3}$/.test(text) ? Number(text) : null;
};

/** "interna.pdf", `?bozza=si`, `?istantanea=2`; `null`: there is no such file. */
function fileAsked(c: Context<AppEnv>): (RelazioneAsked & { readonly format: RelazioneFormat }) | null {
  const year = yearIn(c);
  const [path, ending, ...more] = (c.req.param('file') ?? '').split('.');
  const version = RELAZIONE_VERSIONS.find((one) => VERSION_PATHS[one] === path);
  const format = RELAZIONE_FORMATS.find((one) => one === ending);
  if (year === null || version === undefined || format === undefined || more.length > 0) return null;
  const number = c.req.query('istantanea');
  if (number !== undefined)
    return /^\d{1,6}$/.test(number) ? { year, version, format, of: Number(number) } : null;
  return { year, version, format, of: c.req.query('bozza') === 'si' ? 'draft' : 'last' };
}
