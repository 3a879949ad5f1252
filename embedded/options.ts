import path from 'node:path';
import { parseArgs } from 'node:util';

/** What a person asked for on the command line of `npm start`. */
export interface StartOptions {
  /** Loopback port of the pages. */
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly data: string;
  /** Begin without the example town. */
  readonly empty: boolean;
  /** Delete the data first. */
  readonly reset: boolean;
  /** Loopback port of Temporal's own pages, or null for none. */
  readonly temporalUi: number | null;
}

/** The options, or an Italian sentence that names the word that is wrong. */
export type ParsedOptions =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly refusal: string };

/** The port of the pages where none is asked for. */
export const defaultPort = 3000;

const known = {
  port: { type: 'string' },
  data: { type: 'string' },
  empty: { type: 'boolean' },
  reset: { type: 'boolean' },
  'temporal-ui': { type: 'string' },
} as const;

/** The options' names, as they are typed. */
export const optionNames = Object.keys(known);

/** Reads the words after `npm start --`. Folders are meant from `from`; `project` holds the default data folder. */
export function parseOptions(words: readonly string[], from: string, project: string): ParsedOptions {
  const values = readWords(words);
  if (typeof values === 'string') return refuse(values);
  const ports: Record<string, number | null> = {};
  for (const name of ['port', 'temporal-ui']) {
    const text = values.get(name);
    const port = text === undefined ? null : portOf(text);
    if (port === undefined) return refuse(`--${name} vuole un numero da 1 a 65535, non «${text}»`);
    ports[name] = port;
  }
  const data = values.get('data');
  return {
    ok: true,
    options: {
      port: ports['port'] ?? defaultPort,
      data: data === undefined ? path.join(project, '.traguardo') : path.resolve(from, data),
      empty: values.has('empty'),
      reset: values.has('reset'),
      temporalUi: ports['temporal-ui'] ?? null,
    },
  };
}

/** What was given to which option, or what is wrong. */
function readWords(words: readonly string[]): Map<string, string> | string {
  const { tokens } = parseArgs({ args: [...words], options: known, strict: false, tokens: true });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') return `non capisco la parola «${token.value}»`;
    const option = Object.entries(known).find(([name]) => name === token.name)?.[1];
    if (option === undefined) return `l'opzione ${token.rawName} non esiste`;
    if (option.type === 'boolean' && token.value !== undefined) return `${token.rawName} non vuole un valore`;
    if (option.type === 'string' && !token.value) return `a ${token.rawName} manca il valore`;
    values.set(token.name, token.value ?? '');
  }
  return values;
}

function portOf(text: string): number | undefined {
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= 65_535 ? port : undefined;
}

function refuse(what: string): ParsedOptions {
  const sentence = what.charAt(0).toUpperCase() + what.slice(1);
  return { ok: false, refusal: `${sentence}. L'elenco delle opzioni: npm start -- --help` };
}
