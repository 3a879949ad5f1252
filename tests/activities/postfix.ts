/**
 * Debian's postfix as a server of a test's own: its own settings and queue in a temporary folder, on loopback,
 * handing every mail of the example domains to one SMTP server. `.ci/run` installs it.
 */
import { execFile } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { freePort } from '../../embedded/free-port.js';
import { readSmtpUrl, type SmtpSettings } from '../../mail/smtp-settings.js';

const run = promisify(execFile);
const PROGRAM = '/usr/sbin/postfix';

/** Why there can be none here; `null`: there can. */
export function whyNoPostfix(): string | null {
  try {
    accessSync(PROGRAM);
  } catch {
    return 'postfix is not installed (apt-get install postfix)';
  }
  return process.getuid?.() === 0 ? null : 'postfix is started by root alone';
}

export interface Postfix {
  readonly settings: SmtpSettings;
  /** What it logged so far. */
  log(): string;
}

const SERVICES = [
  'cleanup unix n - n - 0 cleanup',
  // Woken each second, not each 300: what it skips (see below) lies among what has come in, for a minute from then.
  'qmgr unix n - n 1 1 qmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'proxymap unix - - n - - proxymap',
  'smtp unix - - n - - smtp',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'anvil unix - - n - 1 anvil',
  'scache unix - - n - 1 scache',
  'postlog unix-dgram n - n - 1 postlogd',
];

/** `next`: the port of the server that it hands mail on to. Stopped after the file's last test. */
export async function startPostfix(next: number): Promise<Postfix> {
  const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-postfix-'));
  chmodSync(folder, 0o755);
  const [settings, queue, data, log] = ['etc', 'queue', 'data', 'log'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string];
  for (const each of [settings, queue, data]) mkdirSync(each);
  const owner = Number((await run('id', ['--user', 'postfix'])).stdout);
  chownSync(data, owner, -1);
  const port = await freePort();
  const route = `smtp:[127.0.0.1]:${next}`;
  writeFileSync(
    path.join(settings, 'main.cf'),
    [
      'compatibility_level = 3.6',
      `queue_directory = ${queue}`,
      `data_directory = ${data}`,
      'inet_interfaces = 127.0.0.1',
      'inet_protocols = ipv4',
      'myhostname = mx.comune.example',
      'mydestination =',
      'mynetworks = 127.0.0.0/8',
      'alias_maps =',
      'alias_database =',
      'smtpd_recipient_restrictions = permit_mynetworks, reject',
      'smtpd_relay_restrictions = permit_mynetworks, reject',
      `transport_maps = inline:{ prova.example=${route}, comune.example=${route} }`,
      'default_transport = error:no other host',
      // In whole seconds of its clock. After one, the program that deferred the mail may still have it open on a busy
      // machine: "skipped, still being delivered", and a minute's rest.
      'minimal_backoff_time = 3s',
      'maximal_backoff_time = 3s',
      'queue_run_delay = 1s',
      // A service that a busy machine starts too late is not left alone for a minute.
      'transport_retry_time = 1s',
      'service_throttle_time = 1s',
      `maillog_file = ${log}`,
      `maillog_file_prefixes = ${folder}`,
      '',
    ].join('\n'),
  );
  writeFileSync(
    path.join(settings, 'master.cf'),
    [`127.0.0.1:${port} inet n - n - - smtpd`, ...SERVICES, ''].join('\n'),
  );
  await run(PROGRAM, ['-c', settings, 'start']);
  afterAll(async () => {
    await run(PROGRAM, ['-c', settings, 'stop']);
    rmSync(folder, { recursive: true, force: true });
  });
  const read = readSmtpUrl(`smtp://127.0.0.1:${port}?ignore-tls=true`);
  if (!read.ok) throw new Error(read.refusal);
  return { settings: read.settings, log: () => readFileSync(log, 'utf8') };
}
