/** What a browser may do with our pages: nothing inline, nothing from elsewhere, in nobody's frame. */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.js';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A mail shown in its own frame: styles of its own, no script, no network; a link opens the whole page. */
export const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";
/** Files of people: nothing runs, nothing loads. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";
/**
 * A PDF inside a page of ours: nothing of it is a page, and its media type is never guessed. Without `sandbox`, under
 * which Safari and older browsers show nothing; the styles are those of the page that a browser puts around it (docs/adr/0072).
 */
export const PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** What stands in frames of our own pages, and of no others. */
const FRAMED: ReadonlySet<string | null> = new Set([MAIL_POLICY, PDF_POLICY]);

export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const { headers } = c.res;
  const set = (name: string, value: string): void => {
    if (!headers.has(name)) headers.set(name, value);
  };
  set('Content-Security-Policy', POLICY);
  set('X-Content-Type-Options', 'nosniff');
  set('X-Frame-Options', FRAMED.has(headers.get('Content-Security-Policy')) ? 'SAMEORIGIN' : 'DENY');
  set('Referrer-Policy', 'same-origin');
  set('Cross-Origin-Opener-Policy', 'same-origin');
  set('Cross-Origin-Resource-Policy', 'same-origin');
  set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  set('Cache-Control', 'no-store');
  if (c.get('deps').secure) set('Strict-Transport-Security', 'max-age=31536000');
});
