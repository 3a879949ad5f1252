/** *Protocollo e copia firmata* of one paper: its versions, a new one, the files. */
import { type Context, Hono } from 'hono';
import { PAPER_KINDS, type Paper } from '../../../domain/cycle/signed-paper.js';
import { inTown } from '../../../store/in-town.js';
import { findCopy, readCopy } from '../../../store/relazione/signed-copies.js';
import { findPaper } from '../../../store/relazione/signed-papers.js';
import type { AppEnv } from '../../app-env.js';
import { keepSignedCopy } from '../../commands/relazione/keep-signed-copy.js';
import { aboutOf, copyRole } from '../../copy-rights.js';
import { allow, viewerIn } from '../../gate.js';
import { loadCopyPage } from '../../queries/signed-copies.js';
import { statusOf } from '../../refusal-status.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import type { Typed } from '../../views/fields.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { CopyPageView } from '../../views/signed/copy-page.js';
import { PAPER_PATHS, paperHref } from '../../views/signed/signed-words.js';
import { commanderOf, seenVersion, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';
import { sendPieces } from '../send-file.js';

export function signedCopyPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/copie-firmate/:carta/:di', allow('copies.read'), (c) => show(c, null));
  app.post('/copie-firmate/:carta/:di', allow('copies.add'), (c) =>
    withForm(c, async (form) => {
      const paper = paperIn(c);
      if (paper === null) return refuse(c, { code: 'not-found' });
      const [protocolNumber, protocolDate] = [form.text('protocolNumber'), form.text('protocolDate')];
      const [file = null] = form.files('file');
      const asked = { paper, protocolNumber, protocolDate, file, seen: seenVersion(form) };
      const outcome = await keepSignedCopy(commanderOf(c, form), asked);
      if (outcome.ok) return c.redirect(withFlash(paperHref(paper), 'copia-firmata'), 303);
      const values = {
        protocolNumber: protocolNumber.slice(0, 200),
        protocolDate: protocolDate.slice(0, 20),
      };
      return show(c, { refusal: outcome.refusal, values });
    }),
  );
  app.get('/copia-firmata/:id', allow('copies.read'), sendCopy);
  return app;
}

/** `null`: the address names no paper that can be. */
export const paperNamed = (kind: Paper['kind'] | undefined, of: string): Paper | null =>
  kind !== undefined && (kind === 'seals' ? /^2\d{3}-(?:0[1-9]|1[0-2])$/.test(of) : isId(of))
    ? { kind, of }
    : null;

const paperIn = (c: Context<AppEnv>): Paper | null =>
  paperNamed(
    PAPER_KINDS.find((kind) => PAPER_PATHS[kind] === c.req.param('carta')),
    c.req.param('di') ?? '',
  );

interface Told {
  readonly refusal: Refusal;
  readonly values: Typed['values'];
}

/** With what was typed and why it was not kept. */
async function show(c: Context<AppEnv>, told: Told | null): Promise<Response> {
  const viewer = viewerIn(c);
  const paper = paperIn(c);
  if (paper === null) return refuse(c, { code: 'not-found' });
  if (told !== null && !TOLD_HERE.has(statusOf(told.refusal))) return refuse(c, told.refusal);
  const loaded = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadCopyPage(tx, viewer, paper));
  if (!loaded.ok) return refuse(c, loaded.refusal);
  const refused = told === null ? null : { values: told.values, problems: problemsOf(told.refusal) };
  const view = <CopyPageView frame={frameOf(c)} viewer={viewer} page={loaded.page} refused={refused} />;
  return render(c, view, told === null ? 200 : (statusOf(told.refusal) as 409 | 413 | 415 | 422));
}

/** About what was sent: said on the page of the paper. */
const TOLD_HERE: ReadonlySet<number> = new Set([409, 413, 415, 422]);

function problemsOf(refusal: Refusal): Typed['problems'] {
  if (refusal.code === 'invalid') return refusal.problems;
  const isOfFile = refusal.code === 'too-large' || refusal.code === 'wrong-type';
  return [{ field: isOfFile ? 'file' : '', message: sentenceOf(refusal) }];
}

/** The answer to a request for one file; the API sends the same. */
export async function sendCopy(c: Context<AppEnv>): Promise<Response> {
  const { sql } = c.get('deps');
  const { town, roles } = viewerIn(c);
  const id = idAsked(c, 'id');
  if (id === null) return refuse(c, { code: 'not-found' });
  const found = await inTown(sql, town.id, async (tx) => {
    const copy = await findCopy(tx, id);
    const paper = copy && (await findPaper(tx, copy.paper));
    return copy && paper && { ...copy, about: aboutOf(paper) };
  });
  if (found === null || found.file === null) return refuse(c, { code: 'not-found' });
  if (copyRole(roles, 'read', found.paper.kind, found.about) === null)
    return refuse(c, { code: 'not-allowed' });
  return sendPieces(c, found.file, readCopy(sql, town.id, id));
}
