/** Whether a signed file holds, byte for byte, what was printed here: before a PAdES signature, or inside a P7M. */
import { createHash } from 'node:crypto';
import type { PdfToSet } from '../../../documents/apart/apart-contract.js';
import { typesetApart } from '../../../documents/apart/typeset-apart.js';
import { sealsPdf } from '../../../documents/printed/seal-pdf.js';
import { relazionePdf } from '../../../documents/relazione-file.js';
import type { PrintHeld } from '../../../domain/cycle/signed-paper.js';
import { RELAZIONE_VERSIONS } from '../../../domain/relazione/relazione.js';
import { findCycle } from '../../../store/cycle/cycles.js';
import { inTown, type Tx } from '../../../store/in-town.js';
import { listPackages } from '../../../store/relazione/publication.js';
import type { PaperFound } from '../../../store/relazione/signed-papers.js';
import type { Deps } from '../../deps.js';
import { loadSealedMonth } from '../../queries/register-page.js';
import { relazioneAsked, stampOf } from '../../queries/relazione-page.js';
import type { Viewer } from '../../viewer.js';
import { printedSeals } from '../../views/register/seal-words.js';

/** A print of ours, by what is known of its bytes. */
interface Print {
  readonly is: PrintHeld;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

interface Prints {
  readonly known: readonly Print[];
  /** To be set again: the same facts give the same bytes. */
  readonly toSet: readonly { readonly is: PrintHeld; readonly pdf: PdfToSet }[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Named in plain letters by every PDF that we set: what comes from elsewhere needs no comparison. */
const OUR_TYPESETTER = 'Typst';

/** `null`: none that can be made again. Papers that are completed in Word, and acts, are not looked for. */
export async function recognisePrint(
  { sql, log }: Pick<Deps, 'sql' | 'log'>,
  viewer: Viewer,
  asked: { readonly found: PaperFound; readonly content: Buffer },
): Promise<PrintHeld | null> {
  const at = asked.content.indexOf('%PDF-');
  if (at < 0 || !asked.content.includes(OUR_TYPESETTER)) return null;
  const begins = asked.content.subarray(at);
  const holds = ({ bytes, sha256: hash }: Omit<Print, 'is'>): boolean =>
    begins.length >= bytes && sha256(begins.subarray(0, bytes)) === hash;
  const { known, toSet } = await inTown(sql, viewer.town.id, (tx) => printsOf(tx, viewer, asked.found));
  const packed = known.find(holds);
  if (packed !== undefined) return packed.is;
  for (const { is, pdf } of toSet) {
    const made = await typesetApart(pdf, {
      onCrash: (details) => log.error({ details }, 'the typesetting of a document crashed'),
    });
    if (made.ok && holds({ bytes: made.pdf.length, sha256: sha256(made.pdf) })) return is;
  }
  return null;
}

async function printsOf(tx: Tx, viewer: Viewer, found: PaperFound): Promise<Prints> {
  if (found.is === 'seals') {
    const month = await loadSealedMonth(tx, viewer.today, found.month);
    const { name, clock } = viewer.town;
    const place = { name, zone: clock.zone };
    return {
      known: [],
      toSet:
        month === null ? [] : [{ is: 'seals', pdf: sealsPdf(printedSeals(place, month.month, month.seals)) }],
    };
  }
  return found.is === 'relazione' ? relazionePrints(tx, viewer, found) : { known: [], toSet: [] };
}

async function relazionePrints(
  tx: Tx,
  viewer: Viewer,
  { year, number }: Extract<PaperFound, { is: 'relazione' }>,
): Promise<Prints> {
  const cycle = await findCycle(tx, year);
  if (cycle === null) return { known: [], toSet: [] };
  const packages = (await listPackages(tx, cycle.id)).filter((one) => one.snapshotNumber === number);
  const known = packages.flatMap(({ files }) =>
    files
      .filter(({ name }) => name.endsWith('.pdf'))
      .map(({ bytes, sha256: hash }) => ({ is: 'publication' as const, bytes, sha256: hash })),
  );
  const toSet: { is: PrintHeld; pdf: PdfToSet }[] = [];
  for (const version of RELAZIONE_VERSIONS) {
    const asked = await relazioneAsked(tx, viewer, { year, version, of: number });
    if (asked?.snapshot == null) continue;
    const stamp = stampOf(asked.snapshot, viewer.town.clock.zone);
    toSet.push({ is: version, pdf: relazionePdf(asked.made, stamp) });
  }
  return { known, toSet };
}
