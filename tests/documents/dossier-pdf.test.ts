import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dossierStory } from '../../api/views/register/dossier-story.js';
import { printedSeals } from '../../api/views/register/seal-words.js';
import { verifyFile } from '../../cli/verify.js';
import { dossierJson } from '../../documents/dossier-json.js';
import { openPdf } from '../../documents/pdf/pdf-engine.js';
import { dossierPdf } from '../../documents/printed/dossier-pdf.js';
import { sealsPdf } from '../../documents/printed/seal-pdf.js';
import { typesetPdf } from '../../documents/printed/typst-pdf.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { DEFAULT_WORDS } from '../../mail/roles.js';
import { chained, sha256, smallDossier } from '../domain/register/small-dossier.js';
import { readTagged } from './read-tagged.js';

const folder = await mkdtemp(path.join(tmpdir(), 'dossier-pdf-'));
afterAll(() => rm(folder, { recursive: true }));

const print = (): Uint8Array =>
  typesetPdf(dossierPdf(dossierStory(smallDossier, DEFAULT_WORDS), dossierJson(smallDossier)));

describe('the dossier as PDF', () => {
  it('is tagged and titled, in Italian, with one first heading and tables that have head cells', async () => {
    const { title, roles, marked } = await readTagged(print());
    expect(title).toBe('Dossier – 1. Rendiconto');
    expect(marked).toMatchObject({ Marked: true });
    expect(roles.get('H1')).toBe(1);
    expect(roles.get('H2')).toBe(3);
    expect(roles.get('H3')).toBe(2);
    expect(roles.get('Table'), 'one that goes over a page counts twice').toBeGreaterThanOrEqual(4);
    expect(roles.get('TH')).toBeGreaterThanOrEqual(14);
  });

  it('answers "was I told?": day, hour, role, rung in words, the server’s answer, what was answered and erased', async () => {
    const { text } = await readTagged(print());
    for (const words of [
      'giovedì 29 giugno 2023, ore 08:12',
      'Avviso: Scade oggi',
      'Anna Prova, Responsabile del settore Finanziario',
      'accettato dal server di posta (codice 250), ore 08:12',
      'Entro giovedì 29 giugno 2023, G.C. n. 21 del 28/2/2023, Finanziario',
      '«Approvato.»',
      'delibera.pdf',
      'testo cancellato il mercoledì 28 giugno 2023',
      'In breve: 1 avviso; 1 messaggio accettato; 1 risposta.',
      'omessa: riguarda altri',
    ])
      expect(text).toContain(words);
    const entries = smallDossier.chains.flatMap((chain) => chain.entries.map(({ hash }) => hash));
    for (const hash of [smallDossier.seals[0]?.hash ?? '', ...entries])
      expect(text, 'as it is copied').toContain(hash);
  });

  it('is the same bytes for the same dossier, and carries it: what is inside is verified', async () => {
    expect(Buffer.from(print()).equals(Buffer.from(print()))).toBe(true);
    const file = path.join(folder, 'dossier.pdf');
    await writeFile(file, print());
    const report = await verifyFile(file);
    expect(report[0]).toContain('INTEGRO');
    expect(report.at(-1)).toContain('le parole stampate non sono controllate');
  });

  it('of another PDF, or half of one, nothing is said to hold', async () => {
    const file = path.join(folder, 'altro.pdf');
    const seals = typesetPdf(
      sealsPdf(printedSeals({ name: 'Comune', zone: 'Europe/Rome' }, civilDate('2023-05-01'), [])),
    );
    for (const bytes of [seals, print().subarray(0, 900), Buffer.from('%PDF-1.7\n')]) {
      await writeFile(file, bytes);
      await expect(verifyFile(file)).rejects.toThrow('non ha un dossier allegato');
    }
  });

  it('what stands under a heading goes with its table to the next page', async () => {
    const story = dossierStory(smallDossier, DEFAULT_WORDS);
    const [{ note, ...first } = { heading: '', note: '', events: [] }] = story.sections;
    for (let lines = 28; lines < 40; lines += 1) {
      const lead = Array.from({ length: lines }, (_, at) => `Riga ${at}`);
      const sections = [{ ...first, note: `${note}, qui` }];
      const pdf = await openPdf(typesetPdf(dossierPdf({ ...story, lead, sections }, '{}')));
      const { items } = await (await pdf.getPage(1)).getTextContent();
      const words = items.map((one) => ('str' in one ? one.str : '')).join(' ');
      expect([lines, words.includes(', qui')]).toEqual([lines, words.includes('Che cosa')]);
    }
  });

  it('of a person, names phases of the year as such, and a monitoring or a self-evaluation by its title alone', () => {
    const sent = { at: 0, person: null, kind: 'transmitted' };
    const entries = chained([
      { ...sent, obligation: 'b', number: 1 },
      { ...sent, obligation: 'c' },
    ]);
    const named = (id: string, title: string) => ({
      ...{ id, title, objective: null, milestone: null, sector: null },
    });
    const story = dossierStory(
      {
        ...smallDossier,
        about: { ...smallDossier.about, kind: 'person' },
        chains: [...smallDossier.chains, { subject: { kind: 'sector', id: 'x' }, entries }],
        names: {
          ...smallDossier.names,
          obligations: [
            ...smallDossier.names.obligations,
            named('b', 'Monitoraggio del primo semestre'),
            named('c', 'Autovalutazione'),
          ],
        },
      },
      DEFAULT_WORDS,
    );
    expect(story.sections.slice(-2).map(({ heading, events }) => [heading, events[0]?.what])).toEqual([
      ['Monitoraggio del primo semestre', 'Monitoraggio trasmesso'],
      ['Autovalutazione', 'Autovalutazione trasmessa'],
    ]);
  });

  it('sets words that are markup for a typesetter as they are', async () => {
    const title = 'Lavori *urgenti* #import "x" $y$ @z <a> \\ `b` // c';
    const story = { ...dossierStory(smallDossier, DEFAULT_WORDS), title };
    const { text } = await readTagged(typesetPdf(dossierPdf(story, '{}')));
    expect(text.replaceAll(' ', '')).toContain(title.replaceAll(' ', ''));
  });
});

describe('the month’s seals as PDF', () => {
  const seals = [4, 5, 6, 7, 8].map((n) => ({
    ...{ week: civilDate(`2023-05-0${n}`), day: civilDate(`2023-05-0${n}`), hash: sha256(String(n)) },
    ...{ chains: n, entries: n * 100 },
  }));
  const printed = printedSeals(
    { name: 'Comune di Prova', zone: 'Europe/Rome' },
    civilDate('2023-05-01'),
    seals,
  );

  it('is one page for the five weeks of a month, titled with the month, each seal in full', async () => {
    const { title, pages, text, roles } = await readTagged(typesetPdf(sealsPdf(printed)));
    expect([title, pages]).toEqual(['Sigillo del Registro degli avvisi – maggio 2023', 1]);
    for (const { hash } of seals) expect(text, 'as it is copied').toContain(hash);
    expect(text).toContain('8 catene, 800 voci');
    const xmp = Buffer.from(typesetPdf(sealsPdf(printed))).toString('latin1');
    expect(xmp, 'a protocol keeps it').toMatch(/<pdfuaid:part[^>]*>1<.*<pdfaid:part>2</);
    expect(roles.get('TH')).toBe(3);
  });

  it('is the same bytes each time', () => {
    const print = () => Buffer.from(typesetPdf(sealsPdf(printed)));
    expect(print().equals(print())).toBe(true);
  });
});
