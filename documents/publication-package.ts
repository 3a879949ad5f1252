/**
 * The package for *Amministrazione trasparente*: the Relazione's version for publication in all formats, with an index
 * that says where it goes, with which words, and the hash of each file. The same order gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { titleOfYear } from '../domain/relazione/relazione-document.js';
import { VALIDATION_WORDS } from '../domain/relazione/relazione-words.js';
import { longDate } from '../domain/time/italian-date.js';
import { printedHtml } from './printed/printed-html.js';
import { typesetPdf } from './printed/typst-pdf.js';
import { publicationDocument } from './publication-document.js';
import { INDEX_NAME, type PublicationOrder, type PublicationPackage, SECTION } from './publication-order.js';
import { PUBLICATION_FORMAT, type PublicationIndex } from './publication-schema.js';
import { relazioneFile, relazionePdf } from './relazione-file.js';
import { RELAZIONE_FORMATS, type RelazioneFormat } from './relazione-formats.js';
import { zipStore } from './zip/zip-store.js';

const WHAT: Readonly<Record<RelazioneFormat, string>> = {
  pdf: 'Relazione in PDF accessibile (PDF/UA-1, PDF/A-2a)',
  html: 'Relazione come pagina',
  docx: 'Relazione in Word',
  xlsx: 'Tabelle in Excel',
  csv: 'Dati aperti: una riga per obiettivo e settore (CSV)',
  json: 'Dati aperti: tutta la Relazione (JSON)',
};

/** Takes seconds: the server has it done apart. */
export async function publicationPackage(order: PublicationOrder): Promise<PublicationPackage> {
  const { relazione, slug, snapshot, publishesTotals } = order;
  if (relazione.version !== 'publication') throw new Error('only the version for publication is packed');
  const stamp = { number: snapshot.number, on: snapshot.on, sha256: snapshot.facts };
  const written: { name: string; what: string; content: Uint8Array }[] = [];
  for (const format of RELAZIONE_FORMATS) {
    const content =
      format === 'pdf'
        ? typesetPdf(relazionePdf(relazione, stamp))
        : await relazioneFile(relazione, format, stamp);
    const name = `${slug}-relazione-performance-${relazione.year}.${format}`;
    written.push({
      name,
      what: WHAT[format],
      content: typeof content === 'string' ? Buffer.from(content) : content,
    });
  }
  const about: Omit<PublicationIndex, 'files'> = {
    ...{ format: PUBLICATION_FORMAT, title: titleOfYear(relazione.year), town: relazione.town },
    ...{ year: relazione.year, madeOn: order.madeOn, section: [...SECTION], text: wordsOf(order) },
    ...{ licence: 'CC-BY-4.0', snapshot, validation: order.validation, publishesTotals },
  };
  const files = written.map(({ content, ...one }) => ({ ...one, ...measured(content) }));
  const page = Buffer.from(printedHtml(publicationDocument({ ...about, files })));
  const listed = [
    ...files,
    { name: 'indice.html', what: 'Che cosa pubblicare, dove e con quale testo', ...measured(page) },
  ];
  const index = Buffer.from(`${JSON.stringify({ ...about, files: listed }, null, 2)}\n`);
  const zip = new Uint8Array(
    zipStore(
      [
        [INDEX_NAME, index],
        ['indice.html', page],
        ...written.map(({ name, content }): [string, Uint8Array] => [name, content]),
      ],
      true,
    ),
  );
  return {
    ...{ zip, zipSha256: sha256(zip) },
    files: [{ name: INDEX_NAME, ...measured(index) }, ...listed.map(({ what: _, ...one }) => one)],
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const measured = (content: Uint8Array) => ({ bytes: content.byteLength, sha256: sha256(content) });

/** What the page says, to be put there as it is. */
function wordsOf({ relazione, validation, snapshot, madeOn }: PublicationOrder): string[] {
  const { town, year, words } = relazione;
  return [
    `${titleOfYear(year)} – ${town.name}.`,
    `Pubblicata ai sensi dell'art. 10, comma 8, lettera b), del d.lgs. 14 marzo 2013, n. 33. È stata ${VALIDATION_WORDS[validation.outcome]} (${words.evaluator}, ${longDate(validation.on)}).`,
    'Il documento è in PDF accessibile, in Word e come pagina web; i dati sono in formato aperto (CSV e JSON), con licenza Creative Commons Attribuzione 4.0 (CC BY 4.0).',
    `Dati fissati ${longDate(snapshot.on)}, istantanea n. ${snapshot.number}; impronta SHA-256: ${snapshot.facts}. File preparati ${longDate(madeOn)}.`,
  ];
}
