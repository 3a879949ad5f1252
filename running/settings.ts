/**
 * How our programs read their environment: each variable by its schema, everything that is wrong named at once, and
 * beside it what to write. Which variables there are, the programs say (`api/config.ts`, `worker/config.ts`).
 */
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One environment variable, as docs, `.env.example` and the containers' file must agree on it. */
export interface Setting {
  readonly env: string;
  /** What it is for. */
  readonly doc: string;
  readonly required: boolean;
  /** As written in the environment; `null` when there is none. */
  readonly default: string | null;
  /** What to write, as `.env.example` shows it: of one that is required. */
  readonly example?: string;
  readonly schema: z.ZodType;
}

/** What is wrong, and of which variable; `null`: of several that do not go together. */
export interface Wrong {
  readonly message: string;
  readonly setting: Setting | null;
}

/** What a program read. Values as their schemas give them, `null` for one that is not set and has no default. */
export interface SettingsRead {
  readonly value: <T>(name: string) => T;
  readonly wrong: readonly Wrong[];
}

/** The environment is not fit to start with; the message names every variable that is wrong, and no password. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';

  constructor(readonly wrong: readonly Wrong[]) {
    super(wrong.map(({ message }) => message).join('; '));
  }

  /** What to write in each of them, a line each; empty where the message says it all. */
  get help(): readonly string[] {
    const settings = this.wrong.flatMap(({ setting }) => setting ?? []);
    return settings.map(({ env, doc, example }) =>
      example === undefined ? `${env}: ${doc}` : `${env}: ${doc} For example ${env}=${example}`,
    );
  }
}

/** Settings that do not go together. */
export const together = (message: string): Wrong => ({ message, setting: null });

/** Reads the settings that are wanted, and nothing else of the environment. An empty value is none. */
export function readSettings(env: Environment, wanted: readonly Setting[]): SettingsRead {
  const wrong: Wrong[] = [];
  const found = new Map<string, unknown>();
  for (const setting of wanted) {
    const { env: name, required, default: fallback, schema } = setting;
    const given = env[name] || fallback;
    if (given === null) {
      if (required) wrong.push({ message: `${name} is missing`, setting });
      continue;
    }
    const value = schema.safeParse(given);
    if (value.success) found.set(name, value.data);
    else wrong.push({ message: `${name} ${value.error.issues[0]?.message ?? 'is wrong'}`, setting });
  }
  return { wrong, value: <T>(name: string) => (found.get(name) ?? null) as T };
}

/** What a program that cannot start tells on its standard error; `part`: which of ours. Ends with a line feed. */
export function startRefusal(part: string, error: unknown): string {
  const message = `${part}: ${error instanceof Error ? error.message : String(error)}\n`;
  if (!(error instanceof ConfigRefused) || error.help.length === 0) return message;
  const help = error.help.map((line) => `  ${line}\n`).join('');
  return `${message}${help}  Every variable, with what it takes, stands in .env.example.\n`;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
/** How severe a line of the log is. */
export type LogLevel = (typeof LEVELS)[number];

/** The settings that worker and API have in common: the two stores, and the log. */
export const storeSettings = [
  {
    env: 'DATABASE_URL',
    doc: 'PostgreSQL with the facts, as the role traguardo_app.',
    required: true,
    default: null,
    example: 'postgres://traguardo_app:password@127.0.0.1:5432/traguardo',
    schema: z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' }),
  },
  {
    env: 'TEMPORAL_ADDRESS',
    doc: 'host:port of the Temporal server.',
    required: true,
    default: null,
    example: '127.0.0.1:7233',
    schema: z.string().regex(/^[^\s:]+:\d+$/, 'is not host:port'),
  },
  {
    env: 'TEMPORAL_NAMESPACE',
    doc: "Temporal's namespace; the worker makes it where it is absent.",
    required: false,
    default: 'default',
    schema: z.string().regex(/^[\w.-]+$/, 'is not a name'),
  },
  {
    env: 'LOG_LEVEL',
    doc: 'The least severe line that is logged.',
    required: false,
    default: 'info',
    schema: z.enum(LEVELS, 'is not a level of the log'),
  },
] as const satisfies readonly Setting[];
