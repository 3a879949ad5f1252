/** The Relazione in its files, read back by other programs: the figures of the report, text as it was typed, bytes alike. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withObjectives } from '../../benchmarks/relazione.js';
import { inFormat } from '../../cli/relazione.js';
import { RELAZIONE_FORMATS, type RelazioneFormat } from '../../documents/relazione-formats.js';
import { relazioneJsonSchema } from '../../documents/relazione-schema.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import type { Relazione } from '../../domain/relazione/relazione.js';
import type { RelazioneFacts } from '../../domain/relazione/relazione-facts.js';
import { exampleRelazioneFacts } from '../../embedded/example-relazione.js';
import { ACTS, REPORTED, ROWS } from '../domain/relazione/report-2023.js';
import { facts, objective, on, reason } from '../domain/relazione/small-facts.js';
import { csvRecords } from './csv-records.js';

let example: RelazioneFacts;
let [internal, publication]: (Relazione | undefined)[] = [];
beforeAll(async () => {
  example = await exampleRelazioneFacts();
  internal = relazione(example, 'internal');
  publication = relazione(example, 'publication');
});
const made = (version: 'internal' | 'publication'): Relazione => {
  const one = version === 'internal' ? internal : publication;
  if (one === undefined) throw new Error('not built yet');
  return one;
};
const bytesOf = async (of: Relazione, format: RelazioneFormat): Promise<Buffer> =>
  Buffer.from(await inFormat(of, format, null));
const plain = (text: string): string => text.replace(/\u00ad/g, '').replace(/\s+/g, ' ');

/** The words of a file as a reader of that format finds them. */
async function wordsOf(of: Relazione, format: RelazioneFormat): Promise<string> {
  const bytes = await bytesOf(of, format);
  switch (format) {
    case 'pdf':
      return plain((await extractText(new Uint8Array(bytes), { mergePages: true })).text);
    case 'docx':
      return plain((await mammoth.extractRawText({ buffer: bytes })).value);
    case 'xlsx':
      return plain(JSON.stringify((await readXlsxFile(bytes)).map(({ data }) => data)));
    default:
      return plain(bytes.toString('utf8'));
  }
}

const column = (records: readonly (readonly unknown[])[], title: string): readonly unknown[] => {
  const at = records[0]?.indexOf(title) ?? -1;
  return records.slice(1).map((row) => row[at]);
};
const EXPECTED = {
  weights: ROWS.map(({ weight }) => Number(weight)),
  degrees: ROWS.map(({ degree }) => Number(degree)),
  totals: ROWS.map(({ sector }) => Number(REPORTED.find((one) => one.sector === sector)?.total)),
};

describe('as JSON', () => {
  it.each(['internal', 'publication'] as const)(
    'the %s version has the shape of the schema that is published',
    async (version) => {
      const file = new URL('../../docs/relazione.schema.json', import.meta.url);
      const schema: unknown = JSON.parse(await readFile(file, 'utf8'));
      expect(schema).toEqual(relazioneJsonSchema());
      const read: unknown = JSON.parse((await bytesOf(made(version), 'json')).toString('utf8'));
      const known = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
      expect(known.safeParse(read).error?.issues).toBeUndefined();
      expect(known.safeParse({ ...Object(read), extra: 1 }).success).toBe(false);
      expect(known.safeParse({ ...Object(read), asOf: '3/5/2024' }).success).toBe(false);
    },
  );

  it('totals are texts with their decimals: "83.00"', async () => {
    const text = (await bytesOf(made('internal'), 'json')).toString('utf8');
    for (const { total } of REPORTED) expect(text).toContain(`"total": "${total}"`);
  });
});

describe('as CSV', () => {
  it('37 lines have the weights, degrees and totals of the report, with a comma', async () => {
    const records = csvRecords((await bytesOf(made('internal'), 'csv')).toString('utf8'));
    const figures = (title: string) =>
      column(records, title).map((cell) => Number(String(cell).replace(',', '.')));
    expect(records).toHaveLength(38);
    expect(new Set(records.map((row) => row.length)).size).toBe(1);
    expect(figures('Peso')).toEqual(EXPECTED.weights);
    expect(figures('Grado di raggiungimento')).toEqual(EXPECTED.degrees);
    expect(figures('Totale del settore')).toEqual(EXPECTED.totals);
    expect(column(records, 'Totale del settore')[0]).toBe('83,00');
  });

  it('begins with the mark of UTF-8, and the published one has no column of points', async () => {
    const text = (await bytesOf(made('publication'), 'csv')).toString('utf8');
    expect(text.startsWith('\ufeffSettore;Numero;Obiettivo;')).toBe(true);
    expect(csvRecords(text)[0]).not.toContain('Punti');
  });
});

describe('as XLSX', () => {
  it('weights, degrees and totals are numbers', async () => {
    const sheets = await readXlsxFile(await bytesOf(made('internal'), 'xlsx'));
    const records = sheets.find(({ sheet }) => sheet === 'Obiettivi')?.data ?? [];
    expect(column(records, 'Peso')).toEqual(EXPECTED.weights);
    expect(column(records, 'Grado di raggiungimento')).toEqual(EXPECTED.degrees);
    const totals = sheets.find(({ sheet }) => sheet === 'Totali')?.data ?? [];
    expect(totals.slice(1)).toEqual(REPORTED.map(({ sector, total }) => [sector, Number(total), 100]));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Obiettivi', 'Totali', 'Termini', 'Variazioni', 'Monitoraggi', 'Monitoraggi trasmessi'],
      ...['Atti e termini', 'Riscontri'],
    ]);
  });

  it('published, it has neither totals nor who transmitted when', async () => {
    const sheets = await readXlsxFile(await bytesOf(made('publication'), 'xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Obiettivi', 'Termini', 'Variazioni', 'Monitoraggi', 'Atti e termini', 'Riscontri'],
    ]);
  });
});

describe.each(RELAZIONE_FORMATS)('as %s', (format) => {
  it('twice from the same facts, the bytes are the same', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await bytesOf(relazione(structuredClone(example), 'internal'), format))
        .digest('hex');
    expect(await hash()).toBe(await hash());
  });

  it('names the beginning of each of the 37 objectives, and the four acts', async () => {
    const words = await wordsOf(made('internal'), format);
    const apart = format === 'html' ? words.replaceAll('&#39;', "'") : words;
    const lacking = ROWS.filter(
      ({ title }) => !apart.replaceAll('- ', '').includes(title.replaceAll('- ', '')),
    );
    expect(lacking.map(({ title }) => title)).toEqual([]);
    if (format !== 'csv') for (const [cited] of ACTS) expect(words).toContain(cited);
  });

  it('published, holds no name of a file, no hash, no reason that was not released and no total', async () => {
    const words = await wordsOf(made('publication'), format);
    const files = example.sectors.flatMap(({ objectives }) =>
      objectives.flatMap(({ evidence }) => evidence.flatMap(({ file }) => file ?? [])),
    );
    expect(files.length).toBeGreaterThan(8);
    for (const { name, sha256 } of files) {
      expect(words).not.toContain(name);
      expect(words).not.toContain(sha256.slice(0, 12));
    }
    for (const hidden of ['nuovo programma di protocollo', '98,75', '98.75', '91,5', '91.5'])
      expect(words).not.toContain(hidden);
    expect(words).toContain('domande dei volontari');
  });
});

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['a formula', '=1+1', '=1+1'],
  ['a formula with an at', '@SUM(A1)', '@SUM(A1)'],
  ['HTML', '<script>alert(1)</script> <b>', '<script>alert(1)</script> <b>'],
  [
    'marks of Typst',
    '$x$ # * _y_ @ref <lab> \\ #read("/etc/passwd")',
    '$x$ # * _y_ @ref <lab> \\ #read("/etc/passwd")',
  ],
  ['an emoji', 'fatto ✓ 👩‍👩‍👧‍👦', 'fatto'],
  ['marks that turn the direction', 'pagato \u202e051 euro\u202c', 'pagato 051 euro'],
  ['control characters', 'a\u0000b\u0007c', 'abc'],
  ['half a surrogate pair', 'x\ud83dy', 'xy'],
  ['semicolons, quotes and line ends', 'a;"b"\nc', 'a;"b"'],
  ['5,000 characters', 'perché '.repeat(714), 'perché perché perché'],
];
const unescaped = (words: string): string =>
  words
    .replaceAll(/&lt;/g, '<')
    .replaceAll(/&gt;/g, '>')
    .replaceAll(/&quot;|\\"|""/g, '"')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/&amp;/g, '&')
    .replaceAll(/\\\\/g, '\\')
    .replaceAll('\\n', ' ');

describe.each(RELAZIONE_FORMATS)('hostile texts as %s', (format) => {
  it.each(HOSTILE)('%s in a title, a result and a reason is read back as text', async (_, typed, read) => {
    const one = objective(typed, 100, 50, {
      indicators: [{ text: typed, result: typed }],
      reason: reason(typed, null),
      evidence: [{ description: typed, on: on('2023-12-01'), file: { name: typed, sha256: '0'.repeat(64) } }],
    });
    const given = facts([one], { texts: { presentation: typed } });
    expect(unescaped(await wordsOf(relazione(given, 'internal'), format))).toContain(plain(read));
  });
});

it('400 objectives are 400 rows of the CSV and of the workbook, and a PDF of more than 60 pages', async () => {
  const large = relazione(withObjectives(example, 400), 'internal');
  expect(csvRecords((await bytesOf(large, 'csv')).toString('utf8'))).toHaveLength(401);
  const [sheet] = await readXlsxFile(await bytesOf(large, 'xlsx'));
  expect(sheet?.data).toHaveLength(401);
  const pdf = await getDocumentProxy(new Uint8Array(await bytesOf(large, 'pdf')));
  expect(pdf.numPages).toBeGreaterThan(60);
}, 60_000);
