/** *I miei dati*: everything held about whoever has entered; and, for the Segretario, about anybody who asks for it. */
import { type Context, Hono } from 'hono';
import { printedPdf } from '../../../documents/printed/printed-pdf.js';
import type { PersonRecord } from '../../../store/privacy/person-record.js';
import type { AppEnv } from '../../app-env.js';
import { exportPerson } from '../../commands/privacy/export-person.js';
import { allow, viewerIn } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { reachOf } from '../../rights.js';
import { PrintedView } from '../../views/monitoring/printed-document.js';
import { frameOf } from '../../views/page/frame.js';
import { Page } from '../../views/page/page.js';
import { personDocument, recordFile } from '../../views/people/person-record.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';
import { sendFile, sendPdf } from '../send-file.js';

export function personRecordPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/i-miei-dati', allow('person.mine'), async (c) => {
    const record = await mine(c);
    if (record === null) return refuse(c, { code: 'not-found' });
    const printed = personDocument(record, viewerIn(c));
    return render(
      c,
      <Page frame={frameOf(c)} title="I miei dati" subtitle={printed.subtitle}>
        <p class="tr-actions">
          <a class="btn btn-outline-primary btn-sm" href="/i-miei-dati/json">
            Scarica JSON
          </a>
          <a class="btn btn-outline-primary btn-sm" href="/i-miei-dati/pdf">
            Scarica PDF
          </a>
          {reachOf(viewerIn(c).roles, 'audit.read') === null ? null : (
            <a href="/modifiche">Registro delle modifiche</a>
          )}
          <a href="/conservazione">Che cosa si conserva e per quanto</a>
        </p>
        <PrintedView printed={printed} />
      </Page>,
    );
  });

  app.get('/i-miei-dati/:formato', allow('person.mine'), async (c) => {
    const format = FORMATS.find((one) => one === c.req.param('formato'));
    return format === undefined ? refuse(c, { code: 'not-found' }) : send(c, await mine(c), format);
  });

  app.post('/persone/:id/dati', allow('person.export'), (c) =>
    withForm(c, async (form) => {
      const person = idAsked(c, 'id');
      if (person === null) return refuse(c, { code: 'not-found' });
      const record = await exportPerson(commanderOf(c, form), person);
      return send(c, record, form.text('formato') === 'json' ? 'json' : 'pdf');
    }),
  );
  return app;
}

const FORMATS = ['json', 'pdf'] as const;

const mine = (c: Context<AppEnv>): Promise<PersonRecord | null> => {
  const viewer = viewerIn(c);
  return exportPerson({ deps: c.get('deps'), viewer, channel: 'page' }, viewer.person.id);
};

const INSTEAD = 'Gli stessi dati si scaricano in formato JSON.';

async function send(
  c: Context<AppEnv>,
  record: PersonRecord | null,
  format: 'json' | 'pdf',
): Promise<Response> {
  if (record === null) return refuse(c, { code: 'not-found' });
  const viewer = viewerIn(c);
  const name = `dati-${viewer.town.slug}-${viewer.today}.${format}`;
  return format === 'json'
    ? sendFile(c, name, 'application/json; charset=utf-8', recordJson(record, viewer.town.name))
    : sendPdf(c, name, printedPdf(personDocument(record, viewer), viewer.now), INSTEAD);
}

const recordJson = (record: PersonRecord, town: string): string =>
  `${JSON.stringify(recordFile(record, town), null, 2)}\n`;
