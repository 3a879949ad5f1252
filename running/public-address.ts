/** The address people type, as the TLS proxy shows it: a host of its own. */
import { z } from 'zod';

/** Without a slash at its end. Pages link to each other from the root of the host: below a path none would be found. */
export const publicAddress = z
  .url({ protocol: /^https?$/, error: 'is not an http(s):// address' })
  .transform((text, context) => {
    const { origin, href } = new URL(text);
    if (href === `${origin}/`) return origin;
    context.addIssue({ code: 'custom', message: `must end after the host's name: ${origin}` });
    return z.NEVER;
  });
