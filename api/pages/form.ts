/** How pages read their forms: the token of the session first, then the fields; and who commands, with which key. */
import type { Context } from 'hono';
import { MAX_EVIDENCE_BYTES } from '../../store/obligations/evidence.js';
import type { AppEnv } from '../app-env.js';
import type { Commander } from '../commands/run-command.js';
import { enteredIn, viewerIn } from '../gate.js';
import { refuse } from '../refuse.js';
import { same } from '../session.js';
import { type Form, type FormLimits, withFormOf } from '../uploads/read-form.js';

/** Of a form that brings documents. */
export const EVIDENCE_LIMITS: FormLimits = { file: MAX_EVIDENCE_BYTES, files: 5 };

/** Hands the form to `use` when it comes from one of our own pages, of this session. */
export function withForm(
  c: Context<AppEnv>,
  use: (form: Form) => Promise<Response>,
  limits: FormLimits = EVIDENCE_LIMITS,
): Promise<Response> {
  return withOwnForm(c, viewerIn(c).formToken, use, limits);
}

/** Likewise for an account, which stands above towns. */
export const withAccountForm = (
  c: Context<AppEnv>,
  use: (form: Form) => Promise<Response>,
  limits: FormLimits = EVIDENCE_LIMITS,
): Promise<Response> => withOwnForm(c, enteredIn(c).formToken, use, limits);

function withOwnForm(
  c: Context<AppEnv>,
  token: string,
  use: (form: Form) => Promise<Response>,
  limits: FormLimits,
): Promise<Response> {
  return withFormOf<Response>(
    c.req.raw,
    limits,
    async (form) => (same(form.text('modulo'), token) ? use(form) : refuse(c, { code: 'form-expired' })),
    (refusal) =>
      refuse(
        c,
        refusal === 'too-large'
          ? { code: 'too-large', limit: '25 MB' }
          : { code: 'malformed', why: 'Il modulo è arrivato incompleto. Nulla è stato registrato: riprova.' },
      ),
  );
}

/** The person at the page; the form's nonce is the key of what they ask. */
export const commanderOf = (c: Context<AppEnv>, form: Form): Commander => ({
  deps: c.get('deps'),
  viewer: viewerIn(c),
  channel: 'page',
  key: form.text('chiave').slice(0, 200) || null,
});

/** The row version that was on the page; `null` when the form did not say. */
export const seenVersion = (form: Form): number | null => {
  const text = form.text('visto');
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};

/** Where a form leads back to: a path of our own, never another site. */
export const pathOr = (given: string, otherwise: string): string =>
  /^\/(?![/\\])[\w\-./]*$/.test(given) ? given : otherwise;
