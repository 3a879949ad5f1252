/**
 * docker-compose.yml cannot be run where the tests run, so its shape, its promises and its values are checked
 * instead: by the part of the Compose Specification that it uses.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOUSE, textOf } from '../architecture/house-files.js';
import { ComposeFile, composeFile, envExample, placeholders } from './compose-file.js';

const compose = ComposeFile.parse(composeFile);
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);

describe('docker-compose.yml', () => {
  it('is of the shape that Compose accepts', () => {
    expect(ComposeFile.safeParse(composeFile).error?.issues ?? []).toEqual([]);
  });

  it('has the facts, Temporal with a database and a page of its own, workers, APIs and a mail catcher', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining([
        'facts',
        'temporal-database',
        'temporal',
        'temporal-ui',
        'worker',
        'api',
        'posta',
      ]),
    );
    expect(compose.services['posta']?.profiles).toEqual(['posta']);
  });

  it.each(services)('%s depends on, mounts and joins only what is declared', (_name, service) => {
    const volumes = service.volumes.map((volume) => volume.split(':')[0] ?? '');
    expect(Object.keys(service.depends_on).filter((name) => !(name in compose.services))).toEqual([]);
    expect(volumes.filter((name) => !(name in compose.volumes))).toEqual([]);
    expect(service.networks.filter((name) => !(name in compose.networks))).toEqual([]);
    expect(service.configs.filter(({ source }) => !(source in compose.configs))).toEqual([]);
  });

  it.each(services)('%s waits for health only where there is a health check', (_name, service) => {
    for (const [name, { condition }] of Object.entries(service.depends_on)) {
      if (condition === 'service_healthy') expect(compose.services[name]?.healthcheck).toBeDefined();
      if (condition === 'service_completed_successfully')
        expect(compose.services[name]?.restart).toMatch(/^on-failure/);
    }
  });

  it.each(services.filter(([, { restart }]) => restart === 'unless-stopped').map(([name]) => name))(
    '%s, which runs for ever, has a health check or is only a page',
    (name) => {
      if (name !== 'temporal-ui') expect(compose.services[name]?.healthcheck).toBeDefined();
    },
  );

  it.each(services)('%s opens ports on loopback only', (_name, { ports }) => {
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('keeps the databases and Temporal on a network without a way out', () => {
    expect(compose.networks['inside']?.internal).toBe(true);
    for (const name of ['facts', 'temporal-database', 'temporal', 'migrate']) {
      expect(compose.services[name]?.networks).toEqual(['inside']);
    }
  });

  it('keeps the data of every database in a named volume', () => {
    // The image of PostgreSQL 18 moved its data folder: one level up, or the data are gone with the container.
    expect(compose.services['facts']?.volumes).toEqual(['facts:/var/lib/postgresql']);
    expect(compose.services['temporal-database']?.volumes).toEqual(['temporal:/var/lib/postgresql/data']);
  });

  it('runs several workers and APIs, with a port for each API', () => {
    const value = (name: string) => envExample().find((line) => line.name === name)?.value ?? '';
    expect(compose.services['worker']?.deploy?.replicas).toMatch(/^\$\{WORKERS:-\d+\}$/);
    expect(compose.services['api']?.deploy?.replicas).toMatch(/^\$\{APIS:-\d+\}$/);
    const [first = 0, last = 0] = value('API_PORTS').split('-').map(Number);
    expect(last - first + 1).toBeGreaterThanOrEqual(Number(value('APIS')));
  });

  it.each(ours)('%s runs without capabilities on a file system it cannot write', (_name, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
  });

  it.each(ours)('%s starts a program that exists', (_name, service) => {
    const program = service.command?.[1] ?? '';
    expect(existsSync(join(HOUSE, program.replace(/^dist\//, '').replace(/\.js$/, '.ts'))), program).toBe(
      true,
    );
  });
});

describe('passwords', () => {
  it('have no default and are not written down', () => {
    const secret = /PASSWORD|SECRET|KEY/;
    // What may be left out has nothing in its place.
    const hasDefault = ({ kind, value }: (typeof placeholders)[number]): boolean =>
      kind !== 'required' && value !== '';
    expect(placeholders.filter((one) => secret.test(one.name) && hasDefault(one))).toEqual([]);
    expect(
      envExample().filter(({ name, value, given }) => given && secret.test(name) && value !== ''),
    ).toEqual([]);
    for (const [name, { environment }] of services) {
      const plain = Object.entries(environment).filter(
        ([key, value]) => /PASSWORD|PWD/.test(key) && !/^\$\{/.test(value),
      );
      expect(plain, name).toEqual([]);
    }
  });

  it("of the owner reaches the service that migrates and the owner's own database, and no other", () => {
    const holders = services.filter(([, { environment }]) =>
      JSON.stringify(environment).includes('FACTS_OWNER_PASSWORD'),
    );
    expect(holders.map(([name]) => name).sort()).toEqual(['facts', 'migrate']);
  });
});

describe('the demo', () => {
  it('cannot be switched on in containers', () => {
    expect(textOf('docker-compose.yml')).not.toMatch(/DEMO/i);
    expect(textOf('.env.example')).not.toMatch(/DEMO/i);
  });
});
