/** What mail systems write when a mail comes back, as they write it; people and machines are invented. */

/** The mail that they are about. */
export const OURS = '<0123456789abcdef0123456789abcdef@comune.example>';
export const TO = 'responsabile@comune.example';

/** Lines as they travel. */
export const crlf = (...lines: readonly string[]): string => `${lines.join('\n')}\n`.replaceAll('\n', '\r\n');

/** A report by RFC 3464. */
export const report = ({
  from = 'MAILER-DAEMON@mx.example (Mail Delivery System)',
  to = 'ritorni@comune.example',
  subject = 'Undelivered Mail Returned to Sender',
  fields = ['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 user unknown'],
  recipient = `Final-Recipient: rfc822; ${TO}`,
  returned = ['Content-Type: text/rfc822-headers', '', `Message-ID: ${OURS}`, 'Subject: Oggi 1 scadenza'],
  machine = 'message/delivery-status',
  text = 'The mail system could not deliver your message.',
}: Partial<Record<'from' | 'to' | 'subject' | 'recipient' | 'machine' | 'text', string>> &
  Partial<Record<'fields' | 'returned', readonly string[]>> = {}): string =>
  crlf(
    'Return-Path: <>',
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="B0UND"',
    '',
    '--B0UND',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    text,
    '',
    '--B0UND',
    `Content-Type: ${machine}`,
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    recipient,
    ...fields,
    '',
    '--B0UND',
    ...returned,
    '',
    '--B0UND--',
  );

/** A mail of one part. */
export const plain = (headers: readonly string[], ...body: readonly string[]): string =>
  crlf('To: ritorni@comune.example', ...headers, 'Content-Type: text/plain; charset=utf-8', '', ...body);

export const QMAIL = plain(
  ['Return-Path: <>', 'From: MAILER-DAEMON@server.example', 'Subject: failure notice'],
  'Hi. This is the qmail-send program at server.example.',
  "I'm afraid I wasn't able to deliver your message to the following addresses.",
  "This is a permanent error; I've given up. Sorry it didn't work out.",
  '',
  `<${TO}>:`,
  'Sorry, no mailbox here by that name. (#5.1.1)',
  '',
  '--- Below this line is a copy of the message.',
  '',
  'Return-Path: <ritorni@comune.example>',
  'Received: (qmail 1 invoked from network)',
  `Message-ID: ${OURS}`,
  'Subject: Oggi 1 scadenza',
);

export const EXIM = plain(
  [
    'Return-path: <>',
    'From: Mail Delivery System <Mailer-Daemon@host.example>',
    `X-Failed-Recipients: ${TO}`,
    'Auto-Submitted: auto-replied',
    'Subject: Mail delivery failed: returning message to sender',
  ],
  'This message was created automatically by mail delivery software.',
  '',
  'A message that you sent could not be delivered to one or more of its recipients.',
  '',
  `  ${TO}`,
  '    host mx.example [192.0.2.1]: 550 5.1.1 No such user here',
  '',
  '------ This is a copy of the message, including all the headers. ------',
  '',
  `Message-ID: ${OURS}`,
);

export const DOMINO = plain(
  [
    'From: postmaster@comune.example',
    'Subject: DELIVERY FAILURE: User responsabile not listed',
    `In-Reply-To: ${OURS}`,
  ],
  'Your message could not be delivered because:',
  '550 User responsabile (responsabile@comune.example) not listed in Domino Directory',
);

export const ARUBA = plain(
  [
    'Return-Path: <>',
    'From: postmaster@aruba.example',
    'Subject: Avviso di mancata consegna',
    `References: ${OURS}`,
  ],
  'Il messaggio non è stato consegnato al destinatario:',
  `<${TO}>`,
  '550 5.1.1 indirizzo inesistente',
);

const pec = (receipt: string, ...body: readonly string[]): string =>
  plain(
    [
      'From: posta-certificata@pec.example',
      `X-Ricevuta: ${receipt}`,
      `X-Riferimento-Message-ID: ${OURS}`,
      'Subject: POSTA CERTIFICATA: Oggi 1 scadenza',
    ],
    ...body,
  );
export const PEC_ERROR = pec(
  'errore-consegna',
  'Avviso di mancata consegna',
  `nel messaggio proveniente da "avvisi@comune.example" e destinato all'utente "${TO}"`,
  'è stato rilevato un errore 5.1.1 - Pec S.p.A. - indirizzo non valido',
);
export const PEC_WARNING = pec(
  'preavviso-errore-consegna',
  `Il messaggio destinato all'utente "${TO}" non è stato consegnato nelle prime 12 ore`,
);
export const PEC_DELIVERED = pec('avvenuta-consegna', 'Il messaggio è stato consegnato nella casella.');
