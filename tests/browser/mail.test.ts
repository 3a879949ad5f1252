/** The HTML of a mail in a real browser: light and dark, on a phone and on a screen. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUNGS } from '../../domain/obligations/ladder.js';
import { points } from '../../domain/plan/points.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { composeDigest } from '../../mail/compose.js';
import { composeAlert } from '../../mail/compose-alert.js';
import { DEFAULT_WORDS } from '../../mail/roles.js';
import { digest, FINANCE, MAYOR, noticeLine, SECRETARY, SUBJECT, summary, TODAY } from '../mail/facts.js';
import { axeViolations } from './axe.js';
import { openChromium } from './chromium.js';
import { shoot } from './shoot.js';

const late = noticeLine(null, { recipient: SECRETARY });
const external = noticeLine(null, { recipient: SECRETARY, term: { kind: 'external', anchor: 'bandi' } });
const unbroken = {
  ...SUBJECT,
  sector: 'S'.repeat(150),
  objective: 'X'.repeat(500),
  milestone: 'y'.repeat(300),
};

const MAILS: Readonly<Record<string, string>> = {
  'to an owner, with every rung': composeDigest(digest(RUNGS.map((rung) => noticeLine(rung)))).html,
  'to the Sindaco': composeDigest(digest([noticeLine('late-8', { recipient: MAYOR })]), {
    ...DEFAULT_WORDS,
    mayorAct: 'G.C. n. 12 del 03/02/2023',
  }).html,
  'of the monthly list of external terms': composeDigest(
    digest([], { roles: [SECRETARY], summary: summary({ external: [external, external] }) }),
  ).html,
  'to the Segretario, with the weekly summary and a role of their own': composeDigest(
    digest([noticeLine('late-7', { recipient: SECRETARY }), noticeLine('three-days')], {
      summary: summary({
        late: [late, { ...late, forecast: civilDate('2023-07-14') }],
        external: [external],
        noAnswer: [{ owner: FINANCE, count: 3 }],
        recurrences: [{ subject: SUBJECT, confirmed: 6, come: 10, total: 12 }],
        weightAtRisk: [{ sector: 'Finanziario', points: points(22.5) }],
      }),
    }),
  ).html,
  'with words that have no spaces': composeDigest(
    digest([noticeLine('due-day', { subject: unbroken, owner: { role: 'head', sector: unbroken.sector } })]),
  ).html,
  'that repeats what was answered by link': composeDigest(
    digest([noticeLine('late-1')], {
      answered: [
        {
          ...{
            obligation: 'x',
            subject: SUBJECT,
            kind: 'done',
            answeredOn: TODAY,
            doneOn: TODAY,
            forecast: null,
          },
          ...{ declaredName: 'Maria Bianchi', withdrawnOn: null, withdrawUntil: civilDate('2023-07-06') },
        },
      ],
    }),
  ).html,
  'of the 15:00 alert': composeAlert({
    town: 'Caluso',
    day: TODAY,
    items: [
      {
        kind: 'permanent-refusal',
        roles: [FINANCE],
        mailDay: TODAY,
        code: 550,
        response: `5.1.1 ${'z'.repeat(200)}`,
      },
      {
        ...{ kind: 'not-mine', role: FINANCE, subject: SUBJECT, due: TODAY },
        reason: 'Se ne occupa il settore Tecnico dal 1° giugno.',
      },
      {
        ...{ kind: 'digest-not-sent', roles: [SECRETARY, FINANCE], mailDay: TODAY, uncertain: true },
        ...{ code: 451, response: '4.7.1 greylisted' },
      },
      { kind: 'no-recipient', role: FINANCE, mailDay: TODAY, notices: 3 },
      { kind: 'outage', firstDay: civilDate('2023-06-26'), lastDay: TODAY, passedOver: 7 },
    ],
  }).html,
};

const CASES = Object.keys(MAILS).flatMap((name) =>
  (['light', 'dark'] as const).map((scheme) => [name, scheme] as const),
);

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

async function shown(
  html: string,
  width: number,
  scheme: 'light' | 'dark',
  use: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
  try {
    const page = await context.newPage();
    await page.setContent(html);
    await use(page);
  } finally {
    await context.close();
  }
}

describe('a mail', () => {
  it.each(CASES)(
    '%s, %s: axe finds nothing, and nothing sticks out at 320 and 800 px',
    async (name, scheme) => {
      await shown(MAILS[name] ?? '', 320, scheme, async (page) => {
        expect(await axeViolations(page)).toEqual([]);
        for (const width of [320, 800]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          await shoot(page, `mail-${name.replaceAll(/\W+/g, '-')}-${width}-${scheme}`);
        }
      });
    },
  );

  it('is dark on a dark ground for whoever asks for dark', async () => {
    const ground = 'getComputedStyle(document.querySelector(".card")).backgroundColor';
    await shown(MAILS['to the Sindaco'] ?? '', 800, 'dark', async (page) => {
      expect(await page.evaluate(ground)).toBe('rgb(27, 35, 44)');
    });
    await shown(MAILS['to the Sindaco'] ?? '', 800, 'light', async (page) => {
      expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    });
  });

  it('has buttons that say of which thing they are, at least 44 px high when they ask for something', async () => {
    await shown(MAILS['to an owner, with every rung'] ?? '', 320, 'light', async (page) => {
      const buttons = page.getByRole('link', { name: `Rispondi – ${SUBJECT.objective}` });
      expect(await buttons.count()).toBe(RUNGS.length);
      expect((await buttons.first().boundingBox())?.height).toBeGreaterThanOrEqual(44);
    });
  });

  it('asks nothing of the network', async () => {
    const asked: string[] = [];
    await shown('', 800, 'light', async (page) => {
      page.on('request', (request) => asked.push(request.url()));
      for (const html of Object.values(MAILS)) await page.setContent(html);
    });
    expect(asked).toEqual([]);
  });
});
