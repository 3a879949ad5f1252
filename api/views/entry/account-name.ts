/** What an account is called on pages: its address, or that it has none. */
import type { EnteredAccount } from '../../account.js';

export const accountName = ({ email }: Pick<EnteredAccount, 'email'>): string =>
  email ?? 'Riconosciuto dal codice fiscale';
