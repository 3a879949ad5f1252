/** What the activities of a test need to mail: a sender that no town has, and the post office of the test. */
import type { ActivityDeps } from '../../activities/deps.js';
import { smtpTransport } from '../../mail/transport.js';
import type { Sql } from '../../store/connection.js';
import { sha256Hex } from '../../store/register/register.js';
import type { PostOffice } from './post-office.js';

export const mailingDeps = (sql: Sql, { settings }: Pick<PostOffice, 'settings'>): ActivityDeps => ({
  sql,
  sha256: sha256Hex,
  sender: { name: 'Traguardo', address: 'avvisi@comune.example' },
  publicUrl: 'https://traguardo.example',
  transport: smtpTransport(settings),
  leaseMs: 60_000,
});
