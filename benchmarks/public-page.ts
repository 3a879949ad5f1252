/** Server time of the page for everybody of the example: the plan, then the validated Relazione with its files. */
import { publicationPackage } from '../documents/publication-package.js';
import { canonicalJson } from '../domain/register/canonical-json.js';
import { relazione } from '../domain/relazione/build-relazione.js';
import { civilDate } from '../domain/time/civil-date.js';
import { workingCalendar } from '../domain/time/working-calendar.js';
import { instantAt } from '../domain/time/zone.js';
import { readExample } from '../embedded/example-files.js';
import { exampleRelazioneFacts } from '../embedded/example-relazione.js';
import { ensurePlan, ensureTown } from '../embedded/example-town.js';
import { findCycle } from '../store/cycle/cycles.js';
import { recordStep } from '../store/cycle/record-step.js';
import { inTown, type Tx } from '../store/in-town.js';
import { holdersOn } from '../store/people/people.js';
import { sha256Hex } from '../store/register/register.js';
import { addPackage } from '../store/relazione/publication.js';
import { addSnapshot, referTo } from '../store/relazione/relazione.js';
import { changeSettings, loadTown } from '../store/towns/towns.js';
import { appWithoutSocket } from './app-without-socket.js';
import { startBenchStack } from './bench-stack.js';
import { type Figure, percentile, rounded } from './figure.js';

const [WARM_UP, REQUESTS, BAR] = [30, 300, 20];
const TODAY = civilDate('2024-05-10');
const NOW = instantAt(TODAY, 600, 'Europe/Rome');

export async function benchPublicPage(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    const files = await readExample();
    const town = await ensureTown(stack.sql, files);
    await ensurePlan(stack.sql, town, files, stack.announcer);
    await stack.owner`update town set clock_offset_ms = ${NOW - Date.now()} where id = ${town}`;
    const { slug, person } = await inTown(stack.sql, town, async (tx) => {
      const { settings, slug: named } = await loadTown(tx);
      await changeSettings(tx, { ...settings, relazione: { ...settings.relazione, publicPage: true } });
      return { slug: named, person: (await holdersOn(tx, TODAY)).get('secretary')?.[0]?.id ?? '' };
    });
    const app = appWithoutSocket(stack.sql, stack.announcer);
    const place = `/pubblico/${slug}`;
    const measured = async (what: string, path: string): Promise<readonly Figure[]> => {
      const first = await app.timeOf(path, town, person);
      const times: number[] = [];
      const before = process.cpuUsage();
      for (let request = 0; request < WARM_UP + REQUESTS; request++) {
        const took = await app.timeOf(path, town, person);
        if (request >= WARM_UP) times.push(took);
      }
      const { user, system } = process.cpuUsage(before);
      const value = rounded(percentile(times, 95));
      return [
        { what: `${what}, made`, value: rounded(first), unit: 'ms' },
        { what: `${what}, p95 of ${REQUESTS}`, value, unit: 'ms', bar: BAR },
        { what: `${what}, p50`, value: rounded(percentile(times, 50)), unit: 'ms' },
        // What other programs take of the machine does not count here.
        {
          what: `${what}, processor time of this process, mean`,
          value: rounded((user + system) / 1_000 / (WARM_UP + REQUESTS)),
          unit: 'ms',
        },
      ];
    };
    const plan = await measured('the plan', `${place}/2023`);
    await inTown(stack.sql, town, (tx) => publish(tx, { slug, person }));
    return [
      ...plan,
      ...(await measured('the results', `${place}/2023`)),
      ...(await measured('the PDF', `${place}/2023/${slug}-relazione-performance-2023.pdf`)),
      ...(await measured('the open data in JSON', `${place}/2023/${slug}-relazione-performance-2023.json`)),
      ...(await measured('the years of the town', place)),
    ];
  } finally {
    await stack.stop();
  }
}

/** The example's Relazione frozen, validated and packed, as the RPCT would. */
async function publish(tx: Tx, { slug, person }: { readonly slug: string; readonly person: string }) {
  const cycle = await findCycle(tx, 2023);
  if (cycle === null) throw new Error('the example has no cycle');
  const { settings, closures } = await loadTown(tx);
  const facts = await exampleRelazioneFacts();
  const setting = { rules: settings.closing, calendar: workingCalendar(closures), today: TODAY };
  const said = { on: TODAY, act: null, protocolNumber: null, protocolOn: null, addresses: [], note: null };
  const done = { ...said, kind: 'done', outcome: 'validated', at: NOW, by: person } as const;
  const recorded = await recordStep(tx, cycle, 'validation', done, setting);
  if (!recorded.ok) throw new Error('the example is validated already');
  const hash = sha256Hex(canonicalJson(facts));
  const snapshot = await addSnapshot(tx, {
    ...{ cycle: cycle.id, number: 1, duty: recorded.obligation, cause: 'transmission', reason: null },
    ...{ facts, sha256: { facts: hash, internal: hash, publication: hash }, at: NOW, by: person },
  });
  await referTo(tx, recorded.fact, snapshot);
  const { zip, zipSha256, files } = await publicationPackage({
    ...{ relazione: relazione(facts, 'publication'), slug, madeOn: TODAY, publishesTotals: false },
    snapshot: { number: 1, on: TODAY, facts: hash, publication: hash },
    validation: { outcome: 'validated', on: TODAY },
  });
  const made = { cycle: cycle.id, snapshot, publishesTotals: false, files, zipSha256, zip };
  await addPackage(tx, { ...made, at: NOW, by: person });
}
