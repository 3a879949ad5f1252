/** *Impostazioni dell'ente*: what the town says of itself, and where each other setting has its page. */
import type { FC } from 'hono/jsx';
import type { TestMail } from '../../../store/notices/test-mails.js';
import type { EnteredAccount } from '../../account.js';
import type { Action } from '../../rights.js';
import { mayAtAll, type Viewer } from '../../viewer.js';
import { CommandForm, ErrorSummary, Input, type Typed } from '../fields.js';
import { SendingTime, WordFields } from '../installation/step-fields.js';
import { TestMailPanel } from '../installation/test-mail.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';

interface TownSettingsProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly typed: Typed;
  /** Mark of the settings in force. */
  readonly seen: string;
  readonly mayChange: boolean;
  /** `null`: the demo, where nobody has an account. */
  readonly test: { readonly account: EnteredAccount; readonly last: TestMail | null } | null;
}

const OTHERS: readonly { readonly href: string; readonly text: string; readonly action: Action }[] = [
  { href: '/prova-generale/chiusure', text: 'Chiusure degli uffici', action: 'closures.read' },
  {
    href: '/prova-generale/scala',
    text: 'Scala degli avvisi e comunicazione al Sindaco',
    action: 'ladder.read',
  },
  { href: '/monitoraggio/finestre', text: 'Finestre del monitoraggio', action: 'windows.read' },
  { href: '/ciclo/termini', text: 'Termini e ordine della chiusura', action: 'terms.read' },
  { href: '/misurazione/regole', text: 'Regole di misurazione', action: 'measurement.read' },
  { href: '/calendario-normativo', text: 'Calendario normativo', action: 'legal-calendar.read' },
  { href: '/persone', text: 'Persone e ruoli', action: 'people.read' },
  { href: '/conservazione', text: 'Conservazione dei dati', action: 'retention.read' },
];

export const TownSettingsView: FC<TownSettingsProps> = ({ frame, viewer, typed, seen, mayChange, test }) => (
  <Page frame={frame} title="Impostazioni dell'ente" subtitle={viewer.town.name}>
    <ErrorSummary typed={typed} />
    <CommandForm viewer={viewer} action="/impostazioni">
      <input type="hidden" name="visto" value={seen} />
      <fieldset>
        <legend>L'ente</legend>
        <div class="tr-row">
          <Input
            name="nome"
            label="Nome"
            typed={typed}
            hint="Per intero, come si legge nei messaggi."
            required
          />
          <Input name="ipa" label="Codice IPA" typed={typed} hint="Per esempio c_x000." />
        </div>
      </fieldset>
      <fieldset>
        <legend>Come si dice qui</legend>
        <WordFields typed={typed} />
      </fieldset>
      <fieldset>
        <legend>Avvisi</legend>
        <SendingTime typed={typed} />
      </fieldset>
      <fieldset>
        <legend>Collegamenti a piè di pagina</legend>
        <Input name="accessibilita" label="Dichiarazione di accessibilità" typed={typed} />
        <Input name="segnalazioni" label="Segnalazioni" typed={typed} />
        <Input name="privacy" label="Informativa sui dati personali" typed={typed} />
      </fieldset>
      {mayChange ? (
        <button type="submit" class="btn btn-primary">
          Salva le impostazioni
        </button>
      ) : null}
    </CommandForm>
    <section class="tr-panel" aria-labelledby="altre">
      <h2 id="altre">Le altre impostazioni</h2>
      <ul>
        {OTHERS.filter(({ action }) => mayAtAll(viewer, action)).map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
    {test === null ? null : (
      <TestMailPanel account={test.account} last={test.last} action="/impostazioni/prova-posta" />
    )}
  </Page>
);
