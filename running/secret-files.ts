/** Secrets that lie in files, as containers and service managers hand them over: `NAME_FILE` in place of `NAME`. */
import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that hold a password or a key; the provider's secret has a file of its own among its settings. */
export const SECRET_SETTINGS = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SMTP_URL',
  'SMTP_SIGN_IN',
  'BOUNCE_IMAP_URL',
  'BOUNCE_IMAP_SIGN_IN',
  'METRICS_TOKEN',
] as const;

/** The message names every variable that is wrong, and nothing that a file holds. */
export class SecretsRefused extends Error {
  override readonly name = 'SecretsRefused';
}

/** The environment with what the files hold, without the blanks at their ends. Throws {@link SecretsRefused}. */
export function withSecretFiles<Given extends Environment>(env: Given): Given {
  const wrong: string[] = [];
  const read: Record<string, string> = {};
  for (const name of SECRET_SETTINGS) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    const text = env[name] ? null : contentOf(file);
    if (text === null) wrong.push(`${name} and ${name}_FILE are both given`);
    else if (text === '') wrong.push(`${name}_FILE names no file with a secret that can be read`);
    else read[name] = text;
  }
  if (wrong.length > 0) throw new SecretsRefused(wrong.join('; '));
  return { ...env, ...read };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
