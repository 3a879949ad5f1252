/** *Motivazioni e pubblicazione*: reasons are released, totals chosen, packages made and taken. */
import { type Context, Hono } from 'hono';
import type { Json } from '../../../store/connection.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { keepPublicPage, keepTotals } from '../../commands/relazione/keep-publication.js';
import { makePackage } from '../../commands/relazione/make-package.js';
import { placedByHand, recordPlace } from '../../commands/relazione/record-place.js';
import { isReleaseDecision, releaseReason } from '../../commands/relazione/release-reason.js';
import type { Outcome } from '../../commands/run-command.js';
import { allow, viewerIn } from '../../gate.js';
import { loadPublicationPage } from '../../queries/publication.js';
import { statusOf } from '../../refusal-status.js';
import { sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import type { Form } from '../../uploads/read-form.js';
import { NoCycleView } from '../../views/cycle/cycle-page.js';
import { type Flash, withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { PublicationPageView } from '../../views/relazione/publication-page.js';
import { type PublicationProps, reasonForm } from '../../views/relazione/publication-props.js';
import { commanderOf, seenVersion, withForm } from '../form.js';
import { longTexts } from '../long-text.js';
import { yearAsked } from '../query.js';
import { render } from '../render.js';
import { sendPackage } from './publication-file.js';

const PLACE = '/relazione/motivazioni';
/** Text, and no file. */
const LIMITS = { file: 0, files: 0 };

export function publicationPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('relazione.release'), (c) => show(c, yearAsked(c), null));

  app.get('/relazione/:anno/pacchetti/:numero', allow('relazione.release'), (c) => {
    const year = yearIn(c);
    const number = c.req.param('numero') ?? '';
    return year === null || !/^\d{1,6}$/.test(number)
      ? refuse(c, { code: 'not-found' })
      : sendPackage(c, year, Number(number));
  });

  app.post('/relazione/:anno/motivazioni', allow('relazione.release'), (c) =>
    posted(c, 'rilascio', async (form, year) => {
      const [objective, decision, sha256] = [
        form.text('objective'),
        form.text('decision'),
        form.text('sha256'),
      ];
      const after = seenVersion(form);
      if (!isId(objective) || after === null) return null;
      const named = reasonForm({ objective, sector: form.text('sector'), sha256: form.text('sha256') });
      if (decision === '') return { form: named, outcome: UNDECIDED };
      if (!isReleaseDecision(decision)) return null;
      const asked = { year, objective, sector: form.text('sector'), sha256, decision, after };
      return {
        form: named,
        outcome: await releaseReason(commanderOf(c, form), { ...asked, text: form.text('text') }),
      };
    }),
  );

  app.post('/relazione/:anno/totali', allow('relazione.release'), (c) =>
    posted(c, 'totali', async (form) => ({
      form: 'totali',
      outcome: await keepTotals(commanderOf(c, form), { publishesTotals: form.text('totals') === 'si' }),
    })),
  );

  app.post('/relazione/:anno/pacchetto', allow('cycle.publish'), (c) =>
    posted(c, 'pacchetto', async (form, year) => ({
      form: 'pacchetto',
      outcome: await makePackage(commanderOf(c, form), { year }),
    })),
  );

  app.post('/relazione/:anno/pagina-pubblica', allow('cycle.publish'), (c) =>
    posted(c, 'pagina-pubblica', async (form) => ({
      form: 'pagina-pubblica',
      outcome: await keepPublicPage(commanderOf(c, form), { publicPage: form.text('publicPage') === 'si' }),
    })),
  );

  app.post('/relazione/:anno/collocazioni', allow('cycle.publish'), (c) =>
    posted(c, 'collocato', async (form, year) => {
      const document = form.text('document');
      if (!placedByHand(document)) return null;
      const asked = { year, document, address: form.text('address'), date: form.text('date') };
      return { form: document, outcome: await recordPlace(commanderOf(c, form), asked) };
    }),
  );
  return app;
}

/** Forms of one choice: what could not be recorded is told on a page of its own. */
const CHOICES: ReadonlySet<string> = new Set(['totali', 'pagina-pubblica']);

/** Nothing is chosen beforehand: that a reason is published is decided, not left as it was. */
const UNDECIDED: Outcome<Json> = {
  ok: false,
  refusal: {
    code: 'invalid',
    problems: [{ field: 'decision', message: 'Scegli se e come si pubblica la motivazione.' }],
  },
};

interface Done {
  /** On the page. */
  readonly form: string;
  readonly outcome: Outcome<Json>;
}

/** Back to the page, with what was typed where it could not be recorded. `null`: there is no such thing. */
const posted = (
  c: Context<AppEnv>,
  flash: Flash,
  work: (form: Form, year: number) => Promise<Done | null>,
): Promise<Response> =>
  withForm(
    c,
    async (form) => {
      const year = yearIn(c);
      const done = year === null ? null : await work(form, year);
      if (done === null) return refuse(c, { code: 'not-found' });
      if (done.outcome.ok) return c.redirect(`${withFlash(PLACE, flash)}&anno=${year}`, 303);
      const { refusal } = done.outcome;
      const status = statusOf(refusal);
      if ((status !== 409 && status !== 422) || CHOICES.has(done.form)) return refuse(c, refusal);
      const problems =
        refusal.code === 'invalid' ? refusal.problems : [{ field: '', message: sentenceOf(refusal) }];
      const values = longTexts(form, ['decision', 'text', 'address', 'date']);
      return show(c, year, { sent: { form: done.form, typed: { values, problems } }, status });
    },
    LIMITS,
  );

async function show(
  c: Context<AppEnv>,
  year: number | null,
  told: { readonly sent: PublicationProps['sent']; readonly status: 409 | 422 } | null,
): Promise<Response> {
  const viewer = viewerIn(c);
  const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadPublicationPage(tx, viewer, year));
  if (page === null) return render(c, <NoCycleView frame={frameOf(c)} />);
  const frame = { ...frameOf(c), returnTo: PLACE };
  const sent = told?.sent ?? null;
  return render(c, <PublicationPageView {...{ frame, viewer, page, sent }} />, told?.status ?? 200);
}

const yearIn = (c: Context<AppEnv>): number | null => {
  const text = c.req.param('anno') ?? '';
  return /^2\d{3}$/.test(text) ? Number(text) : null;
};
