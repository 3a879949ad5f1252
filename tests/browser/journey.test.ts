/**
 * The journey of the README, as a new user walks it: `npm start` on empty data, a browser, a month lived
 * through, the process killed with -9 in the middle and started again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Started, startAsPeopleDo } from '../../benchmarks/start.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { instantAt } from '../../domain/time/zone.js';
import { socketUrl } from '../../embedded/postgres-socket.js';
import { livePostmaster } from '../../embedded/postmaster.js';
import { findByArgument } from '../../embedded/process-search.js';
import { italianDate } from '../../mail/italian-dates.js';
import { listTowns } from '../../store/across-towns.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { moveClock } from '../../store/towns/towns.js';
import { openChromium } from './chromium.js';

const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-journey-'));
const data = path.join(folder, 'data');

let stack: Started;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  stack = await startAsPeopleDo(data);
  browser = await openChromium();
  page = await (
    await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'it-IT' })
  ).newPage();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const text = (): Promise<string> => page.locator('main').innerText();
const go = (to: string): Promise<unknown> => page.goto(`${stack.address}${to}`);

async function enterAs(who: RegExp): Promise<void> {
  await go('/');
  const change = page.getByRole('button', { name: 'Cambia persona' });
  if ((await change.count()) > 0) await change.click();
  await page.getByRole('button', { name: who }).click();
  await page.waitForLoadState();
}

async function turnClock(step: 'avanti un giorno' | 'a lunedì' | 'di un mese', shows: string): Promise<void> {
  await page.getByRole('button', { name: step }).click();
  await page.waitForLoadState();
  expect(await page.locator('.tr-today').innerText()).toContain(shows);
}

/** The messages in the inbox that hold the words, newest first, as lines "when · to whom · subject". */
async function mails(words: string): Promise<readonly string[]> {
  await go(`/posta?cerca=${encodeURIComponent(words)}`);
  const rows = await page.locator('main tbody tr').allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, ' '));
}

describe('the journey of a new user', () => {
  it('shows the example town on Thursday 29 June 2023: 25 objectives, 2 terms late, 6 due within 10 working days', async () => {
    await enterAs(/Segretario/);
    expect(await page.locator('.tr-today').innerText()).toContain('giovedì 29 giugno 2023');
    const board = await text();
    expect(board).toContain('25 obiettivi');
    expect(board).toMatch(/2\s+oltre il termine/);
    expect(board).toMatch(/6\s+entro 10 giorni lavorativi/);
    expect(board).toContain('Che cosa parte venerdì 30 giugno 2023');
    expect(board).toContain('Riepilogo settimanale: 2 oltre il termine');
  });

  it('a day on, the mail of 30 June is in the inbox of the Responsabile', async () => {
    await turnClock('avanti un giorno', 'venerdì 30 giugno 2023');
    const [first] = await mails('amministrativo@caluso.example');
    expect(first).toMatch(/^venerdì 30 giugno 2023.*amministrativo@caluso\.example 2 scadenze oggi/);
    await page.locator('main tbody tr a').first().click();
    await page.waitForLoadState();
    expect(await text()).toContain('2 scadenze oggi');
  });

  it('the Responsabile concludes the milestone with a note and a file, and it is no longer pending', async () => {
    await enterAs(/Responsabile Amministrativo/);
    await page.getByRole('link', { name: /Rispondi.*CONCESSIONI.*giugno/ }).click();
    await page.getByLabel(/^Nota/).first().fill('Atti sottoscritti, repertorio 12-40.');
    const buffer = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
    await page
      .getByLabel(/^Documento che lo prova/)
      .setInputFiles({ name: 'atti.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Concluso' }).click();
    await page.waitForLoadState();
    expect(await text()).toContain('risulta conclusa');
    expect(await text()).toContain('atti.pdf');
    await go('/le-mie-scadenze');
    expect(await page.getByRole('link', { name: /Rispondi.*CONCESSIONI.*entro 30 giugno/ }).count()).toBe(0);
  });

  it('killed with -9 and started again it has lost nothing and sent nothing twice', async () => {
    const before = await mails('');
    await turnClock('avanti un giorno', 'sabato 1 luglio 2023');
    stack.child.kill('SIGKILL');
    await new Promise((resolve) => stack.child.once('exit', resolve));
    stack = await startAsPeopleDo(data);
    await enterAs(/Responsabile Amministrativo/);
    expect(await page.locator('.tr-today').innerText()).toContain('sabato 1 luglio 2023');
    expect(await mails('')).toEqual(before);
    await go('/le-mie-scadenze');
    expect(await page.getByRole('link', { name: /Rispondi.*CONCESSIONI.*entro 30 giugno/ }).count()).toBe(0);
  }, 120_000);

  it('a month on, no reminder of what was concluded has left, and what stayed silent reached the Sindaco', async () => {
    await enterAs(/Segretario/);
    await turnClock('di un mese', 'martedì 1 agosto 2023');
    const about = await mails('LOCULARIO');
    expect(about.length).toBeGreaterThan(0);
    expect(about.filter((mail) => !/(maggio|giugno) 2023/.test(mail))).toEqual([]);
    const told = await mails('sindaco@caluso.example');
    expect(told[0]).toMatch(
      /^mercoledì 12 luglio 2023.*Comunicazione al Sindaco: 4 scadenze oltre il termine/,
    );
    const warned = (await mails('segretario@caluso.example')).find((mail) =>
      /in partenza per il Sindaco/.test(mail),
    );
    expect(warned).toMatch(/^martedì 11 luglio 2023/);
    const all = await mails('');
    expect(new Set(all).size).toBe(all.length);
  }, 60_000);

  it('a plan of their own comes in from a JSON file and runs the same way', async () => {
    await enterAs(/Segretario/);
    await go('/importa');
    const plan = ownPlan();
    await page.locator('input[type=file]').setInputFiles({
      name: 'piano.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(plan)),
    });
    await page.getByRole('button', { name: 'Leggi il piano' }).click();
    await page.waitForLoadState();
    expect(await text()).toContain('Illuminazione pubblica');
    await page.getByRole('link', { name: 'Vai alla conferma' }).click();
    await page.waitForLoadState();
    await page.getByLabel(/^Numero dell.atto|^Numero$/).fill('77');
    await page.getByLabel(/^Data dell.atto|^Data$/).fill('2023-07-31');
    await page.getByLabel(/^Nota/).fill('Piano stralcio, così deliberato.');
    await page.getByRole('button', { name: /Conferma/ }).click();
    await page.waitForLoadState();
    await go('/cruscotto');
    await turnClock('avanti un giorno', 'mercoledì 2 agosto 2023');
    const [mail] = await mails('Illuminazione pubblica');
    expect(mail).toMatch(/^mercoledì 2 agosto 2023.*finanziario@caluso\.example/);
  }, 60_000);
});

describe('Invia ora', () => {
  it('before the hour of the round, on the next day that has notices, it sends them at once and the board says so', async () => {
    await enterAs(/Segretario/);
    const day = await nextDayWithNotices();
    await jumpTo(day, 6 * 60 + 40);
    await go('/cruscotto');
    expect(await text()).toContain('Che cosa parte oggi');
    await page.getByRole('button', { name: 'Invia ora' }).click();
    await page.waitForLoadState();
    const held = /L'invio di oggi è avvenuto alle 06:4\d: \d+ messagg/;
    while (!held.test(await text())) await go('/cruscotto');
    expect(await page.getByRole('button', { name: 'Invia ora' }).count()).toBe(0);
    let [first = ''] = await mails('');
    while (!first.startsWith(italianDate(day))) [first = ''] = await mails('');
  }, 60_000);
});

/** As the board's next round has it. */
async function nextDayWithNotices(): Promise<CivilDate> {
  const answer = await page.request.get(`${stack.address}/api/v1/dashboard`);
  const { round } = (await answer.json()) as { round: { day: CivilDate; afterwards: CivilDate | null } };
  return round.afterwards ?? round.day;
}

/** The clock bar always arrives after the round: here the town's clock is set by hand. */
async function jumpTo(day: CivilDate, minute: number): Promise<void> {
  const postgres = await livePostmaster(path.join(data, 'postgres'));
  const sql = connect(socketUrl(postgres?.socketFolder ?? '', 'traguardo_app', 'traguardo'), { max: 1 });
  for (const { id, zone } of await listTowns(sql)) {
    await inTown(sql, id, (tx) => moveClock(tx, instantAt(day, minute, zone) - Date.now()));
  }
  await sql.end();
}

describe('the end', () => {
  it('a Ctrl-C that arrives twice at once, as some shells pass it on, stops everything in order', async () => {
    const ended = new Promise((resolve) => stack.child.once('exit', resolve));
    stack.child.kill('SIGINT');
    stack.child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(findByArgument(path.join(data, 'temporal.db'))).toEqual([]);
    expect(findByArgument(path.join(data, 'postgres'))).toEqual([]);
  }, 60_000);
});

/** One objective of a sector that exists, due in twenty days: its first notice is due at once. */
function ownPlan(): object {
  const objective = {
    number: '1',
    title: 'Illuminazione pubblica: nuovo contratto',
    weight: 100,
    shared: false,
    indicators: [{ text: 'Contratto firmato entro il 21 agosto 2023' }],
    milestones: [{ kind: 'date', date: '2023-08-21', phrase: 'entro il 21 agosto 2023' }],
  };
  return {
    document: {
      body: 'Comune di Caluso',
      kind: 'plan',
      year: 2024,
      act: null,
      actDate: null,
      weights: 'points',
    },
    sectors: [{ name: 'Finanziario', owner: null, weightTotal: 100, objectives: [objective] }],
    lint: [],
  };
}
