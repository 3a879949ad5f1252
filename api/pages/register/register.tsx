/** *Registro degli avvisi*: seals and search; the month's page for the protocol; dossiers as files; erasure. */
import { type Context, Hono } from 'hono';
import type { PdfToSet } from '../../../documents/apart/apart-contract.js';
import { dossierJson } from '../../../documents/dossier-json.js';
import { dossierPdf } from '../../../documents/printed/dossier-pdf.js';
import { sealsPdf } from '../../../documents/printed/seal-pdf.js';
import type { Dossier } from '../../../domain/register/dossier.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { erasePerson } from '../../commands/privacy/erase-person.js';
import { type DossierAsked, makeDossier } from '../../commands/relazione/make-dossier.js';
import { allow, viewerIn } from '../../gate.js';
import { loadRegisterPage, loadSealedMonth } from '../../queries/register-page.js';
import { refuse } from '../../refuse.js';
import type { Viewer } from '../../viewer.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf, townWords } from '../../views/page/frame.js';
import { dossierStory } from '../../views/register/dossier-story.js';
import { RegisterPageView } from '../../views/register/register-page.js';
import { printedSeals } from '../../views/register/seal-words.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked, searchAsked } from '../query.js';
import { render } from '../render.js';
import { sendFile, sendPdf } from '../send-file.js';

export function registerPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/registro', allow('register.search'), async (c) => {
    const viewer = viewerIn(c);
    const search = searchAsked(c);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadRegisterPage(tx, viewer.today, search),
    );
    return render(c, <RegisterPageView frame={frameOf(c)} viewer={viewer} page={page} search={search} />);
  });

  app.get('/registro/documento/:mese', allow('register.search'), (c) => sendSeals(c, c.req.param('mese')));

  app.post('/obiettivi/:id/dossier', allow('dossier.make'), (c) => sendDossier(c, 'objective'));
  app.post('/persone/:id/dossier', allow('dossier.make'), (c) => sendDossier(c, 'person'));

  app.post('/persone/:id/cancella', allow('person.erase'), (c) =>
    withForm(c, async (form) => {
      const person = idAsked(c, 'id');
      if (person === null) return refuse(c, { code: 'not-found' });
      const outcome = await erasePerson(commanderOf(c, form), { person, reason: form.text('reason') });
      if (!outcome.ok) return refuse(c, outcome.refusal);
      return c.redirect(
        withFlash(outcome.result.name ? '/persone' : `/persone/${person}`, 'cancellata'),
        303,
      );
    }),
  );
  return app;
}

/** The page of a month that is over, for the protocol; `month`: `2023-05`. */
export async function sendSeals(c: Context<AppEnv>, month: string): Promise<Response> {
  const { town, today } = viewerIn(c);
  const found = await inTown(c.get('deps').sql, town.id, (tx) => loadSealedMonth(tx, today, month));
  if (found === null) return refuse(c, { code: 'not-found' });
  const place = { name: town.name, zone: town.clock.zone };
  const pdf = sealsPdf(printedSeals(place, found.month, found.seals));
  return sendPdf(c, `sigilli-${town.slug}-${month}.pdf`, pdf);
}

const JSON_INSTEAD = 'Il dossier è registrato: lo stesso contenuto si scarica in formato JSON.';

function sendDossier(c: Context<AppEnv>, kind: DossierAsked['kind']): Promise<Response> {
  return withForm(c, async (form) => {
    const id = idAsked(c, 'id');
    if (id === null) return refuse(c, { code: 'not-found' });
    const made = await makeDossier(commanderOf(c, form), { kind, id });
    if (!made.ok) return refuse(c, made.refusal);
    const viewer = viewerIn(c);
    const name = `dossier-${kind === 'objective' ? 'obiettivo' : 'persona'}-${viewer.town.slug}-${viewer.today}`;
    return form.text('formato') === 'json'
      ? sendFile(c, `${name}.json`, 'application/json; charset=utf-8', dossierJson(made.dossier))
      : sendPdf(c, `${name}.pdf`, printed(made.dossier, viewer), JSON_INSTEAD);
  });
}

const printed = (dossier: Dossier, { town }: Viewer): PdfToSet =>
  dossierPdf(dossierStory(dossier, townWords(town)), dossierJson(dossier));
