/** The browser in which the guide's pictures are taken: whom it enters as, the demo's clock, the pictures. */
import { mkdirSync, statSync } from 'node:fs';
import { openChromium } from './chromium.js';

/** Address of the demo, folder of the pictures, the one part of the story to live through (else all). */
export const [base = '', folder = 'docs/guida/img', only = ''] = process.argv.slice(2);
const MOST_BYTES = 150_000;
const HEIGHT = 800;
export const SECRETARY = /come Segretario/;
export const NUCLEO = /come Nucleo/;
export const FINANCE = /come Responsabile Finanziario/;
export const HEADS = [
  FINANCE,
  /come Responsabile Amm/,
  /come Responsabile Pol/,
  /come Responsabile Tec/,
  /come Responsabile Ter/,
];

mkdirSync(folder, { recursive: true });
export const browser = await openChromium();
const context = await browser.newContext({ viewport: { width: 1280, height: HEIGHT }, locale: 'it-IT' });
context.setDefaultTimeout(30_000);
export const page = await context.newPage();

/** A sheet to attach. */
export async function paper(title: string, words: string): Promise<Buffer> {
  const sheet = await context.newPage();
  await sheet.setContent(`<title>${title}</title><h1>${title}</h1><p>${words}</p>`);
  const bytes = await sheet.pdf({ format: 'A4' });
  await sheet.close();
  return bytes;
}

/** Enters as somebody of the demo, by the words of their button. */
export async function as(who: RegExp): Promise<void> {
  await page.goto(`${base}/`);
  const change = page.getByRole('button', { name: 'Cambia persona' });
  if ((await change.count()) > 0) await change.click();
  await page.getByRole('button', { name: who }).click();
  await page.waitForLoadState();
}

export const go = (path: string) => page.goto(`${base}${path}`);
/** Its page has loaded when this returns. */
export const press = async (name: string | RegExp): Promise<void> => {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
  await page.waitForLoadState();
};

const MONTHS = ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'];
const DAY_MS = 86_400_000;

/** The town's day as the page shows it. */
async function today(): Promise<number> {
  const shown = await page.locator('.tr-today').innerText();
  const [, day, month = '', year] = /(\d+)°? (\p{L}+) (\d{4})/u.exec(shown) ?? [];
  return Date.UTC(Number(year), MONTHS.indexOf(month.slice(0, 3)), Number(day));
}

/** By the demo's clock, until that day has come. */
export async function until(day: string): Promise<void> {
  for (;;) {
    const far = (Date.parse(day) - (await today())) / DAY_MS;
    if (far <= 0) return;
    await press(far >= 31 ? 'di un mese' : far >= 7 ? 'a lunedì' : 'avanti un giorno');
  }
}

/** Waits for the words that say it was done; what the page refuses instead is thrown. */
export async function told(words: string): Promise<void> {
  const refused = page.getByRole('alert');
  await page.getByText(words).or(refused).first().waitFor();
  if ((await refused.count()) > 0) throw new Error(await refused.first().innerText());
}

/** What stands in the window, from the top of the page or from a place of it. */
export async function shoot(name: string, from: string | null = null): Promise<void> {
  await page.evaluate('scrollTo(0, 0)');
  if (from !== null)
    await page
      .locator(from)
      .first()
      .evaluate((one) => one.scrollIntoView({ block: 'start' }));
  const path = `${folder}/${name}.png`;
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MOST_BYTES}`);
}
