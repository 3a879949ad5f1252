/** The commands by which towns and releases come and go. */
import type { Command } from 'commander';
import type { UpgradeOptions } from '../upgrade.js';
import type { DeleteOptions } from './delete-town.js';
import type { ExportOptions } from './export-town.js';
import type { ImportOptions } from './import-town.js';

export function movingCommands(program: Command): void {
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

  program
    .command('export-town')
    .description('mette tutto di un comune in un archivio ZIP, mentre il servizio è in funzione')
    .argument('<sigla>', 'il comune')
    .argument('<file>', 'file nuovo')
    .option('--leave', 'subito dopo il comune lascia questa installazione, per sempre')
    .action(async (slug: string, file: string, options: ExportOptions) => {
      const { exportTownTo } = await import('./export-town.js');
      say(await exportTownTo(slug, file, options));
    });

  program
    .command('import-town')
    .description('riceve un comune dal suo archivio, accanto a quelli che ci sono')
    .argument('<file>', "l'archivio")
    .option(
      '--sent-until <quando>',
      'quando l\'installazione di prima ha smesso di spedire: "AAAA-MM-GG HH:MM", ora italiana; "copia" se già all\'esportazione',
    )
    .action(async (file: string, options: ImportOptions) => {
      const { importTownFrom } = await import('./import-town.js');
      say(await importTownFrom(file, options));
    });

  program
    .command('delete-town')
    .description('cancella per sempre un comune, dopo averlo esportato')
    .argument('<sigla>', 'il comune')
    .requiredOption('--confirm <nome>', 'nome del comune per intero: non torna')
    .option('--without-export', 'anche se non è stato esportato, o vi è successo qualcosa da allora')
    .action(async (slug: string, options: DeleteOptions) => {
      const { deleteTownOf } = await import('./delete-town.js');
      say(await deleteTownOf(slug, options));
    });

  program
    .command('upgrade')
    .description(
      'porta i dati alla versione del programma: copia, passi, controllo; se non regge, tutto torna com’era',
    )
    .option('--copy <cartella>', 'dove tenere la copia di prima (predefinita: in DATA_DIR)')
    .action(async (options: UpgradeOptions) => {
      const { upgradeOf } = await import('../upgrade.js');
      say(await upgradeOf(options));
    });
}
