/** No page shows a link that its reader may not follow. */
import { beforeAll, describe, expect, it } from 'vitest';
import { takeStock } from '../../../activities/take-stock.js';
import { sha256Hex } from '../../../store/register/register.js';
import { townTime } from '../../activities/town.js';
import { openStage } from '../stage.js';

const now = townTime('2023-06-30 09:10');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;

/** A round, so that there are mails to several people. */
beforeAll(() =>
  takeStock(
    {
      sql,
      sha256: sha256Hex,
      sender: { name: 'Traguardo', address: 'avvisi@comune.example' },
    },
    { town: ours.town, nowMs: now },
  ),
);

const MOST_PAGES = 120;

describe('whoever follows every link, from the page they land on', () => {
  it.each(['secretary', 'head', 'otherHead', 'oiv', 'mayor', 'rpct'] as const)(
    'as %s, finds at least 8 pages and each answers 200',
    async (who) => {
      const visitor = await stage.enter(ours.people[who]);
      const start = (await visitor.get('/')).headers.get('location') ?? '';
      const seen = new Map<string, number>();
      for (const queue = [start]; queue.length > 0 && seen.size < MOST_PAGES; ) {
        const path = queue.shift() ?? '';
        if (seen.has(path)) continue;
        const { status, headers, text } = await visitor.get(path);
        seen.set(path, status);
        if (!(headers.get('content-type') ?? '').startsWith('text/html')) continue;
        const links = [...text.matchAll(/\bhref="(\/[^"#]*)/g)].map(([, href = '']) =>
          href.replaceAll('&amp;', '&'),
        );
        queue.push(...links.filter((href) => href !== '/' && !href.startsWith('/assets/')));
      }
      expect([...seen].filter(([, status]) => status !== 200)).toEqual([]);
      expect(seen.size).toBeGreaterThanOrEqual(8);
    },
  );
});
