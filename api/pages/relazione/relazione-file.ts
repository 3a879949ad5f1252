/** A file of a Relazione as the answer to a request; what takes long is written in a process of its own. */
import type { Context } from 'hono';
import { printApart } from '../../../documents/apart/print-apart.js';
import { relazioneFile, relazionePdf } from '../../../documents/relazione-file.js';
import type { RelazioneFormat } from '../../../documents/relazione-formats.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { viewerIn } from '../../gate.js';
import { type RelazioneAsked, relazioneAsked, stampOf } from '../../queries/relazione-page.js';
import { refuse } from '../../refuse.js';
import { VERSION_PATHS } from '../../views/relazione/relazione-words.js';
import { RELAZIONE_TYPES } from '../media-types.js';
import { sendFile, sendPdf } from '../send-file.js';

const INSTEAD = 'La stessa Relazione si può scaricare come pagina HTML.';

export async function sendRelazione(
  c: Context<AppEnv>,
  asked: RelazioneAsked,
  format: RelazioneFormat,
): Promise<Response> {
  const { sql, log } = c.get('deps');
  const viewer = viewerIn(c);
  const found = await inTown(sql, viewer.town.id, (tx) => relazioneAsked(tx, viewer, asked));
  if (found === null) return refuse(c, { code: 'not-found' });
  const { made: relazione, snapshot } = found;
  const stamp = stampOf(snapshot, viewer.town.clock.zone);
  const which = stamp === null ? 'bozza' : `istantanea-${stamp.number}`;
  const name = `relazione-${asked.year}-${VERSION_PATHS[asked.version]}-${which}.${format}`;
  if (format === 'pdf') return sendPdf(c, name, relazionePdf(relazione, stamp), INSTEAD);
  if (format === 'docx' || format === 'xlsx') {
    const printed = await printApart(
      { relazione, format, stamp },
      { onCrash: (details) => log.error({ details }, 'the writing of a document crashed') },
    );
    return printed.ok
      ? sendFile(c, name, RELAZIONE_TYPES[format], printed.file)
      : refuse(c, { code: 'document-not-made', why: printed.why, instead: INSTEAD });
  }
  return sendFile(c, name, RELAZIONE_TYPES[format], await relazioneFile(relazione, format, stamp));
}
