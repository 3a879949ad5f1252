/** The rules of the house that no tool knows: sizes, names, pages that do not lie, nothing of this machine. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOUSE, houseFiles, linesOf, ROOMS, textOf } from './house-files.js';

const files = houseFiles();
const code = files.filter((file) => /\.([cm]?[jt]sx?|sql)$/.test(file));
const pages = files.filter((file) => file.endsWith('.md'));
const TEXT = /\.([cm]?[jt]sx?|sql|md|ya?ml|json|css|txt|sh)$|(^|\/)(Dockerfile|\.env\.example|\.ci\/run)$/;
/** Everything written by hand. */
const text = files.filter((file) => TEXT.test(file) && file !== 'package-lock.json');

/** Files in which `pattern` occurs, with the first thing found. */
const where = (among: readonly string[], pattern: RegExp): string[] =>
  among.flatMap((file) => {
    const found = pattern.exec(textOf(file));
    return found ? [`${file}: ${found[0]}`] : [];
  });

describe('sizes', () => {
  it('keeps every file of code within 200 lines, and of tests, whose tables are long, within 300', () => {
    const most = (file: string): number => (file.startsWith('tests/') ? 300 : 200);
    expect(code.filter((file) => linesOf(file) > most(file))).toEqual([]);
  });

  it('keeps every file of domain/ within 120 lines', () => {
    expect(code.filter((file) => file.startsWith('domain/') && linesOf(file) > 120)).toEqual([]);
  });

  it('keeps every decision within a page of 60 lines', () => {
    expect(files.filter((file) => /^docs\/adr\/\d/.test(file) && linesOf(file) > 60)).toEqual([]);
  });
});

describe('names', () => {
  it('has no drawers', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|lib|shared|misc)(\/|\.[^/]+$)/;
    expect(files.filter((file) => drawer.test(file))).toEqual([]);
  });

  it('has an index.ts in workflows/ only: one door for the bundler, no barrels', () => {
    expect(code.filter((file) => /(^|\/)index\.[cm]?[jt]sx?$/.test(file))).toEqual(['workflows/index.ts']);
  });

  it('names files in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
    const names = code.filter((file) => !/^\d{6}_[a-z0-9_]+\.sql$/.test(file.split('/').at(-1) ?? ''));
    expect(names.filter((file) => !kebab.test((file.split('/').at(-1) ?? '').replace(/^\./, '')))).toEqual(
      [],
    );
  });

  it('numbers decisions once each, and lists every one', () => {
    const decisions = files
      .filter((file) => /^docs\/adr\/\d{4}-/.test(file))
      .map((file) => file.split('/')[2] ?? '');
    expect(new Set(decisions.map((name) => name.slice(0, 4))).size).toBe(decisions.length);
    const list = textOf('docs/adr/README.md');
    expect(decisions.filter((name) => !list.includes(`(${name})`))).toEqual([]);
  });
});

describe('rooms', () => {
  it.each(ROOMS)('%s/ has a README of at most ten lines', (room) => {
    expect(existsSync(join(HOUSE, room, 'README.md')), `${room}/README.md is missing`).toBe(true);
    expect(linesOf(`${room}/README.md`)).toBeLessThanOrEqual(10);
  });

  it('has no folder of code that is not a room', () => {
    const folders = new Set(
      code.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''),
    );
    expect([...folders].filter((folder) => !ROOMS.some((room) => room === folder))).toEqual([]);
  });
});

describe('what must not be there', () => {
  // The words are put together here, or this file would find itself.
  const later = new RegExp(
    `\\b(${['TO', 'FIX', 'HA', 'XX'].map((a, n) => a + ['DO', 'ME', 'CK', 'X'][n]).join('|')})\\b`,
  );

  it('leaves nothing for later', () => {
    expect(where(text, later)).toEqual([]);
  });

  it('silences no tool without saying why', () => {
    const silence = new RegExp(['@ts-', '(ignore|nocheck)|eslint', '-disable|istanbul ', 'ignore'].join(''));
    const mute = new RegExp(['biome', '-ignore[\\w-]* [\\w/]+(?!: .{12})(?![\\w/])'].join(''));
    expect(
      where(
        text.filter((file) => file !== 'tests/architecture/lint.test.ts'),
        silence,
      ),
    ).toEqual([]);
    expect(where(text, mute)).toEqual([]);
  });

  it('names no path of one machine', () => {
    const machine = new RegExp(`(^|[\\s'"\`(=])/(${['work', 'farm', 'root'].join('|')})/[\\w.]`, 'm');
    expect(where(text, machine)).toEqual([]);
  });

  it('holds no mail address outside the domains kept for examples', () => {
    const address =
      /[\w.+-]+@(?!([\w-]+\.)*(example|test|invalid|localhost)\b)(?!([\w-]+\.)*example\.(org|com|net)\b)[\w-]+\.[a-z]{2,}\b/i;
    expect(where(text, address)).toEqual([]);
  });
});

describe('pages', () => {
  it('has no link that leads nowhere', () => {
    const broken = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target ?? '')
        .filter((target) => !existsSync(join(HOUSE, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('names in CONTRIBUTING.md only files and folders that exist', () => {
    const named = [
      ...textOf('CONTRIBUTING.md').matchAll(/`([\w.-]+\/[\w./-]*|[A-Z]+\.md|[\w.-]+\.(?:json|cjs|yml|ts))`/g),
    ];
    expect(named.map(([, path]) => path ?? '').filter((path) => !existsSync(join(HOUSE, path)))).toEqual([]);
  });
});
