/**
 * Reads `SMTP_SIGN_IN`: how to sign in with OAuth2 to a mail server that takes no password any more
 * (Microsoft 365, Google). The tokens themselves are nodemailer's work.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** As nodemailer takes it. */
export type OAuth2SignIn = Readonly<
  {
    type: 'OAuth2' /** The mailbox that sends. */;
    user: string /** Gives the tokens. */;
    accessUrl: string;
  } & (
    | { clientId: string; clientSecret: string; refreshToken: string }
    | { serviceClient: string; privateKey: string }
  )
>;

/** `refusal` is Italian, names the field, says what to do, and never repeats a secret. */
export type SignInReading =
  | { readonly ok: true; readonly signIn: OAuth2SignIn }
  | { readonly ok: false; readonly refusal: string };

const some = (what: string) =>
  z
    .string({ error: `manca: serve ${what}` })
    .trim()
    .min(1, `è vuoto: serve ${what}`);
const user = some('la casella che spedisce, per esempio avvisi@comune.example').regex(
  /^[^\s@]+@[^\s@]+$/,
  'non è un indirizzo di posta',
);
const consent = {
  user,
  clientId: some("l'identificativo dell'applicazione registrata"),
  clientSecret: some("il segreto dell'applicazione registrata"),
  refreshToken: some('il token di aggiornamento ottenuto con il consenso di chi ha la casella'),
};
const PROVIDERS = 'microsoft, google, google-service o altro';
const FORMS = z.discriminatedUnion(
  'provider',
  [
    z.strictObject({
      provider: z.literal('microsoft'),
      tenant: some("l'identificativo (o il dominio) dell'organizzazione").regex(
        /^[\w.-]+$/,
        'non è un identificativo né un dominio',
      ),
      ...consent,
    }),
    z.strictObject({ provider: z.literal('google'), ...consent }),
    z.strictObject({
      provider: z.literal('google-service'),
      user,
      serviceClient: some("l'indirizzo dell'account di servizio (client_email)"),
      privateKey: some("la chiave privata dell'account di servizio (private_key)").regex(
        /^-----BEGIN (?:RSA )?PRIVATE KEY-----/,
        'non è una chiave privata in formato PEM',
      ),
      accessUrl: z.url().optional(),
    }),
    z.strictObject({
      provider: z.literal('altro'),
      accessUrl: z.url({ error: "non è l'indirizzo https:// da cui si ottengono i token" }),
      ...consent,
    }),
  ],
  { error: `manca o non è noto: può essere ${PROVIDERS}` },
);

const GOOGLE = 'https://oauth2.googleapis.com/token';

/**
 * `text` is a JSON object, or the path of a file that holds it:
 * `{"provider":"microsoft","tenant":…,"user":…,"clientId":…,"clientSecret":…,"refreshToken":…}`; `google` has
 * no tenant; `google-service` has `user`, `serviceClient`, `privateKey`; `altro` has an `accessUrl`.
 */
export function readSignIn(text: string): SignInReading {
  const found = jsonOf(text.trim());
  if (!found.ok) return found;
  const read = FORMS.safeParse(found.json);
  if (!read.success) return refuse(read.error.issues.map(problemOf).join('; '));
  const form = read.data;
  if (form.provider === 'google-service') {
    const { user: mailbox, serviceClient, privateKey, accessUrl = GOOGLE } = form;
    return checked({ type: 'OAuth2', user: mailbox, serviceClient, privateKey, accessUrl });
  }
  const { user: mailbox, clientId, clientSecret, refreshToken } = form;
  return checked({
    ...{ type: 'OAuth2', user: mailbox, clientId, clientSecret, refreshToken },
    accessUrl: accessUrlOf(form),
  });
}

function accessUrlOf(form: Exclude<z.infer<typeof FORMS>, { provider: 'google-service' }>): string {
  if (form.provider === 'google') return GOOGLE;
  if (form.provider === 'altro') return form.accessUrl;
  return `https://login.microsoftonline.com/${form.tenant}/oauth2/v2.0/token`;
}

const refuse = (refusal: string): { readonly ok: false; readonly refusal: string } => ({
  ok: false,
  refusal,
});

/** A secret goes out in clear to this machine alone. */
function checked(signIn: OAuth2SignIn): SignInReading {
  const { protocol, hostname } = new URL(signIn.accessUrl);
  const isHere = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol === 'https:' || isHere) return { ok: true, signIn };
  return refuse('il campo "accessUrl" deve cominciare con https://');
}

function jsonOf(
  text: string,
): { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly refusal: string } {
  let json = text;
  if (!text.startsWith('{')) {
    try {
      json = readFileSync(text, 'utf8');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      // What is neither JSON nor a path may be half a secret: it is not repeated.
      const named = /^[\w./-]{1,200}$/.test(text) ? `il file "${text}"` : 'il file che indica';
      return refuse(
        `${named} non si legge (${code}): indica un file che esiste e che il programma può leggere`,
      );
    }
  }
  try {
    return { ok: true, json: JSON.parse(json) };
  } catch {
    return refuse(
      'non è JSON: controlla virgolette e virgole; nella chiave privata gli a capo si scrivono \\n',
    );
  }
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `campi non previsti: ${issue.keys.join(', ')}`;
  if (issue.path.length === 0) return 'deve essere un oggetto JSON con il campo "provider"';
  return `il campo "${issue.path.join('.')}" ${issue.message}`;
}
