/** What to do about a mail that the server did not take, in plain Italian, for whoever looks after the installation. */
import type { SendResult, SendTrouble } from './send-result.js';

type Said = readonly (readonly [RegExp, string])[];

/** What token endpoints say of themselves. */
const tokenSaid = (setting: string, permission: string): Said => [
  [
    /invalid_grant|AADSTS(?:70008|700082|50173|700084)\b/,
    `Il consenso è scaduto o è stato revocato: rifallo con la casella e metti il nuovo refreshToken in ${setting}.`,
  ],
  [
    /invalid_client|AADSTS7000(?:215|222)\b/,
    `Il segreto dell'applicazione è sbagliato o scaduto: creane uno nuovo dove l'applicazione è registrata e mettilo in ${setting} (clientSecret).`,
  ],
  [
    /unauthorized_client|AADSTS65001\b|invalid_scope/,
    `L'applicazione non ha il permesso: dalle ${permission} (Microsoft 365) o https://mail.google.com/ (Google) e rifai il consenso.`,
  ],
];

/** What servers and token endpoints say of themselves; the first that fits is the advice. */
const SAID: Said = [
  ...tokenSaid('SMTP_SIGN_IN', 'SMTP.Send'),
  [
    /5\.7\.139|SmtpClientAuthentication is disabled/i,
    'Microsoft 365 tiene spento l’invio SMTP per questa casella: accendi "SMTP autenticato" nelle app di posta della casella.',
  ],
  [
    /5\.7\.9\b|application-specific password/i,
    'Google non accetta la password della casella: usa SMTP_SIGN_IN (OAuth2) oppure una password per le app.',
  ],
  [
    /5\.7\.60|SendAsDenied|send as/i,
    'La casella con cui si entra non può spedire a nome del mittente: dalle il permesso "Invia come", oppure metti la stessa casella in MAIL_FROM.',
  ],
];

const TROUBLES: Readonly<Record<SendTrouble, string>> = {
  busy: 'Il server rimanda: spesso è una difesa contro lo spam, e il messaggio passa al tentativo dopo. Se dura, abbassa SMTP_PER_MINUTE.',
  unreachable:
    'Il server non risponde a questo indirizzo: controlla nome e porta in SMTP_URL, e che il firewall lasci uscire verso quella porta.',
  timeout:
    'Il server ha accettato il collegamento e poi ha taciuto: controlla che porta e cifratura vadano insieme (smtps:// con 465, smtp:// con 587 o 25).',
  tls: 'La cifratura non riesce: controlla porta e certificato; per un relay interno con un certificato proprio aggiungi ?any-certificate=true a SMTP_URL.',
  'sign-in':
    "Il server vuole un'altra identità: controlla utente e password in SMTP_URL; Microsoft 365 e Google vogliono SMTP_SIGN_IN (OAuth2).",
  'sender-refused':
    'Il server non accetta posta da questo mittente: metti in MAIL_FROM una casella che il server conosce, oppure fatti autorizzare.',
  interrupted: 'La prova è stata interrotta: ripetila.',
  unexpected: 'La risposta non è tra quelle previste: riportala a chi gestisce il server di posta.',
};

const FOR_GOOD =
  'Il server rifiuta questo destinatario o questo contenuto: prova con un altro indirizzo e riporta la risposta a chi gestisce il server.';

const IMAP_SAID: Said = [
  ...tokenSaid('BOUNCE_IMAP_SIGN_IN', 'IMAP.AccessAsUser.All'),
  [
    /NONEXISTENT|doesn't exist|not exist|unknown mailbox/i,
    'La cartella non c’è: controlla il nome alla fine di BOUNCE_IMAP_URL.',
  ],
];

/** Of a mailbox that cannot be read. `refused`: the server answered, and did not let us in. */
export function mailboxAdvice(said: string, refused: boolean): string {
  const known = IMAP_SAID.find(([what]) => what.test(said))?.[1];
  if (known !== undefined) return known;
  return refused
    ? 'Il server non lascia entrare: controlla utente e password in BOUNCE_IMAP_URL; Microsoft 365 e Google vogliono BOUNCE_IMAP_SIGN_IN (OAuth2), e l’accesso IMAP acceso per la casella.'
    : 'Il server non risponde come ci si aspetta: controlla nome, porta e cifratura in BOUNCE_IMAP_URL.';
}

/** Of a result that is not `accepted`. */
export function adviceOf(result: Exclude<SendResult, { kind: 'accepted' }>): string {
  const said = SAID.find(([what]) => what.test(result.response))?.[1];
  return said ?? (result.kind === 'permanent' ? FOR_GOOD : TROUBLES[result.trouble]);
}
