import { ensureDatabase, ensureOwnerRole, ownerRole } from '../embedded/roles.js';
import { connect, type Sql } from '../store/connection.js';
import { migrate } from '../store/migrate.js';

/** One connection as whoever the URL names; end it with `sql.end()`. */
export function oneConnection(url: string): Sql {
  return connect(url, { max: 1, applicationName: 'tests' });
}

/** The same server's URL for another user and database; the password, where there is one, is the same for all. */
export function urlOf(adminUrl: string, user: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = user;
  url.pathname = `/${database}`;
  return url.href;
}

/** Makes the database with all migrations that each file's database is copied from; returns its name. */
export async function makeTemplate(adminUrl: string): Promise<string> {
  const template = `traguardo_template_${process.pid}`;
  const password = decodeURIComponent(new URL(adminUrl).password);
  const admin = oneConnection(adminUrl);
  try {
    await ensureOwnerRole(admin, password || null);
    await admin`drop database if exists ${admin(template)} with (force)`;
    await ensureDatabase(admin, template);
  } finally {
    await admin.end();
  }
  const owner = oneConnection(urlOf(adminUrl, ownerRole, template));
  try {
    await migrate(owner, password ? { appPassword: password } : {});
  } finally {
    await owner.end();
  }
  return template;
}

/** Removes a database with whoever is still connected to it. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  const admin = oneConnection(adminUrl);
  try {
    await admin`drop database if exists ${admin(database)} with (force)`;
  } finally {
    await admin.end();
  }
}
