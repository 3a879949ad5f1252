import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { ownerRole } from '../embedded/roles.js';
import { dropDatabase, oneConnection, urlOf } from './database-server.js';

/** A database of one test file's own, with every migration applied. */
export interface TestDatabase {
  readonly name: string;
  /** As the role that migrates. */
  readonly ownerUrl: string;
  /** As `traguardo_app`, under row-level security: what the product connects as. */
  readonly appUrl: string;
  /** As the server's oneConnection, to look at what nobody else may see. */
  readonly adminUrl: string;
}

/**
 * Makes this file's database, and drops it after the file's last test. Call it at the top of the file:
 * `const database = await freshDatabase();`. `empty` leaves out the migrations.
 */
export async function freshDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('postgresAdminUrl');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const template = options.empty ? 'template0' : inject('postgresTemplate');
  const admin = oneConnection(server);
  try {
    await admin`create database ${admin(name)} template ${admin(template)} owner ${admin(ownerRole)}`;
  } finally {
    await admin.end();
  }
  afterAll(() => dropDatabase(server, name));
  return {
    name,
    ownerUrl: urlOf(server, ownerRole, name),
    appUrl: urlOf(server, 'traguardo_app', name),
    adminUrl: urlOf(server, new URL(server).username, name),
  };
}
