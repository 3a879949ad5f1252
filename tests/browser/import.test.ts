/** The import as the Segretario lives it, in a real browser: with JavaScript and without, by mouse and by keyboard. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage();
const site = await openSite(stage);

/** A browser in which the Segretario has entered. */
const secretary = (javaScriptEnabled: boolean): Promise<BrowserContext> =>
  site.enter(stage.ours.people.secretary, { javaScriptEnabled });

/** An annex in Word: one table per sector, one objective a row. */
async function annex(year: number): Promise<Buffer> {
  const line = (text: string, bold = false) => new Paragraph({ children: [new TextRun({ text, bold })] });
  const row = (...cells: readonly string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [line(text)] })) });
  const heads = row('N.', 'Obiettivo', 'Peso', 'Indicatore', 'Scadenza');
  const document = new Document({
    sections: [
      {
        children: [
          line('Comune di Prova', true),
          line(`Piano della performance ${year} – Obiettivi`, true),
          line(`Allegato alla deliberazione di Giunta comunale n. 12 del 20/02/${year}`),
          line('Settore Finanziario', true),
          new Table({
            rows: [
              heads,
              row(
                '1',
                'Riduzione dei tempi di pagamento',
                '40',
                'Tempo medio <= 30 giorni',
                'entro il 31/10',
              ),
              row('2', 'Recupero evasione e aggiornamento del sito', '50', 'Avvisi emessi', 'entro il 30/11'),
            ],
          }),
          line('Settore Tecnico', true),
          new Table({
            rows: [
              heads,
              row('1', 'Manutenzione delle scuole', '100', 'Interventi conclusi', 'entro il 15/09'),
            ],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const text = (page: Page): Promise<string> => page.locator('main').innerText();
/** Waits for the words: a form that is sent beside unsaved words first waits for its turn. */
const says = (page: Page, words: string): Promise<void> =>
  page.locator('main').getByText(words).first().waitFor();

async function upload(page: Page, year: number): Promise<void> {
  await page.goto('/importa');
  await page.getByLabel(/^Allegato/).setInputFiles({
    name: `allegato-${year}.docx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await annex(year),
  });
  await page.getByRole('button', { name: 'Leggi il piano' }).click();
  await page.waitForURL(/\/importa\/[0-9a-f-]{36}/);
}

describe('from the annex in Word to the board', () => {
  it.each([
    ['with JavaScript', true, 2024],
    ['without JavaScript', false, 2025],
  ])(
    '%s: read, weight corrected, objective split, confirmed with its act, on the board',
    async (_, script, year) => {
      const context = await secretary(script);
      const page = await context.newPage();
      await upload(page, year);
      expect(await text(page)).toContain('2 settori, 3 obiettivi');
      expect(await text(page)).toContain('sommano a 90, non a 100');
      if (script) await expectFit(page, 'importa-bozza');

      await page.getByRole('link', { name: /Recupero evasione/ }).click();
      expect(await page.locator('.tr-lit').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('Recupero evasione')]),
      );
      await page.locator('#weight-obiettivo').fill('60');
      if (script) {
        await page.locator('[data-salvato="si"]').waitFor();
        await expectFit(page, 'importa-obiettivo');
        await page.reload();
        expect(await page.locator('#weight-obiettivo').inputValue()).toBe('60');
      } else await page.getByRole('button', { name: 'Salva', exact: true }).click();

      await page.getByText('Dividi in due obiettivi').click();
      await page.getByLabel('Titolo del secondo').fill('Aggiornamento del sito');
      await page.getByLabel('Peso del secondo').fill('10');
      await page.getByRole('button', { name: 'Dividi' }).click();
      await says(page, 'Obiettivo diviso');
      await page.getByRole('link', { name: /Precedente/ }).click();
      await page.waitForURL('**/obiettivi/o2');
      await page.locator('#title-obiettivo').fill('Recupero evasione');
      await page.locator('#weight-obiettivo').fill('50');
      await page.getByRole('button', { name: 'Salva', exact: true }).click();
      await says(page, 'Correzione salvata');

      await page.getByRole('link', { name: 'Tutti gli obiettivi della bozza' }).click();
      expect(await text(page)).not.toContain('non a 100');
      await page.getByRole('link', { name: 'Vai alla conferma' }).click();
      if (script) await expectFit(page, 'importa-conferma');
      expect(await page.getByLabel("Numero dell'atto").inputValue()).toBe('12');
      await page.getByLabel("Data dell'atto").fill('2023-06-20');
      const note = page.getByLabel('Nota di chi conferma');
      await note.fill('Divisi gli obiettivi come da allegato.');
      await page.getByRole('button', { name: 'Conferma il piano' }).click();
      expect(page.url()).toContain('/cruscotto');
      await page.goto(`/cruscotto?anno=${year}`);
      expect(await text(page)).toContain('4 obiettivi');
      await page.goto(`/obiettivi?anno=${year}`);
      expect(await text(page)).toContain('Aggiornamento del sito');
      await page.getByRole('link', { name: /Il piano: atti/ }).click();
      await page.getByText(/Che cosa è stato deciso/).click();
      expect(await text(page)).toContain('diviso da un altro');
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: `allegato-${year}.docx` }).click();
      expect((await download).suggestedFilename()).toBe(`allegato-${year}.docx`);
      if (script) await expectFit(page, 'importa-piano');
      await context.close();
    },
  );
});

describe('at the page of an objective', () => {
  it('keys lead on and back, to fields and text, and never while one writes; the line of a phase is lit', async () => {
    const context = await secretary(true);
    const page = await context.newPage();
    await upload(page, 2026);
    await page.getByRole('link', { name: 'Comincia dal primo obiettivo' }).click();
    await page.waitForURL('**/obiettivi/o1');
    await page.keyboard.press('j');
    await page.waitForURL('**/obiettivi/o2');
    await page.keyboard.press('e');
    await page.keyboard.type('jk?');
    expect(await page.locator('#number-obiettivo').inputValue()).toContain('jk?');
    await page.keyboard.press('Escape');
    await page.locator('[data-salvato="si"]').waitFor();
    await page.keyboard.press('?');
    expect(await page.getByText('obiettivo successivo,').isVisible()).toBe(true);
    await page.locator('#milestone-0-phrase-obiettivo').focus();
    expect(await page.locator('.tr-now').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await page.waitForURL('**/obiettivi/o1');
    await page.keyboard.press('u');
    await page.waitForURL(/\/importa\/[0-9a-f-]{36}(#.*)?$/);
    await context.close();
  });

  it('two at once: the later sees both and loses nothing', async () => {
    const context = await secretary(true);
    const [one, other] = [await context.newPage(), await context.newPage()];
    await upload(one, 2027);
    await one.getByRole('link', { name: 'Comincia dal primo obiettivo' }).click();
    await other.goto(one.url());
    await one.locator('#weight-obiettivo').fill('41');
    await one.locator('[data-salvato="si"]').waitFor();
    await other.locator('#weight-obiettivo').fill('42');
    await other.locator('[data-salvato="errore"]').waitFor();
    await other.getByRole('button', { name: 'Salva', exact: true }).click();
    await says(other, 'nella bozza adesso: 41');
    await says(other, 'hai scritto: 42');
    await other.getByRole('button', { name: 'Salva', exact: true }).click();
    await says(other, 'Correzione salvata');
    expect(await other.locator('#weight-obiettivo').inputValue()).toBe('42');
    await context.close();
  });
});
