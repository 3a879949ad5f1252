/** `verify` on what a town published: the ZIP, its folder, its index; and everything that somebody may do to them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandError } from '../../cli/command-error.js';
import { verifyFile } from '../../cli/verify.js';
import { type PublicationIndex, publicationSchema } from '../../documents/publication-schema.js';
import { relazioneJson } from '../../documents/relazione-json.js';
import { zipParts } from '../../documents/zip/zip-parts.js';
import { zipStore } from '../../documents/zip/zip-store.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import { unpublished, withReleases } from '../../domain/relazione/published-facts.js';
import { FACTS, packed, sha256 } from '../documents/published-example.js';

const JSON_FILE = 'prova-relazione-performance-2023.json';
const CSV_FILE = 'prova-relazione-performance-2023.csv';
let folder: string;
let zip: Uint8Array;
let parts: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verify-published-'));
  zip = (await packed()).zip;
  const unpacked = zipParts(zip, () => true);
  if (!unpacked.ok) throw new Error(unpacked.why);
  parts = unpacked.parts;
});
afterAll(() => rm(folder, { recursive: true }));

/** What the command says of a file of ours, without its place. */
async function said(file: string): Promise<string> {
  try {
    return (await verifyFile(file)).join('\n');
  } catch (error) {
    if (error instanceof CommandError) return `NO: ${error.message.replaceAll(folder, '')}`;
    throw error;
  }
}
async function ofBytes(bytes: Uint8Array | string): Promise<string> {
  const file = path.join(folder, 'pacchetto.zip');
  await writeFile(file, bytes);
  return said(file);
}
let folders = 0;
async function unpackedTo(files: Iterable<readonly [string, Uint8Array | string]>): Promise<string> {
  folders += 1;
  const place = path.join(folder, `cartella-${folders}`);
  await mkdir(place);
  for (const [name, content] of files) await writeFile(path.join(place, name), content);
  return place;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (name: string): string => new TextDecoder().decode(parts.get(name));
const indexNow = (): PublicationIndex => publicationSchema.parse(JSON.parse(textOf('indice.json')));
/** The package with some files otherwise, its index left as it is. */
const otherwise = (changes: Readonly<Record<string, Uint8Array | null>>): [string, Uint8Array][] =>
  [...new Map([...parts, ...Object.entries(changes)])].flatMap(([name, content]) =>
    content === null ? [] : [[name, content]],
  );
/** As somebody would who wants to deceive: the index says the hashes of what is there now. */
function rehashed(changes: Readonly<Record<string, Uint8Array>>, more: Partial<PublicationIndex> = {}) {
  const index = indexNow();
  const files = index.files.map((one) => {
    const content = changes[one.name];
    return content === undefined ? one : { ...one, bytes: content.byteLength, sha256: sha256(content) };
  });
  return otherwise({ ...changes, 'indice.json': bytes(JSON.stringify({ ...index, ...more, files })) });
}
/** The true one first, where a hasty reader stops. */
function withAnother(): [string, Uint8Array][] {
  const index = indexNow();
  const forged = jsonWith('"80"', '"100"');
  const other = { name: 'vera.json', what: 'x', bytes: forged.byteLength, sha256: sha256(forged) };
  const files = [...index.files, other];
  return otherwise({ 'vera.json': forged, 'indice.json': bytes(JSON.stringify({ ...index, files })) });
}
const asZip = (files: readonly (readonly [string, Uint8Array])[]): Uint8Array => zipStore(files, true);

describe('what was published as it was packed', () => {
  it('the ZIP holds: seven files, the snapshot, when it was validated, three hashes to compare', async () => {
    const report = await ofBytes(zip);
    expect(report).toContain('INTEGRO: «Relazione sulla performance 2023», Comune di Prova');
    expect(report).toContain("File: 7, tutti con l'impronta dell'indice.");
    expect(report).toContain("dall'istantanea n. 2, validata venerdì 10 maggio 2024");
    const { snapshot } = indexNow();
    for (const hash of [snapshot.facts, snapshot.publication, sha256(parts.get('indice.json') ?? '')])
      expect(report).toContain(hash);
  });

  it('its folder and its index hold too; what lies beside is counted and not checked', async () => {
    const place = await unpackedTo(parts);
    await writeFile(path.join(place, 'altra-cosa.pdf'), 'x');
    for (const file of [place, path.join(place, 'indice.json')])
      expect(await said(file)).toContain('altri nella cartella, non controllati: 1.');
  });

  it('whoever releases other reasons publishes the same snapshot; totals may be there or not', async () => {
    const released = withReleases({ ...FACTS, publishesTotals: true }, ({ reason }) => ({
      ...{ text: `Riletta: ${reason.length} caratteri` },
      on: FACTS.asOf,
    }));
    const json = relazioneJson(relazione(released, 'publication'));
    expect(sha256(json)).not.toBe(sha256(parts.get(JSON_FILE) ?? ''));
    expect(await ofBytes(asZip(rehashed({ [JSON_FILE]: json })))).toContain('INTEGRO');
  });
});

/** The published Relazione with something in it changed as text. */
const jsonWith = (from: string, to: string): Uint8Array => {
  expect(textOf(JSON_FILE)).toContain(from);
  return bytes(textOf(JSON_FILE).replace(from, to));
};

describe('somebody changed it', () => {
  it.each<[string, () => Uint8Array, string]>([
    [
      'a byte of a file',
      () => asZip(otherwise({ [CSV_FILE]: bytes('altro') })),
      `Il file ${CSV_FILE} non corrisponde`,
    ],
    ['a file gone', () => asZip(otherwise({ [CSV_FILE]: null })), `Manca il file ${CSV_FILE}.`],
    [
      'a file more',
      () => asZip(otherwise({ 'bonus.html': bytes('x') })),
      "Il file bonus.html non è nell'indice.",
    ],
    ['no index', () => asZip(otherwise({ 'indice.json': null })), "non c'è indice.json"],
    ['a name twice', () => asZip([...parts, [CSV_FILE, bytes('altro')]]), 'Lo ZIP è rovinato'],
    [
      'a degree, index rehashed',
      () => asZip(rehashed({ [JSON_FILE]: jsonWith('"80"', '"100"') })),
      "non viene dall'istantanea n. 2",
    ],
    [
      'a due day, index rehashed',
      () => asZip(rehashed({ [JSON_FILE]: jsonWith('2023-06-30', '2023-07-30') })),
      "non viene dall'istantanea n. 2",
    ],
    [
      'an objective renamed, index rehashed',
      () => asZip(rehashed({ [JSON_FILE]: jsonWith('Rendiconto', 'Bilancio') })),
      "non viene dall'istantanea n. 2",
    ],
    [
      'a withheld reason denied, index rehashed',
      () => asZip(rehashed({ [JSON_FILE]: jsonWith('"reasonWithheld": true', '"reasonWithheld": false') })),
      "non viene dall'istantanea n. 2",
    ],
    [
      'a member written twice in the Relazione',
      () => asZip(rehashed({ [JSON_FILE]: jsonWith('"degree": "80"', '"degree": "100", "degree": "80"') })),
      'non è una Relazione di Traguardo',
    ],
    ['a second Relazione beside the true one', () => asZip(withAnother()), 'Ci sono due file JSON'],
    [
      'the internal version, index rehashed',
      () => asZip(rehashed({ [JSON_FILE]: relazioneJson(relazione(FACTS, 'internal')) })),
      'non è la versione per la pubblicazione',
    ],
    ['the index of another year', () => asZip(rehashed({}, { year: 2024 })), 'di un altro anno'],
    [
      'the index of another town',
      () => asZip(rehashed({}, { town: { name: 'Comune Altrove', ipaCode: null } })),
      'di un altro ente',
    ],
    [
      'a member twice in the index',
      () =>
        asZip(
          otherwise({
            'indice.json': bytes(textOf('indice.json').replace('"year"', '"year": 2024, "year"')),
          }),
        ),
      'non è nella forma',
    ],
    [
      'a name that leads out',
      () =>
        asZip(otherwise({ 'indice.json': bytes(textOf('indice.json').replace(CSV_FILE, '../segreto.csv')) })),
      'non è nella forma',
    ],
    [
      'the Relazione as a bare list',
      () => asZip(rehashed({ [JSON_FILE]: bytes('[]') })),
      'non è una Relazione di Traguardo',
    ],
  ])('%s', async (_, changed, message) => {
    const report = await ofBytes(changed());
    expect(report).toMatch(/^NO: /);
    expect(report).toContain(message);
  });

  it('the words of a released reason are the RPCT’s: rehashed they pass, by the index’s hash alone they do not', async () => {
    const words = jsonWith('Assenze impreviste', 'Assenze previste');
    expect(await ofBytes(asZip(otherwise({ [JSON_FILE]: words })))).toContain('è stato cambiato');
    const report = await ofBytes(asZip(rehashed({ [JSON_FILE]: words })));
    expect(report).toContain('cambiano solo motivazioni rilasciate e totali');
    expect(report).not.toContain(sha256(parts.get('indice.json') ?? ''));
  });

  it('of the hash of the frozen facts too the snapshot’s own hash decides', () => {
    const frozen = relazioneJson(relazione(unpublished(FACTS), 'publication'));
    expect(indexNow().snapshot.publication).toBe(sha256(frozen));
  });
});

describe('what is no package', () => {
  it('a bomb, a ZIP cut short, text that begins like one, an empty ZIP: a sentence, no crash', async () => {
    const bomb = zipStore([['indice.json', new Uint8Array(250_000_000)]], true);
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    for (const one of [bomb, zip.subarray(0, zip.byteLength - 9), bytes('PK e poi niente'), zipStore([])])
      expect(await ofBytes(one)).toMatch(/^NO: .*(rovinato|non c'è indice\.json)/);
  });

  it('a folder without an index, and a file that is not there', async () => {
    expect(await said(await unpackedTo([['a.txt', 'x']]))).toContain("Non c'è indice.json");
    await expect(verifyFile(path.join(folder, 'manca.zip'))).rejects.toThrow(CommandError);
  });

  it('each of 60 single bits of the ZIP turned over: never "INTEGRO" with a content that differs', async () => {
    const step = Math.floor(zip.byteLength / 60);
    for (let at = 7; at < zip.byteLength; at += step) {
      const changed = Uint8Array.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      const report = await ofBytes(changed);
      if (report.startsWith('NO: ')) continue;
      // Times and attributes of a ZIP say nothing of what is in it.
      const again = zipParts(changed, () => true, { bytes: 1e9, entries: 100, ratio: 1_000 });
      expect(again.ok && [...again.parts].map(([name, one]) => [name, sha256(one)])).toEqual(
        [...parts].map(([name, one]) => [name, sha256(one)]),
      );
    }
  }, 30_000);
});
