// The walls between the rooms, as allow-lists; type-only imports count. Why: docs/adr/0010-walls-built-three-times.md.

/** Path patterns are matched against paths relative to the root; packages are matched by their folder. */
const room = (name) => `^${name}/`;
const pkg = (name) => `(^|/)node_modules/(@types/)?${name}/`;
const NODE_BUILTINS = `^(node:)?(${require('node:module').builtinModules.join('|')})$`;
const ZONE = '^domain/time/zone\\.ts$';
const CONTRACT = '^workflows/contract\\.ts$';

const WALLS = {
  domain: {
    may: [room('domain')],
    but: [ZONE],
    instead:
      'domain/ imports only itself: take the value as a parameter (an Instant, a CivilDate, sha256), or do the work in activities/ or api/. Zones: domain/time/zone.ts.',
  },
  workflows: {
    may: [room('workflows'), room('domain'), pkg('@temporalio/workflow')],
    instead:
      'workflows/ imports only @temporalio/workflow and domain/: ask an activity through the Activities interface of workflows/contract.ts.',
  },
  store: {
    may: [room('store'), room('domain'), pkg('postgres'), pkg('zod'), NODE_BUILTINS],
    instead: 'store/ imports domain/, postgres, zod and node: only: rows go out as domain types.',
  },
  documents: {
    may: [
      '^(documents|domain)/',
      pkg(
        '(mammoth|unpdf|read-excel-file|write-excel-file|docx|csv-stringify|csv-parse|@myriaddreamin/[^/]+)',
      ),
      pkg('zod'),
      NODE_BUILTINS,
    ],
    instead: 'documents/ imports domain/, its readers and writers, zod and node: only.',
  },
  mail: {
    may: [
      '^(mail|domain)/',
      pkg('(nodemailer|imapflow|postal-mime|ical-generator)'),
      `${pkg('hono')}dist/(types/|cjs/)?helper/html/`,
      pkg('zod'),
      NODE_BUILTINS,
    ],
    instead:
      'mail/ imports domain/, its mail packages, hono/html, zod and node: only: facts come in as parameters.',
  },
  activities: {
    may: [
      '^(activities|domain|store|documents|mail)/',
      CONTRACT,
      pkg('@temporalio/(activity|client)'),
      pkg('zod'),
      NODE_BUILTINS,
    ],
    instead:
      'activities/ satisfies workflows/contract.ts and knows neither the other workflow files nor worker/ nor api/.',
  },
  running: {
    may: [room('running'), pkg('(pino|prom-client|zod)'), NODE_BUILTINS],
    instead: 'running/ is what any process has: what is counted comes in as questions from worker/ and api/.',
  },
  worker: {
    may: [
      '^(worker|domain|workflows|activities|mail|store|documents|running)/',
      pkg('@temporalio/(worker|client)'),
      pkg('(zod|pino|prom-client)'),
      NODE_BUILTINS,
    ],
    instead: 'worker/ wires every room but api/; what both processes need belongs to the room that knows it.',
  },
  api: {
    may: [
      '^(api|domain|store|documents|mail|running)/',
      CONTRACT,
      pkg('(hono|@hono/[^/]+|@temporalio/client|openid-client|rate-limiter-flexible|zod|pino|prom-client)'),
      NODE_BUILTINS,
    ],
    instead:
      'api/ writes facts through store/ and announces through workflows/contract.ts; it never runs an activity, a workflow or a mail transport.',
  },
  bootstrap: {
    may: [room('bootstrap'), NODE_BUILTINS],
    instead:
      'bootstrap/ starts before any package is installed: Node built-ins; the rest by import() once it is.',
    dynamic: false,
  },
};

const walls = Object.entries(WALLS).map(([name, { may, but = [], instead, dynamic }]) => ({
  name: `wall-${name}`,
  severity: 'error',
  comment: instead,
  from: { path: room(name), pathNot: but },
  to: { pathNot: may, couldNotResolve: false, ...(dynamic === undefined ? {} : { dynamic }) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...walls,
    {
      name: 'wall-zone',
      severity: 'error',
      comment: 'domain/time/zone.ts alone imports luxon in domain/, and nothing else from outside.',
      from: { path: ZONE },
      to: { pathNot: [room('domain'), pkg('luxon')] },
    },
    {
      name: 'workflow-bundle-adds-no-package',
      severity: 'error',
      comment: 'Each package costs memory in each cached workflow: do without luxon, or ask an activity.',
      from: { path: room('workflows') },
      to: { path: pkg('luxon'), reachable: true },
    },
    {
      name: 'api-sends-no-mail',
      severity: 'error',
      comment: 'api/ may compose a mail to show it; only the worker hands it over (mail/transport).',
      from: { path: room('api') },
      to: { path: pkg('(nodemailer|imapflow)'), reachable: true },
    },
    {
      name: 'documents-are-set-apart',
      severity: 'error',
      comment: 'A typesetter keeps its process busy to the end: call documents/apart/typeset-apart.ts.',
      from: { path: '^(api|worker|activities)/' },
      to: { path: pkg('@myriaddreamin/[^/]+'), reachable: true },
    },
    {
      name: 'nobody-imports-the-edges',
      severity: 'error',
      comment: 'tests/, benchmarks/, cli/ stand on top: move what is needed to the room that knows it.',
      from: { pathNot: '^((tests|benchmarks|cli|embedded|bootstrap)/|vitest\\.config\\.ts$)' },
      to: { path: '^(tests|benchmarks|cli|embedded)/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two files that need each other are one idea, or hide a third: move the shared part out.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-drawer',
      severity: 'error',
      comment: 'A file is named for what it knows: no utils, helpers, common, lib, shared, misc.',
      from: {},
      to: {
        path: '(^|/)(utils?|helpers?|common|lib|shared|misc)(/|\\.[cm]?[jt]sx?$)',
        pathNot: '(^|/)node_modules/',
      },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'Nothing imports this file and it imports nothing: delete or use it.',
      from: {
        orphan: true,
        path: '^(domain|workflows|store|documents|mail|activities|running|worker|api|embedded|cli)/',
        // Entries: programs, what Node loads by --import, what browsers load.
        pathNot: ['/main\\.ts$', '^embedded/leash\\.mjs$', '^api/assets/'],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The import leads nowhere: relative imports end in .js, packages stand in package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-package-in-production',
      severity: 'error',
      comment: 'Production leaves devDependencies out: move it to dependencies, or the code to tests/.',
      from: { path: '^(domain|workflows|store|documents|mail|activities|running|worker|api|cli|embedded)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-package-outside-the-manifest',
      severity: 'error',
      comment: 'A package that others happen to bring may go away: name it in package.json.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: pkg('@types') },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(dist|coverage|\\.traguardo|\\.tools)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
