/** What cannot wait, on the board: the same facts as the mail of 15:00, with the way to each. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted, listed } from '../../../mail/italian-numbers.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { BoardAlert } from '../../queries/board-alerts.js';
import { italianMoment } from '../italian-time.js';
import { placeOf, titleOf } from '../obligations/obligation-parts.js';

interface AlertsProps {
  readonly alerts: readonly BoardAlert[];
  readonly words: MailWords;
  readonly zone: string;
  /** May they open the mails that are spoken of? */
  readonly opens: boolean;
}

export const BoardAlerts: FC<AlertsProps> = ({ alerts, words, zone, opens }) =>
  alerts.length === 0 ? null : (
    <section class="tr-panel tr-panel-alert" aria-labelledby="da-vedere">
      <h2 id="da-vedere">{`Da vedere (${alerts.length})`}</h2>
      <ul class="tr-lines">
        {alerts.map((alert) => (
          <li>
            {sentenceOf(alert, words)}{' '}
            {'obligation' in alert ? (
              <a href={`${placeOf(alert.obligation)}#competenza`}>Decidi a chi spetta</a>
            ) : null}
            {opens && 'digest' in alert ? <a href={`/avvisi/${alert.digest}`}>Apri il messaggio</a> : null}
            <span class="tr-due-note">{italianMoment(alert.raisedAt, zone)}</span>
          </li>
        ))}
      </ul>
    </section>
  );

function sentenceOf(alert: BoardAlert, words: MailWords): string {
  switch (alert.kind) {
    case 'permanent-refusal':
      return `Il server di posta ha rifiutato il messaggio di ${italianDate(alert.day)} per ${rolesOf(alert, words)}: «${alert.response.slice(0, 200)}». Controlla l'indirizzo in «Persone e ruoli».`;
    case 'bounced':
      return `Il messaggio di ${italianDate(alert.day)} per ${rolesOf(alert, words)} è tornato indietro${said(alert.response)}. ${
        alert.stopped
          ? 'È la seconda volta di seguito: a quella casella non scriviamo più, e gli avvisi passano a te da consegnare, finché in «Persone e ruoli» non la correggi o non premi «Riprova».'
          : "Controlla l'indirizzo in «Persone e ruoli» e consegna tu gli avvisi di quel giorno."
      }`;
    case 'digest-not-sent':
      return `Il messaggio di ${italianDate(alert.day)} per ${rolesOf(alert, words)} non è stato consegnato al server di posta.`;
    case 'no-recipient':
      return `${roleInWords(alert.role, words)}: ${counted(alert.notices, 'avviso', 'avvisi')} di ${italianDate(alert.day)} da consegnare a mano, perché nessuno con una casella di posta ricopre il ruolo.`;
    case 'not-mine':
      return `${alert.person} ha risposto «Non è di mia competenza» a «${titleOf(alert.obligation.subject)}»: «${alert.reason.slice(0, 600)}». Decidi a chi spetta: fino ad allora gli avvisi restano a chi ha risposto.`;
    case 'code-locked':
      return `${roleInWords(alert.role, words)}: il codice della casella condivisa è stato sbagliato più volte ${italianDate(alert.day)} e per quel giorno da lì non si risponde. Se non è un errore di chi la legge, cambialo in «Persone e ruoli».`;
    case 'outage':
      return `Da ${italianDate(alert.firstDay)} a ${italianDate(alert.lastDay)} gli invii non sono avvenuti: ${skipped(alert.passedOver)}${outcomeOf(alert)}.`;
  }
}

const rolesOf = (
  alert: { readonly roles: readonly Parameters<typeof roleInWords>[0][] },
  words: MailWords,
): string => listed(alert.roles.map((role) => roleInWords(role, words)));

const said = (response: string): string => (response === '' ? '' : `: «${response.slice(0, 200)}»`);

/** An outage may skip nothing and only delay. */
const skipped = (passedOver: number): string =>
  passedOver === 0
    ? 'nessun avviso saltato, solo in ritardo'
    : `${counted(passedOver, 'avviso saltato, sostituito', 'avvisi saltati, sostituiti')} dal più urgente`;

const outcomeOf = ({ joined, people }: BoardAlert & { readonly kind: 'outage' }): string =>
  joined === undefined || people === undefined
    ? ''
    : `: ${counted(joined, 'avviso', 'avvisi')} a ${counted(people, 'persona', 'persone')}`;
