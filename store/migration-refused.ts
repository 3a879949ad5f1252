/** The database and this program do not fit; the message says what and what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}
