/** The options of `relazione`, and what is refused of them: the place and the value, before anything is written. */
import { type Command, InvalidArgumentError } from 'commander';
import { RELAZIONE_FORMATS, type RelazioneFormat } from '../documents/relazione-formats.js';

const EXAMPLES: readonly string[] = ['caluso-2023'];

const isFormat = (text: string): text is RelazioneFormat => RELAZIONE_FORMATS.some((one) => one === text);

/** "json,pdf": in the order given, each once. */
export function formatsIn(text: string): readonly RelazioneFormat[] {
  const named = text.split(',').map((one) => one.trim());
  return [...new Set(named)].map((one) => {
    if (isFormat(one)) return one;
    throw new InvalidArgumentError(
      one === ''
        ? `A format is missing in "${text}". Formats: ${RELAZIONE_FORMATS.join(',')}.`
        : `"${one}" is not a format. Formats: ${RELAZIONE_FORMATS.join(',')}.`,
    );
  });
}

function exampleIn(text: string): string {
  if (EXAMPLES.some((one) => one === text)) return text;
  throw new InvalidArgumentError(`There is no example "${text}". Examples: ${EXAMPLES.join(', ')}.`);
}

function folderIn(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('The folder is empty.');
}

/** `print`: writes a line on stdout. */
export const relazioneCommand = (command: Command, print: (line: string) => Promise<void>): Command =>
  command
    .description(
      "scrive la Relazione dell'esempio nei formati chiesti, senza base dati; stampa i file scritti",
    )
    .requiredOption('--example <nome>', `l'esempio: ${EXAMPLES.join(', ')}`, exampleIn)
    .requiredOption('--format <formati>', `separati da virgole: ${RELAZIONE_FORMATS.join(',')}`, formatsIn)
    .requiredOption('--out <cartella>', 'dove scriverli; si crea se non c’è', folderIn)
    .option('--publication', 'la versione per la pubblicazione (predefinita: quella interna)')
    .action(
      async ({
        format,
        out,
        publication = false,
      }: {
        format: readonly RelazioneFormat[];
        out: string;
        publication?: boolean;
      }) => {
        const { writeRelazione } = await import('./relazione.js');
        for (const file of await writeRelazione({ formats: format, out, publication })) await print(file);
      },
    );
