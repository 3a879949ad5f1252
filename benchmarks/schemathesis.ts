/** Schemathesis, which asks an API everything that its OpenAPI document allows, and much that it does not. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const requirements = fileURLToPath(new URL('schemathesis.requirements.txt', import.meta.url));
const tools = fileURLToPath(new URL('../.tools/', import.meta.url));

/** The folder with the pinned packages, brought by pip once; nothing is installed into the system. */
export async function ensureSchemathesis(): Promise<string> {
  const version = /^schemathesis==(\S+)/m.exec(await readFile(requirements, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${requirements} pins no schemathesis`);
  const folder = path.join(tools, `schemathesis-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(tools, { recursive: true });
  const fresh = await mkdtemp(`${folder}.download-`);
  try {
    const install = ['-m', 'pip', 'install', '--no-deps', '--only-binary=:all:', '--require-hashes'];
    const quiet = ['--disable-pip-version-check', '--no-input', '--progress-bar=off', '--quiet'];
    await promisify(execFile)('python3', [...install, ...quiet, '-r', requirements, '--target', fresh]);
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return folder;
}

export interface FuzzWish {
  /** Of the packages. */
  readonly folder: string;
  readonly document: string;
  readonly url: string;
  readonly key: string;
  readonly seed: number;
  /** Random requests for each operation, beside those that follow from the document alone. */
  readonly examples: number;
  /** Tries the bounds of every schema one by one too: some ten thousand requests. */
  readonly thorough: boolean;
  /** After this many milliseconds it is ended, which is a failure. */
  readonly limitMs: number;
}

/**
 * What the answers are held against. A refusal of valid data is often right here (a day that is over, a closed year); that
 * strangers are refused is walked by tests, and the key is sent with every request.
 */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
].join(',');

/** What it said; `null` when it found nothing. */
export async function fuzz(wish: FuzzWish): Promise<string | null> {
  const args = [
    ...['-m', 'schemathesis.cli', '--no-color', 'run', wish.document, '--url', wish.url],
    ...[
      '--header',
      `Authorization: Bearer ${wish.key}`,
      '--checks',
      CHECKS,
      '--phases',
      wish.thorough ? 'examples,coverage,fuzzing' : 'examples,fuzzing',
    ],
    ...['--seed', String(wish.seed), '--max-examples', String(wish.examples), '--mode', 'all', '--no-shrink'],
    ...[
      '--continue-on-failure',
      '--generation-database',
      'none',
      '--suppress-health-check',
      'all',
      '--warnings',
      'off',
    ],
    ...['--request-timeout', '60', '--max-redirects', '0'],
  ];
  const env = { ...process.env, PYTHONPATH: wish.folder, PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn('python3', args, {
    env,
    cwd: path.dirname(wish.document),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const timer = setTimeout(() => {
    said += `\nended after ${wish.limitMs / 1000} s`;
    child.kill('SIGKILL');
  }, wish.limitMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  return code === 0 ? null : said;
}
