/** The commands of whoever runs an installation. */
import type { Command } from 'commander';
import type { AddTownOptions } from './add-town.js';
import { movingCommands } from './moving/moving-commands.js';
import { portOption } from './port-option.js';
import type { RestoreOptions } from './restore.js';

export function runningCommands(program: Command): void {
  movingCommands(program);
  program
    .command('serve')
    .description(
      'tiene in servizio una piccola installazione: base dati, Temporal, worker e pagine (PUBLIC_URL, SMTP_URL, MAIL_FROM)',
    )
    .option(
      '--port <porta>',
      'porta delle pagine su questa macchina, dietro il proxy TLS (predefinita: 8080)',
      portOption,
    )
    .option('--data <cartella>', 'dove tenere i dati (predefinita: DATA_DIR, poi .traguardo-servizio)')
    .action(async (options: { port?: number; data?: string }) => {
      const { serveOf } = await import('./serve.js');
      process.exit(await serveOf(options));
    });

  program
    .command('backup')
    .description('copia tutti i fatti, con le prove, mentre il servizio è in funzione')
    .argument('<cartella>', 'cartella nuova')
    .action(async (folder: string) => {
      const { backupTo } = await import('./backup.js');
      process.stdout.write(`${await backupTo(folder)}\n`);
    });

  program
    .command('restore')
    .description('ripristina una copia in una base dati vuota')
    .argument('<cartella>', 'la copia')
    .requiredOption(
      '--sent-until <quando>',
      'quando il vecchio servizio si è fermato: "AAAA-MM-GG HH:MM", ora italiana; "copia" se era già fermo quando la copia fu fatta',
    )
    .action(async (folder: string, options: RestoreOptions) => {
      const { restoreFrom } = await import('./restore.js');
      process.stdout.write(`${await restoreFrom(folder, options)}\n`);
    });

  program
    .command('add-town')
    .description('aggiunge un comune, in prova, con il suo Segretario (DATABASE_URL)')
    .requiredOption('--name <nome>', 'nome per intero: "Comune di Esempio"')
    .requiredOption('--town <sigla>', 'sigla: lettere minuscole, cifre, trattini')
    .requiredOption('--secretary <nome>', 'nome e cognome del Segretario')
    .requiredOption('--email <indirizzo>', 'la sua casella: da lì entra')
    .option('--ipa <codice>', 'codice IPA')
    .option('--patron <GG/MM>', 'festa del patrono')
    .option('--sectors <file>', 'i settori, uno per riga')
    .option('--people <file>', 'persone e ruoli (CSV): Nome;Casella;Ruolo;Settore')
    .action(async (options: AddTownOptions) => {
      const { addTownOf } = await import('./add-town.js');
      process.stdout.write(`${await addTownOf(options)}\n`);
    });

  program
    .command('add-administrator')
    .description(
      "nomina chi amministra l'installazione: aggiunge enti, non ne legge i dati (DATABASE_OWNER_URL)",
    )
    .argument('<indirizzo>', 'la sua casella: da lì entra')
    .action(async (email: string) => {
      const { addAdministrator } = await import('./administrators.js');
      process.stdout.write(`${await addAdministrator(email)}\n`);
    });

  program
    .command('remove-administrator')
    .description(
      "toglie l'amministrazione dell'installazione; i ruoli negli enti restano (DATABASE_OWNER_URL)",
    )
    .argument('<indirizzo>', 'la sua casella')
    .action(async (email: string) => {
      const { removeAdministrator } = await import('./administrators.js');
      process.stdout.write(`${await removeAdministrator(email)}\n`);
    });

  program
    .command('go-live')
    .description(
      'mette in esercizio un comune in prova: la prova si cancella, gli avvisi partono (DATABASE_URL)',
    )
    .requiredOption('--town <sigla>', 'sigla del comune')
    .requiredOption('--confirm <nome>', 'nome del comune per intero: quel che la prova ha spedito non torna')
    .action(async (options: { town: string; confirm: string }) => {
      const { goLiveOf } = await import('./go-live.js');
      process.stdout.write(`${await goLiveOf(options)}\n`);
    });

  program
    .command('retention')
    .description(
      'cancella ciò che ha finito il suo tempo, in ogni comune (DATABASE_URL); lo fa da sé il worker',
    )
    .option('--dry-run', 'dice soltanto quanto se ne andrebbe')
    .action(async (options: { dryRun?: true }) => {
      const { retentionOf } = await import('./retention.js');
      for (const line of await retentionOf(options)) process.stdout.write(`${line}\n`);
    });

  program
    .command('migrate')
    .description('porta lo schema alla versione del programma (DATABASE_OWNER_URL)')
    .action(async () => {
      const { migrateDatabase } = await import('./migrate.js');
      process.stdout.write(`${await migrateDatabase()}\n`);
    });
}
