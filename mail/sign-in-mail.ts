/** The mail with the link by which somebody enters: only whoever asked for it gets one. Pure. */
import { renderHtml } from './html-part.js';
import type { ComposedMail, MailDocument } from './mail-document.js';
import { renderText } from './text-part.js';

/** How long a link is good, in minutes from when it was asked for. */
export const SIGN_IN_MINUTES = 15;

/** With the placeholder of its one link. It names nobody: whoever reads the mailbox knows. */
export function composeSignInMail(): Omit<ComposedMail, 'links'> {
  const document: MailDocument = {
    town: 'Traguardo',
    title: 'Il collegamento per entrare',
    sections: [
      {
        heading: null,
        paragraphs: [
          'Qualcuno ha chiesto di entrare in Traguardo con questo indirizzo.',
          `Se sei tu, apri il collegamento entro ${SIGN_IN_MINUTES} minuti dalla richiesta: vale una volta sola. Su un altro dispositivo ti sarà chiesto il codice che vedi dove l'hai chiesto. Se il tuo ente è appena stato aggiunto a Traguardo l'ha chiesto per te chi lo ha aggiunto: il codice te lo dice a voce.`,
        ],
        groups: [
          {
            heading: 'Per entrare',
            tone: 'plain',
            items: [
              { title: 'Accesso a Traguardo', facts: [], action: { label: 'Entra', link: 0, quiet: false } },
            ],
            rows: [],
          },
        ],
      },
    ],
    footer: [
      'Se non sei tu, non fare nulla: senza questo messaggio non entra nessuno. Non inoltrarlo.',
      "Messaggio automatico di Traguardo. L'apertura di questo messaggio non viene registrata.",
    ],
  };
  return {
    subject: 'Il tuo collegamento per entrare in Traguardo',
    text: renderText(document),
    html: renderHtml(document),
  };
}
