/** What happened to the installation itself: a town that came or went, another release. For the owner's role. */
import type { Instant } from '../domain/time/instant.js';
import type { AnyTx, Json, Sql } from './connection.js';

export interface InstallationEvent {
  /** Real time. */
  readonly at: Instant;
  readonly action: 'town.import' | 'town.delete' | 'upgrade';
  readonly subject?: string;
  readonly slug?: string;
  readonly name?: string;
  readonly detail?: { readonly [key: string]: Json };
}

/** As the owner of the database. */
export async function recordEvent(ownerSql: Sql | AnyTx, event: InstallationEvent): Promise<void> {
  const { at, action, subject = null, slug = null, name = null, detail = {} } = event;
  await ownerSql`insert into installation_event (at, action, subject, slug, name, detail)
    values (${at}, ${action}, ${subject}, ${slug}, ${name}, ${ownerSql.json(detail)})`;
}
