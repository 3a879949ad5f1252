/** The package for *Amministrazione trasparente*: what is in the ZIP, what is not, and the same bytes each time. */
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublicationPackage } from '../../documents/publication-order.js';
import { publicationPackage } from '../../documents/publication-package.js';
import { type PublicationIndex, publicationSchema } from '../../documents/publication-schema.js';
import { relazioneSchema } from '../../documents/relazione-schema.js';
import { zipDirectory } from '../../documents/zip/zip-directory.js';
import { zipParts } from '../../documents/zip/zip-parts.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import { FACTS, INTERNAL, orderOf, packed, sha256 } from './published-example.js';
import { readTagged } from './read-tagged.js';

let made: PublicationPackage;
let parts: ReadonlyMap<string, Uint8Array>;
let index: PublicationIndex;
const text = (name: string): string => new TextDecoder().decode(parts.get(name));

beforeAll(async () => {
  made = await packed();
  const unpacked = zipParts(made.zip, () => true);
  if (!unpacked.ok) throw new Error(unpacked.why);
  parts = unpacked.parts;
  index = publicationSchema.parse(JSON.parse(text('indice.json')));
});

const FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'];
const nameOf = (format: string): string => `prova-relazione-performance-2023.${format}`;

describe('the ZIP', () => {
  it('holds the index, its page and six formats, each once, with the bytes and the hash the index says', () => {
    const names = ['indice.json', 'indice.html', ...FORMATS.map(nameOf)];
    const listed = zipDirectory(made.zip, 20);
    expect(typeof listed === 'string' ? listed : listed.map(({ name }) => name)).toEqual(names);
    expect(index.files.map(({ name }) => name).toSorted()).toEqual(names.slice(1).toSorted());
    for (const { name, bytes, sha256: said } of index.files)
      expect([name, parts.get(name)?.byteLength, sha256(parts.get(name) ?? '')]).toEqual([name, bytes, said]);
    expect(made.files).toEqual([
      {
        name: 'indice.json',
        bytes: parts.get('indice.json')?.byteLength,
        sha256: sha256(text('indice.json')),
      },
      ...index.files.map(({ what: _, ...one }) => one),
    ]);
    expect(made.zipSha256).toBe(sha256(made.zip));
  });

  it('is the same, byte for byte, when it is made again', async () => {
    expect((await packed()).zipSha256).toBe(made.zipSha256);
  });

  it('says where it goes, under which licence, from which snapshot, validated when', () => {
    expect(index).toMatchObject({
      section: ['Amministrazione trasparente', 'Performance', 'Relazione sulla performance'],
      ...{ licence: 'CC-BY-4.0', year: 2023, madeOn: '2024-05-20', publishesTotals: false },
      validation: { outcome: 'validated', on: '2024-05-10' },
    });
    expect(index.text.join(' ')).toContain('È stata validata (OIV, venerdì 10 maggio 2024).');
    expect(text('indice.html')).toContain('cinque anni dal 1° gennaio');
  });

  it('is not made of an internal version', async () => {
    const order = { ...orderOf(FACTS), relazione: relazione(FACTS, 'internal') };
    await expect(publicationPackage(order)).rejects.toThrow('only the version for publication');
  });
});

describe('nothing internal is in any of the eight files', () => {
  const SAID = 'Assenze impreviste';
  it.each(['indice.json', 'indice.html', ...['html', 'csv', 'json'].map(nameOf)])('%s', (name) => {
    for (const word of INTERNAL) expect(text(name)).not.toContain(word);
    if (!name.startsWith('indice')) expect(text(name)).toContain(SAID);
  });

  it('Word, Excel and PDF neither', async () => {
    const docx = await mammoth.extractRawText({ buffer: Buffer.from(parts.get(nameOf('docx')) ?? []) });
    const sheets = zipParts(parts.get(nameOf('xlsx')) ?? new Uint8Array(), (name) => name.endsWith('.xml'));
    const xlsx = sheets.ok
      ? [...sheets.parts.values()].map((one) => new TextDecoder().decode(one)).join()
      : '';
    const pdf = await readTagged(parts.get(nameOf('pdf')) ?? new Uint8Array());
    for (const words of [docx.value, xlsx, pdf.text]) {
      expect(words).toContain(SAID);
      for (const word of INTERNAL) expect(words).not.toContain(word);
    }
  });

  it('totals, points and weights that count are not in the JSON; with totals published they are', async () => {
    const told = relazioneSchema.parse(JSON.parse(text(nameOf('json'))));
    expect(JSON.stringify(told)).not.toMatch(/"(total|totalFraction|counts|brings)"/);
    const open = relazione({ ...FACTS, publishesTotals: true }, 'publication');
    expect(open.sectors.map(({ total }) => total)).toEqual(['68.00']);
  });
});
