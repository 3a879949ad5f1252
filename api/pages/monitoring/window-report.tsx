/** The report on a monitoring window to the Giunta: to read, to print, to take away. */
import { type Context, Hono } from 'hono';
import { printedDocx } from '../../../documents/printed/printed-docx.js';
import { printedXlsx } from '../../../documents/printed/printed-xlsx.js';
import { inTown } from '../../../store/in-town.js';
import { copiesOf } from '../../../store/relazione/signed-copies.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { type CopyShown, copyShown } from '../../queries/signed-copies.js';
import { loadWindowReport } from '../../queries/window-report.js';
import { refuse } from '../../refuse.js';
import { PrintedView } from '../../views/monitoring/printed-document.js';
import { reportDocument, reportSheets } from '../../views/monitoring/window-report-model.js';
import { frameOf } from '../../views/page/frame.js';
import { Page } from '../../views/page/page.js';
import { CopyLine } from '../../views/signed/copy-line.js';
import { DOCX, XLSX } from '../media-types.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';
import { sendFile } from '../send-file.js';

const PLACE = '/monitoraggio/finestre/:id';

export function windowReportPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(`${PLACE}/relazione`, allow('report.read'), async (c) => {
    const report = await load(c);
    if (report === null) return refuse(c, { code: 'not-found' });
    const printed = reportDocument(report, viewerIn(c).town.settings.words.sector);
    const here = `/monitoraggio/finestre/${c.req.param('id')}/relazione`;
    return render(
      c,
      <Page
        frame={frameOf(c)}
        title={printed.title}
        subtitle={printed.subtitle}
        back={{ href: '/monitoraggio', text: 'Monitoraggio' }}
      >
        <p class="tr-actions">
          <a class="btn btn-outline-primary btn-sm" href={`${here}.docx`}>
            Scarica DOCX
          </a>
          <a class="btn btn-outline-primary btn-sm" href={`${here}.xlsx`}>
            Scarica XLSX
          </a>
        </p>
        <CopyLine shown={await reportCopy(c)} named={printed.title} />
        <PrintedView printed={printed} />
      </Page>,
    );
  });

  for (const format of ['docx', 'xlsx'] as const)
    app.get(`${PLACE}/relazione.${format}`, allow('report.read'), (c) => sendReport(c, format));
  return app;
}

const load = (c: Context<AppEnv>) => {
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  if (id === null) return Promise.resolve(null);
  return inTown(c.get('deps').sql, viewer.town.id, (tx) => loadWindowReport(tx, viewer, id));
};

/** What came back signed of it. */
function reportCopy(c: Context<AppEnv>): Promise<CopyShown | null> {
  const viewer = viewerIn(c);
  const paper = { kind: 'window-report', of: idAsked(c, 'id') ?? '' } as const;
  return inTown(c.get('deps').sql, viewer.town.id, async (tx) =>
    copyShown(await copiesOf(tx, paper), viewer, paper),
  );
}

/** The file, under a name that says what it is. */
export async function sendReport(c: Context<AppEnv>, format: 'docx' | 'xlsx'): Promise<Response> {
  const report = await load(c);
  if (report === null) return refuse(c, { code: 'not-found' });
  const { sector } = viewerIn(c).town.settings.words;
  const bytes =
    format === 'docx'
      ? await printedDocx(reportDocument(report, sector))
      : await printedXlsx(reportSheets(report, sector), `${report.window.title}: relazione alla Giunta`);
  const name = `${report.window.title} - relazione alla Giunta.${format}`;
  return sendFile(c, name, format === 'docx' ? DOCX : XLSX, new Uint8Array(bytes));
}
