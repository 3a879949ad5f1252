/** A document to hand over as PDF: one file for archives and for screen readers, whatever was typed into it. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../documents/pdf/pdf-engine.js';
import { printedPdf } from '../../documents/printed/printed-pdf.js';
import { typesetPdf } from '../../documents/printed/typst-pdf.js';
import { type PrintedDocument, tabled } from '../../domain/printed-document/printed-document.js';
import { isMissing } from './is-missing.js';
import { HOSTILE, printed, whole } from './printed-samples.js';
import { readTagged } from './read-tagged.js';

const folder = await mkdtemp(path.join(tmpdir(), 'printed-pdf-'));
afterAll(() => rm(folder, { recursive: true }));

const DAY = Date.UTC(2024, 4, 3);
const print = (document: PrintedDocument) => typesetPdf(printedPdf(document, DAY));
const bare = (text: string): string => text.replace(/[\s\u200b-\u200f\u2010\u00ad-]/g, '');

describe('as PDF', () => {
  it('is tagged and titled, in Italian, with its headings in order, contents, lists and tables with heads', async () => {
    const { title, roles, marked, text } = await readTagged(print(whole()));
    expect(title).toBe('Relazione sulla performance 2023');
    expect(marked).toMatchObject({ Marked: true });
    const counts = ['H1', 'H2', 'H3', 'H4', 'TOC', 'Table', 'Caption', 'TH', 'TFoot'].map((role) =>
      roles.get(role),
    );
    expect(counts).toEqual([1, 4, 1, 1, expect.any(Number), 1, 1, 3, 1]);
    expect(roles.get('LI'), 'one fact, two items').toBe(3);
    for (const words of ['87,5', '98,75', 'Pagina 1 di 2', 'Pagina 2 di 2']) expect(text).toContain(words);
  });

  it('says that it is PDF/UA-1 and PDF/A-2a, with the schema of the first, and shows its title', async () => {
    const bytes = print(whole());
    const pdf = await openPdf(bytes);
    const { metadata } = (await pdf.getMetadata()) as { metadata: { getRaw(): string } };
    const xmp = metadata.getRaw();
    expect(xmp).toMatch(
      /<pdfuaid:part[^>]*>1<\/pdfuaid:part><pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</,
    );
    expect(xmp).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<');
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Prev \d+\n>>\nstartxref\n\d+\n%%EOF\n$/);
  });

  describe.each([
    ['qpdf', (file: string) => ['--check', file], /No syntax or stream encoding errors/],
    ['pdfinfo', (file: string) => ['-struct', file], /Table[\s\S]*TH/],
  ] as const)('%s', (program, argumentsFor, expected) => {
    it.skipIf(isMissing(program))('finds nothing wrong (skipped where it is not installed)', async () => {
      const file = path.join(folder, 'documento.pdf');
      await writeFile(file, print(whole()));
      const { status, stdout } = spawnSync(program, argumentsFor(file), { encoding: 'utf8' });
      expect(status).toBe(0);
      expect(stdout).toMatch(expected);
    });
  });

  it.each(HOSTILE.slice(1))('%s is set as text in a cell', async (_, typed, read) => {
    const { text } = await readTagged(print(printed([['uno', typed, 3]])));
    if (/\p{Script=Arabic}/u.test(read)) expect(bare(text).normalize('NFKC')).toMatch(/\p{Script=Arabic}/u);
    // A long one goes over pages, whose foot and head stand between.
    else if (read.length > 1_000) expect(text.match(/è/g)).toHaveLength(read.length);
    else expect(bare(text)).toContain(bare(read));
  });

  it('a long word breaks in its column, and no letter after the break is lost elsewhere to a reader', async () => {
    const { text } = await readTagged(
      print(printed([['abcdefghilmnopqrstuvz-2023.pdf'.repeat(3), 'Impronta 2033', 3]])),
    );
    expect(text).toContain('Impronta 2033');
    expect(text).not.toMatch(/[\u200b\ufffc]/);
    expect(bare(text)).toContain(bare('abcdefghilmnopqrstuvz-2023.pdf'.repeat(3)));
  });

  it('letters that no font has become one square each, and the page says where they are read', async () => {
    const { text } = await readTagged(print(printed([['uno', 'fatto 👩‍👩‍👧‍👦 漢字 \ue000 così', 3]])));
    expect(text).toContain('fatto □ □□ □ così');
    expect(text).toMatch(/sostituiti da □ ?: negli altri formati si leggono per intero/);
    expect((await readTagged(print(printed([['uno', 'così', 3]])))).text).not.toContain('□');
  });

  it('a SHA-256 in a line, a list or a fact is copied as it is: nothing invisible stands within its 64 characters', async () => {
    const hash = '0123456789abcdef'.repeat(4);
    const lead: PrintedDocument['lead'] = [
      { kind: 'text', text: `Impronta ${hash}` },
      { kind: 'list', items: [hash] },
      { kind: 'facts', facts: [['Impronta', hash]] },
    ];
    const { text } = await readTagged(print({ ...whole(), lead }));
    expect(text.split(hash)).toHaveLength(4);
  });

  describe('a SHA-256 of a table', () => {
    const hash = '0123456789abcdef'.repeat(4);
    const table = (across: boolean) =>
      print({
        ...printed([]),
        across,
        sections: [
          {
            heading: 'Documenti',
            blocks: [
              tabled({
                caption: 'Documenti',
                columns: [
                  { title: 'File', share: 12 },
                  { title: 'A proposito di', share: 58 },
                  { title: 'Impronta (SHA-256)', share: 30, as: 'below' },
                ],
                rows: [
                  ['determinazione-n-88-del-2023.pdf', 'uno', hash],
                  ['senza.pdf', 'due', ''],
                ],
                empty: '',
              }),
            ],
          },
        ],
      });

    it.each([false, true])(
      'stands in one line under its row, its 64 characters in a row (across: %s)',
      async (across) => {
        const { text, roles } = await readTagged(table(across));
        expect(text).toContain(`Impronta (SHA-256): ${hash}`);
        expect(text.match(/Impronta/g), 'a row without one has no such line').toHaveLength(1);
        expect([roles.get('TH'), roles.get('TR')]).toEqual([2, 4]);
      },
    );

    it.skipIf(isMissing('pdftotext'))(
      'is found and copied whole by another program (skipped where it is not installed)',
      async () => {
        const file = path.join(folder, 'impronta.pdf');
        await writeFile(file, table(false));
        const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
        expect(stdout).toContain(hash);
        expect(stdout, 'the name of a file gets no hyphen').not.toMatch(/\u00ad/);
      },
    );
  });

  it('contents of 34 lines have a page of their own; of 40 what follows goes on where they end; across they have two columns', async () => {
    const many = (count: number, across: boolean): PrintedDocument => ({
      ...{ ...whole(), across, lead: [] },
      sections: Array.from({ length: count }, (_, at) => ({
        heading: `Parte ${at + 1}`,
        blocks: [{ kind: 'text', text: 'Testo.' }],
      })),
    });
    const pagesOf = async (count: number, across: boolean) => {
      const pdf = await openPdf(print(many(count, across)));
      const items = async (page: number) => (await (await pdf.getPage(page)).getTextContent()).items;
      const words = async (page: number) =>
        (await items(page)).map((one) => ('str' in one ? one.str : '')).join(' ');
      return [await words(1), await words(2)] as const;
    };
    const [, own] = await pagesOf(34, false);
    expect(own).toMatch(/^\s*Parte 1\s+Testo/);
    const [first, second] = await pagesOf(31, true);
    expect(first).toContain('Parte 31');
    expect(second).toMatch(/^\s*Parte 1\s+Testo/);
    const [, spilled] = await pagesOf(60, false);
    expect(spilled).toMatch(/Parte 60[\s.]+\d+\s+Parte 1\s+Testo/);
  });

  it('a table of 7 lines is not split between pages', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => [`n. ${at}`, 'testo', at]);
    const filled = Array.from({ length: 36 }, (_, at) => ({ kind: 'text' as const, text: `Riga ${at}` }));
    const [{ blocks: [, table] = [] } = {}] = printed(rows(7)).sections;
    if (table === undefined) throw new Error('no table');
    const pdf = await openPdf(
      print({ ...printed([]), across: false, sections: [{ heading: 'Uno', blocks: [...filled, table] }] }),
    );
    const words = async (page: number) =>
      (await (await pdf.getPage(page)).getTextContent()).items
        .map((one) => ('str' in one ? one.str : ''))
        .join(' ');
    expect(await words(1)).not.toMatch(/n\.\s+0/);
    expect(await words(2)).toMatch(/n\.\s+0 [\s\S]*n\.\s+6 /);
  });

  it('a table of 400 rows has its head on each page, a table of none says so in words', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => [`n. ${at}`, 'Entro il 30 giugno 2023', at]);
    const long = await readTagged(print(printed(rows)));
    expect(long.pages).toBeGreaterThan(8);
    expect(long.text.match(/Obiettivo Scostamento Quanti/g)).toHaveLength(long.pages);
    expect((await readTagged(print(printed([])))).text).toMatch(/Obiettivi ?: Nessun obiettivo\./);
  });

  it('is the same bytes each time; a title of spaces is a bug, refused', () => {
    expect(Buffer.from(print(whole())).equals(Buffer.from(print(whole())))).toBe(true);
    expect(() => print({ ...whole(), title: ' ' })).toThrow();
  });
});
