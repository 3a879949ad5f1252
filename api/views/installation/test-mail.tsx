/** A button that sends a test mail to oneself, and what the mail server said of the last one. */
import type { FC } from 'hono/jsx';
import type { TestMail } from '../../../store/notices/test-mails.js';
import type { EnteredAccount } from '../../account.js';
import { accountName } from '../entry/account-name.js';
import { CommandForm } from '../fields.js';
import { ACCOUNT_ZONE, italianTime } from '../italian-time.js';

interface TestMailProps {
  readonly account: EnteredAccount;
  /** The last one of today; `null`: none. */
  readonly last: TestMail | null;
  /** Where it is asked for. */
  readonly action: string;
}

export const TestMailPanel: FC<TestMailProps> = ({ account, last, action }) => (
  <section class="tr-panel" aria-labelledby="prova-posta">
    <h2 id="prova-posta">Prova della posta</h2>
    <p>{`Un messaggio di prova parte subito verso il tuo indirizzo, ${accountName(account)}.`}</p>
    {last === null ? null : <Last last={last} />}
    <CommandForm viewer={account} action={action} class="tr-inline-form">
      <button type="submit" class="btn btn-outline-primary btn-sm">
        Mandami un messaggio di prova
      </button>
    </CommandForm>
  </section>
);

const Last: FC<{ readonly last: TestMail }> = ({ last: { askedAt, outcome, response } }) => {
  const at = `alle ${italianTime(askedAt, ACCOUNT_ZONE)}`;
  if (outcome === null)
    return (
      <p role="status">{`Chiesto ${at}: il server di posta non ha ancora risposto. Ricarica la pagina tra un momento.`}</p>
    );
  return (
    <p role="status">
      {outcome === 'accepted'
        ? `Chiesto ${at}: il server di posta lo ha accettato. Guarda se è arrivato.`
        : `Chiesto ${at}: il server di posta non lo ha accettato.`}
      <span class="tr-due-note">{response ?? ''}</span>
    </p>
  );
};
