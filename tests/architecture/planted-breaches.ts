/**
 * One breach of every import wall, each in a file of its own, and the rule that must refuse it. The files are
 * written into an empty tree, never into the house.
 */
export interface Breach {
  /** Path from the root of the house. */
  readonly file: string;
  /** What stands in the file. */
  readonly source: string;
  /** Name of the rule of `.dependency-cruiser.cjs` that must refuse it. */
  readonly rule: string;
}

/** What the clean neighbours of the breaches are called; every room has one, with nothing wrong in it. */
export const NEIGHBOURS: Readonly<Record<string, string>> = {
  'domain/ground.ts': "import { plain } from './plain.js';\nexport const ground = plain + 1;\n",
  'domain/plain.ts': 'export const plain = 1;\n',
  'workflows/contract.ts': "import { plain } from '../domain/plain.js';\nexport const queue = plain;\n",
  'workflows/objective.ts':
    "import { sleep } from '@temporalio/workflow';\nimport { queue } from './contract.js';\nexport const objective = async (): Promise<void> => sleep(queue);\n",
  'store/rows.ts':
    "import { readFile } from 'node:fs/promises';\nimport postgres from 'postgres';\nimport { z } from 'zod';\nimport { plain } from '../domain/plain.js';\nexport const rows = { readFile, postgres, z, plain };\n",
  'documents/plan-json.ts':
    "import { stringify } from 'csv-stringify';\nimport { z } from 'zod';\nimport { plain } from '../domain/plain.js';\nexport const read = { stringify, z, plain };\n",
  'mail/compose.ts':
    "import PostalMime from 'postal-mime';\nimport { plain } from '../domain/plain.js';\nexport const compose = { PostalMime, plain };\n",
  'mail/transport.ts':
    "import nodemailer from 'nodemailer';\nimport { compose } from './compose.js';\nexport const transport = { nodemailer, compose };\n",
  'activities/take-stock.ts':
    "import { Context } from '@temporalio/activity';\nimport { read } from '../documents/plan-json.js';\nimport { transport } from '../mail/transport.js';\nimport { rows } from '../store/rows.js';\nimport { queue } from '../workflows/contract.js';\nexport const takeStock = { Context, read, rows, transport, queue };\n",
  'running/log.ts':
    "import pino from 'pino';\nimport { Registry } from 'prom-client';\nexport const log = { pino, Registry };\n",
  'worker/main.ts':
    "import { Worker } from '@temporalio/worker';\nimport { log } from '../running/log.js';\nimport { takeStock } from '../activities/take-stock.js';\nimport { objective } from '../workflows/objective.js';\nexport const run = { Worker, log, takeStock, objective };\n",
  'api/main.ts':
    "import { serve } from '@hono/node-server';\nimport { Client } from '@temporalio/client';\nimport { Hono } from 'hono';\nimport { compose } from '../mail/compose.js';\nimport { rows } from '../store/rows.js';\nimport { queue } from '../workflows/contract.js';\nexport const app = { serve, Client, Hono, compose, rows, queue };\n",
  'embedded/supervisor.ts':
    "import { app } from '../api/main.js';\nimport { run } from '../worker/main.js';\nexport const both = { app, run };\n",
  'cli/main.ts': "import { both } from '../embedded/supervisor.js';\nexport const start = both;\n",
  'tests/x.test.ts':
    "import fc from 'fast-check';\nimport { start } from '../cli/main.js';\nexport const seen = { fc, start };\n",
  'bootstrap/start.mjs': "import { spawn } from 'node:child_process';\nexport const start = spawn;\n",
};

const wall = (room: string, name: string, ...imports: readonly string[]): Breach[] =>
  imports.map((from, index) => ({
    file: `${room}/planted-${name}-${index}.${room === 'bootstrap' ? 'mjs' : 'ts'}`,
    source: `import * as x from '${from}';\nexport const y = x;\n`,
    rule: `wall-${room}`,
  }));

/** Each room × what it may not import: another room, a package, a built-in, a type. */
export const BREACHES: readonly Breach[] = [
  ...wall('domain', 'package', 'zod', 'luxon', 'postgres', 'node:fs', 'node:crypto', '@temporalio/workflow'),
  ...wall('domain', 'room', '../store/rows.js', '../workflows/contract.js', '../mail/compose.js'),
  ...wall(
    'workflows',
    'package',
    'zod',
    'luxon',
    'node:fs',
    '@temporalio/client',
    '@temporalio/common',
    'hono',
  ),
  ...wall('workflows', 'room', '../activities/take-stock.js', '../store/rows.js', '../mail/compose.js'),
  ...wall('store', 'package', 'hono', 'pino', '@temporalio/client', 'nodemailer', 'luxon'),
  ...wall('store', 'room', '../api/main.js', '../workflows/contract.js', '../mail/compose.js'),
  ...wall('documents', 'package', 'postgres', 'hono', 'nodemailer'),
  ...wall('documents', 'room', '../store/rows.js', '../mail/compose.js'),
  ...wall('mail', 'package', 'postgres', 'hono', 'pino', '@temporalio/activity'),
  ...wall('mail', 'room', '../store/rows.js', '../api/main.js', '../workflows/contract.js'),
  ...wall('activities', 'package', 'hono', 'postgres', '@temporalio/worker', '@temporalio/workflow', 'pino'),
  ...wall('activities', 'room', '../workflows/objective.js', '../worker/main.js', '../api/main.js'),
  ...wall('running', 'package', 'hono', 'postgres', '@temporalio/worker', 'nodemailer'),
  ...wall('running', 'room', '../store/rows.js', '../worker/main.js', '../api/main.js', '../domain/plain.js'),
  ...wall('worker', 'package', 'hono', 'postgres', 'nodemailer'),
  ...wall('worker', 'room', '../api/main.js', '../embedded/supervisor.js'),
  ...wall('api', 'package', '@temporalio/worker', 'postgres', 'nodemailer', 'luxon'),
  ...wall('api', 'room', '../activities/take-stock.js', '../worker/main.js', '../workflows/objective.js'),
  ...wall('bootstrap', 'package', 'zod', 'postgres'),
  {
    file: 'domain/time/zone.ts',
    source:
      "import { DateTime } from 'luxon';\nimport { z } from 'zod';\nexport const inZone = (ms: number, zone: string) => [DateTime.fromMillis(ms, { zone }), z];\n",
    rule: 'wall-zone',
  },
  {
    file: 'workflows/planted-type.ts',
    source: "import type { Client } from '@temporalio/client';\nexport type X = Client;\n",
    rule: 'wall-workflows',
  },
  {
    file: 'domain/planted-type.ts',
    source: "import type { Sql } from 'postgres';\nexport type X = Sql;\n",
    rule: 'wall-domain',
  },
  {
    file: 'workflows/planted-lazy.ts',
    source: "export const lazy = () => import('node:fs');\n",
    rule: 'wall-workflows',
  },
  {
    file: 'workflows/planted-zone.ts',
    source: "import { inZone } from '../domain/time/zone.js';\nexport const x = inZone;\n",
    rule: 'workflow-bundle-adds-no-package',
  },
  {
    file: 'api/planted-transport.ts',
    source: "import { transport } from '../mail/transport.js';\nexport const x = transport;\n",
    rule: 'api-sends-no-mail',
  },
  {
    file: 'api/planted-typesetter.ts',
    source: "import * as x from '@myriaddreamin/typst-ts-node-compiler';\nexport const y = x;\n",
    rule: 'documents-are-set-apart',
  },
  {
    file: 'store/planted-edge.ts',
    source: "import { both } from '../embedded/supervisor.js';\nexport const x = both;\n",
    rule: 'nobody-imports-the-edges',
  },
  {
    file: 'domain/planted-circle-a.ts',
    source: "import { b } from './planted-circle-b.js';\nexport const a = (): number => b();\n",
    rule: 'no-cycle',
  },
  {
    file: 'domain/planted-orphan.ts',
    source: 'export const alone = 1;\n',
    rule: 'no-orphan',
  },
  {
    file: 'store/planted-nowhere.ts',
    source: "import { x } from './not-here.js';\nexport const y = x;\n",
    rule: 'no-unresolvable',
  },
  {
    file: 'store/planted-dev.ts',
    source: "import fc from 'fast-check';\nexport const x = fc;\n",
    rule: 'no-dev-package-in-production',
  },
  {
    file: 'embedded/planted-stranger.ts',
    source: "import ms from 'ms';\nexport const x = ms;\n",
    rule: 'no-package-outside-the-manifest',
  },
  ...['utils', 'util', 'helpers', 'common', 'lib', 'shared', 'misc'].map((drawer) => ({
    file: `embedded/planted-drawer-${drawer}.ts`,
    source: `import { x } from './${drawer}.js';\nexport const y = x;\n`,
    rule: 'no-drawer',
  })),
];

/** What the breaches import: the drawers, and the other half of the circle. Each is refused through its importer. */
export const ACCOMPLICES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    BREACHES.filter(({ rule }) => rule === 'no-drawer').map(({ file }) => [
      file.replace('planted-drawer-', ''),
      "import 'node:os';\nexport const x = 1;\n",
    ]),
  ),
  'domain/planted-circle-b.ts':
    "import { a } from './planted-circle-a.js';\nexport const b = (): number => a();\n",
};
