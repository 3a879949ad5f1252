/**
 * Debian's dovecot as an IMAP server of a test's own: settings, mails and sockets in a temporary folder, on
 * loopback. `.ci/run` installs it.
 */
import { execFile, spawn } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { freePort, untilOpen } from '../../embedded/free-port.js';

const run = promisify(execFile);
const PROGRAM = '/usr/sbin/dovecot';
const NOBODY = 65_534;

/** Why there can be none here; `null`: there can. */
export function whyNoDovecot(): string | null {
  try {
    accessSync(PROGRAM);
    accessSync('/usr/lib/dovecot/imap');
  } catch {
    return 'dovecot is not installed (apt-get install dovecot-imapd)';
  }
  return process.getuid?.() === 0 ? null : 'dovecot is started by root alone';
}

export interface Dovecot {
  readonly url: string;
  readonly port: number;
  /** Puts a mail into the mailbox; `daysAgo` and `seen` as the server is to know them. */
  deliver(name: string, raw: string, wish?: { readonly daysAgo?: number; readonly seen?: boolean }): void;
  /** Names of the mails that are marked as read. */
  seen(): readonly string[];
}

const BY_PASSWORD = ['passdb {', '  driver = static', '  args = password=segreta user=ritorni', '}'];

function byToken(folder: string, introspection: string): readonly string[] {
  const settings = path.join(folder, 'oauth2.conf');
  writeFileSync(
    settings,
    [
      `introspection_url = ${introspection}`,
      'introspection_mode = post',
      'username_attribute = username',
      'active_attribute = active',
      'active_value = true',
      '',
    ].join('\n'),
  );
  return [
    'auth_mechanisms = xoauth2 oauthbearer',
    'passdb {',
    '  driver = oauth2',
    '  mechanisms = xoauth2 oauthbearer',
    `  args = ${settings}`,
    '}',
  ];
}

/**
 * Stopped after the file's last test. `introspection`: where it asks about access tokens (RFC 7662); then they are
 * the only way in.
 */
export async function startDovecot(introspection: string | null = null): Promise<Dovecot> {
  const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-dovecot-'));
  chmodSync(folder, 0o755);
  const mail = path.join(folder, 'mail');
  const cur = path.join(mail, 'cur');
  for (const each of [mail, cur, path.join(mail, 'new'), path.join(mail, 'tmp')]) {
    mkdirSync(each);
    chownSync(each, NOBODY, NOBODY);
  }
  mkdirSync(path.join(folder, 'run'));
  const port = await freePort();
  const settings = path.join(folder, 'dovecot.conf');
  writeFileSync(
    settings,
    [
      `base_dir = ${folder}/run`,
      `state_dir = ${folder}/run`,
      `log_path = ${folder}/log`,
      'protocols = imap',
      'listen = 127.0.0.1',
      'ssl = no',
      'disable_plaintext_auth = no',
      'first_valid_uid = 1',
      // It makes whoever is refused wait, and longer each time.
      'auth_failure_delay = 0',
      `mail_location = maildir:${mail}`,
      ...(introspection === null ? BY_PASSWORD : byToken(folder, introspection)),
      'userdb {',
      '  driver = static',
      `  args = uid=${NOBODY} gid=${NOBODY} home=${folder}`,
      '}',
      'service imap-login {',
      '  chroot =',
      '  inet_listener imap {',
      `    port = ${port}`,
      '  }',
      '  inet_listener imaps {',
      '    port = 0',
      '  }',
      '}',
      'service anvil {',
      '  chroot =',
      '  unix_listener anvil-auth-penalty {',
      '    mode = 0',
      '  }',
      '}',
      '',
    ].join('\n'),
  );
  // It goes into the background with whatever it was given to write to.
  await new Promise<void>((resolve, reject) => {
    const starting = spawn(PROGRAM, ['-c', settings], { stdio: 'ignore' });
    starting.once('error', reject);
    starting.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`dovecot ended with ${code}`)),
    );
  });
  afterAll(async () => {
    await run('/usr/bin/doveadm', ['-c', settings, 'stop']);
    rmSync(folder, { recursive: true, force: true });
  });
  await untilOpen(port, () => false);
  let count = 0;
  return {
    port,
    url: `imap://ritorni:segreta@127.0.0.1:${port}/INBOX`,
    deliver(name, raw, { daysAgo = 0, seen = false } = {}) {
      count += 1;
      const at = Date.now() / 1000 - daysAgo * 86_400;
      const file = path.join(cur, `${1_000_000 + count}.${name}.host:2,${seen ? 'S' : ''}`);
      writeFileSync(file, raw, 'latin1');
      chownSync(file, NOBODY, NOBODY);
      utimesSync(file, at, at);
    },
    seen: () =>
      readdirSync(cur)
        .filter((file) => /:2,.*S/.test(file))
        .map((file) => file.split('.')[1] ?? '')
        .sort(),
  };
}
