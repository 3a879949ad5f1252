/** Every page in a real browser: no accessibility violation, no side scroll at 320 px, by keyboard, without JavaScript. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../mail/compose.js';
import { fillLinks, fillLinksInHtml } from '../../mail/placeholders.js';
import { inTown } from '../../store/in-town.js';
import { storeMessage } from '../../store/notices/inbox.js';
import { thingsOf } from '../api/route-samples.js';
import { NOON, openStage } from '../api/stage.js';
import { digest, noticeLine } from '../mail/facts.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage();
const { ours, sql } = stage;
const things = await thingsOf(sql, ours);
const mail = composeDigest(digest([noticeLine('late-1')]));
const message = await storeMessage(
  sql,
  {
    ...{ messageId: null, envelopeFrom: 'avvisi@prova.example', envelopeTo: ['responsabile@prova.example'] },
    ...{
      headerFrom: 'Traguardo <avvisi@prova.example>',
      headerTo: 'responsabile@prova.example',
      headers: [],
    },
    ...{
      subject: mail.subject,
      text: fillLinks(
        mail.text,
        mail.links.map(() => '/obiettivi'),
      ),
    },
    html: fillLinksInHtml(
      mail.html,
      mail.links.map(() => '/obiettivi'),
    ),
  },
  NOON,
);

const { base, enter } = await openSite(stage);

const SECRETARY_PAGES = [
  '/cruscotto',
  '/le-mie-scadenze',
  '/scadenze',
  '/scadenze?cerca=nulla-di-simile',
  `/scadenze/${things.obligation}`,
  `/scadenze/${things.external}`,
  '/obiettivi',
  `/obiettivi/${things.objective}`,
  '/avvisi',
  `/avvisi/${things.digest}`,
  '/registro',
  '/prova-generale',
  `/prova-generale/messaggio?giorno=2023-06-30&a=${things.person}`,
  '/prova-generale/giorno?del=2023-06-28',
  `/prova-generale/se?persona=${things.person}&dal=2023-06-29&al=2023-08-31`,
  '/prova-generale/scala',
  '/prova-generale/scala?prova=si&avviso-first-notice=si&giorni=20&avviso-due-day=si&periodo=anno',
  '/persone',
  `/persone/${things.person}`,
  `/persone/${things.person}/ruoli/${things.tenure}/consegne`,
  '/importa',
  `/importa/${things.draft}`,
  `/importa/${things.draft}/obiettivi/o2`,
  `/importa/${things.draft}/conferma`,
  '/piano',
  '/posta',
  `/posta/${message}`,
  '/scadenze/00000000-0000-4000-8000-000000000000',
  '/api/docs',
] as const;

/** What a page is called in a test's title: without the ids of this run. */
const named = (path: string): string => path.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id');
const visit = (who: string, person: string | null) => (path: string) => ({
  who,
  person,
  path,
  name: named(path),
});

const PAGES = [
  ...['/'].map(visit('a stranger', null)),
  ...SECRETARY_PAGES.map(visit('the Segretario', ours.people.secretary)),
  ...[
    '/le-mie-scadenze',
    '/le-mie-scadenze?vista=tutte',
    `/scadenze/${things.obligation}`,
    `/obiettivi/${things.objective}`,
  ].map(visit('the head', ours.people.head)),
  ...['/cruscotto'].map(visit('the Sindaco', ours.people.mayor)),
  ...['/senza-ruolo'].map(visit('somebody without a role', ours.people.nobody)),
];

describe('every page', () => {
  it.each(PAGES)(
    'for $who: $name has no axe violation at 1280 and 320 px, and does not scroll sideways',
    async ({ who, person, path, name }) => {
      const page = await pageOf(person);
      const complaints: string[] = [];
      page.on('console', (line) => {
        if (line.type() === 'error' && !/status of 404/.test(line.text())) complaints.push(line.text());
      });
      await page.goto(path);
      if (path === '/api/docs') await page.locator('.opblock').first().waitFor();
      await expectFit(page, `${who} ${name}`.replaceAll(/\W+/g, '-'));
      expect(complaints.filter((line) => !/sandboxed and the 'allow-scripts'/.test(line))).toEqual([]);
      page.removeAllListeners('console');
    },
  );
});

/** And looks at them one after the other: a tab of its own for each would be a process of its own. */
const tabs = new Map<string | null, Promise<Page>>();
function pageOf(person: string | null): Promise<Page> {
  const page = tabs.get(person) ?? contextOf(person).then((context) => context.newPage());
  tabs.set(person, page);
  return page;
}

/** Who looks at many pages enters once. */
const contexts = new Map<string | null, Promise<BrowserContext>>();
function contextOf(person: string | null): Promise<BrowserContext> {
  const context = contexts.get(person) ?? enter(person);
  contexts.set(person, context);
  return context;
}

describe('the menu', () => {
  it.each([
    ['the Segretario', ours.people.secretary],
    ['the head', ours.people.head],
  ])(
    'of %s stands on one line at 1280 and 1024 px, and at no width down to 320 px is a word of it broken or cut',
    async (_, person) => {
      const page = await (await contextOf(person)).newPage();
      await page.goto('/le-mie-scadenze');
      for (const width of [1280, 1024, 900, 768, 600, 480, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const items = await page.evaluate(() =>
          [...document.querySelectorAll('.tr-nav > ul > li > a, .tr-nav > ul > li > details > summary')].map(
            (item) => {
              const range = document.createRange();
              range.selectNodeContents(item);
              const { left, right } = range.getBoundingClientRect();
              const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
              return {
                said: item.textContent,
                top: Math.round(item.getBoundingClientRect().top),
                left,
                right,
                lines,
              };
            },
          ),
        );
        expect(items.length).toBeGreaterThan(3);
        if (width >= 1024) expect(new Set(items.map(({ top }) => top)).size, `lines at ${width} px`).toBe(1);
        const bad = items.filter(({ left, right, lines }) => left < 0 || right > width || lines > 1);
        expect(bad, `broken or cut at ${width} px`).toEqual([]);
      }
      await page.close();
    },
  );
});

describe('by keyboard alone', () => {
  it('the first Tab offers to skip to the content, and it does', async () => {
    const context = await enter(ours.people.head);
    const page = await context.newPage();
    await page.goto('/le-mie-scadenze');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Vai al contenuto');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenuto');
    await context.close();
  });

  it('a Responsabile answers: from the list to the form to the answer, each stop visible', async () => {
    const context = await enter(ours.people.head);
    const page = await context.newPage();
    await page.goto('/le-mie-scadenze');
    await tabTo(page, (text) => text.startsWith('Rispondi'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/scadenze/*');
    await tabTo(page, (_, name) => name === 'note');
    await page.keyboard.type('Fatto, scritto da tastiera');
    await tabTo(page, (text) => text === 'Concluso');
    expect(
      await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle),
    ).toBe('solid');
    await page.keyboard.press('Enter');
    await page.waitForURL('**esito=concluso');
    expect(await page.locator('[role=status]').first().innerText()).toContain('risulta conclusa');
    const id = /scadenze\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    const [row] = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ note: string }[]>`select done_note as note from obligation where id = ${id}`,
    );
    expect(row?.note).toBe('Fatto, scritto da tastiera');
    await context.close();
  });
});

/** Presses Tab until the focused element is the wanted one. */
async function tabTo(page: Page, wanted: (text: string, name: string) => boolean): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const [text, name] = await page.evaluate(() => {
      const focused = document.activeElement;
      return [focused?.textContent?.trim() ?? '', focused?.getAttribute('name') ?? ''] as const;
    });
    if (wanted(text, name)) return;
  }
  throw new Error('80 presses of Tab did not reach it');
}

describe('without JavaScript', () => {
  it('one enters, concludes a term with a file, is told beside the field what is missing, opens it again', async () => {
    const head = await stage.enter(ours.people.head);
    await head.json('POST', `/api/v1/obligations/${things.obligation}/reopen`, { reason: 'come nuova' });
    const context = await enter(null, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    const town = page.getByRole('region', { name: 'Comune di qua' });
    await town.getByRole('button', { name: 'Entra come Segretaria' }).click();
    expect(page.url()).toBe(`${base}/cruscotto`);
    await page.goto(`/scadenze/${things.obligation}`);
    await page.getByLabel('Conclusa il').fill('2023-06-28');
    await page.getByLabel('Documento che lo prova').setInputFiles({
      name: 'Delibera àèì.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await page.getByRole('button', { name: 'Concluso' }).click();
    expect(await page.locator('main').innerText()).toContain('Delibera àèì.pdf');

    await page.getByText('Riapri questa scadenza').click();
    await page.getByLabel('Motivo').fill('   ');
    await page.getByRole('button', { name: 'Riapri' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Per riaprire serve il motivo');
    expect(await page.getByLabel('Motivo').getAttribute('aria-invalid')).toBe('true');

    await page.getByLabel('Motivo').fill('Prova senza script');
    await page.getByRole('button', { name: 'Riapri' }).click();
    expect(await page.locator('[role=status]').first().innerText()).toContain('di nuovo aperta');
    await context.close();
  });
});

describe('a mail in its frame', () => {
  it('a press on its button opens the whole page, which is in nobody’s frame', async () => {
    const context = await enter(ours.people.head);
    const page = await context.newPage();
    await page.goto(`/posta/${message}`);
    await page
      .frameLocator('iframe')
      .getByRole('link', { name: /^Rispondi/ })
      .click();
    await page.waitForURL('**/obiettivi');
    expect(await page.locator('h1').innerText()).toBe('Obiettivi');
    await context.close();
  });
});
