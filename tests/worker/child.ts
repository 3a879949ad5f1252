/** A worker in a process of its own, to be killed: the real one, with leases short enough for a test. */
import { pino } from 'pino';
import { z } from 'zod';
import { readSmtpUrl } from '../../mail/smtp-settings.js';
import { SMTP_TIMEOUTS_MS, smtpTransport } from '../../mail/transport.js';
import { connect } from '../../store/connection.js';
import { sha256Hex } from '../../store/register/register.js';
import { runWorker } from '../../worker/run.js';
import { installRuntime } from '../../worker/temporal-runtime.js';

const Wish = z.object({
  databaseUrl: z.string(),
  address: z.string(),
  namespace: z.string(),
  smtpUrl: z.string(),
});

const { databaseUrl, address, namespace, smtpUrl } = Wish.parse(JSON.parse(process.argv[2] ?? ''));
const smtp = readSmtpUrl(smtpUrl);
if (!smtp.ok) throw new Error(smtp.refusal);
// Whoever started it has died.
process.on('disconnect', () => process.exit(1));

const log = pino({ level: 'error' }, pino.destination(2));
installRuntime(log, null);
const sql = connect(databaseUrl, { max: 12 });
await runWorker({
  temporal: { address, namespace },
  deps: {
    sql,
    sha256: sha256Hex,
    sender: { name: 'Traguardo', address: 'avvisi@comune.example' },
    publicUrl: 'https://traguardo.example',
    transport: smtpTransport(smtp.settings, { ...SMTP_TIMEOUTS_MS, whole: 2_000 }),
    leaseMs: 3_000,
  },
  log,
  returns: { address: 'avvisi@comune.example', mailbox: null },
  onReady: () => process.send?.('ready'),
});
await sql.end();
process.exit(0);
