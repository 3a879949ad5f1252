/**
 * The pages for everybody: a town's years, one year, its files. No session is looked at and no cookie set; each is made
 * once and kept. A town that has them switched off is told as one that does not exist.
 */
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { type PlanFile, planFileName, publicPlanFile } from '../../../documents/public-plan.js';
import { townOfPublicPage } from '../../../store/across-towns.js';
import { inTown, type Tx } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow } from '../../gate.js';
import { type Keeper, keeper, type Prepared, prepare, sendPrepared } from '../../prepared.js';
import {
  type PublicTown,
  publicFile,
  publicTown,
  type YearOnLine,
  yearKey,
  yearTold,
} from '../../queries/public-year.js';
import { refuse } from '../../refuse.js';
import { document } from '../../views/page/document.js';
import { GonePage } from '../../views/public/gone-page.js';
import { TownPage } from '../../views/public/town-page.js';
import { YearPage } from '../../views/public/year-page.js';
import { dispositionOf } from '../disposition.js';
import { mediaTypeOf } from '../media-types.js';

/** Bytes of pages and files that one process keeps. */
const MOST = 64_000_000;
/** What is taken back is gone from everywhere within five minutes. */
const CACHED = { 'Cache-Control': 'public, max-age=300' };
const PLAN_FILES: readonly PlanFile[] = ['csv', 'json'];
const TEXTS = new Set(['html', 'csv', 'json']);

export function publicPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const kept = keeper(MOST);

  app.get('/pubblico/:ente', allow('public.read'), (c) =>
    inPublicTown(c, async (_, told) => {
      const { town, years } = told;
      const onLine = years.filter(({ isGone }) => !isGone);
      const key = JSON.stringify([town.id, town.name, town.settings.footer, onLine]);
      const page = await kept.take(key, () => pageOf(<TownPage town={town} years={onLine} />));
      return sendPrepared(c, page, CACHED);
    }),
  );

  app.get('/pubblico/:ente/:anno', allow('public.read'), (c) =>
    inPublicYear(c, async (tx, told, year) => {
      const key = await yearKey(tx, told, year);
      const page = await kept.take(key, async () =>
        pageOf(<YearPage {...(await yearTold(tx, told, year))} />),
      );
      return sendPrepared(c, page, CACHED);
    }),
  );

  app.get('/pubblico/:ente/:anno/:file', allow('public.read'), (c) =>
    inPublicYear(c, (tx, told, year) =>
      year.package === null ? sendPlanFile(c, tx, told, year, kept) : sendPublicFile(c, tx, year, kept),
    ),
  );
  return app;
}

async function sendPublicFile(c: Context<AppEnv>, tx: Tx, year: YearOnLine, kept: Keeper): Promise<Response> {
  const name = c.req.param('file') ?? '';
  const listed = year.package?.files.find((one) => one.name === name);
  if (listed === undefined) return refuse(c, { code: 'not-found' });
  const ending = name.split('.').at(-1) ?? '';
  const file = await kept.take(`${year.cycle} ${listed.sha256} ${name}`, async () => {
    const content = await publicFile(tx, year, name);
    if (content === null) throw new Error(`the package of ${year.year} has lost ${name}`);
    return prepare(content, mediaTypeOf(ending), TEXTS.has(ending));
  });
  return sendPrepared(c, file, openData(name));
}

async function sendPlanFile(
  c: Context<AppEnv>,
  tx: Tx,
  told: PublicTown,
  year: YearOnLine,
  kept: Keeper,
): Promise<Response> {
  const name = c.req.param('file') ?? '';
  const format = PLAN_FILES.find((one) => planFileName(year.year, one) === name);
  if (format === undefined) return refuse(c, { code: 'not-found' });
  const key = JSON.stringify([await yearKey(tx, told, year), told.town.ipaCode, name]);
  const file = await kept.take(key, async () => {
    const { relazione, planAct } = await yearTold(tx, told, year);
    const content = publicPlanFile({ relazione, approvedOn: year.approvedOn, act: planAct }, format);
    return prepare(content, mediaTypeOf(format), true);
  });
  return sendPrepared(c, file, openData(name));
}

const openData = (name: string): Readonly<Record<string, string>> => ({
  ...CACHED,
  'Content-Disposition': dispositionOf(name),
  // Pages of others may read them.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
});

/** As the database has them. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

type Work = (tx: Tx, told: PublicTown) => Promise<Response>;

async function inPublicTown(c: Context<AppEnv>, work: Work): Promise<Response> {
  const { sql, now } = c.get('deps');
  const slug = c.req.param('ente') ?? '';
  const town = SLUG.test(slug) ? await townOfPublicPage(sql, slug) : null;
  if (town === null) return refuse(c, { code: 'not-found' });
  return inTown(sql, town, async (tx) => work(tx, await publicTown(tx, now())));
}

const inPublicYear = (
  c: Context<AppEnv>,
  work: (tx: Tx, told: PublicTown, year: YearOnLine) => Promise<Response>,
): Promise<Response> =>
  inPublicTown(c, async (tx, told) => {
    const year = told.years.find((one) => String(one.year) === c.req.param('anno'));
    if (year === undefined) return refuse(c, { code: 'not-found' });
    if (year.isGone) return c.html(document(<GonePage town={told.town} year={year} />), 410);
    return work(tx, told, year);
  });

const pageOf = async (page: Child): Promise<Prepared> =>
  prepare(new TextEncoder().encode(await document(page)), 'text/html; charset=utf-8', true);
