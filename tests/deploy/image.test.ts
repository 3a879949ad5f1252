/** The Dockerfile and what it copies: two stages thrown away, a user that owns nothing, nothing forgotten. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HOUSE, houseFiles, ROOMS, textOf } from '../architecture/house-files.js';

const dockerfile = textOf('Dockerfile');
const BuildProgram = z.object({ include: z.array(z.string()) });

describe('the image', () => {
  it('is built in stages and holds production packages only', () => {
    expect(dockerfile.match(/^FROM /gm)).toHaveLength(3);
    expect(dockerfile).toMatch(/npm install --omit=dev/);
  });

  it('does not run as root', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
    expect(last).toMatch(/^USER node$/m);
  });

  it('copies what exists, and does not hide it by .dockerignore', () => {
    const hidden = textOf('.dockerignore').split('\n');
    const copied = [...dockerfile.matchAll(/cp -R (\S+)|^COPY (?!--from)(?:--\S+ )?(.+) \.\/$/gm)].flatMap(
      ([, folder, list]) => folder ?? list?.split(' ') ?? [],
    );
    expect(copied).toContain('store/migrations');
    expect(copied.filter((path) => !existsSync(join(HOUSE, path)) || hidden.includes(path))).toEqual([]);
  });

  it('compiles every room but tests/ and benchmarks/', () => {
    const { include } = BuildProgram.parse(JSON.parse(textOf('tsconfig.build.json')));
    const code = houseFiles().filter((file) => /\.tsx?$/.test(file) && !/^(tests|benchmarks)\//.test(file));
    const rooms = ROOMS.filter((room) => code.some((file) => file.startsWith(`${room}/`)));
    expect(rooms.filter((room) => !include.includes(`${room}/**/*.ts`))).toEqual([]);
    const withPages = rooms.filter((room) =>
      code.some((file) => file.startsWith(`${room}/`) && file.endsWith('x')),
    );
    expect(withPages.filter((room) => !include.includes(`${room}/**/*.tsx`))).toEqual([]);
  });

  it('carries every folder of files that the code reads at run time', () => {
    const data = houseFiles().filter(
      (file) =>
        /^(domain|workflows|activities|mail|store|documents|worker|api|cli)\//.test(file) &&
        !/\.(tsx?|md|json)$/.test(file),
    );
    const folders = new Set(data.map((file) => file.split('/').slice(0, 2).join('/')));
    expect([...folders].filter((folder) => !dockerfile.includes(`cp -R ${folder} dist/${folder}`))).toEqual(
      [],
    );
    expect(readdirSync(join(HOUSE, 'store/migrations')).length).toBeGreaterThan(0);
  });
});
