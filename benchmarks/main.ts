/** `npm run bench -- NAME`: figures as a table on stderr, the last line of stdout one JSON object. Without a name: the list. */
import type { Figure } from './figure.js';
import { whenOrphaned } from './orphaned.js';

interface Bench {
  readonly what: string;
  /** Loaded when it runs: a figure of one does not hold the modules of the others. */
  readonly run: () => Promise<readonly Figure[]>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  agenda: {
    what: 'the agenda of 200,000 objectives, on one core',
    run: async () => (await import('./agenda.js')).benchAgenda(),
  },
  rehearsal: {
    what: "one town's year rehearsed",
    run: async () => (await import('./rehearsal.js')).benchRehearsal(),
  },
  digests: {
    what: '200 digests put into words and handed to a local mail server',
    run: async () => (await import('./digests.js')).benchDigests(),
  },
  'rehearsal-large': {
    what: 'the year of 200,000 objectives rehearsed: time and memory',
    run: async () => (await import('./rehearsal-large.js')).benchRehearsalLarge(),
  },
  lives: {
    what: 'random years told ahead and lived: [LIVES, default 1,000] [SEED] [FILE of those done, to go on with]',
    run: async () => (await import('./lives.js')).benchLives(),
  },
  reading: {
    what: 'the deadline reader and the plan compiler: nearness to the truth, and speed',
    run: async () => (await import('./reading.js')).benchReading(),
  },
  soak: {
    what: 'mutated files through the readers: [FILES, default 10,000] [SEED]',
    run: async () => (await import('./soak-reading.js')).benchSoak(),
  },
  kills: {
    what: 'kill -9 of worker, Temporal and PostgreSQL at random points: [KILLS, default 200] [SEED]',
    run: async () => (await import('./kills.js')).benchKills(),
  },
  fuzz: {
    what: 'the JSON API under schemathesis, with the keys of two towns: [SEED] [EXAMPLES an operation]',
    run: async () => (await import('./fuzz.js')).benchFuzz(),
  },
  bundle: {
    what: 'the workflow bundle: size and packages',
    run: async () => (await import('./bundle.js')).benchBundle(),
  },
  year: {
    what: "the example's whole year by the town's clock, with the real workflows",
    run: async () => (await import('./year.js')).benchYear(),
  },
  story: {
    what: '18 months of the example, from the plan to the closing, with the real workflows',
    run: async () => (await import('./story.js')).benchStory(),
  },
  dashboard: {
    what: 'server time of the pages of the example',
    run: async () => (await import('./dashboard.js')).benchDashboard(),
  },
  'sign-in': {
    what: 'what session, key and rights cost a request (BENCH_TOWNS, default 400)',
    run: async () => (await import('./sign-in.js')).benchSignIn(),
  },
  relazione: {
    what: 'the Relazione of the example in six formats, and the PDF of one with 400 objectives',
    run: async () => (await import('./relazione.js')).benchRelazione(),
  },
  public: {
    what: 'the page for everybody: server time of plan, results and files',
    run: async () => (await import('./public-page.js')).benchPublicPage(),
  },
  start: {
    what: 'npm start: first load and second start',
    run: async () => (await import('./start.js')).benchStart(),
  },
  memory: {
    what: 'resident memory of the idle stack',
    run: async () => (await import('./memory.js')).benchMemory(),
  },
  monitoring: {
    what: 'opening the monitoring of the example, and its pages',
    run: async () => (await import('./monitoring.js')).benchMonitoring(),
  },
  'opening-morning': {
    what: 'the first window opening in 7,900 towns, extrapolated (BENCH_TOWNS, default 100)',
    run: async () => (await import('./opening-morning.js')).benchOpeningMorning(),
  },
  large: {
    what: 'pages, their plans and the functions across towns with 8,000 towns and 200,000 objectives (BENCH_TOWNS)',
    run: async () => (await import('./large.js')).benchLarge(),
  },
  towns: {
    what: 'the board over five towns, with others in the database (BENCH_TOWNS, default 400)',
    run: async () => (await import('./towns.js')).benchTowns(),
  },
  rls: {
    what: "what row-level security costs the dashboard's queries (BENCH_TOWNS, default 500)",
    run: async () => (await import('./rls.js')).benchRls(),
  },
  burst: {
    what: 'notices of many towns due on one morning (BENCH_TOWNS, default 400)',
    run: async () => (await import('./burst.js')).benchBurst(),
  },
};

const name = process.argv[2] ?? '';
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (bench === undefined) {
  for (const [key, { what }] of Object.entries(BENCHES)) process.stderr.write(`${key.padEnd(16)} ${what}\n`);
  process.exitCode = name === '' ? 0 : 2;
} else {
  // 128 + SIGTERM; the sweeper ends the servers.
  void whenOrphaned(() => process.exit(143));
  const figures = await bench.run();
  for (const { what, value, unit, bar } of figures) {
    const against = bar === undefined ? '' : `  (bar: ${bar} ${unit})`;
    process.stderr.write(`${what.padEnd(64)} ${String(value).padStart(12)} ${unit}${against}\n`);
  }
  process.stdout.write(`${JSON.stringify({ bench: name, figures })}\n`);
}
