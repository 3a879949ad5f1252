/**
 * Server time of the pages of the example, as the Segretario: round trips on loopback, less what a round
 * trip to a page that does nothing costs in the same run.
 */
import { benchFolder } from './bench-folder.js';
import { type Figure, percentile, rounded } from './figure.js';
import { startAsPeopleDo } from './start.js';

const WARM_UP = 30;
const REQUESTS = 200;
const PAGES = ['/cruscotto', '/le-mie-scadenze', '/scadenze', '/obiettivi', '/ciclo', '/avvisi', '/posta'];
/** p95 in milliseconds. */
const BARS: Readonly<Record<string, number>> = { '/cruscotto': 20, '/ciclo': 30 };

export async function benchDashboard(): Promise<readonly Figure[]> {
  const folder = benchFolder();
  const stack = await startAsPeopleDo(folder.data);
  try {
    const cookie = await enterAsSecretary(stack.address);
    const empty = percentile(await timesOf(`${stack.address}/salute/vivo`, cookie), 50);
    const figures: Figure[] = [{ what: 'an empty round trip, p50', value: rounded(empty), unit: 'ms' }];
    for (const page of PAGES) {
      const times = await timesOf(`${stack.address}${page}`, cookie);
      const bar = BARS[page] === undefined ? {} : { bar: BARS[page] };
      figures.push({
        what: `${page}, server time, p95 of ${REQUESTS}`,
        value: rounded(percentile(times, 95) - empty),
        unit: 'ms',
        ...bar,
      });
    }
    const link = await latestLink(stack.address, cookie);
    const times = await timesOf(`${stack.address}${link}`, '');
    figures.push({
      what: `the page of a mail's link, server time, p95 of ${REQUESTS}`,
      value: rounded(percentile(times, 95) - empty),
      unit: 'ms',
      bar: 20,
    });
    return figures;
  } finally {
    await stack.stop();
    await folder.remove();
  }
}

/** The session's cookie, by the page on which everybody chooses whom to enter as. */
async function enterAsSecretary(address: string): Promise<string> {
  const page = await (await fetch(`${address}/`)).text();
  const form = page.split('<form').find((one) => one.includes('come Segretario')) ?? '';
  const action = /action="([^"]+)"/.exec(form)?.[1] ?? '/';
  const fields = [...form.matchAll(/name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const answer = await fetch(`${address}${action}`, {
    method: 'POST',
    body: new URLSearchParams(fields as [string, string][]),
    headers: { origin: address },
    redirect: 'manual',
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  if (cookie === '') throw new Error(`could not enter as the Segretario: ${answer.status}`);
  return cookie;
}

/** The path of a link in the latest mail that has one, as the demo's inbox shows it. */
async function latestLink(address: string, cookie: string): Promise<string> {
  const read = async (path: string): Promise<string> =>
    (await fetch(`${address}${path}`, { headers: { cookie } })).text();
  for (const [, message] of (await read('/posta')).matchAll(/href="(\/posta\/\d+)"/g)) {
    const link = /(\/r\/[0-9a-z]+)/.exec(await read(`${message}/html`))?.[1];
    if (link !== undefined) return link;
  }
  throw new Error('no mail of the inbox has a link');
}

async function timesOf(url: string, cookie: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let request = 0; request < WARM_UP + REQUESTS; request++) {
    const start = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
    if (request >= WARM_UP) times.push(performance.now() - start);
  }
  return times;
}
