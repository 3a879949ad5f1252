import type { AnyTx, Sql } from '../connection.js';

/** The role of this connection would see the rows of no town, and a copy would be empty without a word. */
export class NarrowView extends Error {
  override readonly name = 'NarrowView';
}

/** Throws {@link NarrowView} when row-level security holds for this role. */
export async function needWholeView(sql: Sql | AnyTx): Promise<void> {
  const [role] = await sql<{ name: string; whole: boolean }[]>`
    select current_user as name, rolsuper or rolbypassrls as whole from pg_roles where rolname = current_user`;
  if (role?.whole === true) return;
  throw new NarrowView(
    `il ruolo ${role?.name ?? ''} non vede le righe di tutti i comuni: serve il proprietario, con «alter role … bypassrls»`,
  );
}
