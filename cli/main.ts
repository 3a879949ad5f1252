/**
 * `npm run -s traguardo -- <command>`: one file a command, which is loaded when it is asked for; errors on stderr, exit code 1
 * for what cannot be done, 2 for wrong usage.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type CivilDate, parseCivilDate } from '../domain/time/civil-date.js';
import { SecretsRefused, withSecretFiles } from '../running/secret-files.js';
import { benchOf } from './bench.js';
import { CommandError } from './command-error.js';
import { relazioneCommand } from './relazione-command.js';
import { runningCommands } from './running-commands.js';

const day = (text: string): CivilDate => {
  const date = parseCivilDate(text);
  if (date === null) throw new InvalidArgumentError('atteso un giorno che esiste, nel formato AAAA-MM-GG');
  return date;
};

const year = (text: string): number => {
  const number = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (number < 1) throw new InvalidArgumentError('atteso un anno di quattro cifre');
  return number;
};

/** Waits when the reader of our output is slower than we are. */
async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`))
    await new Promise((resolve) => process.stdout.once('drain', resolve));
}

const program = new Command('traguardo')
  .description('Il ciclo della performance, puntuale. Ogni comando ha il suo --help.')
  .exitOverride()
  .showHelpAfterError('(aggiungi --help per le opzioni)');

program
  .command('rehearse')
  .description("prova generale: ogni e-mail dell'anno di un piano, una riga JSON ciascuna")
  .requiredOption('--plan <file>', 'il piano, nel formato del compilatore')
  .option('--approved <giorno>', 'giorno di approvazione (predefinito: 1° gennaio dell’anno del piano)', day)
  .option('--from <giorno>', 'primo giorno da stampare', day)
  .option('--to <giorno>', 'ultimo giorno (predefinito: 31 marzo dell’anno dopo)', day)
  .requiredOption('--json', 'stampa righe JSON')
  .action(async (options: { plan: string; approved?: CivilDate; from?: CivilDate; to?: CivilDate }) => {
    const { plan, approved = null, from = null, to = null } = options;
    const { rehearseLines } = await import('./rehearse.js');
    for await (const line of rehearseLines({ plan, approved, from, to })) {
      await print(line);
    }
  });

program
  .command('read-deadlines')
  .description('legge le scadenze di frasi: righe JSON {id, text, year} in ingresso, {id, items} in uscita')
  .action(async () => {
    const { readDeadlineLines } = await import('./read-deadlines.js');
    for await (const line of readDeadlineLines(process.stdin.setEncoding('utf8'))) {
      await print(line);
    }
  });

program
  .command('compile-plan')
  .description("legge l'allegato di un atto (PDF con testo, DOCX, XLSX, testo) e ne stampa il piano")
  .argument('<file>', "l'allegato")
  .option('--year <anno>', 'anno degli obiettivi (predefinito: quello che il documento nomina)', year)
  .addOption(new Option('--json', 'stampa il piano come JSON').conflicts('lines'))
  .option('--lines', 'stampa le righe lette, ognuna con il numero che sourceLine nomina')
  .action(async (file: string, options: { year?: number; json?: true; lines?: true }, command: Command) => {
    const { compiledPlan, numberedLines } = await import('./compile-plan.js');
    if (options.lines) for (const line of await numberedLines(file)) await print(line);
    else if (options.json) await print(await compiledPlan(file, options.year ?? null));
    else command.error('indicare --json oppure --lines');
  });

program
  .command('import-plan')
  .description('importa un piano in un comune (DATABASE_URL)')
  .argument('<file>', 'il piano, nel formato del compilatore')
  .requiredOption('--town <sigla>', 'sigla del comune')
  .requiredOption('--organ <organo>', "organo dell'atto: giunta, consiglio, sindaco, segretario, commissario")
  .requiredOption('--number <numero>', "numero dell'atto")
  .requiredOption('--date <giorno>', "data dell'atto", day)
  .option('--subject <oggetto>', "oggetto dell'atto", '')
  .option('--protocol <numero>', 'numero di protocollo')
  .option('--protocol-date <giorno>', 'data di protocollo', day)
  .option('--note <testo>', 'nota di chi conferma, necessaria se il piano ha avvertenze', '')
  .action(async (file: string, options) => {
    const { importPlan } = await import('./import-plan.js');
    process.stdout.write(`${await importPlan(file, options)}\n`);
  });

program
  .command('verify')
  .description(
    'controlla senza base dati un dossier o i file pubblicati della Relazione; esce con 1 e nomina la prima cosa non integra',
  )
  .argument(
    '<file>',
    'il dossier (JSON, o il PDF che lo porta in allegato); di una pubblicazione lo ZIP, la cartella o indice.json',
  )
  .action(async (file: string) => {
    const { verifyFile } = await import('./verify.js');
    for (const line of await verifyFile(file)) await print(line);
  });

relazioneCommand(program.command('relazione'), print);

program
  .command('erase-person')
  .description('cancella i testi di una persona e, se non ha più ruoli, nome e casella (DATABASE_URL)')
  .argument('<persona>', "identificativo: è nell'indirizzo della sua pagina")
  .requiredOption('--town <sigla>', 'sigla del comune')
  .requiredOption('--reason <testo>', 'richiesta o decisione su cui si fonda: resta nella storia')
  .action(async (person: string, options: { town: string; reason: string }) => {
    const { erasePersonOf } = await import('./erase-person.js');
    process.stdout.write(`${await erasePersonOf(person, options)}\n`);
  });

runningCommands(program);

program
  .command('bench')
  .description("misura: una tabella, e un oggetto JSON come ultima riga; senza nome, l'elenco")
  .argument('[nome]', 'quale misura')
  .argument('[argomenti...]', 'i suoi')
  .action(() => benchOf());

program
  .command('doctor')
  .description('controlla che tutto ciò che serve risponda; esce con 1 se qualcosa manca')
  .option('--json', 'stampa un oggetto JSON')
  .option(
    '--mail [indirizzo]',
    'spedisce un messaggio di prova (predefinito: al mittente) e controlla SPF, DKIM, DMARC',
  )
  .option('--dkim <selettori>', 'con --mail: selettori DKIM da provare, separati da virgole')
  .option('--dns <indirizzo>', 'con --mail: server DNS da interrogare, per esempio 192.0.2.53:53')
  .action(async (options: { json?: boolean; mail?: string | true; dkim?: string; dns?: string }) => {
    const { mail, dkim = '', dns = null } = options;
    const selectors = dkim.split(',').filter((one) => /^[\w.-]+$/.test(one));
    const to = typeof mail === 'string' ? mail : null;
    const report =
      mail === undefined
        ? await (await import('./doctor.js')).doctor()
        : await (await import('./doctor-mail.js')).doctorMail({ to, selectors, dns }, process.env);
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : report.lines.join('\n').concat('\n'));
    if (!report.ok) process.exitCode = 1;
  });

// Whoever reads our output may stop before its end (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  Object.assign(process.env, withSecretFiles(process.env));
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof CommandError || error instanceof SecretsRefused) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
