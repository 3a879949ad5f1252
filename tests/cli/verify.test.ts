/** `verify`: a dossier that holds, one changed anywhere, and files that are none. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandError } from '../../cli/command-error.js';
import { verifyFile } from '../../cli/verify.js';
import { dossierJson } from '../../documents/dossier-json.js';
import type { Dossier } from '../../domain/register/dossier.js';
import { changedAt, leaves, other, type Path } from '../domain/register/every-leaf.js';
import { closed, openDossier, smallDossier } from '../domain/register/small-dossier.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, 'dossier.json');
  await writeFile(file, content);
  return file;
}

/** What the command says: its lines, or the message it fails with. */
async function said(content: string | Uint8Array): Promise<string> {
  try {
    return (await verifyFile(await written(content))).join('\n');
  } catch (error) {
    if (error instanceof CommandError) return error.message.replace(/^.*?dossier\.json: /, 'NO: ');
    throw error;
  }
}

describe('verify', () => {
  it('says of a dossier that holds what it covers, its own hash and the seals to compare', async () => {
    const report = await said(dossierJson(smallDossier));
    expect(report).toContain(
      'INTEGRO: dossier «1. Rendiconto», Comune di Prova, fatto giovedì 29 giugno 2023.',
    );
    expect(report).toContain('Voci: 7 in 2 catene, 1 omesse perché riguardano altri.');
    expect(report).toContain('Testi: 2, di cui cancellati 1. Messaggi: 1.');
    expect(report).toContain(`settimana di lunedì 26 giugno 2023: ${smallDossier.seals[0]?.hash}`);
    expect(report).toContain('Voci non ancora sigillate: 1.');
  });

  it('holds however the file is indented, and with a byte order mark', async () => {
    expect(await said(JSON.stringify(smallDossier))).toContain('INTEGRO');
    expect(await said(`\uFEFF${JSON.stringify(smallDossier, null, 7)}`)).toContain('INTEGRO');
  });

  it('finds the change of any single one of its values', async () => {
    const all = [...leaves(smallDossier)];
    expect(all.length).toBeGreaterThan(110);
    const missed: string[] = [];
    for (const { place, value } of all) {
      const report = await said(JSON.stringify(changedAt(smallDossier, place, other(value))));
      if (!report.startsWith('NO: ')) missed.push(place.join('.'));
    }
    expect(missed).toEqual([]);
  });

  it('finds every value, entry or list taken away, and a value put in', async () => {
    const missed: string[] = [];
    const tryWithout = async (value: unknown, place: Path): Promise<void> => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        const copy = structuredClone(smallDossier) as unknown;
        const parent = place.reduce<object>((at, one) => Reflect.get(at, one) as object, copy as object);
        if (Array.isArray(parent)) parent.splice(Number(key), 1);
        else Reflect.deleteProperty(parent, key);
        if (!(await said(JSON.stringify(copy))).startsWith('NO: ')) missed.push([...place, key].join('.'));
        await tryWithout(Reflect.get(value, key), [...place, key]);
      }
      const more = structuredClone(smallDossier) as unknown;
      const parent = place.reduce<object>((at, one) => Reflect.get(at, one) as object, more as object);
      if (Array.isArray(parent)) parent.push(parent[0] ?? 'x');
      else Reflect.set(parent, 'altro', 'x');
      if (!(await said(JSON.stringify(more))).startsWith('NO: ')) missed.push([...place, '+'].join('.'));
    };
    await tryWithout(smallDossier, []);
    expect(missed).toEqual([]);
  });

  it('names the first broken entry: subject, number, day and what is wrong', async () => {
    const place: Path = ['chains', 0, 'entries', 1, 'body', 'code'];
    expect(await said(JSON.stringify(changedAt(smallDossier, place, 550)))).toBe(
      'NO: NON INTEGRO. Obiettivo «Rendiconto», voce 2 di giovedì 29 giugno 2023: il contenuto della voce non corrisponde alla sua impronta: è stato cambiato.',
    );
  });

  it('is not deceived by a value written twice, of which a parser keeps the last', async () => {
    const text = JSON.stringify(smallDossier);
    expect(await said(text.replace('"code":250', '"code":550,"code":250'))).toContain(
      'ripete o nasconde un campo',
    );
    expect(await said(text.replace('"code":250', '"code":250,"__proto__":{"code":550}'))).toMatch(/^NO: /);
  });

  it('says which day a broken entry claims, also when that is no day', async () => {
    const place: Path = ['chains', 0, 'entries', 0, 'body', 'at'];
    expect(await said(JSON.stringify(changedAt(smallDossier, place, 9e15)))).toContain(
      'voce 1 di un giorno illeggibile',
    );
  });
});

describe('what is no dossier', () => {
  it.each([
    ['nothing', '', 'Il file è vuoto.'],
    ['a novel', 'Era una notte buia e tempestosa.', 'non è in formato JSON'],
    ['half a dossier', JSON.stringify(smallDossier).slice(0, 900), 'non è in formato JSON'],
    ['other JSON', '{"a":1}', 'non è un dossier di Traguardo'],
    ['a list', '[]', 'non è un dossier di Traguardo'],
    [
      'a later format',
      JSON.stringify({ ...smallDossier, format: 'traguardo.dossier/2' }),
      'non è un dossier di Traguardo',
    ],
    ['one without chains', JSON.stringify({ ...smallDossier, chains: [] }), 'chains'],
    [
      'one of a zone that is not',
      JSON.stringify(changedAt(smallDossier, ['town', 'zone'], 'Marte/Rossa')),
      'non è un fuso orario',
    ],
    ['brackets 200,000 deep', '['.repeat(200_000), 'annidato troppo in profondità'],
    [
      'a body 60 deep',
      JSON.stringify(
        changedAt(
          smallDossier,
          ['chains', 0, 'entries', 0, 'body', 'x'],
          JSON.parse('['.repeat(60) + ']'.repeat(60)),
        ),
      ),
      'annidato',
    ],
    [
      'half a character',
      JSON.stringify(closed(openDossier)).replace('delibera.pdf', '\\ud800'),
      'caratteri che non sono testo',
    ],
  ])('%s is refused in words', async (_, content, message) => {
    expect(await said(content)).toContain(message);
  });

  it('bytes that are no text are refused, and a file that is not there', async () => {
    expect(await said(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toContain('NO: Il file non è un testo');
    await expect(verifyFile(path.join(folder, 'manca.json'))).rejects.toThrow(CommandError);
  });

  it('whatever is put in place of any value, 300 times: a sentence, never a crash, never "INTEGRO"', async () => {
    const places = [...leaves(smallDossier)].map(({ place }) => place);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.integer({ min: 0, max: 4 }),
        fc.jsonValue(),
        async (place, up, value) => {
          const changed = changedAt(
            smallDossier,
            place.slice(0, Math.max(1, place.length - up)),
            value,
          ) as Dossier;
          fc.pre(JSON.stringify(changed) !== JSON.stringify(smallDossier));
          expect(await said(JSON.stringify(changed))).toMatch(/^NO: /);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('random bytes changed in the file, 300 times: the same', async () => {
    const bytes = Buffer.from(dossierJson(smallDossier));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        const isBlank = (one: number | undefined): boolean => [9, 10, 13, 32].includes(one ?? 0);
        fc.pre(changed[at] !== bytes[at] && !(isBlank(byte) && isBlank(bytes[at])));
        expect(await said(changed)).toMatch(/^NO: /);
      }),
      { numRuns: 300 },
    );
  });
});
