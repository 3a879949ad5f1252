/** The systemd unit starts what the command line knows, with variables that the program reads. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { textOf } from '../architecture/house-files.js';

const unit = textOf('docs/traguardo.service');
const settingOf = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';

it('ExecStart is a command of ours with options that it has', () => {
  const [node, ...words] = settingOf('ExecStart').split(' ');
  expect(node).toBe('/usr/bin/node');
  const { status, stdout } = spawnSync(process.execPath, [...words, '--help'], { encoding: 'utf8' });
  expect(status).toBe(0);
  for (const word of words.filter((one) => one.startsWith('--') && one !== '--import'))
    expect(stdout).toContain(word);
});

it('data and settings are where the runbook says', () => {
  const runbook = textOf('docs/runbook.md');
  expect(settingOf('Environment')).toContain(`DATA_DIR=/var/lib/${settingOf('StateDirectory')}`);
  for (const place of [settingOf('EnvironmentFile'), settingOf('WorkingDirectory'), '/var/lib/traguardo/log'])
    expect(runbook).toContain(place);
});
