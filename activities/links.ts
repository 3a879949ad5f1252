/** What the placeholders of a mail become when it is handed over; nowhere else is a link made. */

/** Where "Rispondi" and "Apri" lead. `publicUrl` has no slash at its end. */
export const linkFor = (publicUrl: string, obligation: string): string =>
  `${publicUrl}/scadenze/${obligation}`;
